#include "fuzz/mutator/mutator_testing.h"

#include <stdlib.h>

#define SEEDS 20000U

static size_t cross(struct ssmspec_view a, struct ssmspec_view b, uint8_t *out, size_t max,
                    uint32_t seed) {
    return ssmspec_cross_over((const uint8_t *)a.ptr, a.len, (const uint8_t *)b.ptr, b.len, out,
                              max, seed);
}

static bool has(const uint8_t *out, size_t size, const char *text) {
    return ssmspec_view_find((struct ssmspec_view){(const char *)out, size},
                             ssmspec_view_of(text)) < size;
}

static void has_members_of_both(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t size = cross(SSMSPEC_VIEW("{\"DocumentName\":\"abc\",\"Comment\":\"x\"}"),
                                  SSMSPEC_VIEW(SMALL_SEED), out, ROOM, seed);
        const struct ssmspec_json *const root = read_json(&reading, out, size);
        assert_non_null(root);
        assert_true(has(out, size, "DocumentName"));
        assert_true(has(out, size, "CommandId") || has(out, size, "InstanceIds"));
    }
    reading_clear(&reading);
}

static void crosses_parts_of_one_name(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    unsigned mixed = 0;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t size = cross(SSMSPEC_VIEW("{\"InstanceIds\":[\"one\"]}"),
                                  SSMSPEC_VIEW("{\"InstanceIds\":[\"two\"]}"), out, ROOM, seed);
        const struct ssmspec_json *const ids =
            ssmspec_json_member(read_json(&reading, out, size), "InstanceIds");
        mixed += ids != NULL && ids->count == 2;
    }
    print_message("lists with elements of both: %u of %u\n", mixed, SEEDS);
    assert_true(mixed > SEEDS / 10);
    reading_clear(&reading);
}

static void keeps_its_bounds(void **state) {
    (void)state;
    static const struct ssmspec_view inputs[] = {
        SSMSPEC_VIEW_INIT(""),        SSMSPEC_VIEW_INIT("x"),       SSMSPEC_VIEW_INIT("[1,2]"),
        SSMSPEC_VIEW_INIT("{\"a\":"), SSMSPEC_VIEW_INIT(RICH_SEED), SSMSPEC_VIEW_INIT(SMALL_SEED),
        SSMSPEC_VIEW_INIT("{}")};
    static const size_t count = sizeof inputs / sizeof *inputs;
    static const size_t rooms[] = {1, 2, 5, 64, 512, ROOM};
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const struct ssmspec_view a = inputs[seed % count];
        const struct ssmspec_view b = inputs[seed / count % count];
        const size_t max = rooms[seed / 49 % (sizeof rooms / sizeof *rooms)];
        uint8_t *const out = malloc(max);
        assert_non_null(out);
        const size_t size = cross(a, b, out, max, seed);
        free(out);
        assert_true(size <= max);
        assert_true((size == 0) == (a.len + b.len == 0));
    }
}

static void gives_the_same_for_the_same_seed(void **state) {
    (void)state;
    uint8_t first[ROOM];
    uint8_t second[ROOM];
    for (uint32_t seed = 0; seed < 2000; seed++) {
        const size_t size =
            cross(SSMSPEC_VIEW(RICH_SEED), SSMSPEC_VIEW(SMALL_SEED), first, ROOM, seed);
        assert_int_equal(
            cross(SSMSPEC_VIEW(RICH_SEED), SSMSPEC_VIEW(SMALL_SEED), second, ROOM, seed), size);
        assert_memory_equal(first, second, size);
    }
}

static void gives_nothing_only_without_room_or_input(void **state) {
    (void)state;
    uint8_t out[ROOM];
    assert_int_equal(cross(SSMSPEC_VIEW("{}"), SSMSPEC_VIEW("{}"), out, 0, 1), 0);
    assert_int_equal(cross(SSMSPEC_VIEW(""), SSMSPEC_VIEW(""), out, ROOM, 1), 0);
    assert_int_not_equal(cross(SSMSPEC_VIEW(""), SSMSPEC_VIEW("{}"), out, ROOM, 1), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_members_of_both),
        cmocka_unit_test(crosses_parts_of_one_name),
        cmocka_unit_test(keeps_its_bounds),
        cmocka_unit_test(gives_the_same_for_the_same_seed),
        cmocka_unit_test(gives_nothing_only_without_room_or_input),
    };
    return RUN_TESTS(tests);
}
