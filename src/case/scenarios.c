/* Scenarios as cases, and the check that each names only what it can know. */
#include "src/case/catalogue.h"
#include "src/case/template.h"

#include <string.h>

/* Who is asked whether a role has a value by the time a step is sent. */
struct knowing {
    const struct ssmspec_suite *suite;
    const struct ssmspec_scenario *scenario;
    size_t step; /* what this one and earlier ones capture is known */
    struct ssmspec_view unknown;
};

static bool is_captured(const struct knowing *knowing, struct ssmspec_view role) {
    for (size_t i = 0; i <= knowing->step; i++) {
        const struct ssmspec_step *step = &knowing->scenario->steps[i];
        if (step->pages != NULL && ssmspec_view_is(role, SSMSPEC_ROLE_PAGE)) {
            return true;
        }
        for (size_t c = 0; c < step->capture_count; c++) {
            if (ssmspec_view_is(role, step->captures[c].role)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_known(void *context, struct ssmspec_view role) {
    struct knowing *knowing = context;
    if (ssmspec_view_is(role, SSMSPEC_ROLE_MARK) || is_captured(knowing, role)) {
        return true;
    }
    if (ssmspec_role_find(knowing->suite->roles, role) != NULL) {
        return true;
    }
    knowing->unknown = role;
    return false;
}

static void check_text(struct knowing *knowing, const char *text) {
    if (text != NULL && knowing->unknown.ptr == NULL) {
        ssmspec_template_roles(ssmspec_view_of(text), is_known, knowing);
    }
}

static void check_claims(struct knowing *knowing, const struct ssmspec_claims *claims) {
    for (size_t i = 0; i < claims->count; i++) {
        check_text(knowing, claims->rows[i].path);
        check_text(knowing, claims->rows[i].plus);
        if (claims->rows[i].kind != SSMSPEC_CLAIM_MATCHES) {
            check_text(knowing, claims->rows[i].text);
        }
    }
}

/* It is judged by what it is answered, or it is only meant to provoke. */
static bool has_aim(const struct ssmspec_step *step) {
    const bool is_judged = step->outcome_count > 0;
    return step->is_provocation != is_judged && step->outcome_count <= SSMSPEC_OUTCOMES_MAX;
}

static bool has_sound_pages(const struct ssmspec_step *step) {
    const struct ssmspec_pages *pages = step->pages;
    return pages == NULL || (pages->token != NULL && pages->body != NULL && pages->most > 1 &&
                             step->within_ms == 0 && step->copies <= 1);
}

static bool is_whole(const struct ssmspec_service *service, const struct ssmspec_step *step) {
    return step->name != NULL && step->body != NULL && has_aim(step) && has_sound_pages(step) &&
           (step->stretch == 0 || strchr(step->body, '#') != NULL) &&
           step->copies <= SSMSPEC_CROWD_MAX &&
           ssmspec_service_operation(service, step->operation) != NULL;
}

static enum ssmspec_err check_step(struct ssmspec_catalogue *catalogue, struct knowing *knowing) {
    const struct ssmspec_scenario *scenario = knowing->scenario;
    const struct ssmspec_step *step = &scenario->steps[knowing->step];
    if (!is_whole(catalogue->suite->service, step)) {
        ssmspec_bytes_printf(catalogue->why, "step %zu of scenario %s/%s is not whole",
                             knowing->step + 1, scenario->operation, scenario->probe);
        return SSMSPEC_ERR_TABLE;
    }
    check_text(knowing, step->body);
    check_text(knowing, step->pages == NULL ? NULL : step->pages->body);
    check_text(knowing, step->header_name);
    check_text(knowing, step->header_value);
    check_claims(knowing, &step->claims);
    check_claims(knowing, &step->always);
    if (knowing->unknown.ptr == NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(catalogue->why, "step %zu of scenario %s/%s names the unknown role %.*s",
                         knowing->step + 1, scenario->operation, scenario->probe,
                         (int)knowing->unknown.len, knowing->unknown.ptr);
    return SSMSPEC_ERR_TABLE;
}

static enum ssmspec_err add_scenario(struct ssmspec_catalogue *catalogue,
                                     const struct ssmspec_operation *operation,
                                     const struct ssmspec_scenario *scenario) {
    struct knowing knowing = {.suite = catalogue->suite, .scenario = scenario};
    for (; knowing.step < scenario->step_count; knowing.step++) {
        GUARD(check_step(catalogue, &knowing));
    }
    const struct ssmspec_case made = {
        .model = operation,
        .operation = operation->name,
        .path = scenario->path == NULL ? "-" : scenario->path,
        .kind = scenario->kind,
        .probe = scenario->probe,
        .rule = scenario->rule,
        .level = scenario->level,
        .source = scenario->source,
        .effect = scenario->effect,
        .needs_verifier = scenario->needs_verifier,
        .scenario = scenario,
    };
    return ssmspec_catalogue_add(catalogue, &made);
}

enum ssmspec_err ssmspec_catalogue_scenarios(struct ssmspec_catalogue *catalogue,
                                             const struct ssmspec_suite *suite,
                                             const struct ssmspec_operation *operation) {
    const struct ssmspec_scenario *const *table = suite->scenarios;
    for (; table != NULL && *table != NULL; table++) {
        for (const struct ssmspec_scenario *row = *table; row->kind != NULL; row++) {
            if (strcmp(row->operation, operation->name) == 0) {
                GUARD(add_scenario(catalogue, operation, row));
            }
        }
    }
    return SSMSPEC_OK;
}
