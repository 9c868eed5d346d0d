/* Whom a scenario blames when connections break, and when nothing is there. */
#include "src/run/stage_testing.h"

static const struct ssmspec_scenario deadly[] = {
    {CASE("sound"),
     SSMSPEC_STEPS({ACT("the start", "start")},
                   {ACT("the look", "look"), .within_ms = 60000, SSMSPEC_CLAIMS(STATE_IS("old"))})},
    {CASE("deadly"), SSMSPEC_STEPS({ACT("the start", "start")}, {ACT("the blow", "blow")})},
    NO_MORE,
};

static void step_that_kills_is_a_fail_of_its_case(void **state) {
    struct stage *stage = *state;
    stage->killer = "blow";
    play(stage, deadly, 1, false);
    assert_int_equal(VERDICT("deadly").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("deadly").code, "endpoint-died");
    assert_false(stage->outcome.is_complete);
}

static void hanging_up_on_a_step_is_blamed_on_it_even_among_others(void **state) {
    struct stage *stage = *state;
    stage->breaker = "blow";
    play(stage, deadly, 4, false);
    assert_int_equal(VERDICT("deadly").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("deadly").code, "connection-closed");
    assert_int_equal(VERDICT("sound").verdict, SSMSPEC_PASS);
    assert_true(stage->outcome.is_complete);
}

static const struct ssmspec_scenario crossed[] = {
    {CASE("crossed"), SSMSPEC_STEPS({ACT("the first", "first")})},
    {CASE("passing"), SSMSPEC_STEPS({ACT("the second", "second")})},
    NO_MORE,
};

static void who_was_broken_in_company_is_asked_again_alone(void **state) {
    struct stage *stage = *state;
    stage->victim = "first";
    play(stage, crossed, 4, false);
    assert_int_equal(VERDICT("crossed").verdict, SSMSPEC_PASS);
    assert_int_equal(VERDICT("passing").verdict, SSMSPEC_PASS);
}

static void who_was_broken_alone_is_not_asked_again(void **state) {
    struct stage *stage = *state;
    stage->victim = "first";
    play(stage, crossed, 1, false);
    assert_int_equal(VERDICT("crossed").verdict, SSMSPEC_FAIL);
}

static const struct ssmspec_scenario provoked[] = {
    {CASE("provoked"), SSMSPEC_STEPS({.name = "the blows",
                                      .operation = "Act",
                                      .body = "{\"blow\":1}",
                                      .is_provocation = true,
                                      .copies = 6},
                                     {ACT("the rest", "rest")})},
    NO_MORE,
};

static void provocation_is_never_judged_however_many_connections_break(void **state) {
    struct stage *stage = *state;
    stage->breaker = "blow";
    play(stage, provoked, 1, false);
    assert_int_equal(VERDICT("provoked").verdict, SSMSPEC_PASS);
    assert_true(says(ssmspec_bytes_view(&stage->log), "rest"));
}

static void provocation_that_kills_is_a_fail_of_its_case(void **state) {
    struct stage *stage = *state;
    stage->killer = "blow";
    play(stage, provoked, 1, false);
    assert_int_equal(VERDICT("provoked").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("provoked").code, "endpoint-died");
}

static const struct ssmspec_scenario lonely[] = {
    {CASE("lonely"), SSMSPEC_STEPS({ACT("the blow", "blow")}, {ACT("the rest", "rest")})},
    NO_MORE,
};

static void death_between_the_steps_of_a_lonely_scenario_is_a_fail(void **state) {
    struct stage *stage = *state;
    stage->late_killer = "blow";
    play(stage, lonely, 1, false);
    assert_int_equal(VERDICT("lonely").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("lonely").code, "endpoint-died");
}

static const struct ssmspec_scenario many[] = {
    {CASE("one"), SSMSPEC_STEPS({ACT("the blow", "blow")}, {ACT("the rest", "rest")})},
    {CASE("other"), SSMSPEC_STEPS({ACT("the start", "start")}, {ACT("the rest", "rest")})},
    NO_MORE,
};

static void death_between_the_steps_of_many_is_nobodys(void **state) {
    struct stage *stage = *state;
    stage->late_killer = "blow";
    play(stage, many, 1, false);
    assert_int_equal(VERDICT("one").verdict, SSMSPEC_INCONCLUSIVE);
}

static void missing_operation_is_not_implemented(void **state) {
    struct stage *stage = *state;
    stage->is_missing = true;
    play(stage, deadly, 1, false);
    assert_int_equal(VERDICT("deadly").verdict, SSMSPEC_NOT_IMPLEMENTED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_STAGE(step_that_kills_is_a_fail_of_its_case),
        ON_STAGE(hanging_up_on_a_step_is_blamed_on_it_even_among_others),
        ON_STAGE(death_between_the_steps_of_a_lonely_scenario_is_a_fail),
        ON_STAGE(death_between_the_steps_of_many_is_nobodys),
        ON_STAGE(who_was_broken_in_company_is_asked_again_alone),
        ON_STAGE(who_was_broken_alone_is_not_asked_again),
        ON_STAGE(provocation_is_never_judged_however_many_connections_break),
        ON_STAGE(provocation_that_kills_is_a_fail_of_its_case),
        ON_STAGE(missing_operation_is_not_implemented),
    };
    return RUN_TESTS(tests);
}
