/* What an answer needs beside it before it proves something: a control, a foil. */
#include "src/judge/judge_testing.h"

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

static void a_malformed_answer_is_like_no_sound_one(void **state) {
    (void)state;
    struct ssmspec_case the_case = positive();
    the_case.control_kind = SSMSPEC_CONTROL_ACCEPTED;
    the_case.control_expect = the_case.expect;
    const struct ssmspec_exchange malformed = answered(200, "<html>");
    const struct ssmspec_exchange sound = answered(200, "{\"Id\":\"x\"}");
    struct ssmspec_reading own;
    struct ssmspec_reading both;
    struct ssmspec_verdict verdict = {0};
    ASSERT_OK(ssmspec_reading_of(&malformed, operation.output, &arena, &own));
    ASSERT_OK(ssmspec_reading_of(&sound, operation.output, &arena, &both));
    ASSERT_OK(ssmspec_judge(&service, &the_case, &own, &both, &both, match, &arena, &verdict));
    assert_verdict(verdict, SSMSPEC_FAIL, "malformed-answer");
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

static struct ssmspec_verdict judge_beside(const struct ssmspec_case *the_case,
                                           struct ssmspec_exchange exchange,
                                           struct ssmspec_exchange behind) {
    struct ssmspec_verdict verdict = {0};
    struct ssmspec_reading own;
    struct ssmspec_reading foil;
    ASSERT_OK(ssmspec_reading_of(&exchange, the_case->output, &arena, &own));
    ASSERT_OK(ssmspec_reading_of(&behind, the_case->output, &arena, &foil));
    ASSERT_OK(ssmspec_judge(&service, the_case, &own, &own, &foil, match, &arena, &verdict));
    return verdict;
}

static void twins_with_an_error_need_the_foil(void **state) {
    (void)state;
    struct ssmspec_case the_case = positive();
    the_case.expect.outcomes[1] = validation;
    the_case.expect.count = 2;
    the_case.control_kind = SSMSPEC_CONTROL_TWIN;
    the_case.control_expect = the_case.expect;
    const struct ssmspec_exchange error = answered(400, VALIDATION);
    const struct ssmspec_exchange other = answered(400, "{\"__type\":\"Other\"}");
    const struct ssmspec_exchange telling = answered(200, "{\"Id\":\"x\"}");
    assert_verdict(judge_beside(&the_case, error, other), SSMSPEC_PASS, "as-expected");
    assert_verdict(judge_beside(&the_case, error, error), SSMSPEC_INCONCLUSIVE,
                   "indistinguishable");
    assert_verdict(judge_beside(&the_case, telling, telling), SSMSPEC_PASS, "as-expected");
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

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_rejection_without_an_accepted_control_proves_nothing),
        TEST(a_tolerated_control_outcome_is_no_acceptance),
        TEST(an_error_needs_a_foil_answered_differently),
        TEST(a_malformed_answer_like_the_controls_blames_nobody),
        TEST(a_malformed_answer_is_like_no_sound_one),
        TEST(an_answer_like_the_controls_own_error_needs_the_foil),
        TEST(twins_with_an_error_need_the_foil),
        TEST(a_success_that_shows_nothing_needs_the_foil),
        TEST(blames_what_is_accepted_wrongly_without_its_control),
    };
    return RUN_TESTS(tests);
}
