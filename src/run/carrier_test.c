/* Carrying errands to invented endpoints: who is blamed for a broken connection, and who is not. */
#include "src/run/carrier.h"

#include "src/base/clock.h"
#include "src/run/studio_testing.h"

#include <stdlib.h>

#define ERRANDS_MAX 8

static const struct ssmspec_request fine = {.body = SSMSPEC_VIEW_INIT("{\"Size\":5}")};
static const struct ssmspec_request list = {.body = SSMSPEC_VIEW_INIT("{\"Size\":[]}")};
static const struct ssmspec_request live = {
    .body = SSMSPEC_VIEW_INIT("{\"Size\":4,\"Id\":\"${live_command}\"}")};

/* What was taken of each errand, by index. */
struct note {
    unsigned times;
    enum ssmspec_transport transport;
    bool has_killed, is_suspect, is_missing;
};

struct world {
    struct studio studio;
    struct line line;
    struct ssmspec_arena arena;
    struct ssmspec_bindings bindings;
    struct ssmspec_ledger ledger;
    struct ssmspec_transporter transporter;
    struct ssmspec_carrier carrier;
    struct note notes[ERRANDS_MAX];
    enum ssmspec_carried carried;
    bool is_in; /* what errands await */
};

static int set_up(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    ssmspec_bindings_init(&world->bindings, &world->arena);
    world->line.studio = &world->studio;
    world->transporter = (struct ssmspec_transporter){
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    world->carrier.sentinel = (struct ssmspec_request){.body = SSMSPEC_VIEW("{\"Size\":7}")};
    *state = world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_pump_free(world->carrier.pump);
    ssmspec_ledger_clear(&world->ledger);
    ssmspec_arena_clear(&world->arena);
    free(world);
    return 0;
}

static enum ssmspec_err take(void *context, const struct ssmspec_carriage *carriage) {
    struct world *world = context;
    struct note *note = &world->notes[carriage->index];
    *note = (struct note){.times = note->times + 1,
                          .transport = carriage->exchange->transport,
                          .has_killed = carriage->has_killed,
                          .is_suspect = carriage->is_suspect,
                          .is_missing = carriage->missing != NULL};
    return SSMSPEC_OK;
}

/* kinds: one letter an errand: f fine, l a list, c on a live command. */
static void carry(struct world *world,
                  const struct ssmspec_response *(*answer)(struct studio *, struct ssmspec_view),
                  size_t jobs, const char *kinds) {
    world->studio.answer = answer;
    const struct ssmspec_pump_options options = {.suite = &suite,
                                                 .bindings = &world->bindings,
                                                 .transporter = &world->transporter,
                                                 .jobs = jobs,
                                                 .ledger = &world->ledger};
    ASSERT_OK(ssmspec_pump_new(&options, &world->carrier.pump));
    struct ssmspec_errand errands[ERRANDS_MAX];
    const size_t count = strlen(kinds);
    for (size_t i = 0; i < count; i++) {
        const struct ssmspec_request *request = kinds[i] == 'l' ? &list : &fine;
        errands[i] =
            (struct ssmspec_errand){.request = kinds[i] == 'c' ? &live : request, .index = i};
    }
    ASSERT_OK(ssmspec_carry(&world->carrier, errands, count, take, world, &world->carried));
}

/* wanted: one digit an errand, how often it was taken. */
static void assert_taken(const struct world *world, const char *wanted) {
    for (size_t i = 0; wanted[i] != '\0'; i++) {
        if (world->notes[i].times != (unsigned)(wanted[i] - '0')) {
            fail_msg("errand %zu was taken %u times, not %c", i, world->notes[i].times, wanted[i]);
        }
    }
}

/* The first list breaks its connection, and so do the next two requests whatever they are. */
static const struct ssmspec_response *faint_at_lists(struct studio *studio,
                                                     struct ssmspec_view body) {
    if (!studio->is_spoilt && says(body, "[")) {
        studio->is_spoilt = true;
        studio->ended = 3;
    }
    if (studio->ended > 0) {
        studio->ended--;
        return NULL;
    }
    return answer_well(studio, body);
}

/* Survives one list, not the second. */
static const struct ssmspec_response *die_of_two_lists(struct studio *studio,
                                                       struct ssmspec_view body) {
    if (!says(body, "[")) {
        return answer_well(studio, body);
    }
    studio->is_dead = studio->is_spoilt;
    studio->is_spoilt = true;
    return NULL;
}

static void every_errand_is_taken_once(void **state) {
    struct world *world = *state;
    carry(world, answer_well, 3, "ffcfl");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_ALL);
    assert_taken(world, "11111");
    assert_int_equal(world->studio.requests, 6); /* a start besides */
}

/* When the first errand is taken nothing else was sent yet. */
static enum ssmspec_err take_in_turn(void *context, const struct ssmspec_carriage *carriage) {
    struct world *world = context;
    if (carriage->index == 0) {
        assert_int_equal(world->studio.requests, 1);
        world->is_in = true;
    }
    return take(world, carriage);
}

static void carry_waiting(struct world *world, const struct ssmspec_errand *errands, size_t count,
                          enum ssmspec_err wanted) {
    const struct ssmspec_pump_options options = {.suite = &suite,
                                                 .bindings = &world->bindings,
                                                 .transporter = &world->transporter,
                                                 .jobs = 3,
                                                 .ledger = &world->ledger};
    ASSERT_OK(ssmspec_pump_new(&options, &world->carrier.pump));
    assert_int_equal(
        ssmspec_carry(&world->carrier, errands, count, take_in_turn, world, &world->carried),
        wanted);
}

/* Though there are places free for all three. */
static void what_awaits_another_is_sent_behind_it(void **state) {
    struct world *world = *state;
    world->studio.answer = answer_well;
    const struct ssmspec_errand errands[] = {
        {.request = &fine, .index = 0},
        {.request = &fine, .index = 1, .awaits = {NULL, &world->is_in}},
        {.request = &fine, .index = 2, .awaits = {&world->is_in}},
    };
    carry_waiting(world, errands, 3, SSMSPEC_OK);
    assert_taken(world, "111");
    assert_int_equal(world->studio.requests, 3);
}

static void waiting_for_nobody_ends(void **state) {
    struct world *world = *state;
    world->studio.answer = answer_well;
    const struct ssmspec_errand errand = {.request = &fine, .index = 1, .awaits = {&world->is_in}};
    carry_waiting(world, &errand, 1, SSMSPEC_ERR_USAGE);
    assert_taken(world, "00");
}

static void who_was_alone_has_killed(void **state) {
    struct world *world = *state;
    carry(world, die_of_lists, 1, "flf");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_DEAD);
    assert_taken(world, "110");
    assert_true(world->notes[1].has_killed);
    assert_false(world->notes[1].is_suspect);
    assert_false(world->notes[0].has_killed);
}

static void who_had_company_is_a_suspect_of_an_endpoint_that_stays_away(void **state) {
    struct world *world = *state;
    carry(world, die_of_lists, 4, "flff");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_DEAD);
    assert_taken(world, "1111");
    for (size_t i = 1; i < 4; i++) {
        assert_true(world->notes[i].is_suspect);
        assert_false(world->notes[i].has_killed);
    }
    assert_false(world->notes[0].is_suspect);
}

static void suspects_are_carried_again_one_at_a_time(void **state) {
    struct world *world = *state;
    carry(world, die_of_two_lists, 4, "flff");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_DEAD);
    assert_taken(world, "1111");
    assert_true(world->notes[1].has_killed);
    assert_int_equal(world->notes[2].transport, SSMSPEC_DELIVERED);
    assert_int_equal(world->notes[3].transport, SSMSPEC_DELIVERED);
}

static void who_only_loses_its_own_connection_has_killed_nobody(void **state) {
    struct world *world = *state;
    carry(world, hang_up_on_lists, 4, "flff");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_ALL);
    assert_taken(world, "1111");
    assert_int_equal(world->notes[1].transport, SSMSPEC_CLOSED);
    assert_false(world->notes[1].has_killed || world->notes[1].is_suspect);
}

static void an_endpoint_that_comes_back_in_time_is_alive(void **state) {
    struct world *world = *state;
    world->carrier.revival_seconds = 5;
    carry(world, faint_at_lists, 1, "lf");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_ALL);
    assert_taken(world, "11");
    assert_false(world->notes[0].has_killed);
    assert_int_equal(world->studio.requests, 5); /* three signs of life were asked for */
}

static void what_was_never_reached_has_killed_nobody(void **state) {
    struct world *world = *state;
    world->studio.is_dead = true;
    carry(world, answer_well, 1, "ff");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_DEAD);
    assert_taken(world, "10");
    assert_int_equal(world->notes[0].transport, SSMSPEC_UNREACHABLE);
    assert_false(world->notes[0].has_killed);
    assert_true(world->notes[0].is_suspect);
}

static void nothing_is_sent_after_the_deadline(void **state) {
    struct world *world = *state;
    world->carrier.deadline = ssmspec_clock_seconds() - 1;
    assert_true(ssmspec_carrier_is_late(&world->carrier));
    carry(world, answer_well, 1, "ff");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_LATE);
    assert_taken(world, "00");
    assert_int_equal(world->studio.requests, 0);
}

static void a_start_that_fails_is_said_not_blamed(void **state) {
    struct world *world = *state;
    carry(world, refuse_all, 1, "cf");
    assert_int_equal(world->carried, SSMSPEC_CARRIED_ALL);
    assert_taken(world, "11");
    assert_true(world->notes[0].is_missing);
    assert_false(world->notes[1].is_missing);
}

static void a_kept_exchange_outlives_its_bytes(void **state) {
    struct world *world = *state;
    char name[] = "Name";
    char value[] = "value";
    char body[] = "{}";
    const struct ssmspec_header headers[] = {{ssmspec_view_of(name), ssmspec_view_of(value)}};
    const struct ssmspec_exchange exchange = {
        .transport = SSMSPEC_DELIVERED,
        .response = {
            .status = 200, .headers = headers, .header_count = 1, .body = ssmspec_view_of(body)}};
    struct ssmspec_exchange kept;
    ASSERT_OK(ssmspec_exchange_keep(&exchange, &world->arena, &kept));
    memset(name, 'x', sizeof name);
    memset(value, 'x', sizeof value);
    memset(body, 'x', sizeof body);
    assert_int_equal(kept.response.status, 200);
    ASSERT_VIEW(kept.response.headers[0].name, "Name");
    ASSERT_VIEW(kept.response.headers[0].value, "value");
    ASSERT_VIEW(kept.response.body, "{}");
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(every_errand_is_taken_once),
        IN_WORLD(what_awaits_another_is_sent_behind_it),
        IN_WORLD(waiting_for_nobody_ends),
        IN_WORLD(who_was_alone_has_killed),
        IN_WORLD(who_had_company_is_a_suspect_of_an_endpoint_that_stays_away),
        IN_WORLD(suspects_are_carried_again_one_at_a_time),
        IN_WORLD(who_only_loses_its_own_connection_has_killed_nobody),
        IN_WORLD(an_endpoint_that_comes_back_in_time_is_alive),
        IN_WORLD(what_was_never_reached_has_killed_nobody),
        IN_WORLD(nothing_is_sent_after_the_deadline),
        IN_WORLD(a_start_that_fails_is_said_not_blamed),
        IN_WORLD(a_kept_exchange_outlives_its_bytes),
    };
    return RUN_TESTS(tests);
}
