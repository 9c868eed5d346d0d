#include "src/report/trace.h"

#include <stdlib.h>
#include <string.h>

static int compare_texts(const char *a, const char *b) {
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_rules(const struct ssmspec_case *a, const struct ssmspec_case *b) {
    int order = compare_texts(a->operation, b->operation);
    order = order != 0 ? order : strcmp(a->kind, b->kind);
    return order != 0 ? order : strcmp(a->rule, b->rule);
}

static int by_rule(const void *left, const void *right) {
    const struct ssmspec_case *const a = *(const struct ssmspec_case *const *)left;
    const struct ssmspec_case *const b = *(const struct ssmspec_case *const *)right;
    const int order = compare_rules(a, b);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static bool accepts_success(const struct ssmspec_case *row) {
    for (size_t i = 0; i < row->expect.count; i++) {
        const struct ssmspec_outcome *outcome = &row->expect.outcomes[i];
        if (outcome->kind == SSMSPEC_SUCCESS && outcome->breaks == SSMSPEC_NONE) {
            return true;
        }
    }
    return false;
}

/* A scenario's steps stand on both sides; so does what only records. */
static void note_sides(const struct ssmspec_case *row, struct ssmspec_traced_rule *rule) {
    const bool is_both = row->scenario != NULL || row->level == SSMSPEC_MAY;
    const bool is_accepted = accepts_success(row);
    rule->has_positive |= is_both || is_accepted || row->control_kind == SSMSPEC_CONTROL_ACCEPTED ||
                          row->control_kind == SSMSPEC_CONTROL_TWIN;
    rule->has_negative |= is_both || !is_accepted || row->control_kind == SSMSPEC_CONTROL_FOIL ||
                          row->check != SSMSPEC_CHECK_OUTCOME_ONLY;
    rule->level = row->level > rule->level ? row->level : rule->level;
}

static void group(const struct ssmspec_case **sorted, size_t count,
                  struct ssmspec_traced_rule *rules, size_t *rule_count) {
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || compare_rules(sorted[i - 1], sorted[i]) != 0) {
            rules[(*rule_count)++] = (struct ssmspec_traced_rule){.cases = &sorted[i]};
        }
        struct ssmspec_traced_rule *rule = &rules[*rule_count - 1];
        rule->count++;
        note_sides(sorted[i], rule);
    }
}

enum ssmspec_err ssmspec_trace_make(const struct ssmspec_cases *cases,
                                    const struct ssmspec_service *service,
                                    const struct ssmspec_statement *const *statements,
                                    struct ssmspec_arena *arena, struct ssmspec_trace *out) {
    const struct ssmspec_case **sorted =
        ssmspec_arena_alloc(arena, (cases->count + 1) * sizeof(const struct ssmspec_case *));
    struct ssmspec_traced_rule *rules =
        ssmspec_arena_alloc(arena, (cases->count + 1) * sizeof *rules);
    ENSURE(sorted != NULL && rules != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < cases->count; i++) {
        sorted[i] = &cases->rows[i];
    }
    qsort(sorted, cases->count, sizeof(const struct ssmspec_case *), by_rule);
    *out = (struct ssmspec_trace){
        .rules = rules, .cases = cases, .service = service, .statements = statements};
    group(sorted, cases->count, rules, &out->rule_count);
    return SSMSPEC_OK;
}

size_t ssmspec_trace_next(const struct ssmspec_cases *cases, struct ssmspec_view *rest,
                          struct ssmspec_view *pattern) {
    const size_t blank = ssmspec_view_find(*rest, SSMSPEC_VIEW(" "));
    *pattern = ssmspec_view_sub(*rest, 0, blank);
    *rest = ssmspec_view_sub(*rest, blank + 1, rest->len);
    size_t count = 0;
    for (size_t i = 0; i < cases->count; i++) {
        count += ssmspec_case_matches(cases->rows[i].id, *pattern);
    }
    return count;
}
