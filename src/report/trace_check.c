/* What is missing between sources, rules and cases. */
#include "src/report/trace.h"
#include "src/rule/constraint.h"

struct checking {
    const struct ssmspec_trace *trace;
    struct ssmspec_bytes *out;
    size_t gaps;
};

#define GAP(checking, ...)                                  \
    do {                                                    \
        ssmspec_bytes_printf((checking)->out, __VA_ARGS__); \
        ssmspec_bytes_add_text((checking)->out, "\n");      \
        (checking)->gaps++;                                 \
    } while (0)

/* Kinds whose cases are derived from the model's tables. */
static bool is_of_model(const char *kind) {
    for (int i = 0; i < SSMSPEC_KIND_COUNT; i++) {
        if (strcmp(kind, ssmspec_kind_name((enum ssmspec_kind)i)) == 0) {
            return true;
        }
    }
    return false;
}

static void check_rule(struct checking *checking, const struct ssmspec_traced_rule *rule) {
    const struct ssmspec_case *first = rule->cases[0];
    for (size_t i = 0; i < rule->count; i++) {
        if (rule->cases[i]->source == NULL || rule->cases[i]->source[0] == '\0') {
            GAP(checking, "%s has no source", rule->cases[i]->id);
        }
    }
    if (is_of_model(first->kind) && !rule->has_positive) {
        GAP(checking, "the rule of %s has no case that is accepted", first->id);
    }
    if (is_of_model(first->kind) && !rule->has_negative) {
        GAP(checking, "the rule of %s has no case that is refused", first->id);
    }
}

static bool has_error_case(const struct ssmspec_cases *cases,
                           const struct ssmspec_operation *operation, const char *error) {
    for (size_t i = 0; i < cases->count; i++) {
        if (cases->rows[i].model == operation &&
            ssmspec_expects_error(&cases->rows[i].expect, ssmspec_view_of(error))) {
            return true;
        }
    }
    return false;
}

static bool has_member_case(const struct ssmspec_cases *cases,
                            const struct ssmspec_operation *operation, const char *member) {
    for (size_t i = 0; i < cases->count; i++) {
        const struct ssmspec_case *row = &cases->rows[i];
        if (row->model == operation && strcmp(row->path, member) == 0 && is_of_model(row->kind)) {
            return true;
        }
    }
    return false;
}

static void check_operation(struct checking *checking, const struct ssmspec_operation *operation) {
    const struct ssmspec_cases *cases = checking->trace->cases;
    for (const struct ssmspec_error *error = operation->modelled; error->name != NULL; error++) {
        if (!has_error_case(cases, operation, error->name)) {
            GAP(checking, "no case of %s may be answered %s", operation->name, error->name);
        }
    }
    for (size_t i = 0; i < operation->input->member_count; i++) {
        const char *member = operation->input->members[i].name;
        if (!has_member_case(cases, operation, member)) {
            GAP(checking, "no rule of %s is about %s", operation->name, member);
        }
    }
}

static void check_statement(struct checking *checking, const struct ssmspec_statement *statement) {
    if (statement->cases == NULL && statement->reason == NULL) {
        GAP(checking, "%s, %s: neither case nor reason", statement->document, statement->locator);
    }
    struct ssmspec_view rest = ssmspec_view_of(statement->cases);
    while (rest.len > 0) {
        struct ssmspec_view pattern;
        if (ssmspec_trace_next(checking->trace->cases, &rest, &pattern) == 0) {
            GAP(checking, "%s, %s: %.*s meets no case", statement->document, statement->locator,
                (int)pattern.len, pattern.ptr);
        }
    }
}

enum ssmspec_err ssmspec_trace_check(const struct ssmspec_trace *trace, struct ssmspec_bytes *out,
                                     size_t *gaps) {
    struct checking checking = {.trace = trace, .out = out};
    for (size_t i = 0; i < trace->rule_count; i++) {
        check_rule(&checking, &trace->rules[i]);
    }
    const struct ssmspec_operation *const *operation = trace->service->operations;
    for (; *operation != NULL; operation++) {
        check_operation(&checking, *operation);
    }
    for (const struct ssmspec_statement *const *table = trace->statements; *table != NULL;
         table++) {
        for (const struct ssmspec_statement *row = *table; row->document != NULL; row++) {
            check_statement(&checking, row);
        }
    }
    *gaps = checking.gaps;
    return ssmspec_bytes_status(out);
}
