#include "fuzz/mutator/mutator_testing.h"

#include "fuzz/mutator/edits.h"
#include "fuzz/mutator/raw.h"

#include <stdlib.h>

#define SEEDS 200000U
#define SHARE_SEEDS 20000U

static const struct ssmspec_view inputs[] = {
    SSMSPEC_VIEW_INIT(""),
    SSMSPEC_VIEW_INIT("x"),
    SSMSPEC_VIEW_INIT("{}"),
    SSMSPEC_VIEW_INIT("[[1],{}]"),
    SSMSPEC_VIEW_INIT("{\"a\":"),
    SSMSPEC_VIEW_INIT(SMALL_SEED),
    SSMSPEC_VIEW_INIT("\"\\u0000\""),
    SSMSPEC_VIEW_INIT(RICH_SEED),
};
#define INPUT_COUNT (sizeof inputs / sizeof *inputs)

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* The outcome lies in a block of exactly max bytes, so that a sanitizer sees one too many. */
static size_t mutate_exactly(struct ssmspec_view input, size_t max, uint32_t seed) {
    uint8_t *const data = malloc(max == 0 ? 1 : max);
    assert_non_null(data);
    const size_t size = smaller(input.len, max);
    if (size > 0) {
        memcpy(data, input.ptr, size);
    }
    const size_t made = ssmspec_mutate(data, size, max, seed);
    free(data);
    return made;
}

static void keeps_its_bounds(void **state) {
    (void)state;
    static const size_t rooms[] = {1, 2, 3, 7, 16, 60, 200, 1024, ROOM};
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const struct ssmspec_view input = inputs[seed % INPUT_COUNT];
        const size_t max = rooms[(seed / INPUT_COUNT) % (sizeof rooms / sizeof *rooms)];
        const size_t made = mutate_exactly(input, max, seed);
        if (made == 0 || made > max) {
            fail_msg("seed %u: %zu bytes of %zu", seed, made, max);
        }
    }
}

static void gives_nothing_only_without_room(void **state) {
    (void)state;
    for (uint32_t seed = 0; seed < 1000; seed++) {
        assert_int_equal(mutate_exactly(inputs[seed % INPUT_COUNT], 0, seed), 0);
        assert_true(mutate_exactly(SSMSPEC_VIEW(""), 1, seed) == 1);
    }
}

static size_t mutate(struct ssmspec_view input, uint8_t out[ROOM], uint32_t seed) {
    if (input.len > 0) {
        memcpy(out, input.ptr, input.len);
    }
    return ssmspec_mutate(out, input.len, ROOM, seed);
}

static void gives_the_same_for_the_same_seed(void **state) {
    (void)state;
    uint8_t first[ROOM];
    uint8_t second[ROOM];
    for (uint32_t seed = 0; seed < 5000; seed++) {
        const struct ssmspec_view input = inputs[seed % INPUT_COUNT];
        const size_t size = mutate(input, first, seed);
        assert_int_equal(mutate(input, second, seed), size);
        assert_memory_equal(first, second, size);
    }
}

static void hardly_ever_gives_the_input_back(void **state) {
    (void)state;
    uint8_t out[ROOM];
    unsigned same = 0;
    for (uint32_t seed = 0; seed < SHARE_SEEDS; seed++) {
        const size_t size = mutate(SSMSPEC_VIEW(RICH_SEED), out, seed);
        same += size == sizeof RICH_SEED - 1 && memcmp(out, RICH_SEED, size) == 0;
    }
    print_message("unchanged: %u of %u\n", same, SHARE_SEEDS);
    assert_true(same < SHARE_SEEDS / 200);
}

static void does_every_edit_of_its_tables(void **state) {
    (void)state;
    unsigned counts[SSMSPEC_EDITS_MAX] = {0};
    unsigned raw_counts[SSMSPEC_EDITS_MAX] = {0};
    uint8_t out[ROOM];
    for (uint32_t seed = 0; seed < SHARE_SEEDS; seed++) {
        struct ssmspec_mutation mutation = {.operation = NULL};
        memcpy(out, RICH_SEED, sizeof RICH_SEED - 1);
        ssmspec_mutation_apply(&mutation, out, sizeof RICH_SEED - 1, ROOM, seed);
        for (size_t i = 0; i < SSMSPEC_EDITS_MAX; i++) {
            counts[i] += mutation.edits >> i & 1;
            raw_counts[i] += mutation.raw_edits >> i & 1;
        }
    }
    for (size_t i = 0; i < ssmspec_edit_count; i++) {
        print_message("%s %u, ", ssmspec_edits[i].name, counts[i]);
        assert_true(counts[i] > 50);
    }
    for (size_t i = 0; i < ssmspec_raw_edit_count; i++) {
        print_message("%s %u, ", ssmspec_raw_edits[i].name, raw_counts[i]);
        assert_true(raw_counts[i] > 20);
    }
    print_message("\n");
}

static void has_room_for_every_edit_in_its_trace(void **state) {
    (void)state;
    assert_true(ssmspec_edit_count <= SSMSPEC_EDITS_MAX);
    assert_true(ssmspec_raw_edit_count <= SSMSPEC_EDITS_MAX);
}

/* Outcomes of one edit alone, of one seed. */
static size_t apply_alone(const struct ssmspec_edit *edit, uint8_t out[ROOM], uint32_t seed) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    struct ssmspec_editing editing = {.tree = {.arena = &arena},
                                      .dice = &dice,
                                      .bytes_max = ROOM,
                                      .operation = ssmspec_mutation_operation("SendCommand")};
    editing.tree.root = ssmspec_tree_read(&editing.tree, SSMSPEC_VIEW(RICH_SEED));
    assert_non_null(editing.tree.root);
    ssmspec_tables_annotate(editing.tree.root, editing.operation->input);
    struct ssmspec_bytes text = {.limit = ROOM};
    if (edit->apply(&editing, edit)) {
        ssmspec_spell_write(editing.tree.root, editing.ways, &dice, &text);
    }
    const size_t size = text.failed ? 0 : text.len;
    if (size > 0) {
        memcpy(out, text.ptr, size);
    }
    ssmspec_bytes_clear(&text);
    ssmspec_arena_clear(&arena);
    return size;
}

static void changes_the_document_with_every_edit(void **state) {
    (void)state;
    uint8_t out[ROOM];
    for (size_t i = 0; i < ssmspec_edit_count; i++) {
        unsigned changed = 0;
        for (uint32_t seed = 0; seed < 200; seed++) {
            const size_t size = apply_alone(&ssmspec_edits[i], out, seed);
            changed +=
                size > 0 && (size != sizeof RICH_SEED - 1 || memcmp(out, RICH_SEED, size) != 0);
        }
        if (changed < 20) {
            fail_msg("%s changed %u of 200", ssmspec_edits[i].name, changed);
        }
    }
}

/* A row with two sides must give values on both: what a probe is for. */
static void probes_both_sides_of_a_rule(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    for (size_t i = 0; i < ssmspec_edit_count; i++) {
        const enum ssmspec_kind kind = ssmspec_edits[i].kind;
        unsigned outcomes[4] = {0};
        unsigned of_kind = 0;
        for (uint32_t seed = 0; ssmspec_edits[i].apply == ssmspec_edit_probe && seed < 2000;
             seed++) {
            const size_t size = apply_alone(&ssmspec_edits[i], out, seed);
            const struct ssmspec_parsed parsed = read_request(&reading, "SendCommand", out, size);
            outcomes[parsed.outcome] += size > 0;
            of_kind += parsed.outcome == SSMSPEC_VIOLATING && parsed.violations[0].kind == kind;
        }
        if (ssmspec_edits[i].apply != ssmspec_edit_probe) {
            continue;
        }
        print_message("%s: %u valid, %u of its kind, %u mistyped\n", ssmspec_edits[i].name,
                      outcomes[SSMSPEC_PARSED], of_kind, outcomes[SSMSPEC_MISTYPED]);
        assert_true(outcomes[SSMSPEC_PARSED] > 50);
        assert_true((kind == SSMSPEC_TYPE ? outcomes[SSMSPEC_MISTYPED] : of_kind) > 50);
    }
    reading_clear(&reading);
}

static void keeps_most_documents_json_and_breaks_one_rule_at_a_time(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    unsigned outcomes[4] = {0};
    unsigned json = 0;
    unsigned single = 0;
    for (uint32_t seed = 0; seed < SHARE_SEEDS; seed++) {
        const size_t size = mutate(SSMSPEC_VIEW(RICH_SEED), out, seed);
        json += read_json(&reading, out, size) != NULL;
        const struct ssmspec_parsed parsed = read_request(&reading, "SendCommand", out, size);
        outcomes[parsed.outcome]++;
        single += parsed.outcome == SSMSPEC_VIOLATING && parsed.violation_count == 1;
    }
    print_message("of %u: %u JSON, %u valid, %u with one violation, %u violating, %u mistyped\n",
                  SHARE_SEEDS, json, outcomes[SSMSPEC_PARSED], single, outcomes[SSMSPEC_VIOLATING],
                  outcomes[SSMSPEC_MISTYPED]);
    assert_true(json > SHARE_SEEDS * 70 / 100);
    assert_true(outcomes[SSMSPEC_PARSED] > SHARE_SEEDS * 25 / 100);
    assert_true(single > SHARE_SEEDS * 15 / 100);
    assert_true(outcomes[SSMSPEC_MISTYPED] > SHARE_SEEDS * 5 / 100);
    reading_clear(&reading);
}

static void makes_requests_of_nothing(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    unsigned valid = 0;
    for (uint32_t seed = 0; seed < 5000; seed++) {
        struct ssmspec_mutation mutation = {.operation =
                                                ssmspec_mutation_operation("CancelCommand")};
        const size_t size = ssmspec_mutation_apply(&mutation, out, 0, ROOM, seed);
        const struct ssmspec_parsed parsed = read_request(&reading, "CancelCommand", out, size);
        assert_true(mutation.is_table_made);
        valid += parsed.outcome == SSMSPEC_PARSED;
    }
    print_message("of 5000 made of nothing: %u valid\n", valid);
    assert_true(valid > 2500);
    reading_clear(&reading);
}

static void reaches_the_far_corners(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    unsigned crowds = 0;
    unsigned depths = 0;
    unsigned duplicates = 0;
    for (uint32_t seed = 0; seed < SHARE_SEEDS; seed++) {
        const size_t size = mutate(SSMSPEC_VIEW(SMALL_SEED), out, seed);
        const struct ssmspec_json *const root = read_json(&reading, out, size);
        const struct ssmspec_json *const ids = ssmspec_json_member(root, "InstanceIds");
        crowds += ids != NULL && ids->count == 51;
        const struct ssmspec_view text = {(const char *)out, size};
        depths += ssmspec_view_find(text, SSMSPEC_VIEW("[[[[[[[[[[[[")) < size;
        const size_t at = ssmspec_view_find(text, SSMSPEC_VIEW("\"CommandId\""));
        const struct ssmspec_view rest = ssmspec_view_sub(text, at + 1, size);
        duplicates += ssmspec_view_find(rest, SSMSPEC_VIEW("\"CommandId\"")) < rest.len;
    }
    print_message("51 ids %u, depth 12 %u, duplicate CommandId %u\n", crowds, depths, duplicates);
    assert_true(crowds > 100);
    assert_true(depths > 50);
    assert_true(duplicates > 100);
    reading_clear(&reading);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_its_bounds),
        cmocka_unit_test(gives_nothing_only_without_room),
        cmocka_unit_test(gives_the_same_for_the_same_seed),
        cmocka_unit_test(hardly_ever_gives_the_input_back),
        cmocka_unit_test(does_every_edit_of_its_tables),
        cmocka_unit_test(has_room_for_every_edit_in_its_trace),
        cmocka_unit_test(changes_the_document_with_every_edit),
        cmocka_unit_test(probes_both_sides_of_a_rule),
        cmocka_unit_test(keeps_most_documents_json_and_breaks_one_rule_at_a_time),
        cmocka_unit_test(makes_requests_of_nothing),
        cmocka_unit_test(reaches_the_far_corners),
    };
    return RUN_TESTS(tests);
}
