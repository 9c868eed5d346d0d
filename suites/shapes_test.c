#include "suites/suite.h"

#include "src/base/testing.h"
#include "src/json/write.h"
#include "src/rule/constraint.h"
#include "suites/sources.h"

#include <stdlib.h>

#define SHAPES_MAX 256

/* Every shape that the operations reach. */
struct reach {
    const struct ssmspec_shape *shapes[SHAPES_MAX];
    size_t count;
};

static void reach_one(struct reach *reach, const struct ssmspec_shape *shape) {
    for (size_t i = 0; i < reach->count && shape != NULL; i++) {
        if (reach->shapes[i] == shape) {
            return;
        }
    }
    if (shape != NULL) {
        assert_true(reach->count < SHAPES_MAX);
        reach->shapes[reach->count++] = shape;
    }
}

static const struct ssmspec_operation *const *operations(void) {
    return ssmspec_run_command_suite.service->operations;
}

static void reach_all(struct reach *reach) {
    for (size_t i = 0; operations()[i] != NULL; i++) {
        reach_one(reach, operations()[i]->input);
        reach_one(reach, operations()[i]->output);
    }
    for (size_t i = 0; i < reach->count; i++) {
        const struct ssmspec_shape *shape = reach->shapes[i];
        reach_one(reach, shape->element);
        reach_one(reach, shape->key);
        for (size_t m = 0; m < shape->member_count; m++) {
            reach_one(reach, shape->members[m].shape);
        }
    }
    assert_true(reach->count > 50);
}

/* What a test carries along. */
struct bench {
    struct ssmspec_arena arena;
    struct ssmspec_patterns *patterns;
    struct reach reach;
};

static int set_up(void **state) {
    struct bench *bench = calloc(1, sizeof *bench);
    assert_non_null(bench);
    ASSERT_OK(ssmspec_patterns_new(&bench->patterns));
    reach_all(&bench->reach);
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    ssmspec_patterns_free(bench->patterns);
    ssmspec_arena_clear(&bench->arena);
    free(bench);
    return 0;
}

static enum ssmspec_side check(struct bench *bench, const struct ssmspec_shape *shape,
                               const struct ssmspec_constraint *row,
                               const struct ssmspec_json *value) {
    return ssmspec_constraint_kind(row->kind)->check(row, shape, value, bench->patterns);
}

static bool satisfies_all(struct bench *bench, const struct ssmspec_shape *shape,
                          const struct ssmspec_json *value) {
    for (size_t i = 0; i < shape->constraint_count; i++) {
        if (check(bench, shape, &shape->constraints[i], value) != SSMSPEC_WITHIN) {
            return false;
        }
    }
    return true;
}

static const struct ssmspec_json *read_text(struct bench *bench, struct ssmspec_view text) {
    const struct ssmspec_json *root = NULL;
    struct ssmspec_view kept = {0};
    ASSERT_OK(ssmspec_arena_copy(&bench->arena, text, &kept));
    const enum ssmspec_err err =
        ssmspec_json_read(kept, &ssmspec_json_default_limits, &bench->arena, &root, NULL);
    if (err != SSMSPEC_OK) {
        fail_msg("no JSON: %.*s", (int)text.len, text.ptr);
    }
    return root;
}

static const struct ssmspec_json *sample_value(struct bench *bench,
                                               const struct ssmspec_sample *sample) {
    struct ssmspec_bytes text = {0};
    struct ssmspec_bytes quoted = {0};
    for (unsigned i = 0; i < (sample->repeat == 0 ? 1 : sample->repeat); i++) {
        ssmspec_bytes_add_text(&text, sample->text);
    }
    ssmspec_json_write_string(&quoted, ssmspec_bytes_view(&text));
    const struct ssmspec_json *value = read_text(bench, ssmspec_bytes_view(&quoted));
    ssmspec_bytes_clear(&quoted);
    ssmspec_bytes_clear(&text);
    return value;
}

typedef void (*row_fn)(struct bench *bench, const struct ssmspec_shape *shape,
                       const struct ssmspec_constraint *row);

static void for_each_row(struct bench *bench, row_fn visit) {
    for (size_t i = 0; i < bench->reach.count; i++) {
        const struct ssmspec_shape *shape = bench->reach.shapes[i];
        for (size_t r = 0; r < shape->constraint_count; r++) {
            visit(bench, shape, &shape->constraints[r]);
        }
    }
}

static void check_accepts(struct bench *bench, const struct ssmspec_shape *shape,
                          const struct ssmspec_constraint *row) {
    const struct ssmspec_sample *sample = row->accepts;
    if (row->kind == SSMSPEC_PATTERN) {
        assert_non_null(sample);
    }
    for (; sample != NULL && sample->name != NULL; sample++) {
        if (!satisfies_all(bench, shape, sample_value(bench, sample))) {
            fail_msg("%s breaks a rule of its shape: %s", shape->name, sample->name);
        }
    }
}

static void every_accepted_sample_keeps_all_rules_of_its_shape(void **state) {
    for_each_row(*state, check_accepts);
}

static void check_rejects(struct bench *bench, const struct ssmspec_shape *shape,
                          const struct ssmspec_constraint *row) {
    const struct ssmspec_sample *sample = row->rejects;
    if (row->kind == SSMSPEC_PATTERN) {
        assert_non_null(sample);
    }
    for (; sample != NULL && sample->name != NULL; sample++) {
        if (check(bench, shape, row, sample_value(bench, sample)) == SSMSPEC_WITHIN) {
            fail_msg("%s keeps the rule: %s", shape->name, sample->name);
        }
    }
}

static void every_rejected_sample_breaks_its_pattern(void **state) {
    for_each_row(*state, check_rejects);
}

/* The hidden pattern of command ids must be what speaks, not their length. */
static void check_hidden(struct bench *bench, const struct ssmspec_shape *shape,
                         const struct ssmspec_constraint *row) {
    const struct ssmspec_sample *sample = row->is_hidden ? row->rejects : NULL;
    for (; sample != NULL && sample->name != NULL; sample++) {
        const struct ssmspec_json *value = sample_value(bench, sample);
        for (size_t i = 0; i < shape->constraint_count; i++) {
            const struct ssmspec_constraint *other = &shape->constraints[i];
            if (other != row && check(bench, shape, other, value) != SSMSPEC_WITHIN) {
                fail_msg("%s breaks another rule too: %s", shape->name, sample->name);
            }
        }
    }
}

static void samples_against_a_hidden_rule_break_it_alone(void **state) {
    for_each_row(*state, check_hidden);
}

/* A length probe at its bound is accepted only if the sibling rules let it pass. */
struct probing {
    struct bench *bench;
    const struct ssmspec_shape *shape;
    size_t accepted;
};

static enum ssmspec_err check_probe(void *context, const struct ssmspec_probe *probe) {
    struct probing *probing = context;
    if (probe->stance != SSMSPEC_ACCEPT || probe->value.ptr == NULL) {
        return SSMSPEC_OK;
    }
    probing->accepted++;
    const struct ssmspec_json *value = read_text(probing->bench, probe->value);
    if (!satisfies_all(probing->bench, probing->shape, value)) {
        fail_msg("%s: the probe %s breaks a sibling rule: %.*s", probing->shape->name, probe->name,
                 (int)probe->value.len, probe->value.ptr);
    }
    return SSMSPEC_OK;
}

static void check_probes(struct bench *bench, const struct ssmspec_shape *shape,
                         const struct ssmspec_constraint *row) {
    const struct ssmspec_site site = {.shape = shape, .constraint = row};
    struct probing probing = {.bench = bench, .shape = shape};
    ASSERT_OK(
        ssmspec_constraint_kind(row->kind)->probe(&site, &bench->arena, check_probe, &probing));
    assert_true(probing.accepted > 0);
}

static void every_accepted_probe_keeps_all_rules_of_its_shape(void **state) {
    for_each_row(*state, check_probes);
}

static void every_example_and_series_is_valid(void **state) {
    struct bench *bench = *state;
    for (size_t i = 0; i < bench->reach.count; i++) {
        const struct ssmspec_shape *shape = bench->reach.shapes[i];
        for (unsigned index = 0; index < 60; index++) {
            struct ssmspec_bytes text = {0};
            ASSERT_OK(ssmspec_shape_series(shape, index, &text));
            const struct ssmspec_json *value = read_text(bench, ssmspec_bytes_view(&text));
            if (!satisfies_all(bench, shape, value)) {
                fail_msg("the example of %s breaks a rule", shape->name);
            }
            ssmspec_bytes_clear(&text);
            index = shape->series == NULL ? 60 : index;
        }
    }
}

static void check_sample_sources(const char *where, const struct ssmspec_sample *sample) {
    for (; sample != NULL && sample->name != NULL; sample++) {
        if (sample->source != NULL) {
            check_source(where, sample->source);
        }
    }
}

static void check_row_source(struct bench *bench, const struct ssmspec_shape *shape,
                             const struct ssmspec_constraint *row) {
    (void)bench;
    check_source(shape->name, row->source);
    check_sample_sources(shape->name, row->accepts);
    check_sample_sources(shape->name, row->rejects);
}

static void every_row_and_member_has_a_source(void **state) {
    struct bench *bench = *state;
    for_each_row(bench, check_row_source);
    for (size_t i = 0; i < bench->reach.count; i++) {
        const struct ssmspec_shape *shape = bench->reach.shapes[i];
        for (size_t m = 0; m < shape->member_count; m++) {
            check_source(shape->members[m].name, shape->members[m].source);
        }
    }
}

#define WITH_BENCH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_BENCH(every_accepted_sample_keeps_all_rules_of_its_shape),
        WITH_BENCH(every_rejected_sample_breaks_its_pattern),
        WITH_BENCH(samples_against_a_hidden_rule_break_it_alone),
        WITH_BENCH(every_accepted_probe_keeps_all_rules_of_its_shape),
        WITH_BENCH(every_example_and_series_is_valid),
        WITH_BENCH(every_row_and_member_has_a_source),
    };
    return RUN_TESTS(tests);
}
