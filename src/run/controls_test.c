/* Which controls are sent, and whose answer is whose. */
#include "src/run/controls.h"

#include "src/run/studio_testing.h"

#include <stdlib.h>

#define AIMED(text) \
    { .target = SSMSPEC_VIEW_INIT("Studio.Paint"), .body = SSMSPEC_VIEW_INIT(text) }
#define WIPING(text) \
    { .target = SSMSPEC_VIEW_INIT("Studio.Wipe"), .body = SSMSPEC_VIEW_INIT(text) }

/* The cases: two of one control, one of the same bytes for another operation, one without, one
 * whose control is the others' foil, one that is never needed. */
enum { FIRST, SECOND, WIPED, BARE, FOILED, SPARED, CASES };
static const struct ssmspec_case case_rows[] = {
    [FIRST] = {.control_kind = SSMSPEC_CONTROL_ACCEPTED,
               .output = &output,
               .control = AIMED("{\"Size\":5}"),
               .foil = AIMED("{\"Size\":[]}")},
    [SECOND] = {.control_kind = SSMSPEC_CONTROL_ACCEPTED,
                .output = &output,
                .control = AIMED("{\"Size\":5}"),
                .foil = AIMED("{\"Size\":[]}")},
    [WIPED] = {.control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = WIPING("{\"Size\":5}")},
    [BARE] = {.control = AIMED("{\"Size\":6}")},
    [FOILED] = {.control_kind = SSMSPEC_CONTROL_FOIL,
                .output = &output,
                .control = AIMED("{\"Size\":[]}")},
    [SPARED] = {.control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = AIMED("{\"Size\":8}")},
};
static const bool is_sent[] = {true, true, true, true, true, false};
static const struct ssmspec_cases cases = {case_rows, CASES};

struct world {
    struct studio studio;
    struct line line;
    struct ssmspec_arena arena;
    struct ssmspec_bindings bindings;
    struct ssmspec_ledger ledger;
    struct ssmspec_controls controls;
    enum ssmspec_carried carried;
};

static int set_up(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    ssmspec_bindings_init(&world->bindings, &world->arena);
    world->line.studio = &world->studio;
    ASSERT_OK(ssmspec_controls_list(&cases, is_sent, &world->arena, &world->controls));
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

static enum ssmspec_err keep(void *context, const struct ssmspec_carriage *carriage) {
    struct world *world = context;
    const struct ssmspec_secrets secrets = {NULL, 0};
    return ssmspec_controls_keep(&world->controls, carriage->index, carriage, &secrets,
                                 &world->arena);
}

static void send(struct world *world,
                 const struct ssmspec_response *(*answer)(struct studio *, struct ssmspec_view)) {
    world->studio.answer = answer;
    const struct ssmspec_transporter transporter = {
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    const struct ssmspec_pump_options options = {.suite = &suite,
                                                 .bindings = &world->bindings,
                                                 .transporter = &transporter,
                                                 .jobs = 1,
                                                 .ledger = &world->ledger};
    struct ssmspec_carrier carrier = {.sentinel = AIMED("{\"Size\":7}")};
    ASSERT_OK(ssmspec_pump_new(&options, &carrier.pump));
    struct ssmspec_errand errands[CASES];
    for (size_t i = 0; i < world->controls.count; i++) {
        errands[i] =
            (struct ssmspec_errand){.request = world->controls.rows[i].request, .index = i};
    }
    ASSERT_OK(
        ssmspec_carry(&carrier, errands, world->controls.count, keep, world, &world->carried));
    ssmspec_pump_free(carrier.pump);
}

static void the_same_bytes_are_sent_once(void **state) {
    struct world *world = *state;
    const struct ssmspec_controls *controls = &world->controls;
    assert_int_equal(controls->count, 3);
    assert_int_equal(controls->of_case[FIRST], controls->of_case[SECOND]);
    assert_int_equal(controls->foil_of_case[FIRST], controls->foil_of_case[SECOND]);
    assert_int_equal(controls->foil_of_case[FIRST], controls->of_case[FOILED]);
    assert_int_not_equal(controls->of_case[FIRST], controls->foil_of_case[FIRST]);
    send(world, answer_well);
    assert_int_equal(world->studio.requests, 3);
}

static void the_same_body_for_another_operation_is_another_control(void **state) {
    const struct world *world = *state;
    assert_int_not_equal(world->controls.of_case[FIRST], world->controls.of_case[WIPED]);
}

static void what_nobody_needs_is_not_listed(void **state) {
    const struct world *world = *state;
    assert_true(world->controls.of_case[BARE] == SSMSPEC_NO_CONTROL_INDEX);
    assert_true(world->controls.of_case[SPARED] == SSMSPEC_NO_CONTROL_INDEX);
    assert_true(world->controls.foil_of_case[WIPED] == SSMSPEC_NO_CONTROL_INDEX);
    assert_null(ssmspec_control_of(&world->controls, BARE));
    assert_null(ssmspec_foil_of(&world->controls, BARE));
    assert_null(ssmspec_control_seen(&world->controls, BARE));
}

static void an_answer_is_there_once_it_was_sent(void **state) {
    struct world *world = *state;
    assert_null(ssmspec_control_of(&world->controls, FIRST));
    assert_null(ssmspec_control_seen(&world->controls, FIRST));
    send(world, answer_well);
    assert_int_equal(world->carried, SSMSPEC_CARRIED_ALL);
    assert_true(ssmspec_control_of(&world->controls, SECOND)->is_success);
    assert_int_equal(ssmspec_control_seen(&world->controls, SECOND)->status, 200);
    ASSERT_VIEW(ssmspec_foil_of(&world->controls, SECOND)->answer.error, "SerializationException");
    ASSERT_VIEW(ssmspec_control_seen(&world->controls, FOILED)->error, "SerializationException");
    assert_int_equal(ssmspec_controls_killer(&world->controls, CASES), CASES);
}

static void a_success_is_measured_by_the_output_of_its_case(void **state) {
    struct world *world = *state;
    send(world, accept_all);
    assert_false(ssmspec_control_of(&world->controls, FIRST)->is_success); /* Size is missing */
    assert_false(ssmspec_foil_of(&world->controls, FIRST)->is_success);
    assert_true(ssmspec_control_of(&world->controls, WIPED)->is_success);
}

static void the_first_case_that_leans_on_a_killer_is_named(void **state) {
    struct world *world = *state;
    send(world, die_of_bases);
    assert_int_equal(world->carried, SSMSPEC_CARRIED_DEAD);
    assert_int_equal(ssmspec_controls_killer(&world->controls, CASES), FIRST);
    assert_null(ssmspec_control_of(&world->controls, FOILED)); /* not sent any more */
}

static void a_foil_can_be_the_killer(void **state) {
    struct world *world = *state;
    send(world, die_of_lists);
    assert_int_equal(world->carried, SSMSPEC_CARRIED_DEAD);
    assert_int_equal(ssmspec_controls_killer(&world->controls, CASES), FIRST);
    assert_true(ssmspec_control_of(&world->controls, FIRST)->is_success);
}

static bool is_waiting(const struct ssmspec_errand *errand) {
    return (errand->awaits[0] != NULL && !*errand->awaits[0]) ||
           (errand->awaits[1] != NULL && !*errand->awaits[1]);
}

static void a_case_awaits_its_control_and_its_foil(void **state) {
    struct world *world = *state;
    const struct ssmspec_errand first =
        ssmspec_controls_errand(&world->controls, &case_rows[FIRST], FIRST);
    const struct ssmspec_errand bare =
        ssmspec_controls_errand(&world->controls, &case_rows[BARE], BARE);
    assert_false(is_waiting(&bare));
    assert_true(is_waiting(&first));
    world->controls.rows[world->controls.of_case[FIRST]].is_in = true;
    assert_true(is_waiting(&first));
    world->controls.rows[world->controls.foil_of_case[FIRST]].is_in = true;
    assert_false(is_waiting(&first));
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(the_same_bytes_are_sent_once),
        IN_WORLD(the_same_body_for_another_operation_is_another_control),
        IN_WORLD(what_nobody_needs_is_not_listed),
        IN_WORLD(an_answer_is_there_once_it_was_sent),
        IN_WORLD(a_success_is_measured_by_the_output_of_its_case),
        IN_WORLD(the_first_case_that_leans_on_a_killer_is_named),
        IN_WORLD(a_foil_can_be_the_killer),
        IN_WORLD(a_case_awaits_its_control_and_its_foil),
    };
    return RUN_TESTS(tests);
}
