/* libFuzzer's hooks, called as the engine calls them: the data stands in a block of exactly
 * max_size bytes, so that a sanitizer sees one too many, and this file is the engine. */
#include "fuzz/mutator/mutator_testing.h"

#include <stdlib.h>

#define SEEDS 12000U

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max_out, unsigned int seed);
const char *ssmspec_fuzz_operation(void);

/* What the engine's own mutations do when they are asked. */
enum engine { ENGINE_IDLE, ENGINE_GROWS, ENGINE_SHRINKS };

static enum engine engine;
static unsigned engine_calls;

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size) {
    engine_calls++;
    assert_true(size > 0);
    assert_true(size <= max_size);
    if (engine == ENGINE_IDLE) {
        return 0;
    }
    const size_t made = engine == ENGINE_GROWS ? max_size : 1;
    memset(data, '#', made);
    return made;
}

static const char *operation;

const char *ssmspec_fuzz_operation(void) {
    return operation;
}

static const struct ssmspec_view inputs[] = {
    SSMSPEC_VIEW_INIT(""),         SSMSPEC_VIEW_INIT("x"),       SSMSPEC_VIEW_INIT("{"),
    SSMSPEC_VIEW_INIT(SMALL_SEED), SSMSPEC_VIEW_INIT(RICH_SEED), SSMSPEC_VIEW_INIT("\xff\xff\xff"),
};
static const size_t rooms[] = {1, 2, 3, 60, 200, 1024, ROOM};
#define INPUT_COUNT (sizeof inputs / sizeof *inputs)
#define ROOM_COUNT (sizeof rooms / sizeof *rooms)

static struct ssmspec_view input_of(uint32_t seed) {
    return inputs[seed % INPUT_COUNT];
}

static size_t room_of(uint32_t seed) {
    return rooms[seed / INPUT_COUNT % ROOM_COUNT];
}

/* free() the block. */
static uint8_t *mutated(struct ssmspec_view input, size_t max, uint32_t seed, size_t *made) {
    uint8_t *const data = malloc(max);
    assert_non_null(data);
    const size_t size = input.len < max ? input.len : max;
    if (size > 0) {
        memcpy(data, input.ptr, size);
    }
    *made = LLVMFuzzerCustomMutator(data, size, max, seed);
    return data;
}

static int reset(void **state) {
    (void)state;
    engine = ENGINE_IDLE;
    engine_calls = 0;
    operation = NULL;
    return 0;
}

static void keeps_within_max_size(void **state) {
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        size_t made = 0;
        engine = (enum engine)(seed / 7 % 3);
        free(mutated(input_of(seed), room_of(seed), seed, &made));
        if (made == 0 || made > room_of(seed)) {
            fail_msg("seed %u: %zu bytes of %zu", seed, made, room_of(seed));
        }
    }
}

static void gives_the_same_for_the_same_seed(void **state) {
    (void)state;
    engine = ENGINE_GROWS;
    for (uint32_t seed = 0; seed < 5000; seed++) {
        size_t made = 0;
        size_t again = 0;
        uint8_t *const first = mutated(input_of(seed), ROOM, seed, &made);
        uint8_t *const second = mutated(input_of(seed), ROOM, seed, &again);
        assert_int_equal(made, again);
        assert_memory_equal(first, second, made);
        free(first);
        free(second);
    }
}

static void makes_a_request_of_an_empty_input(void **state) {
    (void)state;
    struct reading reading = reading_new();
    unsigned requests = 0;
    operation = "CancelCommand";
    for (uint32_t seed = 0; seed < 1000; seed++) {
        size_t made = 0;
        uint8_t *const data = mutated(inputs[0], ROOM, seed, &made);
        requests +=
            read_request(&reading, "CancelCommand", data, made).outcome == SSMSPEC_PARSED ? 1 : 0;
        free(data);
    }
    assert_int_equal(engine_calls, 0);
    assert_true(requests > 500);
    reading_clear(&reading);
}

/* The harness's operation is heeded: without it most requests would be of another one. */
static void keeps_to_the_harness_s_operation(void **state) {
    (void)state;
    struct reading reading = reading_new();
    unsigned counts[2] = {0};
    for (uint32_t seed = 0; seed < 2000; seed++) {
        size_t made = 0;
        operation = seed % 2 == 0 ? NULL : "GetCommandInvocation";
        uint8_t *const data = mutated(inputs[0], ROOM, seed / 2, &made);
        counts[seed % 2] +=
            read_request(&reading, "GetCommandInvocation", data, made).outcome == SSMSPEC_PARSED;
        free(data);
    }
    assert_true(counts[1] > 2 * counts[0]);
    reading_clear(&reading);
}

/* Not where a sanitizer's comparisons would make campaigns differ. */
static void asks_the_engine_now_and_then(void **state) {
    (void)state;
    for (uint32_t seed = 0; seed < 1600; seed++) {
        size_t made = 0;
        free(mutated(SSMSPEC_VIEW(RICH_SEED), ROOM, seed, &made));
    }
    print_message("asked %u times in 1600\n", engine_calls);
    assert_true(engine_calls == 0 || (engine_calls > 50 && engine_calls < 200));
#ifndef __has_feature
    assert_true(engine_calls > 0);
#endif
}

/* Whatever the engine made of a part, what stands around it stays. */
static void lets_the_engine_change_a_part_only(void **state) {
    (void)state;
    const struct ssmspec_view input = SSMSPEC_VIEW(RICH_SEED);
    for (uint32_t seed = 0; seed < 4000; seed++) {
        const unsigned before = engine_calls;
        size_t made = 0;
        engine = seed % 2 == 0 ? ENGINE_GROWS : ENGINE_SHRINKS;
        uint8_t *const data = mutated(input, ROOM, seed, &made);
        if (engine_calls > before) {
            size_t head = 0;
            size_t tail = 0;
            while (head < made && head < input.len && data[head] == (uint8_t)input.ptr[head]) {
                head++;
            }
            while (tail < made - head && tail < input.len - head &&
                   data[made - 1 - tail] == (uint8_t)input.ptr[input.len - 1 - tail]) {
                tail++;
            }
            assert_true(head + tail + 64 >= input.len);
            assert_true(made <= input.len + 128);
        }
        free(data);
    }
}

static size_t crossed(struct ssmspec_view a, struct ssmspec_view b, uint8_t *out, size_t max,
                      uint32_t seed) {
    return LLVMFuzzerCustomCrossOver((const uint8_t *)a.ptr, a.len, (const uint8_t *)b.ptr, b.len,
                                     out, max, seed);
}

static void crosses_within_max_size(void **state) {
    (void)state;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t max = room_of(seed);
        uint8_t *const out = malloc(max);
        assert_non_null(out);
        const struct ssmspec_view a = input_of(seed);
        const struct ssmspec_view b = input_of(seed / 3);
        const size_t made = crossed(a, b, out, max, seed);
        free(out);
        if (made > max || (made == 0 && a.len + b.len > 0)) {
            fail_msg("seed %u: %zu bytes of %zu", seed, made, max);
        }
    }
}

static void crosses_the_same_for_the_same_seed(void **state) {
    (void)state;
    uint8_t first[ROOM];
    uint8_t second[ROOM];
    const struct ssmspec_view a = SSMSPEC_VIEW(RICH_SEED);
    const struct ssmspec_view b = SSMSPEC_VIEW(SMALL_SEED);
    unsigned different = 0;
    for (uint32_t seed = 0; seed < 2000; seed++) {
        const size_t made = crossed(a, b, first, ROOM, seed);
        assert_int_equal(crossed(a, b, second, ROOM, seed), made);
        assert_memory_equal(first, second, made);
        different +=
            crossed(a, b, second, ROOM, seed + 1) != made || memcmp(first, second, made) != 0;
    }
    assert_true(different > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(keeps_within_max_size, reset),
        cmocka_unit_test_setup(gives_the_same_for_the_same_seed, reset),
        cmocka_unit_test_setup(makes_a_request_of_an_empty_input, reset),
        cmocka_unit_test_setup(keeps_to_the_harness_s_operation, reset),
        cmocka_unit_test_setup(asks_the_engine_now_and_then, reset),
        cmocka_unit_test_setup(lets_the_engine_change_a_part_only, reset),
        cmocka_unit_test_setup(crosses_within_max_size, reset),
        cmocka_unit_test_setup(crosses_the_same_for_the_same_seed, reset),
    };
    return RUN_TESTS(tests);
}
