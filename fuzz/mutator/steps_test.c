#include "fuzz/mutator/steps.h"

#include "fuzz/sequence/kinds.h"
#include "src/base/testing.h"

#include <stdlib.h>

#define SEEDS 20000U
#define ROOM 96

/* In a block of exactly max bytes, so that a sanitizer sees one too many. */
static size_t mutate_exactly(size_t size, size_t max, uint32_t seed) {
    uint8_t *const data = calloc(1, max == 0 ? 1 : max);
    assert_non_null(data);
    const size_t made = ssmspec_steps_mutate(data, size, max, seed);
    free(data);
    return made;
}

static void gives_whole_steps_within_its_bounds(void **state) {
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t max = seed % ROOM;
        const size_t made = mutate_exactly(seed / ROOM % (max + 1), max, seed);
        assert_true(made <= max && made % SSMSPEC_STEP_BYTES == 0);
        assert_true((made == 0) == (max < SSMSPEC_STEP_BYTES));
    }
}

static void gives_the_same_for_the_same_seed(void **state) {
    (void)state;
    for (uint32_t seed = 0; seed < 1000; seed++) {
        uint8_t first[ROOM] = {1, 2, 3, 4, 5, 6, 7, 8};
        uint8_t second[ROOM] = {1, 2, 3, 4, 5, 6, 7, 8};
        const size_t size = ssmspec_steps_mutate(first, 8, ROOM, seed);
        assert_int_equal(ssmspec_steps_mutate(second, 8, ROOM, seed), size);
        assert_memory_equal(first, second, size);
    }
}

static void makes_steps_of_every_kind(void **state) {
    (void)state;
    unsigned kinds = 0;
    for (uint32_t seed = 0; seed < 1000; seed++) {
        uint8_t data[ROOM];
        const size_t size = ssmspec_steps_mutate(data, 0, ROOM, seed);
        for (size_t i = 0; i < size; i += SSMSPEC_STEP_BYTES) {
            kinds |= 1U << data[i] % SSMSPEC_STEP_KINDS;
        }
    }
    assert_int_equal(kinds, 1U << SSMSPEC_STEP_SEND | 1U << SSMSPEC_STEP_CANCEL |
                                1U << SSMSPEC_STEP_LIST | 1U << SSMSPEC_STEP_LIST_INVOCATIONS |
                                1U << SSMSPEC_STEP_GET | 1U << SSMSPEC_STEP_WAIT);
}

#define THREE_SENDS \
    { 0, 101, 0, 0, 0, 102, 0, 0, 0, 103, 0, 0 }

/* A step that was put at the end, or NULL. */
static const uint8_t *added(const uint8_t data[ROOM], size_t size, size_t before) {
    const uint8_t sends[] = THREE_SENDS;
    const bool is_added = size > before && memcmp(data, sends, sizeof sends) == 0;
    return is_added ? data + size - SSMSPEC_STEP_BYTES : NULL;
}

static void names_what_was_sent_before(void **state) {
    (void)state;
    size_t count = 0;
    size_t named = 0;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        uint8_t data[ROOM] = THREE_SENDS;
        const size_t size = ssmspec_steps_mutate(data, 12, ROOM, seed);
        const uint8_t *const last = added(data, size, 12);
        if (last != NULL && last[0] >= SSMSPEC_STEP_CANCEL && last[0] != SSMSPEC_STEP_WAIT) {
            count++;
            named += last[1] < 3;
        }
    }
    assert_true(count > 1000 && named * 2 > count);
}

static void does_the_same_again_later(void **state) {
    (void)state;
    size_t count = 0;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        uint8_t data[ROOM] = THREE_SENDS;
        const size_t size = ssmspec_steps_mutate(data, 12, ROOM, seed);
        const uint8_t *const last = added(data, size, 16);
        count += last != NULL && *(last - SSMSPEC_STEP_BYTES) == SSMSPEC_STEP_WAIT &&
                 last[0] == 0 && last[1] > 100;
    }
    assert_true(count > 100);
}

static void crosses_steps_of_both_in_their_order(void **state) {
    (void)state;
    static const uint8_t a[] = {1, 1, 1, 1, 2, 2, 2, 2, 3};
    static const uint8_t b[] = {11, 11, 11, 11, 12, 12, 12, 12};
    unsigned mixed = 0;
    for (uint32_t seed = 0; seed < 1000; seed++) {
        uint8_t out[ROOM];
        const size_t room = seed % 24;
        const size_t size = ssmspec_steps_cross_over(a, sizeof a, b, sizeof b, out, room, seed);
        assert_true(size <= room && size % SSMSPEC_STEP_BYTES == 0);
        uint8_t last[2] = {0, 10};
        unsigned seen = 0;
        for (size_t i = 0; size > SSMSPEC_STEP_BYTES && i < size; i += SSMSPEC_STEP_BYTES) {
            const size_t whose = out[i] > 10 ? 1 : 0;
            assert_true(out[i] > last[whose] && out[i] == out[i + 3]);
            last[whose] = out[i];
            seen |= 1U << whose;
        }
        mixed += seen == 3;
    }
    assert_true(mixed > 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_whole_steps_within_its_bounds),
        cmocka_unit_test(gives_the_same_for_the_same_seed),
        cmocka_unit_test(makes_steps_of_every_kind),
        cmocka_unit_test(names_what_was_sent_before),
        cmocka_unit_test(does_the_same_again_later),
        cmocka_unit_test(crosses_steps_of_both_in_their_order),
    };
    return RUN_TESTS(tests);
}
