/* AFL++'s hooks, called as afl-fuzz calls them: it keeps the queue entry, borrows what comes out
 * until the next call, and may hand over no second entry. */
#include "fuzz/mutator/mutator_testing.h"

#include <stdlib.h>

#define CALLS 12000U

void *afl_custom_init(void *afl, unsigned int seed);
size_t afl_custom_fuzz(void *state, uint8_t *data, size_t size, uint8_t **out, uint8_t *other,
                       size_t other_size, size_t max_size);
void afl_custom_deinit(void *state);

static const struct ssmspec_view inputs[] = {
    SSMSPEC_VIEW_INIT("{"),        SSMSPEC_VIEW_INIT("x"),       SSMSPEC_VIEW_INIT(""),
    SSMSPEC_VIEW_INIT(SMALL_SEED), SSMSPEC_VIEW_INIT(RICH_SEED), SSMSPEC_VIEW_INIT("\xff\xff\xff"),
};
static const size_t rooms[] = {1, 2, 3, 60, 200, 1024, ROOM};
#define INPUT_COUNT (sizeof inputs / sizeof *inputs)
#define ROOM_COUNT (sizeof rooms / sizeof *rooms)

/* In a block of its exact size; free() it. */
static uint8_t *block_of(struct ssmspec_view input) {
    uint8_t *const block = malloc(input.len == 0 ? 1 : input.len);
    assert_non_null(block);
    if (input.len > 0) {
        memcpy(block, input.ptr, input.len);
    }
    return block;
}

static size_t fuzz(void *mutator, struct ssmspec_view input, struct ssmspec_view other,
                   size_t max_size, uint8_t **out) {
    uint8_t *const data = block_of(input);
    uint8_t *const second = block_of(other);
    const size_t made = afl_custom_fuzz(mutator, data, input.len, out,
                                        other.ptr == NULL ? NULL : second, other.len, max_size);
    assert_ptr_not_equal(*out, data);
    assert_true(input.len == 0 || memcmp(data, input.ptr, input.len) == 0);
    assert_true(other.len == 0 || memcmp(second, other.ptr, other.len) == 0);
    free(data);
    free(second);
    return made;
}

static void keeps_within_max_size_and_the_queue_as_it_is(void **state) {
    (void)state;
    void *const mutator = afl_custom_init(NULL, 1);
    assert_non_null(mutator);
    for (uint32_t call = 0; call < CALLS; call++) {
        const size_t max = rooms[call / INPUT_COUNT % ROOM_COUNT];
        const struct ssmspec_view other = inputs[call / 11 % INPUT_COUNT];
        uint8_t *out = NULL;
        const size_t made = fuzz(mutator, inputs[call % INPUT_COUNT], other, max, &out);
        assert_non_null(out);
        if (made == 0 || made > max) {
            fail_msg("call %u: %zu bytes of %zu", call, made, max);
        }
        /* Every byte of it can be read. */
        uint8_t *const copy = block_of((struct ssmspec_view){(const char *)out, made});
        free(copy);
    }
    afl_custom_deinit(mutator);
}

static void does_without_a_second_entry(void **state) {
    (void)state;
    void *const mutator = afl_custom_init(NULL, 2);
    const struct ssmspec_view input = SSMSPEC_VIEW(RICH_SEED);
    unsigned changed = 0;
    for (uint32_t call = 0; call < 1000; call++) {
        uint8_t *out = NULL;
        const size_t made = fuzz(mutator, input, (struct ssmspec_view){NULL, 0}, ROOM, &out);
        changed += made != input.len || memcmp(out, input.ptr, made) != 0;
    }
    assert_true(changed > 900);
    afl_custom_deinit(mutator);
}

static void gives_nothing_where_nothing_fits(void **state) {
    (void)state;
    void *const mutator = afl_custom_init(NULL, 3);
    uint8_t data[] = {'{', '}'};
    uint8_t *out = NULL;
    assert_int_equal(afl_custom_fuzz(mutator, data, sizeof data, &out, NULL, 0, 0), 0);
    assert_non_null(out);
    afl_custom_deinit(mutator);
}

/* What two mutators make of the same calls; the bytes of all are folded into one number. */
static uint64_t story_of(unsigned seed) {
    void *const mutator = afl_custom_init(NULL, seed);
    uint64_t hash = 14695981039346656037U;
    for (uint32_t call = 0; call < 2000; call++) {
        uint8_t *out = NULL;
        const size_t made = fuzz(mutator, inputs[call % INPUT_COUNT],
                                 inputs[call / INPUT_COUNT % INPUT_COUNT], ROOM, &out);
        for (size_t i = 0; i < made; i++) {
            hash = (hash << 7 | hash >> 57) ^ out[i];
        }
    }
    afl_custom_deinit(mutator);
    return hash;
}

static void tells_the_same_story_for_the_same_seed(void **state) {
    (void)state;
    assert_true(story_of(7) == story_of(7));
    assert_true(story_of(7) != story_of(8));
}

static void ends_without_having_begun(void **state) {
    (void)state;
    afl_custom_deinit(NULL);
    afl_custom_deinit(afl_custom_init(NULL, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_within_max_size_and_the_queue_as_it_is),
        cmocka_unit_test(does_without_a_second_entry),
        cmocka_unit_test(gives_nothing_where_nothing_fits),
        cmocka_unit_test(tells_the_same_story_for_the_same_seed),
        cmocka_unit_test(ends_without_having_begun),
    };
    return RUN_TESTS(tests);
}
