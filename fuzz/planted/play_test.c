#include "fuzz/planted/play.h"

#include "src/base/testing.h"

/* Steps that show the bug, and steps that come to its place and no further: fuzz/sequence/steps.c
 * says what their numbers mean. */
struct witness {
    const char *id;
    struct ssmspec_view shows, misses;
};

#define STEP(what, a, b, c) what a b c
#define LONG_SEND STEP("\0", "\0", "\3", "\0") /* to one node, two days of sleep */
#define LONG_SEND_TO_TWO STEP("\0", "\1", "\3", "\0")
#define SILENT_SEND STEP("\0", "\3", "\0", "\1") /* to one that never answers, 30 seconds */
#define CANCEL STEP("\2", "\0", "\0", "\0")      /* the first command */
#define CANCEL_SECOND STEP("\2", "\1", "\0", "\0")
#define CANCEL_THIRD STEP("\2", "\2", "\0", "\0")
#define CANCEL_ON_FIRST_NODE STEP("\2", "\0", "\1", "\0")
#define CANCEL_ON_UNKNOWN_NODE STEP("\2", "\0", "\5", "\0")
#define CANCEL_ON_BOTH STEP("\2", "\0", "\6", "\0")
#define FIRST_PAGE STEP("\4", "\200", "\1", "\0")
#define NEXT_PAGE STEP("\4", "\200", "\203", "\0")
#define WAIT_SECONDS STEP("\7", "\3", "\0", "\0")
#define WAIT_A_MINUTE STEP("\7", "\5", "\0", "\0")

static const struct witness witnesses[] = {
    {"subset-cancel-of-ended",
     SSMSPEC_VIEW_INIT(LONG_SEND_TO_TWO CANCEL_ON_FIRST_NODE WAIT_SECONDS CANCEL_ON_FIRST_NODE),
     SSMSPEC_VIEW_INIT(LONG_SEND_TO_TWO CANCEL_ON_FIRST_NODE)},
    {"second-cancel-restarts", SSMSPEC_VIEW_INIT(LONG_SEND CANCEL CANCEL),
     SSMSPEC_VIEW_INIT(LONG_SEND CANCEL WAIT_A_MINUTE CANCEL)},
    {"refused-cancel-half-done", SSMSPEC_VIEW_INIT(LONG_SEND CANCEL_ON_BOTH),
     SSMSPEC_VIEW_INIT(LONG_SEND CANCEL_ON_UNKNOWN_NODE)},
    {"token-across-a-send", SSMSPEC_VIEW_INIT(LONG_SEND LONG_SEND FIRST_PAGE LONG_SEND NEXT_PAGE),
     SSMSPEC_VIEW_INIT(LONG_SEND LONG_SEND FIRST_PAGE NEXT_PAGE)},
    {"cancel-of-undelivered", SSMSPEC_VIEW_INIT(SILENT_SEND WAIT_A_MINUTE CANCEL),
     SSMSPEC_VIEW_INIT(SILENT_SEND CANCEL)},
    {"middle-of-three-unlinked", SSMSPEC_VIEW_INIT(LONG_SEND LONG_SEND LONG_SEND CANCEL_SECOND),
     SSMSPEC_VIEW_INIT(LONG_SEND LONG_SEND LONG_SEND CANCEL_THIRD)},
};
#define WITNESS_COUNT (sizeof witnesses / sizeof *witnesses)

static struct ssmspec_tally play(const char *id, struct ssmspec_view steps) {
    static struct ssmspec_world world;
    struct ssmspec_ledger ledger = {.is_silent = true};
    struct ssmspec_tally tally = {0};
    ssmspec_planted_play(&ledger, &world, steps);
    for (size_t i = 0; ssmspec_planted_bugs[i].id != NULL; i++) {
        tally = strcmp(ssmspec_planted_bugs[i].id, id) == 0 ? ledger.tallies[i] : tally;
    }
    return tally;
}

static void each_bug_shows(void **state) {
    (void)state;
    for (size_t i = 0; i < WITNESS_COUNT; i++) {
        const struct ssmspec_tally tally = play(witnesses[i].id, witnesses[i].shows);
        if (tally.detected != 1) {
            fail_msg("%s: reached %d, detected %d", witnesses[i].id, (int)tally.reached,
                     (int)tally.detected);
        }
    }
}

static void what_is_near_only_reaches(void **state) {
    (void)state;
    for (size_t i = 0; i < WITNESS_COUNT; i++) {
        const struct ssmspec_tally tally = play(witnesses[i].id, witnesses[i].misses);
        if (tally.reached == 0 || tally.triggered > 0) {
            fail_msg("%s: reached %d, triggered %d", witnesses[i].id, (int)tally.reached,
                     (int)tally.triggered);
        }
    }
}

static void each_bug_of_a_sequence_has_a_witness(void **state) {
    (void)state;
    size_t count = 0;
    for (size_t i = 0; ssmspec_planted_bugs[i].id != NULL; i++) {
        count += ssmspec_planted_bugs[i].class == SSMSPEC_PLANTED_SEQUENCE;
        assert_true((ssmspec_planted_bugs[i].judge == NULL) !=
                    (ssmspec_planted_bugs[i].misread == NULL));
    }
    assert_int_equal(count, WITNESS_COUNT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_bug_shows),
        cmocka_unit_test(what_is_near_only_reaches),
        cmocka_unit_test(each_bug_of_a_sequence_has_a_witness),
    };
    return RUN_TESTS(tests);
}
