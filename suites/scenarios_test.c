/* What holds of every scenario's table row. */
#include "src/base/testing.h"
#include "suites/sources.h"
#include "suites/suite.h"

#include <stdio.h>

typedef void (*scenario_fn)(const struct ssmspec_scenario *scenario, const char *where);

static void for_each(scenario_fn visit) {
    size_t count = 0;
    const struct ssmspec_scenario *const *table = ssmspec_run_command_suite.scenarios;
    for (; *table != NULL; table++) {
        for (const struct ssmspec_scenario *row = *table; row->kind != NULL; row++, count++) {
            char where[160];
            (void)snprintf(where, sizeof where, "%s %s %s", row->operation,
                           row->path == NULL ? "-" : row->path, row->probe);
            visit(row, where);
        }
    }
    assert_true(count > 130);
}

static void check_claims(const struct ssmspec_claims *claims, const char *where) {
    for (size_t i = 0; i < claims->count; i++) {
        if (claims->rows[i].source != NULL) {
            check_source(where, claims->rows[i].source);
        }
        assert_non_null(claims->rows[i].path);
    }
}

static void check_sources(const struct ssmspec_scenario *scenario, const char *where) {
    check_source(where, scenario->source);
    for (size_t i = 0; i < scenario->step_count; i++) {
        check_claims(&scenario->steps[i].claims, where);
        check_claims(&scenario->steps[i].always, where);
        for (size_t o = 0; o < scenario->steps[i].outcome_count; o++) {
            if (scenario->steps[i].outcomes[o].breaks != SSMSPEC_NONE) {
                check_source(where, scenario->steps[i].outcomes[o].source);
            }
        }
    }
}

static void every_source_is_of_a_known_form(void **state) {
    (void)state;
    for_each(check_sources);
}

static bool is_error_of(const struct ssmspec_operation *operation, const char *name, int status) {
    for (const struct ssmspec_error *error = operation->modelled; error->name; error++) {
        if (strcmp(error->name, name) == 0) {
            return error->status == status;
        }
    }
    const char *const *common = ssmspec_run_command_suite.service->common_errors;
    while (*common != NULL && strcmp(*common, name) != 0) {
        common++;
    }
    return *common != NULL;
}

static void check_errors(const struct ssmspec_scenario *scenario, const char *where) {
    for (size_t i = 0; i < scenario->step_count; i++) {
        const struct ssmspec_step *step = &scenario->steps[i];
        const struct ssmspec_operation *operation =
            ssmspec_service_operation(ssmspec_run_command_suite.service, step->operation);
        for (size_t o = 0; o < step->outcome_count; o++) {
            const struct ssmspec_outcome *outcome = &step->outcomes[o];
            if (outcome->kind == SSMSPEC_ERROR &&
                !is_error_of(operation, outcome->error, outcome->status)) {
                fail_msg("%s expects an error it cannot get: %s", where, outcome->error);
            }
        }
    }
}

static void every_expected_error_is_one_of_the_operations(void **state) {
    (void)state;
    for_each(check_errors);
}

/* A scenario that could never fail shows nothing. */
static void check_question(const struct ssmspec_scenario *scenario, const char *where) {
    for (size_t i = 0; i < scenario->step_count; i++) {
        const struct ssmspec_step *step = &scenario->steps[i];
        if (!step->is_prerequisite && !step->is_provocation) {
            return;
        }
    }
    fail_msg("%s asks nothing: every step is a prerequisite or a provocation", where);
}

static void every_scenario_asks_something(void **state) {
    (void)state;
    for_each(check_question);
}

/* What runs text on a node names one, and what names one runs text there. */
static void check_effect(const struct ssmspec_scenario *scenario, const char *where) {
    bool names_node = false;
    bool sends = false;
    for (size_t i = 0; i < scenario->step_count; i++) {
        const struct ssmspec_step *step = &scenario->steps[i];
        const bool is_send = strcmp(step->operation, "SendCommand") == 0;
        sends = sends || is_send;
        names_node = names_node || (is_send && (strstr(step->body, "_node}") != NULL ||
                                                strstr(step->body, "_node_2}") != NULL));
    }
    const enum ssmspec_effect least = names_node ? SSMSPEC_EFFECT_EXECUTE
                                      : sends    ? SSMSPEC_EFFECT_CREATE
                                                 : SSMSPEC_EFFECT_NONE;
    if (scenario->effect != least) {
        fail_msg("%s has the effect %s, its steps have %s", where,
                 ssmspec_effect_name(scenario->effect), ssmspec_effect_name(least));
    }
}

static void every_effect_is_that_of_the_steps(void **state) {
    (void)state;
    for_each(check_effect);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_source_is_of_a_known_form),
        cmocka_unit_test(every_expected_error_is_one_of_the_operations),
        cmocka_unit_test(every_scenario_asks_something),
        cmocka_unit_test(every_effect_is_that_of_the_steps),
    };
    return RUN_TESTS(tests);
}
