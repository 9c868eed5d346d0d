#include "suites/suite.h"

#include "src/base/testing.h"
#include "src/case/template.h"
#include "suites/sources.h"

#include <stdio.h>

static const struct ssmspec_operation *const *operations(void) {
    return ssmspec_run_command_suite.service->operations;
}

typedef void (*case_row_fn)(const struct ssmspec_row *row);

static void for_each_case_row(case_row_fn visit) {
    size_t count = 0;
    for (size_t t = 0; ssmspec_run_command_suite.tables[t] != NULL; t++) {
        const struct ssmspec_row *row = ssmspec_run_command_suite.tables[t];
        for (; row->kind != NULL; row++, count++) {
            visit(row);
        }
    }
    assert_true(count > 100);
}

static void check_case_row_source(const struct ssmspec_row *row) {
    check_source(row->probe, row->source);
    for (size_t i = 0; i < row->outcome_count; i++) {
        if (row->outcomes[i].breaks != SSMSPEC_NONE) {
            check_source(row->probe, row->outcomes[i].source);
        }
    }
}

static void every_source_is_of_a_known_form(void **state) {
    (void)state;
    for_each_case_row(check_case_row_source);
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

/* Errors of a row for every operation, or for none, are those that any may answer. */
static bool is_error_of_row(const struct ssmspec_row *row, const struct ssmspec_outcome *outcome) {
    const struct ssmspec_service *service = ssmspec_run_command_suite.service;
    if (row->operation == NULL || strcmp(row->operation, SSMSPEC_EVERY_OPERATION) == 0) {
        return is_in(service->common_errors, outcome->error);
    }
    const struct ssmspec_operation *operation = ssmspec_service_operation(service, row->operation);
    assert_non_null(operation);
    return is_error_of(operation, outcome->error, outcome->status);
}

static const char *operation_text(const struct ssmspec_row *row) {
    return row->operation == NULL ? "any" : row->operation;
}

static void check_case_row_errors(const struct ssmspec_row *row) {
    assert_true(row->outcome_count > 0 || row->is_valid);
    for (size_t i = 0; i < row->outcome_count; i++) {
        const struct ssmspec_outcome *outcome = &row->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && !is_error_of_row(row, outcome)) {
            fail_msg("%s %s expects an error it cannot get: %s", operation_text(row), row->probe,
                     outcome->error);
        }
    }
}

static void every_expected_error_is_one_of_the_operations(void **state) {
    (void)state;
    for_each_case_row(check_case_row_errors);
}

/* Whether some row expects that error of the operation. */
static bool is_expected(const struct ssmspec_operation *operation, const char *name) {
    for (size_t t = 0; ssmspec_run_command_suite.tables[t] != NULL; t++) {
        const struct ssmspec_row *row = ssmspec_run_command_suite.tables[t];
        for (; row->kind != NULL; row++) {
            const bool is_its =
                row->operation != NULL && strcmp(row->operation, operation->name) == 0;
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

static size_t count_marks(const struct ssmspec_row *row) {
    size_t count = 0;
    const size_t bytes =
        row->body == NULL || row->body_bytes > 0 ? row->body_bytes : strlen(row->body);
    for (size_t i = 0; i < bytes; i++) {
        count += row->body[i] == '#';
    }
    return count;
}

static void check_case_row_stretch(const struct ssmspec_row *row) {
    const size_t wanted = row->stretch[1].text != NULL ? 2 : row->stretch[0].text != NULL;
    if (wanted > 0 && count_marks(row) != wanted) {
        fail_msg("%s %s does not say where its text is stretched", operation_text(row), row->probe);
    }
}

static void every_stretch_has_its_mark(void **state) {
    (void)state;
    for_each_case_row(check_case_row_stretch);
}

static bool is_known_role(void *context, struct ssmspec_view role) {
    (void)context;
    if (ssmspec_role_find(ssmspec_run_command_suite.roles, role) == NULL) {
        fail_msg("unknown role %.*s", (int)role.len, role.ptr);
    }
    return true;
}

static void check_roles(const char *text) {
    if (text != NULL) {
        ssmspec_template_roles(ssmspec_view_of(text), is_known_role, NULL);
    }
}

static void check_case_row_roles(const struct ssmspec_row *row) {
    check_roles(row->body);
    check_roles(row->control);
    for (size_t i = 0; i < SSMSPEC_ROW_HEADERS_MAX; i++) {
        check_roles(row->headers[i].name);
        check_roles(row->headers[i].value);
    }
}

static void every_role_is_known(void **state) {
    const struct ssmspec_suite *suite = &ssmspec_run_command_suite;
    (void)state;
    for_each_case_row(check_case_row_roles);
    for (size_t i = 0; operations()[i] != NULL; i++) {
        check_roles(operations()[i]->base);
        check_roles(operations()[i]->live_base);
        check_roles(operations()[i]->foil);
    }
    check_roles(suite->start.body);
    check_roles(suite->cleanup.body);
    check_roles(suite->sentinel.body);
    for (const struct ssmspec_role_alias *alias = suite->aliases; alias->role != NULL; alias++) {
        assert_true(is_known_role(NULL, ssmspec_view_of(alias->role)));
        assert_true(is_known_role(NULL, ssmspec_view_of(alias->then)));
        assert_true(is_known_role(NULL, ssmspec_view_of(alias->otherwise)));
    }
}

/* A body that names a real node or a live command runs text where the endpoint accepts it. */
static bool runs_text(const char *body) {
    static const char *const roles[] = {
        "windows_node", "stopped_node", "terminated_node", "hybrid_node", "short_id_node",
        "silent_node",  "denied_node",  "fleet",           "tag_target",  SSMSPEC_ROLE_LIVE};
    for (size_t i = 0; body != NULL && i < sizeof roles / sizeof *roles; i++) {
        if (ssmspec_template_names(ssmspec_view_of(body), roles[i])) {
            return true;
        }
    }
    return false;
}

static bool sends_to_a_node(const struct ssmspec_row *row, const char *body) {
    const bool is_send = row->operation != NULL && strcmp(row->operation, "SendCommand") == 0;
    return is_send && body != NULL &&
           (ssmspec_template_names(ssmspec_view_of(body), "linux_node") ||
            ssmspec_template_names(ssmspec_view_of(body), "linux_node_2"));
}

static void check_case_row_effect(const struct ssmspec_row *row) {
    const bool runs = runs_text(row->body) || runs_text(row->control) ||
                      sends_to_a_node(row, row->body) || sends_to_a_node(row, row->control);
    if (runs != (row->effect == SSMSPEC_EFFECT_EXECUTE)) {
        fail_msg("%s %s states the wrong effect", operation_text(row), row->probe);
    }
}

static void effects_follow_from_the_nodes_named(void **state) {
    (void)state;
    for_each_case_row(check_case_row_effect);
}

/* Every observation and every client's need that a source names is told in OBSERVATIONS.md. */
static void check_told(struct ssmspec_view told, const char *where, const char *source) {
    struct ssmspec_view rest = ssmspec_view_of(source);
    while (rest.len > 0) {
        const size_t blank = ssmspec_view_find(rest, SSMSPEC_VIEW(" "));
        const struct ssmspec_view word = ssmspec_view_sub(rest, 0, blank);
        rest = ssmspec_view_sub(rest, blank + 1, rest.len);
        const bool is_observed = ssmspec_view_starts(word, SSMSPEC_VIEW("OBS:"));
        if (!is_observed && !ssmspec_view_starts(word, SSMSPEC_VIEW("CLIENT:"))) {
            continue;
        }
        char row[64];
        const size_t from = is_observed ? 4 : 0;
        (void)snprintf(row, sizeof row, "\n| %.*s |", (int)(word.len - from), word.ptr + from);
        if (ssmspec_view_find(told, ssmspec_view_of(row)) == told.len) {
            fail_msg("%s names %.*s, which OBSERVATIONS.md does not tell", where, (int)word.len,
                     word.ptr);
        }
    }
}

static void every_observation_is_told(void **state) {
    (void)state;
    static char text[1 << 18];
    FILE *file = fopen(SSMSPEC_SOURCE_DIR "/suites/OBSERVATIONS.md", "rb");
    assert_non_null(file);
    const struct ssmspec_view told = {text, fread(text, 1, sizeof text, file)};
    assert_int_equal(fclose(file), 0);
    assert_true(told.len > 1000 && told.len < sizeof text);
    struct ssmspec_arena arena = {0};
    struct ssmspec_cases cases = {0};
    struct ssmspec_bytes why = {0};
    ASSERT_OK(ssmspec_cases_derive(&ssmspec_run_command_suite, &arena, &cases, &why));
    for (size_t i = 0; i < cases.count; i++) {
        const struct ssmspec_case *row = &cases.rows[i];
        check_told(told, row->id, row->source);
        for (size_t o = 0; o < row->expect.count; o++) {
            check_told(told, row->id, row->expect.outcomes[o].source);
        }
    }
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
}

static void the_suite_gives_cases(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_cases cases = {0};
    struct ssmspec_bytes why = {0};
    const enum ssmspec_err err =
        ssmspec_cases_derive(&ssmspec_run_command_suite, &arena, &cases, &why);
    if (err != SSMSPEC_OK) {
        fail_msg("%s: %.*s", ssmspec_err_text(err), (int)why.len, why.ptr);
    }
    assert_true(cases.count > 1000);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_source_is_of_a_known_form),
        cmocka_unit_test(every_expected_error_is_one_of_the_operations),
        cmocka_unit_test(every_error_of_both_operations_is_provoked),
        cmocka_unit_test(every_stretch_has_its_mark),
        cmocka_unit_test(every_role_is_known),
        cmocka_unit_test(effects_follow_from_the_nodes_named),
        cmocka_unit_test(every_observation_is_told),
        cmocka_unit_test(the_suite_gives_cases),
    };
    return RUN_TESTS(tests);
}
