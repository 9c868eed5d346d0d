#include "src/judge/judge.h"

#include "src/judge/judge_testing.h"

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

static void a_status_may_do_whatever_its_body(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.outcomes[0] = (struct ssmspec_outcome){.kind = SSMSPEC_STATUS, .status = 501};
    assert_verdict(judge(&the_case, answered(501, "<p>"), NULL), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, answered(505, "<p>"), NULL), SSMSPEC_FAIL, "server-error");
}

static void no_answer_is_blamed_unless_it_is_an_outcome(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    const struct ssmspec_exchange closed = {.transport = SSMSPEC_CLOSED};
    const struct ssmspec_exchange noise = {.transport = SSMSPEC_NOT_HTTP};
    const struct ssmspec_exchange control = answered(200, "{\"Id\":\"x\"}");
    the_case.expect.outcomes[0] = (struct ssmspec_outcome){.kind = SSMSPEC_NO_ANSWER};
    assert_verdict(judge(&the_case, closed, &control), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge(&the_case, closed, &closed), SSMSPEC_INCONCLUSIVE, "control-rejected");
    assert_verdict(judge(&the_case, noise, &control), SSMSPEC_FAIL, "not-http");
    the_case.expect.outcomes[0].breaks = SSMSPEC_SHOULD;
    assert_verdict(judge(&the_case, closed, &control), SSMSPEC_DEVIATION, "tolerated");
}

static void a_second_answer_breaks_the_cases_own_level(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.check = SSMSPEC_CHECK_ONE_ANSWER;
    const struct ssmspec_exchange control = answered(200, "{\"Id\":\"x\"}");
    struct ssmspec_exchange own = answered(400, VALIDATION);
    own.answers = 1;
    assert_verdict(judge(&the_case, own, &control), SSMSPEC_PASS, "as-expected");
    own.answers = 2;
    assert_verdict(judge(&the_case, own, &control), SSMSPEC_FAIL, "second-answer");
}

static void a_close_that_goes_unsaid_breaks_the_cases_own_level(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.check = SSMSPEC_CHECK_CLOSE_SAID;
    const struct ssmspec_exchange control = answered(200, "{\"Id\":\"x\"}");
    struct ssmspec_exchange own = answered(400, VALIDATION);
    assert_verdict(judge(&the_case, own, &control), SSMSPEC_PASS, "as-expected");
    own.is_hushed = true;
    assert_verdict(judge(&the_case, own, &control), SSMSPEC_FAIL, "closed-unsaid");
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

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(passes_a_rejection_with_an_accepted_control),
        TEST(blames_hangs_and_crashes_whatever_the_level),
        TEST(blames_nobody_for_our_own_side),
        TEST(a_server_error_that_is_expected_passes),
        TEST(names_the_precise_difference),
        TEST(a_tolerated_outcome_breaks_its_own_level),
        TEST(a_further_look_breaks_the_cases_own_level),
        TEST(any_client_error_must_name_its_type),
        TEST(any_answer_below_500_may_do),
        TEST(a_status_may_do_whatever_its_body),
        TEST(no_answer_is_blamed_unless_it_is_an_outcome),
        TEST(a_second_answer_breaks_the_cases_own_level),
        TEST(a_close_that_goes_unsaid_breaks_the_cases_own_level),
        TEST(blames_nobody_for_being_throttled_or_locked_out),
        TEST(knows_what_says_not_implemented),
    };
    return RUN_TESTS(tests);
}
