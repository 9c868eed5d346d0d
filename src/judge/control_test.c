/* Cases that are judged by what their control was answered. */
#include "src/base/testing.h"
#include "src/judge/judge.h"

static const struct ssmspec_operation operation = {.name = "DoThing"};
static const struct ssmspec_service service = {
    .content_type = "application/x-amz-json-1.1",
    .operations = (const struct ssmspec_operation *const[]){&operation, NULL},
    .credential_errors = SSMSPEC_NAMES("WhoAreYou"),
};

static struct ssmspec_exchange answered(int status, const char *body) {
    return (struct ssmspec_exchange){
        .transport = SSMSPEC_DELIVERED,
        .response = {.status = status, .body = ssmspec_view_of(body)},
    };
}

static void assert_verdict(const struct ssmspec_case *the_case, struct ssmspec_exchange own,
                           struct ssmspec_exchange control, enum ssmspec_outcome_verdict wanted,
                           const char *code) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_verdict verdict = {0};
    struct ssmspec_reading read, beside;
    ASSERT_OK(ssmspec_reading_of(&own, NULL, &arena, &read));
    ASSERT_OK(ssmspec_reading_of(&control, NULL, &arena, &beside));
    ASSERT_OK(ssmspec_judge(&service, the_case, &read, &beside, NULL, SSMSPEC_MATCH_CODE, &arena,
                            &verdict));
    assert_string_equal(ssmspec_verdict_name(verdict.verdict), ssmspec_verdict_name(wanted));
    assert_string_equal(verdict.code, code);
    ssmspec_arena_clear(&arena);
}

/* A wrong signature that may be refused in any words; the operation has an error of its own. */
static const struct ssmspec_case guarded = {
    .id = "do-thing/Signature/auth/altered",
    .model = &operation,
    .level = SSMSPEC_MUST,
    .source = "OBS:A-29",
    .needs_verifier = true,
    .expect = {.outcomes = {{.kind = SSMSPEC_CLIENT_ERROR,
                             .breaks = SSMSPEC_SHOULD,
                             .source = "OBS:A-29"}},
               .count = 1},
    .control_kind = SSMSPEC_CONTROL_ACCEPTED,
    .control_expect = {.outcomes = {{.kind = SSMSPEC_ERROR, .status = 400, .error = "NoThing"}},
                       .count = 1},
};

static void a_refusal_is_no_lack_of_credentials_where_it_was_asked_for(void **state) {
    (void)state;
    assert_verdict(&guarded, answered(400, "{\"__type\":\"WhoAreYou\"}"),
                   answered(400, "{\"__type\":\"NoThing\"}"), SSMSPEC_DEVIATION, "tolerated");
}

static void the_operations_own_error_means_that_it_was_let_in(void **state) {
    (void)state;
    assert_verdict(&guarded, answered(400, "{\"__type\":\"NoThing\"}"),
                   answered(400, "{\"__type\":\"NoThing\"}"), SSMSPEC_FAIL, "accepted-invalid");
}

/* One request in two spellings; either of two answers will do, as long as it is the same. */
static const struct ssmspec_case spelled = {
    .id = "do-thing/-/client/other",
    .model = &operation,
    .level = SSMSPEC_MUST,
    .source = "CLIENT:9",
    .expect = {.outcomes = {{.kind = SSMSPEC_SUCCESS},
                            {.kind = SSMSPEC_ERROR, .status = 400, .error = "NoThing"}},
               .count = 2},
    .control_kind = SSMSPEC_CONTROL_TWIN,
    .control_expect = {.outcomes = {{.kind = SSMSPEC_SUCCESS},
                                    {.kind = SSMSPEC_ERROR, .status = 400, .error = "NoThing"}},
                       .count = 2},
};

static void twins_are_answered_alike(void **state) {
    (void)state;
    const struct ssmspec_exchange success = answered(200, "{}");
    const struct ssmspec_exchange error = answered(400, "{\"__type\":\"NoThing\"}");
    assert_verdict(&spelled, success, success, SSMSPEC_PASS, "as-expected");
    assert_verdict(&spelled, error, error, SSMSPEC_PASS, "as-expected");
    assert_verdict(&spelled, success, error, SSMSPEC_FAIL, "answered-otherwise");
    assert_verdict(&spelled, error, success, SSMSPEC_FAIL, "answered-otherwise");
}

static void a_twin_that_is_not_accepted_proves_nothing(void **state) {
    (void)state;
    const struct ssmspec_exchange other = answered(400, "{\"__type\":\"Unheard\"}");
    assert_verdict(&spelled, answered(200, "{}"), other, SSMSPEC_INCONCLUSIVE, "control-rejected");
    assert_verdict(&spelled, other, other, SSMSPEC_INCONCLUSIVE, "control-rejected");
    assert_verdict(&spelled, other, answered(200, "{}"), SSMSPEC_FAIL, "wrong-error");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twins_are_answered_alike),
        cmocka_unit_test(a_twin_that_is_not_accepted_proves_nothing),
        cmocka_unit_test(a_refusal_is_no_lack_of_credentials_where_it_was_asked_for),
        cmocka_unit_test(the_operations_own_error_means_that_it_was_let_in),
    };
    return RUN_TESTS(tests);
}
