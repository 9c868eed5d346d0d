/* The run loop against invented endpoints: what it blames, what it leaves open, when it stops. */
#include "src/base/testing.h"
#include "src/run/run.h"
#include "src/run/studio_testing.h"

#include <stdlib.h>

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_cases cases;
    struct ssmspec_bindings bindings;
    struct ssmspec_ledger ledger;
    struct ssmspec_run_outcome outcome;
    struct studio studio;
    struct line line;
};

static int set_up(void **state) {
    struct world *world = calloc(1, sizeof *world);
    ssmspec_bindings_init(&world->bindings, &world->arena);
    ASSERT_OK(ssmspec_cases_derive(&suite, &world->arena, &world->cases, &world->why));
    world->line.studio = &world->studio;
    *state = world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_ledger_clear(&world->ledger);
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    free(world);
    return 0;
}

static void run(struct world *world,
                const struct ssmspec_response *(*answer)(struct studio *, struct ssmspec_view),
                size_t jobs, enum ssmspec_effect effects) {
    const struct ssmspec_selection all = {0};
    struct ssmspec_plan plan;
    ASSERT_OK(ssmspec_plan_make(&suite, &world->cases, &all, &world->bindings, effects,
                                &world->arena, &plan, &world->why));
    world->studio.answer = answer;
    const struct ssmspec_transporter transporter = {
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    const struct ssmspec_view secret = SSMSPEC_VIEW("TOPSECRET");
    const struct ssmspec_run_options options = {.suite = &suite,
                                                .plan = &plan,
                                                .bindings = &world->bindings,
                                                .transporter = &transporter,
                                                .jobs = jobs,
                                                .seed = 7,
                                                .secrets = {&secret, 1}};
    ASSERT_OK(ssmspec_run(&options, &world->ledger, &world->arena, &world->outcome));
}

static size_t count(const struct world *world, enum ssmspec_outcome_verdict verdict) {
    size_t found = 0;
    for (size_t i = 0; i < world->outcome.count; i++) {
        found += world->outcome.results[i].verdict.verdict == verdict;
    }
    return found;
}

static const struct ssmspec_result *result(const struct world *world, const char *id) {
    for (size_t i = 0; i < world->outcome.count; i++) {
        if (ssmspec_view_is(world->outcome.results[i].id, id)) {
            return &world->outcome.results[i];
        }
    }
    fail_msg("no result for %s", id);
    return NULL;
}

static void sound_endpoint_passes_every_case(void **state) {
    struct world *world = *state;
    run(world, answer_well, 4, SSMSPEC_EFFECT_EXECUTE);
    assert_true(world->outcome.is_complete);
    assert_int_equal(world->outcome.count, world->cases.count);
    assert_int_equal(count(world, SSMSPEC_FAIL), 0);
    assert_int_equal(count(world, SSMSPEC_INCONCLUSIVE), 0);
    assert_int_equal(result(world, "paint/-/error-map/live")->verdict.verdict, SSMSPEC_PASS);
    assert_int_equal(result(world, "paint/Size/range/above-max")->verdict.verdict, SSMSPEC_PASS);
    assert_true(result(world, "paint/Size/range/above-max")->has_control);
}

static void results_come_in_suite_order(void **state) {
    struct world *world = *state;
    run(world, answer_well, 4, SSMSPEC_EFFECT_EXECUTE);
    for (size_t i = 0; i < world->outcome.count; i++) {
        ASSERT_VIEW(world->outcome.results[i].id, world->cases.rows[i].id);
    }
}

static void what_needs_a_wire_is_skipped_where_there_is_none(void **state) {
    struct world *world = *state;
    run(world, answer_well, 1, SSMSPEC_EFFECT_NONE);
    const struct ssmspec_result *skipped = result(world, "any/-/http/wire");
    assert_int_equal(skipped->verdict.verdict, SSMSPEC_SKIP);
    assert_true(says(skipped->verdict.text, "wire"));
}

static void effects_above_the_limit_are_skipped_with_the_flag(void **state) {
    struct world *world = *state;
    run(world, answer_well, 1, SSMSPEC_EFFECT_NONE);
    const struct ssmspec_result *skipped = result(world, "paint/-/error-map/live");
    assert_int_equal(skipped->verdict.verdict, SSMSPEC_SKIP);
    assert_true(says(skipped->verdict.text, "--effects execute"));
}

static void refusing_everything_earns_no_pass(void **state) {
    struct world *world = *state;
    run(world, refuse_all, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_PASS), 0);
    assert_true(count(world, SSMSPEC_FAIL) > 0);
    assert_true(count(world, SSMSPEC_INCONCLUSIVE) > 0);
}

static void accepting_everything_earns_no_pass(void **state) {
    struct world *world = *state;
    run(world, accept_all, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_PASS), 0);
    assert_true(count(world, SSMSPEC_FAIL) > 0);
}

static void missing_operation_is_one_fail_and_else_not_implemented(void **state) {
    struct world *world = *state;
    run(world, miss_operation, 1, SSMSPEC_EFFECT_EXECUTE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 1);
    assert_int_equal(result(world, "paint/-/http/implemented")->verdict.verdict, SSMSPEC_FAIL);
    assert_int_equal(result(world, "any/-/http/frame")->verdict.verdict, SSMSPEC_INCONCLUSIVE);
    assert_int_equal(count(world, SSMSPEC_NOT_IMPLEMENTED),
                     world->cases.count - 3);    /* nor is there a wire */
    assert_int_equal(world->studio.requests, 3); /* the base, the frame case and its control */
}

static void refused_credentials_make_the_endpoint_unusable(void **state) {
    struct world *world = *state;
    run(world, know_nobody, 1, SSMSPEC_EFFECT_EXECUTE);
    assert_true(world->outcome.is_unusable);
    assert_non_null(strstr(world->outcome.stop_reason, "UnrecognizedClientException"));
    assert_int_equal(world->outcome.count, 0);
}

static void dead_endpoint_is_unusable(void **state) {
    struct world *world = *state;
    world->studio.is_dead = true;
    run(world, answer_well, 1, SSMSPEC_EFFECT_EXECUTE);
    assert_true(world->outcome.is_unusable);
    assert_false(world->outcome.is_complete);
}

static void request_that_kills_is_a_fail_of_its_case(void **state) {
    struct world *world = *state;
    run(world, die_of_lists, 1, SSMSPEC_EFFECT_NONE);
    const struct ssmspec_result *killer = result(world, "paint/Size/type/list");
    assert_int_equal(killer->verdict.verdict, SSMSPEC_FAIL);
    assert_string_equal(killer->verdict.code, "endpoint-died");
    assert_false(world->outcome.is_complete);
    assert_false(world->outcome.is_unusable);
}

static void several_under_way_are_not_blamed_for_a_death(void **state) {
    struct world *world = *state;
    run(world, die_of_lists, 4, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 0);
    assert_true(count(world, SSMSPEC_INCONCLUSIVE) > 0);
    assert_true(world->outcome.is_unusable);
}

static void request_answered_before_the_death_does_not_pass_the_blame_on(void **state) {
    struct world *world = *state;
    run(world, die_after_lists, 2, SSMSPEC_EFFECT_NONE);
    assert_true(world->studio.has_answered_killer);
    assert_int_equal(count(world, SSMSPEC_FAIL), 0);
    assert_true(world->outcome.is_unusable);
}

static void base_that_kills_is_a_fail_of_its_operation(void **state) {
    struct world *world = *state;
    run(world, die_of_bases, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(world->outcome.count, 1);
    assert_string_equal(result(world, "paint/-/http/implemented")->verdict.code, "endpoint-died");
    assert_false(world->outcome.is_unusable);
}

static void control_that_kills_is_a_fail_of_a_case_that_leans_on_it(void **state) {
    struct world *world = *state;
    run(world, die_of_foils, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 1);
    assert_false(world->outcome.is_unusable);
    assert_false(world->outcome.is_complete);
}

static void what_a_later_control_spoils_is_not_blamed_on_cases_before_it(void **state) {
    struct world *world = *state;
    run(world, spoil_of_foils, 4, SSMSPEC_EFFECT_NONE);
    assert_true(world->studio.is_spoilt);
    assert_int_equal(result(world, "any/-/http/frame")->verdict.verdict, SSMSPEC_PASS);
}

static void echoed_secrets_reach_no_result(void **state) {
    struct world *world = *state;
    run(world, echo_secrets, 1, SSMSPEC_EFFECT_NONE);
    assert_true(world->outcome.count > 0);
    size_t masked = 0;
    for (size_t i = 0; i < world->outcome.count; i++) {
        const struct ssmspec_view message = world->outcome.results[i].actual.message;
        assert_false(says(message, "TOPSECRET"));
        masked += says(message, "you sent *********");
    }
    assert_true(masked > 0);
}

static void hanging_up_is_blamed_on_the_request_even_among_others(void **state) {
    struct world *world = *state;
    run(world, hang_up_on_lists, 4, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 1);
    assert_int_equal(result(world, "paint/Size/type/list")->verdict.verdict, SSMSPEC_FAIL);
    assert_true(world->outcome.is_complete);
}

static void every_command_seen_is_ended(void **state) {
    struct world *world = *state;
    run(world, answer_well, 2, SSMSPEC_EFFECT_EXECUTE);
    const size_t seen = world->ledger.count;
    assert_true(seen > 0);
    const struct ssmspec_transporter transporter = {
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    size_t left = 99;
    ASSERT_OK(
        ssmspec_ledger_sweep(&world->ledger, &suite, &world->bindings, &transporter, 5.0, &left));
    assert_int_equal(left, 0);
    assert_int_equal(world->studio.ended, seen);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(sound_endpoint_passes_every_case),
        IN_WORLD(results_come_in_suite_order),
        IN_WORLD(what_needs_a_wire_is_skipped_where_there_is_none),
        IN_WORLD(effects_above_the_limit_are_skipped_with_the_flag),
        IN_WORLD(refusing_everything_earns_no_pass),
        IN_WORLD(accepting_everything_earns_no_pass),
        IN_WORLD(missing_operation_is_one_fail_and_else_not_implemented),
        IN_WORLD(refused_credentials_make_the_endpoint_unusable),
        IN_WORLD(dead_endpoint_is_unusable),
        IN_WORLD(request_that_kills_is_a_fail_of_its_case),
        IN_WORLD(several_under_way_are_not_blamed_for_a_death),
        IN_WORLD(request_answered_before_the_death_does_not_pass_the_blame_on),
        IN_WORLD(base_that_kills_is_a_fail_of_its_operation),
        IN_WORLD(control_that_kills_is_a_fail_of_a_case_that_leans_on_it),
        IN_WORLD(what_a_later_control_spoils_is_not_blamed_on_cases_before_it),
        IN_WORLD(echoed_secrets_reach_no_result),
        IN_WORLD(hanging_up_is_blamed_on_the_request_even_among_others),
        IN_WORLD(every_command_seen_is_ended),
    };
    return RUN_TESTS(tests);
}
