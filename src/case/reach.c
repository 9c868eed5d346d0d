#include "src/case/reach.h"

#include "src/case/template.h"

static const struct ssmspec_view nothing = {NULL, 0};

/* It stands for what an alias stands for only where text may run. */
static bool is_node(const struct ssmspec_suite *suite, const struct ssmspec_role *role) {
    if (role->kind == NULL || role->stand == SSMSPEC_ROLE_ABSENT) {
        return false;
    }
    const struct ssmspec_role_alias *alias = suite->aliases;
    for (; alias != NULL && alias->role != NULL; alias++) {
        const struct ssmspec_role *const real =
            ssmspec_role_find(suite->roles, ssmspec_view_of(alias->then));
        if (alias->effect == SSMSPEC_EFFECT_EXECUTE && real != NULL && real->kind != NULL &&
            strcmp(role->kind, real->kind) == 0) {
            return true;
        }
    }
    return false;
}

static bool holds(struct ssmspec_view text, struct ssmspec_view part) {
    return part.len > 0 && ssmspec_view_find(text, part) < text.len;
}

/* Whether the request may be taken for one that starts a command: by the case's own operation, or
 * by what a header says. */
static bool starts(const struct ssmspec_suite *suite, const struct ssmspec_case *row) {
    const struct ssmspec_view name = ssmspec_view_of(suite->start.operation);
    if (name.ptr == NULL) {
        return false;
    }
    bool is_said = holds(row->request.target, name) ||
                   (row->operation != NULL && ssmspec_view_is(name, row->operation));
    for (size_t i = 0; i < row->request.header_count && !is_said; i++) {
        is_said = holds(row->request.headers[i].value, name);
    }
    return is_said;
}

struct search {
    const struct ssmspec_suite *suite;
    bool starts; /* what is named may be sent a command */
    struct ssmspec_view found;
};

static bool is_other(void *context, struct ssmspec_view name) {
    struct search *search = context;
    const struct ssmspec_role *const role = ssmspec_role_find(search->suite->roles, name);
    const bool is_live = ssmspec_view_is(name, SSMSPEC_ROLE_LIVE);
    if (is_live || (search->starts && role != NULL && is_node(search->suite, role))) {
        search->found = name;
        return false;
    }
    return true;
}

static void look(struct search *search, struct ssmspec_view text) {
    if (search->found.ptr == NULL && text.ptr != NULL) {
        ssmspec_template_roles(text, is_other, search);
    }
}

struct ssmspec_view ssmspec_reach_role(const struct ssmspec_suite *suite,
                                       const struct ssmspec_case *row) {
    struct search search = {.suite = suite};
    for (size_t i = 0; i < row->request.header_count; i++) {
        look(&search, row->request.headers[i].name);
        look(&search, row->request.headers[i].value);
    }
    search.starts = starts(suite, row);
    look(&search, row->request.body);
    if (row->control_kind != SSMSPEC_NO_CONTROL) {
        look(&search, row->control.body);
    }
    return search.found;
}

static struct ssmspec_view find_value(const struct ssmspec_binding *binding,
                                      const struct ssmspec_case *row) {
    for (size_t i = 0; i < binding->value_count; i++) {
        const struct ssmspec_view value = binding->values[i];
        const bool is_in_control =
            row->control_kind != SSMSPEC_NO_CONTROL && holds(row->control.body, value);
        if (is_in_control || holds(row->request.body, value)) {
            return value;
        }
    }
    return nothing;
}

struct ssmspec_view ssmspec_reach_value(const struct ssmspec_suite *suite,
                                        const struct ssmspec_case *row,
                                        const struct ssmspec_bindings *bindings) {
    const struct ssmspec_role *role = starts(suite, row) ? suite->roles : NULL;
    for (; role != NULL && role->name != NULL; role++) {
        const struct ssmspec_binding *const binding =
            ssmspec_bindings_get(bindings, ssmspec_view_of(role->name));
        /* The halves of a pair are words that may mean anything. */
        if (binding == NULL || role->form == SSMSPEC_ROLE_PAIR || !is_node(suite, role)) {
            continue;
        }
        const struct ssmspec_view value = find_value(binding, row);
        if (value.ptr != NULL) {
            return value;
        }
    }
    return nothing;
}
