#include "suites/suite.h"

#include "src/base/testing.h"
#include "src/base/utf8.h"
#include "src/case/template.h"
#include "src/json/write.h"
#include "src/rule/constraint.h"

#include <stdio.h>
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

static bool is_known_form(struct ssmspec_view word) {
    static const char *const forms[] = {
        "API:", "NET:", "MODEL:", "SMITHY:", "RFC8259:", "RFC9112:", "OBS:", "CLIENT:"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct ssmspec_view form = ssmspec_view_of(forms[i]);
        if (ssmspec_view_starts(word, form) && word.len > form.len) {
            return true;
        }
    }
    return false;
}

static void check_source(const char *where, const char *source) {
    if (source == NULL) {
        fail_msg("%s has no source", where);
    }
    struct ssmspec_view rest = ssmspec_view_of(source);
    do {
        const size_t at = ssmspec_view_find(rest, SSMSPEC_VIEW(" "));
        const struct ssmspec_view word = ssmspec_view_sub(rest, 0, at);
        if (!is_known_form(word)) {
            fail_msg("%s has a source of no known form: %s", where, source);
        }
        rest = ssmspec_view_sub(rest, at + 1, rest.len);
    } while (rest.len > 0);
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

typedef void (*case_row_fn)(struct bench *bench, const struct ssmspec_row *row);

static void for_each_case_row(struct bench *bench, case_row_fn visit) {
    size_t count = 0;
    for (size_t t = 0; ssmspec_run_command_suite.tables[t] != NULL; t++) {
        const struct ssmspec_row *row = ssmspec_run_command_suite.tables[t];
        for (; row->kind != NULL; row++, count++) {
            visit(bench, row);
        }
    }
    assert_true(count > 100);
}

static void check_case_row_source(struct bench *bench, const struct ssmspec_row *row) {
    (void)bench;
    check_source(row->probe, row->source);
    for (size_t i = 0; i < row->outcome_count; i++) {
        if (row->outcomes[i].breaks != SSMSPEC_NONE) {
            check_source(row->probe, row->outcomes[i].source);
        }
    }
}

static void every_source_is_of_a_known_form(void **state) {
    struct bench *bench = *state;
    for_each_row(bench, check_row_source);
    for_each_case_row(bench, check_case_row_source);
    for (size_t i = 0; i < bench->reach.count; i++) {
        const struct ssmspec_shape *shape = bench->reach.shapes[i];
        for (size_t m = 0; m < shape->member_count; m++) {
            check_source(shape->members[m].name, shape->members[m].source);
        }
    }
    for (size_t i = 0; operations()[i] != NULL; i++) {
        check_source(operations()[i]->name, operations()[i]->source);
        const struct ssmspec_error *error = operations()[i]->modelled;
        for (; error->name != NULL; error++) {
            check_source(error->name, error->source);
        }
    }
}

static bool is_in(const char *const *names, const char *name) {
    for (; names != NULL && *names != NULL; names++) {
        if (strcmp(*names, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_error_of(const struct ssmspec_operation *operation, const char *name, int status) {
    for (const struct ssmspec_error *error = operation->modelled; error->name != NULL; error++) {
        if (strcmp(error->name, name) == 0) {
            return error->status == status;
        }
    }
    return is_in(ssmspec_run_command_suite.service->common_errors, name);
}

static void check_case_row_errors(struct bench *bench, const struct ssmspec_row *row) {
    (void)bench;
    const struct ssmspec_operation *operation =
        ssmspec_service_operation(ssmspec_run_command_suite.service, row->operation);
    assert_non_null(operation);
    assert_true(row->outcome_count > 0);
    for (size_t i = 0; i < row->outcome_count; i++) {
        const struct ssmspec_outcome *outcome = &row->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR &&
            !is_error_of(operation, outcome->error, outcome->status)) {
            fail_msg("%s %s expects an error it cannot get: %s", row->operation, row->probe,
                     outcome->error);
        }
    }
}

static void every_expected_error_is_one_of_the_operations(void **state) {
    for_each_case_row(*state, check_case_row_errors);
}

/* Every modelled error of every operation is provoked by some row, or accepted where the request
 * that draws it can be no other's. */
static bool is_expected(const struct ssmspec_operation *operation, const char *name) {
    for (size_t t = 0; ssmspec_run_command_suite.tables[t] != NULL; t++) {
        const struct ssmspec_row *row = ssmspec_run_command_suite.tables[t];
        for (; row->kind != NULL; row++) {
            const bool is_its = strcmp(row->operation, operation->name) == 0;
            for (size_t i = 0; is_its && i < row->outcome_count; i++) {
                const char *error = row->outcomes[i].error;
                if (error != NULL && strcmp(error, name) == 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

static void every_error_of_both_operations_is_provoked(void **state) {
    (void)state;
    static const char *const both[] = {"CancelCommand", "SendCommand"};
    for (size_t i = 0; i < 2; i++) {
        const struct ssmspec_operation *operation =
            ssmspec_service_operation(ssmspec_run_command_suite.service, both[i]);
        assert_non_null(operation);
        for (const struct ssmspec_error *error = operation->modelled; error->name; error++) {
            if (!is_expected(operation, error->name)) {
                fail_msg("nothing provokes %s of %s", error->name, operation->name);
            }
        }
    }
}

static bool is_known_role(void *context, struct ssmspec_view role) {
    (void)context;
    for (size_t i = 0; ssmspec_run_command_suite.roles[i] != NULL; i++) {
        if (ssmspec_view_is(role, ssmspec_run_command_suite.roles[i])) {
            return true;
        }
    }
    fail_msg("unknown role %.*s", (int)role.len, role.ptr);
    return false;
}

static void check_roles(const char *text) {
    if (text != NULL) {
        ssmspec_template_roles(ssmspec_view_of(text), is_known_role, NULL);
    }
}

static void check_case_row_roles(struct bench *bench, const struct ssmspec_row *row) {
    (void)bench;
    check_roles(row->body);
    check_roles(row->control);
    check_roles(row->header_name);
    check_roles(row->header_value);
}

static void every_role_is_known(void **state) {
    const struct ssmspec_suite *suite = &ssmspec_run_command_suite;
    for_each_case_row(*state, check_case_row_roles);
    for (size_t i = 0; operations()[i] != NULL; i++) {
        check_roles(operations()[i]->base);
        check_roles(operations()[i]->live_base);
        check_roles(operations()[i]->foil);
    }
    check_roles(suite->start.body);
    check_roles(suite->cleanup.body);
    check_roles(suite->sentinel.body);
    for (const struct ssmspec_role_alias *alias = suite->aliases; alias->role != NULL; alias++) {
        assert_true(is_in(suite->roles, alias->role));
        assert_true(is_in(suite->roles, alias->then));
        assert_true(is_in(suite->roles, alias->otherwise));
    }
}

/* A body that names a real node or a live command runs text where the endpoint accepts it. */
static bool runs_text(const char *body) {
    static const char *const roles[] = {"windows_node", "stopped_node",  "terminated_node",
                                        "hybrid_node",  "short_id_node", "silent_node",
                                        "fleet",        "tag_target",    SSMSPEC_ROLE_LIVE};
    for (size_t i = 0; body != NULL && i < sizeof roles / sizeof *roles; i++) {
        if (ssmspec_template_names(ssmspec_view_of(body), roles[i])) {
            return true;
        }
    }
    return false;
}

static bool sends_to_a_node(const struct ssmspec_row *row, const char *body) {
    const bool is_send = strcmp(row->operation, "SendCommand") == 0;
    return is_send && body != NULL &&
           (ssmspec_template_names(ssmspec_view_of(body), "linux_node") ||
            ssmspec_template_names(ssmspec_view_of(body), "linux_node_2"));
}

static void check_case_row_effect(struct bench *bench, const struct ssmspec_row *row) {
    (void)bench;
    const bool runs = runs_text(row->body) || runs_text(row->control) ||
                      sends_to_a_node(row, row->body) || sends_to_a_node(row, row->control);
    if (runs != (row->effect == SSMSPEC_EFFECT_EXECUTE)) {
        fail_msg("%s %s states the wrong effect", row->operation, row->probe);
    }
}

static void effects_follow_from_the_nodes_named(void **state) {
    for_each_case_row(*state, check_case_row_effect);
}

static void the_suite_gives_cases(void **state) {
    struct bench *bench = *state;
    struct ssmspec_cases cases = {0};
    struct ssmspec_bytes why = {0};
    const enum ssmspec_err err =
        ssmspec_cases_derive(&ssmspec_run_command_suite, &bench->arena, &cases, &why);
    if (err != SSMSPEC_OK) {
        fail_msg("%s: %.*s", ssmspec_err_text(err), (int)why.len, why.ptr);
    }
    assert_true(cases.count > 1000);
    ssmspec_bytes_clear(&why);
}

#define WITH_BENCH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_BENCH(every_accepted_sample_keeps_all_rules_of_its_shape),
        WITH_BENCH(every_rejected_sample_breaks_its_pattern),
        WITH_BENCH(samples_against_a_hidden_rule_break_it_alone),
        WITH_BENCH(every_accepted_probe_keeps_all_rules_of_its_shape),
        WITH_BENCH(every_example_and_series_is_valid),
        WITH_BENCH(every_source_is_of_a_known_form),
        WITH_BENCH(every_expected_error_is_one_of_the_operations),
        WITH_BENCH(every_error_of_both_operations_is_provoked),
        WITH_BENCH(every_role_is_known),
        WITH_BENCH(effects_follow_from_the_nodes_named),
        WITH_BENCH(the_suite_gives_cases),
    };
    return RUN_TESTS(tests);
}
