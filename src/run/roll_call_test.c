/* Asking which operations are there, before any case is sent. */
#include "src/run/roll_call.h"

#include "src/run/studio_testing.h"

#include <stdlib.h>

/* A second operation, with bases of its members: one of its own, one that is the first again, one
 * that names a role. */
static const struct ssmspec_shape wipe_input = {
    .name = "WipeRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Size", .shape = &size, .base = "{\"Size\":6}"},
                    {.name = "Side", .shape = &size, .base = "{\"Size\":6}"},
                    {.name = "Wall", .shape = &size, .base = "{\"Size\":8,\"At\":\"${wall}\"}"},
                    {.name = "Mark", .shape = &size}),
};
static const struct ssmspec_operation wipe = {
    .name = "Wipe",
    .slug = "wipe",
    .input = &wipe_input,
    .output = &output,
    .base = "{\"Size\":2,\"Id\":\"${fresh_id}\"}",
    .modelled = modelled,
};
static const struct ssmspec_service both = {
    .name = "studio",
    .target_prefix = "Studio",
    .content_type = "application/x-amz-json-1.1",
    .operations = (const struct ssmspec_operation *const[]){&paint, &wipe, NULL},
    .credential_errors = SSMSPEC_NAMES("UnrecognizedClientException"),
    .throttle_errors = SSMSPEC_NAMES("ThrottlingException"),
};
static const struct ssmspec_suite two = {.service = &both};

static const struct ssmspec_step wiping[] = {{.operation = "Wipe"}};
static const struct ssmspec_scenario wiped = {.steps = wiping, .step_count = 1};
enum { PAINTS, WIPES, PAINTS_AND_WIPES, CASES };
static const struct ssmspec_case case_rows[] = {
    [PAINTS] = {.model = &paint},
    [WIPES] = {.model = &wipe},
    [PAINTS_AND_WIPES] = {.model = &paint, .scenario = &wiped},
};
static const struct ssmspec_cases cases = {case_rows, CASES};

struct world {
    struct studio studio;
    struct line line;
    struct ssmspec_arena arena;
    struct ssmspec_bindings bindings;
    struct ssmspec_ledger ledger;
    struct ssmspec_roll_call roll_call;
    bool is_chosen[CASES];
    const char *skip_reasons[CASES];
};

static int set_up(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    ssmspec_bindings_init(&world->bindings, &world->arena);
    world->line.studio = &world->studio;
    world->is_chosen[PAINTS] = true;
    world->is_chosen[WIPES] = true;
    *state = world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_ledger_clear(&world->ledger);
    ssmspec_arena_clear(&world->arena);
    free(world);
    return 0;
}

static void call(struct world *world,
                 const struct ssmspec_response *(*answer)(struct studio *, struct ssmspec_view)) {
    world->studio.answer = answer;
    const struct ssmspec_plan plan = {
        .cases = &cases, .is_chosen = world->is_chosen, .skip_reasons = world->skip_reasons};
    const struct ssmspec_transporter transporter = {
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    const struct ssmspec_pump_options options = {.suite = &two,
                                                 .bindings = &world->bindings,
                                                 .transporter = &transporter,
                                                 .jobs = 1,
                                                 .ledger = &world->ledger};
    struct ssmspec_carrier carrier = {.sentinel = {.body = SSMSPEC_VIEW_INIT("{\"Size\":7}")}};
    const struct ssmspec_secrets secrets = {NULL, 0};
    ASSERT_OK(ssmspec_pump_new(&options, &carrier.pump));
    ASSERT_OK(ssmspec_roll_call(&two, &plan, &world->bindings, &carrier, &secrets, &world->arena,
                                &world->roll_call));
    ssmspec_pump_free(carrier.pump);
}

static void every_distinct_base_is_asked_once(void **state) {
    struct world *world = *state;
    call(world, answer_well);
    assert_int_equal(world->roll_call.count, 3);
    assert_int_equal(world->studio.requests, 3); /* Paint's, Wipe's own, and the one with 6 */
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &paint), SSMSPEC_IMPLEMENTED);
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &wipe), SSMSPEC_IMPLEMENTED);
    assert_true(ssmspec_roll_call_answer(&world->roll_call, &wipe)->is_success);
    assert_null(world->roll_call.unusable);
    assert_null(ssmspec_roll_call_killer(&world->roll_call));
}

static void a_base_that_names_a_role_is_asked_where_that_is_bound(void **state) {
    struct world *world = *state;
    ASSERT_OK(ssmspec_bindings_set(&world->bindings, SSMSPEC_VIEW("wall"), SSMSPEC_VIEW("north")));
    call(world, answer_well);
    assert_int_equal(world->studio.requests, 4);
}

static void an_operation_without_a_case_to_send_is_not_asked(void **state) {
    struct world *world = *state;
    world->skip_reasons[WIPES] = "not today";
    call(world, answer_well);
    assert_int_equal(world->studio.requests, 1);
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &wipe), SSMSPEC_NOT_ASKED);
    assert_null(ssmspec_roll_call_answer(&world->roll_call, &wipe));
}

static void an_operation_that_a_scenario_takes_is_asked(void **state) {
    struct world *world = *state;
    world->is_chosen[WIPES] = false;
    world->is_chosen[PAINTS_AND_WIPES] = true;
    call(world, answer_well);
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &wipe), SSMSPEC_IMPLEMENTED);
}

/* Has the operation only where it is asked with Size 6. */
static const struct ssmspec_response *know_only_six(struct studio *studio,
                                                    struct ssmspec_view body) {
    return says(body, ":6") ? answer_well(studio, body) : miss_operation(studio, body);
}

static void one_base_that_is_answered_makes_an_operation_implemented(void **state) {
    struct world *world = *state;
    ASSERT_OK(ssmspec_bindings_set(&world->bindings, SSMSPEC_VIEW("wall"), SSMSPEC_VIEW("north")));
    call(world, know_only_six); /* asked before and after with others */
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &paint), SSMSPEC_MISSING);
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &wipe), SSMSPEC_IMPLEMENTED);
    assert_null(world->roll_call.unusable);
}

static void refusing_everything_for_its_credentials_is_unusable(void **state) {
    struct world *world = *state;
    call(world, know_nobody);
    assert_string_equal(world->roll_call.unusable,
                        "the endpoint answers everything with UnrecognizedClientException");
}

static const struct ssmspec_response *ask_for_patience(struct studio *studio,
                                                       struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"ThrottlingException\"}");
}

static void throttling_everything_is_unusable(void **state) {
    struct world *world = *state;
    call(world, ask_for_patience);
    assert_string_equal(world->roll_call.unusable,
                        "the endpoint answers everything with ThrottlingException");
}

static const struct ssmspec_response *know_nobody_but_six(struct studio *studio,
                                                          struct ssmspec_view body) {
    return says(body, ":6") ? answer_well(studio, body) : know_nobody(studio, body);
}

static void one_answer_is_enough_to_be_usable(void **state) {
    struct world *world = *state;
    call(world, know_nobody_but_six);
    assert_null(world->roll_call.unusable);
}

static void nobody_there_is_unusable_and_no_operation_is_blamed(void **state) {
    struct world *world = *state;
    world->studio.is_dead = true;
    call(world, answer_well);
    assert_non_null(world->roll_call.unusable);
    assert_non_null(strstr(world->roll_call.unusable, "cannot be reached"));
    assert_null(ssmspec_roll_call_killer(&world->roll_call));
}

static void a_base_that_kills_is_found(void **state) {
    struct world *world = *state;
    world->is_chosen[PAINTS] = false;
    world->is_chosen[PAINTS_AND_WIPES] = true;
    call(world, die_of_bases);
    assert_ptr_equal(ssmspec_roll_call_killer(&world->roll_call), &paint);
    assert_int_equal(ssmspec_presence_of(&world->roll_call, &wipe), SSMSPEC_NOT_ASKED);
    assert_null(world->roll_call.unusable);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(every_distinct_base_is_asked_once),
        IN_WORLD(a_base_that_names_a_role_is_asked_where_that_is_bound),
        IN_WORLD(an_operation_without_a_case_to_send_is_not_asked),
        IN_WORLD(an_operation_that_a_scenario_takes_is_asked),
        IN_WORLD(one_base_that_is_answered_makes_an_operation_implemented),
        IN_WORLD(refusing_everything_for_its_credentials_is_unusable),
        IN_WORLD(throttling_everything_is_unusable),
        IN_WORLD(one_answer_is_enough_to_be_usable),
        IN_WORLD(nobody_there_is_unusable_and_no_operation_is_blamed),
        IN_WORLD(a_base_that_kills_is_found),
    };
    return RUN_TESTS(tests);
}
