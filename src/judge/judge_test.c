#include "src/judge/judge.h"

#include "src/base/bytes.h"
#include "src/base/testing.h"
#include "src/base/utf8.h"

#define VALIDATION "{\"__type\":\"ValidationException\",\"message\":\"Value at 'comment' failed\"}"

static const struct ssmspec_shape id_shape = {.name = "Id", .type = SSMSPEC_STRING};
static const struct ssmspec_shape output_shape = {
    .name = "Output",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Id", .shape = &id_shape, .is_always_sent = true})};
static const struct ssmspec_error modelled[] = {{.name = "InvalidThing", .status = 400}, {0}};
static const struct ssmspec_operation operation = {
    .name = "DoThing", .output = &output_shape, .modelled = modelled};
static const struct ssmspec_operation *const operations[] = {&operation, NULL};
static const struct ssmspec_service service = {
    .content_type = "application/x-amz-json-1.1",
    .operations = operations,
    .common_errors = SSMSPEC_NAMES("ValidationException"),
    .throttle_errors = SSMSPEC_NAMES("SlowDown"),
    .credential_errors = SSMSPEC_NAMES("WhoAreYou"),
};

static const struct ssmspec_outcome success = {.kind = SSMSPEC_SUCCESS};
static const struct ssmspec_outcome validation = {
    .kind = SSMSPEC_ERROR, .status = 400, .error = "ValidationException"};

static struct ssmspec_arena arena;
static enum ssmspec_match match;

static struct ssmspec_exchange answered(int status, const char *body) {
    return (struct ssmspec_exchange){
        .transport = SSMSPEC_DELIVERED,
        .response = {.status = status, .body = ssmspec_view_of(body)},
    };
}

/* A case that must be rejected, with a control that must be accepted. */
static struct ssmspec_case negative(void) {
    return (struct ssmspec_case){
        .id = "do-thing/Comment/length/above-max",
        .model = &operation,
        .output = operation.output,
        .level = SSMSPEC_MUST,
        .source = "MODEL:Comment",
        .expect = {.outcomes = {validation}, .count = 1},
        .control_kind = SSMSPEC_CONTROL_ACCEPTED,
        .control_expect = {.outcomes = {success}, .count = 1},
    };
}

static struct ssmspec_case positive(void) {
    return (struct ssmspec_case){
        .id = "do-thing/Comment/length/at-max",
        .model = &operation,
        .output = operation.output,
        .level = SSMSPEC_MUST,
        .source = "MODEL:Comment",
        .expect = {.outcomes = {success}, .count = 1},
    };
}

static struct ssmspec_verdict judge(const struct ssmspec_case *the_case,
                                    struct ssmspec_exchange exchange,
                                    const struct ssmspec_exchange *control) {
    struct ssmspec_verdict verdict = {0};
    struct ssmspec_reading own;
    struct ssmspec_reading beside = {0};
    ASSERT_OK(ssmspec_reading_of(&exchange, the_case->model->output, &arena, &own));
    if (control != NULL) {
        ASSERT_OK(ssmspec_reading_of(control, the_case->model->output, &arena, &beside));
    }
    ASSERT_OK(ssmspec_judge(&service, the_case, &own, control == NULL ? NULL : &beside, NULL, match,
                            &arena, &verdict));
    return verdict;
}

static void assert_verdict(struct ssmspec_verdict got, enum ssmspec_outcome_verdict wanted,
                           const char *code) {
    assert_string_equal(ssmspec_verdict_name(got.verdict), ssmspec_verdict_name(wanted));
    assert_string_equal(got.code, code);
    assert_true(got.text.len > 0);
}

static void passes_a_rejection_with_an_accepted_control(void **state) {
    (void)state;
    const struct ssmspec_case the_case = negative();
    const struct ssmspec_exchange control = answered(200, "{\"Id\":\"x\"}");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), &control), SSMSPEC_PASS,
                   "as-expected");
}

static void blames_hangs_and_crashes_whatever_the_level(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.level = SSMSPEC_MAY;
    const struct ssmspec_exchange hang = {.transport = SSMSPEC_TIMED_OUT};
    const struct ssmspec_exchange closed = {.transport = SSMSPEC_CLOSED,
                                            .detail = SSMSPEC_VIEW("\x1b]0;x")};
    const struct ssmspec_exchange noise = {.transport = SSMSPEC_NOT_HTTP};
    const struct ssmspec_exchange flood = {.transport = SSMSPEC_TOO_LARGE};
    assert_verdict(judge(&the_case, hang, NULL), SSMSPEC_FAIL, "timed-out");
    assert_verdict(judge(&the_case, closed, NULL), SSMSPEC_FAIL, "connection-closed");
    assert_verdict(judge(&the_case, noise, NULL), SSMSPEC_FAIL, "not-http");
    assert_verdict(judge(&the_case, flood, NULL), SSMSPEC_FAIL, "too-large");
    assert_verdict(judge(&the_case, answered(500, "{}"), NULL), SSMSPEC_FAIL, "server-error");
    assert_verdict(judge(&the_case, answered(302, ""), NULL), SSMSPEC_FAIL, "impossible-status");
    assert_int_equal(judge(&the_case, hang, NULL).level, SSMSPEC_MUST);
}

static void blames_nobody_for_our_own_side(void **state) {
    (void)state;
    const struct ssmspec_case the_case = positive();
    const struct ssmspec_exchange away = {.transport = SSMSPEC_UNREACHABLE};
    const struct ssmspec_exchange broken = {.transport = SSMSPEC_BROKEN};
    assert_verdict(judge(&the_case, away, NULL), SSMSPEC_INCONCLUSIVE, "unreachable");
    assert_verdict(judge(&the_case, broken, NULL), SSMSPEC_INCONCLUSIVE, "unreachable");
}

static void a_server_error_that_is_expected_passes(void **state) {
    (void)state;
    struct ssmspec_case the_case = positive();
    the_case.expect.outcomes[0] = (struct ssmspec_outcome){
        .kind = SSMSPEC_ERROR, .status = 500, .error = "InternalServerError"};
    assert_verdict(judge(&the_case, answered(500, "{\"__type\":\"InternalServerError\"}"), NULL),
                   SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, answered(500, "<html>"), NULL), SSMSPEC_FAIL, "not-json");
    assert_verdict(judge(&the_case, answered(500, "{\"__type\":\"Oops\"}"), NULL), SSMSPEC_FAIL,
                   "wrong-error");
    assert_verdict(judge(&the_case, answered(503, "{}"), NULL), SSMSPEC_FAIL, "server-error");
}

static void blames_what_is_accepted_wrongly_without_its_control(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    const struct ssmspec_exchange control = answered(400, VALIDATION);
    assert_verdict(judge(&the_case, answered(200, "{\"Id\":\"x\"}"), &control), SSMSPEC_FAIL,
                   "accepted-invalid");
    the_case.level = SSMSPEC_SHOULD;
    assert_verdict(judge(&the_case, answered(200, "<html>"), NULL), SSMSPEC_DEVIATION,
                   "accepted-invalid");
    the_case.level = SSMSPEC_MAY;
    assert_verdict(judge(&the_case, answered(200, ""), NULL), SSMSPEC_INFO, "accepted-invalid");
}

static void names_the_precise_difference(void **state) {
    (void)state;
    const struct ssmspec_case valid = positive();
    const struct ssmspec_case invalid = negative();
    const struct ssmspec_exchange control = answered(200, "{\"Id\":\"x\"}");
    assert_verdict(judge(&valid, answered(200, "{}"), NULL), SSMSPEC_FAIL, "malformed-answer");
    assert_verdict(judge(&valid, answered(204, ""), NULL), SSMSPEC_FAIL, "wrong-status");
    assert_verdict(judge(&valid, answered(400, VALIDATION), NULL), SSMSPEC_FAIL, "rejected-valid");
    assert_verdict(judge(&invalid, answered(400, "<e/>"), NULL), SSMSPEC_FAIL, "not-json");
    assert_verdict(judge(&invalid, answered(400, "{}"), NULL), SSMSPEC_FAIL, "no-error-type");
    assert_verdict(judge(&invalid, answered(400, "{\"__type\":\"Other\"}"), &control), SSMSPEC_FAIL,
                   "wrong-error");
    assert_verdict(judge(&invalid, answered(404, VALIDATION), &control), SSMSPEC_FAIL,
                   "wrong-status");
}

static void a_malformed_answer_names_the_member(void **state) {
    (void)state;
    const struct ssmspec_case the_case = positive();
    const struct ssmspec_verdict verdict = judge(&the_case, answered(200, "{\"Id\":7}"), NULL);
    ASSERT_VIEW(verdict.text, "The 200 does not fit the model: Id is a JSON number where the model "
                              "says string.");
    ASSERT_VIEW(verdict.source, "MODEL:Comment");
}

static void a_rejection_without_an_accepted_control_proves_nothing(void **state) {
    (void)state;
    const struct ssmspec_case the_case = negative();
    const struct ssmspec_exchange rejection = answered(400, VALIDATION);
    const struct ssmspec_exchange crash = answered(500, "{}");
    const struct ssmspec_exchange hang = {.transport = SSMSPEC_TIMED_OUT};
    const struct ssmspec_exchange misfit = answered(200, "{}");
    assert_verdict(judge(&the_case, rejection, &rejection), SSMSPEC_INCONCLUSIVE,
                   "control-rejected");
    assert_verdict(judge(&the_case, rejection, &crash), SSMSPEC_INCONCLUSIVE, "control-rejected");
    assert_verdict(judge(&the_case, rejection, &hang), SSMSPEC_INCONCLUSIVE, "control-rejected");
    assert_verdict(judge(&the_case, rejection, &misfit), SSMSPEC_INCONCLUSIVE, "control-rejected");
    assert_verdict(judge(&the_case, rejection, NULL), SSMSPEC_INCONCLUSIVE, "control-missing");
    assert_verdict(judge(&the_case, answered(400, "{\"__type\":\"Other\"}"), &rejection),
                   SSMSPEC_INCONCLUSIVE, "control-rejected");
}

static void a_tolerated_control_outcome_is_no_acceptance(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_expect.outcomes[1] =
        (struct ssmspec_outcome){.kind = SSMSPEC_CLIENT_STATUS, .breaks = SSMSPEC_SHOULD};
    the_case.control_expect.count = 2;
    const struct ssmspec_exchange control = answered(400, "{}");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), &control), SSMSPEC_INCONCLUSIVE,
                   "control-rejected");
}

static void an_error_needs_a_foil_answered_differently(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_CONTROL_FOIL;
    the_case.control_expect.count = 0;
    const struct ssmspec_exchange same = answered(400, "{\"__type\":\"a#ValidationException\"}");
    const struct ssmspec_exchange other = answered(400, "{\"__type\":\"InvalidThing\"}");
    const struct ssmspec_exchange missing = answered(404, "{\"__type\":\"ValidationException\"}");
    const struct ssmspec_exchange crash = answered(502, "<html>");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), &missing), SSMSPEC_PASS,
                   "as-expected");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), &same), SSMSPEC_INCONCLUSIVE,
                   "indistinguishable");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), &other), SSMSPEC_PASS,
                   "as-expected");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), &crash), SSMSPEC_INCONCLUSIVE,
                   "control-rejected");
    the_case.expect.outcomes[0] = success;
    assert_verdict(judge(&the_case, answered(200, "{\"Id\":\"x\"}"), NULL), SSMSPEC_PASS,
                   "as-expected");
}

static void a_tolerated_outcome_breaks_its_own_level(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.outcomes[1] = (struct ssmspec_outcome){
        .kind = SSMSPEC_CLIENT_ERROR, .breaks = SSMSPEC_SHOULD, .source = "OBS:V-68"};
    the_case.expect.count = 2;
    const struct ssmspec_verdict verdict =
        judge(&the_case, answered(400, "{\"__type\":\"InvalidThing\"}"), NULL);
    assert_verdict(verdict, SSMSPEC_DEVIATION, "tolerated");
    assert_int_equal(verdict.level, SSMSPEC_SHOULD);
    ASSERT_VIEW(verdict.source, "OBS:V-68");
    ASSERT_VIEW(verdict.text, "Answered 400 InvalidThing instead of 400 ValidationException, which "
                              "breaks a SHOULD.");
}

static void what_comes_later_never_hides_something_worse(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.check = SSMSPEC_CHECK_CONTENT_TYPE;
    the_case.level = SSMSPEC_SHOULD;
    the_case.expect.member = "nowhere";
    the_case.expect.outcomes[0].breaks = SSMSPEC_MUST;
    match = SSMSPEC_MATCH_MEMBER;
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_FAIL, "tolerated");
    the_case.expect.outcomes[0].breaks = SSMSPEC_MAY;
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_DEVIATION,
                   "member-not-named");
}

static void a_further_look_breaks_the_cases_own_level(void **state) {
    (void)state;
    struct ssmspec_case the_case = positive();
    the_case.check = SSMSPEC_CHECK_NO_NULLS;
    the_case.level = SSMSPEC_SHOULD;
    assert_verdict(judge(&the_case, answered(200, "{\"Id\":\"x\",\"a\":null}"), NULL),
                   SSMSPEC_DEVIATION, "null-member");
    assert_verdict(judge(&the_case, answered(200, "{\"a\":null}"), NULL), SSMSPEC_INCONCLUSIVE,
                   "not-shown");
}

static void any_client_error_must_name_its_type(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.outcomes[0] = (struct ssmspec_outcome){.kind = SSMSPEC_CLIENT_ERROR};
    assert_verdict(judge(&the_case, answered(404, "{\"__type\":\"Any\"}"), NULL), SSMSPEC_PASS,
                   "as-expected");
    assert_verdict(judge(&the_case, answered(404, "{}"), NULL), SSMSPEC_FAIL, "no-error-type");
    assert_verdict(judge(&the_case, answered(404, ""), NULL), SSMSPEC_FAIL, "not-json");
    the_case.expect.outcomes[0].kind = SSMSPEC_CLIENT_STATUS;
    assert_verdict(judge(&the_case, answered(404, ""), NULL), SSMSPEC_PASS, "as-expected");
}

static void any_answer_below_500_may_do(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.outcomes[0] = (struct ssmspec_outcome){.kind = SSMSPEC_ANSWERED};
    assert_verdict(judge(&the_case, answered(204, ""), NULL), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, answered(301, "<p>"), NULL), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, answered(404, "<p>"), NULL), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, answered(500, "{}"), NULL), SSMSPEC_FAIL, "server-error");
}

static void a_malformed_answer_like_the_controls_blames_nobody(void **state) {
    (void)state;
    struct ssmspec_case the_case = positive();
    the_case.control_kind = SSMSPEC_CONTROL_ACCEPTED;
    the_case.control_expect = the_case.expect;
    const struct ssmspec_exchange malformed = answered(200, "{}");
    const struct ssmspec_exchange sound = answered(200, "{\"Id\":\"x\"}");
    assert_verdict(judge(&the_case, malformed, &malformed), SSMSPEC_INCONCLUSIVE,
                   "control-rejected");
    assert_verdict(judge(&the_case, malformed, &sound), SSMSPEC_FAIL, "malformed-answer");
}

static void match_strength_looks_at_the_message(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.member = "comment";
    the_case.expect.phrase = "Member must have length less than or equal to 100";
    const struct ssmspec_exchange vague =
        answered(400, "{\"__type\":\"ValidationException\",\"message\":\"no\"}");
    const struct ssmspec_exchange silent = answered(400, "{\"__type\":\"ValidationException\"}");
    assert_verdict(judge(&the_case, vague, NULL), SSMSPEC_PASS, "as-expected");
    match = SSMSPEC_MATCH_MEMBER;
    assert_verdict(judge(&the_case, vague, NULL), SSMSPEC_DEVIATION, "member-not-named");
    assert_verdict(judge(&the_case, silent, NULL), SSMSPEC_DEVIATION, "member-not-named");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_PASS, "as-expected");
    match = SSMSPEC_MATCH_EXACT;
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_DEVIATION, "wording");
}

static void sentences_are_plain_and_short(void **state) {
    (void)state;
    struct ssmspec_bytes body = {0};
    ssmspec_bytes_add_text(&body, "{\"__type\":\"\\u001b[31m");
    for (int i = 0; i < 100000; i++) {
        ssmspec_bytes_add_text(&body, "\xC3\xA9");
    }
    ssmspec_bytes_add_text(&body, "\"}");
    const struct ssmspec_case the_case = positive();
    const struct ssmspec_verdict verdict = judge(&the_case, answered(400, body.ptr), NULL);
    size_t count = 0;
    size_t bad = 0;
    ASSERT_OK(ssmspec_utf8_count(verdict.text, &count, &bad));
    assert_true(count <= 300);
    assert_int_equal(ssmspec_view_find(verdict.text, SSMSPEC_VIEW("\x1b")), verdict.text.len);
    ssmspec_bytes_clear(&body);
}

static void an_answer_like_the_controls_own_error_needs_the_foil(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.expect.outcomes[1] = (struct ssmspec_outcome){
        .kind = SSMSPEC_CLIENT_ERROR, .breaks = SSMSPEC_SHOULD, .source = "OBS:V-68"};
    the_case.expect.count = 2;
    the_case.control_expect.outcomes[1] =
        (struct ssmspec_outcome){.kind = SSMSPEC_ERROR, .status = 400, .error = "NoSuchThing"};
    the_case.control_expect.count = 2;
    const struct ssmspec_exchange alike = answered(400, "{\"__type\":\"NoSuchThing\"}");
    const struct ssmspec_exchange unlike = answered(400, VALIDATION);
    struct ssmspec_reading own;
    struct ssmspec_reading foil;
    struct ssmspec_verdict verdict = {0};
    ASSERT_OK(ssmspec_reading_of(&alike, operation.output, &arena, &own));
    ASSERT_OK(ssmspec_reading_of(&unlike, operation.output, &arena, &foil));
    ASSERT_OK(ssmspec_judge(&service, &the_case, &own, &own, &foil, match, &arena, &verdict));
    assert_verdict(verdict, SSMSPEC_DEVIATION, "tolerated");
    ASSERT_OK(ssmspec_judge(&service, &the_case, &own, &own, &own, match, &arena, &verdict));
    assert_verdict(verdict, SSMSPEC_INCONCLUSIVE, "indistinguishable");
}

static void a_success_that_shows_nothing_needs_the_foil(void **state) {
    (void)state;
    static const struct ssmspec_shape nothing = {.name = "Empty", .type = SSMSPEC_STRUCTURE};
    static const struct ssmspec_operation silent = {
        .name = "Silence", .input = &nothing, .output = &nothing};
    struct ssmspec_case the_case = positive();
    the_case.model = &silent;
    the_case.output = silent.output;
    the_case.control_kind = SSMSPEC_CONTROL_FOIL;
    const struct ssmspec_exchange accepted = answered(200, "{}");
    const struct ssmspec_exchange refused = answered(400, VALIDATION);
    assert_verdict(judge(&the_case, accepted, &refused), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, accepted, &accepted), SSMSPEC_INCONCLUSIVE,
                   "indistinguishable");
}

static void blames_nobody_for_being_throttled_or_locked_out(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.outcomes[1] =
        (struct ssmspec_outcome){.kind = SSMSPEC_CLIENT_ERROR, .breaks = SSMSPEC_SHOULD};
    the_case.expect.count = 2;
    assert_verdict(judge(&the_case, answered(400, "{\"__type\":\"SlowDown\"}"), NULL),
                   SSMSPEC_INCONCLUSIVE, "throttled");
    assert_verdict(judge(&the_case, answered(403, "{\"__type\":\"WhoAreYou\"}"), NULL),
                   SSMSPEC_INCONCLUSIVE, "credentials");
}

static bool says_missing(const struct ssmspec_exchange *exchange) {
    struct ssmspec_reading reading;
    ASSERT_OK(ssmspec_reading_of(exchange, operation.output, &arena, &reading));
    return ssmspec_says_not_implemented(&reading);
}

static void knows_what_says_not_implemented(void **state) {
    (void)state;
    const struct ssmspec_exchange says[] = {
        answered(501, ""),
        answered(503, "{}"),
        answered(404, "<html>"),
        answered(200, "<html>"),
        answered(400, "{\"__type\":\"x#UnknownOperationException\"}"),
        answered(400, "{\"__type\":\"InvalidAction\"}")};
    const struct ssmspec_exchange says_not[] = {answered(200, "{}"),
                                                answered(400, VALIDATION),
                                                answered(404, "{}"),
                                                {.transport = SSMSPEC_CLOSED},
                                                {.transport = SSMSPEC_UNREACHABLE}};
    for (size_t i = 0; i < sizeof(says) / sizeof(says[0]); i++) {
        assert_true(says_missing(&says[i]));
    }
    for (size_t i = 0; i < sizeof(says_not) / sizeof(says_not[0]); i++) {
        assert_false(says_missing(&says_not[i]));
    }
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    match = SSMSPEC_MATCH_CODE;
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(passes_a_rejection_with_an_accepted_control),
        TEST(blames_hangs_and_crashes_whatever_the_level),
        TEST(blames_nobody_for_our_own_side),
        TEST(a_server_error_that_is_expected_passes),
        TEST(blames_what_is_accepted_wrongly_without_its_control),
        TEST(names_the_precise_difference),
        TEST(a_malformed_answer_names_the_member),
        TEST(a_rejection_without_an_accepted_control_proves_nothing),
        TEST(a_tolerated_control_outcome_is_no_acceptance),
        TEST(an_error_needs_a_foil_answered_differently),
        TEST(a_tolerated_outcome_breaks_its_own_level),
        TEST(what_comes_later_never_hides_something_worse),
        TEST(a_further_look_breaks_the_cases_own_level),
        TEST(any_client_error_must_name_its_type),
        TEST(any_answer_below_500_may_do),
        TEST(a_malformed_answer_like_the_controls_blames_nobody),
        TEST(match_strength_looks_at_the_message),
        TEST(sentences_are_plain_and_short),
        TEST(an_answer_like_the_controls_own_error_needs_the_foil),
        TEST(a_success_that_shows_nothing_needs_the_foil),
        TEST(blames_nobody_for_being_throttled_or_locked_out),
        TEST(knows_what_says_not_implemented),
    };
    return RUN_TESTS(tests);
}
