/* The pinned cases as they were built in. */
#include "suites/pinned.h"

#include "src/base/testing.h"
#include "src/case/case_file.h"
#include "src/case/template.h"
#include "suites/sources.h"
#include "suites/suite.h"

#define CASES_AT_LEAST 60

typedef void (*visit_fn)(const struct ssmspec_case *row);

static void for_each_pinned(visit_fn visit) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    size_t count = 0;
    const struct ssmspec_case_file *file = ssmspec_pinned_files;
    for (; file->name != NULL; file++) {
        struct ssmspec_cases cases;
        if (ssmspec_case_file_read(&ssmspec_run_command_suite, file, &arena, &cases, &why) !=
            SSMSPEC_OK) {
            fail_msg("%s", why.ptr);
        }
        for (size_t i = 0; i < cases.count; i++, count++) {
            visit(&cases.rows[i]);
        }
    }
    assert_true(count >= CASES_AT_LEAST);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
}

static void check_sources(const struct ssmspec_case *row) {
    check_source(row->id, row->source);
    for (size_t i = 0; i < row->expect.count; i++) {
        if (row->expect.outcomes[i].breaks != SSMSPEC_NONE) {
            check_source(row->id, row->expect.outcomes[i].source);
        }
    }
}

static void every_case_has_its_sources(void **state) {
    (void)state;
    for_each_pinned(check_sources);
}

static bool is_known_error(const struct ssmspec_operation *operation, const char *name) {
    const char *const *common = ssmspec_run_command_suite.service->common_errors;
    while (*common != NULL && strcmp(*common, name) != 0) {
        common++;
    }
    const struct ssmspec_error *error = operation == NULL ? NULL : operation->modelled;
    while (error != NULL && error->name != NULL && strcmp(error->name, name) != 0) {
        error++;
    }
    return *common != NULL || (error != NULL && error->name != NULL);
}

static void check_errors(const struct ssmspec_case *row) {
    for (size_t i = 0; i < row->expect.count; i++) {
        const char *error = row->expect.outcomes[i].error;
        if (error != NULL && !is_known_error(row->model, error)) {
            fail_msg("%s knows the error %s, its operation does not", row->id, error);
        }
    }
}

static void every_error_is_the_operations_or_common(void **state) {
    (void)state;
    for_each_pinned(check_errors);
}

static void check_effect(const struct ssmspec_case *row) {
    static const char *const real[] = {"live_command", "linux_node", "windows_node", "fleet", NULL};
    for (size_t i = 0; real[i] != NULL; i++) {
        if (ssmspec_template_names(row->request.body, real[i]) &&
            row->effect != SSMSPEC_EFFECT_EXECUTE) {
            fail_msg("%s names %s and does not say execute", row->id, real[i]);
        }
    }
}

static void what_names_real_nodes_says_execute(void **state) {
    (void)state;
    for_each_pinned(check_effect);
}

static bool expects_only_rejections(const struct ssmspec_expectation *expect) {
    for (size_t i = 0; i < expect->count; i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        const bool is_rejection =
            outcome->kind == SSMSPEC_ERROR || outcome->kind == SSMSPEC_CLIENT_ERROR;
        if (outcome->breaks == SSMSPEC_NONE && !is_rejection) {
            return false;
        }
    }
    return true;
}

/* But for one: what moto answers every read of an invocation tells no two requests apart. */
static void check_control(const struct ssmspec_case *row) {
    if (expects_only_rejections(&row->expect) && row->control_kind == SSMSPEC_NO_CONTROL &&
        strcmp(row->id, "get-command-invocation/-/pinned/unknown-command") != 0) {
        fail_msg("%s: nothing stands behind its rejection", row->id);
    }
}

static void a_control_stands_behind_every_rejection(void **state) {
    (void)state;
    for_each_pinned(check_control);
}

/* The reference's sample, 53 bytes as its Content-Length says. */
static void the_sample_request_is_there_byte_for_byte(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_cases cases;
    ASSERT_OK(ssmspec_cases_derive(&ssmspec_run_command_suite, &arena, &cases, &why));
    size_t found = 0;
    for (size_t i = 0; i < cases.count; i++) {
        if (strcmp(cases.rows[i].id, "cancel-command/CommandId/pinned/sample-request") == 0) {
            ASSERT_VIEW(cases.rows[i].request.body,
                        "{\"CommandId\": \"25173b39-c88d-4459-ba3d-8704aEXAMPLE\"}");
            assert_int_equal(cases.rows[i].request.body.len, 53);
            found++;
        }
    }
    assert_int_equal(found, 1);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
}

/* Wherever a case comes from: table, walk or file. */
static void cases_of_one_operation_stand_together(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_cases cases;
    ASSERT_OK(ssmspec_cases_derive(&ssmspec_run_command_suite, &arena, &cases, &why));
    size_t operations = 0;
    while (ssmspec_run_command_suite.service->operations[operations] != NULL) {
        operations++;
    }
    size_t groups = 1;
    for (size_t i = 1; i < cases.count; i++) {
        groups += cases.rows[i].model != cases.rows[i - 1].model;
    }
    assert_int_equal(groups, operations + 1); /* and those of no operation */
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_has_its_sources),
        cmocka_unit_test(every_error_is_the_operations_or_common),
        cmocka_unit_test(what_names_real_nodes_says_execute),
        cmocka_unit_test(a_control_stands_behind_every_rejection),
        cmocka_unit_test(the_sample_request_is_there_byte_for_byte),
        cmocka_unit_test(cases_of_one_operation_stand_together),
    };
    return RUN_TESTS(tests);
}
