#include "src/run/plan.h"

#include "src/case/case_file.h"
#include "src/case/reach.h"
#include "src/case/template.h"
#include "src/run/record.h"

enum ssmspec_err ssmspec_plan_aliases(const struct ssmspec_suite *suite,
                                      struct ssmspec_bindings *bindings,
                                      enum ssmspec_effect effects) {
    const struct ssmspec_role_alias *alias = suite->aliases;
    for (; alias != NULL && alias->role != NULL; alias++) {
        const struct ssmspec_binding *value = NULL;
        if (effects >= alias->effect) {
            value = ssmspec_bindings_get(bindings, ssmspec_view_of(alias->then));
        }
        if (value == NULL) {
            value = ssmspec_bindings_get(bindings, ssmspec_view_of(alias->otherwise));
        }
        GUARD(ssmspec_bindings_set(bindings, ssmspec_view_of(alias->role),
                                   value == NULL ? (struct ssmspec_view){0} : value->values[0]));
    }
    return SSMSPEC_OK;
}

typedef bool (*meets_fn)(const struct ssmspec_case *row, struct ssmspec_view word);

static bool meets_pattern(const struct ssmspec_case *row, struct ssmspec_view pattern) {
    return ssmspec_case_matches(row->id, pattern);
}

static bool meets_operation(const struct ssmspec_case *row, struct ssmspec_view name) {
    return row->operation != NULL && ssmspec_view_is(name, row->operation);
}

static bool meets_kind(const struct ssmspec_case *row, struct ssmspec_view kind) {
    return ssmspec_view_is(kind, row->kind);
}

static bool meets_any(const struct ssmspec_case *row, struct ssmspec_views words, meets_fn meets) {
    for (size_t i = 0; i < words.count; i++) {
        if (meets(row, words.items[i])) {
            return true;
        }
    }
    return false;
}

/* A word that meets no case is a mistake, and a run that silently leaves it out a vacuous one. */
static enum ssmspec_err check_words(const struct ssmspec_cases *cases, struct ssmspec_views words,
                                    meets_fn meets, const char *what, struct ssmspec_bytes *why) {
    for (size_t i = 0; i < words.count; i++) {
        const struct ssmspec_views one = {&words.items[i], 1};
        bool is_met = false;
        for (size_t row = 0; row < cases->count && !is_met; row++) {
            is_met = meets_any(&cases->rows[row], one, meets);
        }
        if (!is_met) {
            ssmspec_bytes_printf(why, "%s \"%.*s\" matches no case", what, (int)words.items[i].len,
                                 words.items[i].ptr);
            return SSMSPEC_ERR_USAGE;
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err check_selection(const struct ssmspec_cases *cases,
                                        const struct ssmspec_selection *selection,
                                        struct ssmspec_bytes *why) {
    GUARD(check_words(cases, selection->run, meets_pattern, "pattern", why));
    GUARD(check_words(cases, selection->skip, meets_pattern, "skip pattern", why));
    GUARD(check_words(cases, selection->operations, meets_operation, "operation", why));
    return check_words(cases, selection->kinds, meets_kind, "kind", why);
}

static bool is_wanted(const struct ssmspec_selection *selection, const struct ssmspec_case *row,
                      size_t index) {
    if (row->level < selection->level) {
        return false;
    }
    if (selection->shards > 0 && index % selection->shards != selection->shard - 1) {
        return false;
    }
    if (selection->run.count > 0 && !meets_any(row, selection->run, meets_pattern)) {
        return false;
    }
    if (selection->operations.count > 0 &&
        !meets_any(row, selection->operations, meets_operation)) {
        return false;
    }
    if (selection->kinds.count > 0 && !meets_any(row, selection->kinds, meets_kind)) {
        return false;
    }
    return !meets_any(row, selection->skip, meets_pattern);
}

/* What keeps a case from being sent. */
struct obstacle {
    const struct ssmspec_suite *suite;
    const struct ssmspec_bindings *bindings;
    const struct ssmspec_scenario *scenario; /* NULL: none */
    struct ssmspec_view unbound;
    bool is_live;
};

static bool is_captured(const struct ssmspec_scenario *scenario, struct ssmspec_view role) {
    for (size_t i = 0; i < scenario->step_count; i++) {
        for (size_t c = 0; c < scenario->steps[i].capture_count; c++) {
            if (ssmspec_view_is(role, scenario->steps[i].captures[c].role)) {
                return true;
            }
        }
    }
    return ssmspec_view_is(role, SSMSPEC_ROLE_MARK) || ssmspec_view_is(role, SSMSPEC_ROLE_PAGE);
}

static bool note_unbound(void *context, struct ssmspec_view role) {
    struct obstacle *obstacle = context;
    if (ssmspec_view_is(role, SSMSPEC_ROLE_FRESH_ID)) {
        return true;
    }
    if (ssmspec_view_is(role, SSMSPEC_ROLE_LIVE)) {
        obstacle->is_live = true;
        return true;
    }
    if (ssmspec_bindings_get(obstacle->bindings, role) != NULL) {
        return true;
    }
    if (obstacle->scenario != NULL && is_captured(obstacle->scenario, role)) {
        return true;
    }
    obstacle->unbound = role;
    return false;
}

static void find_unbound(struct obstacle *obstacle, struct ssmspec_view text) {
    if (obstacle->unbound.ptr == NULL && text.ptr != NULL) {
        ssmspec_template_roles(text, note_unbound, obstacle);
    }
}

static void find_in_signing(struct obstacle *obstacle, const struct ssmspec_signing *how) {
    if (how != NULL) {
        find_unbound(obstacle, ssmspec_view_of(how->access_key_id));
        find_unbound(obstacle, ssmspec_view_of(how->secret));
        find_unbound(obstacle, ssmspec_view_of(how->session_token));
    }
}

static void find_in_claims(struct obstacle *obstacle, const struct ssmspec_claims *claims) {
    for (size_t i = 0; i < claims->count; i++) {
        find_unbound(obstacle, ssmspec_view_of(claims->rows[i].path));
        if (claims->rows[i].kind != SSMSPEC_CLAIM_MATCHES) {
            find_unbound(obstacle, ssmspec_view_of(claims->rows[i].text));
        }
    }
}

static void find_in_scenario(struct obstacle *obstacle, const struct ssmspec_scenario *scenario) {
    obstacle->scenario = scenario;
    for (size_t i = 0; scenario != NULL && i < scenario->step_count; i++) {
        const struct ssmspec_pages *const pages = scenario->steps[i].pages;
        find_unbound(obstacle, ssmspec_view_of(pages == NULL ? NULL : pages->body));
        find_unbound(obstacle, ssmspec_view_of(scenario->steps[i].body));
        find_unbound(obstacle, ssmspec_view_of(scenario->steps[i].header_name));
        find_in_claims(obstacle, &scenario->steps[i].claims);
        find_in_claims(obstacle, &scenario->steps[i].always);
    }
}

static void find_obstacle(struct obstacle *obstacle, const struct ssmspec_case *row) {
    find_in_scenario(obstacle, row->scenario);
    find_unbound(obstacle, row->request.body);
    find_in_signing(obstacle, row->request.signing);
    for (size_t i = 0; i < row->request.header_count; i++) {
        find_unbound(obstacle, row->request.headers[i].name);
        find_unbound(obstacle, row->request.headers[i].value);
    }
    if (row->control_kind != SSMSPEC_NO_CONTROL) {
        find_unbound(obstacle, row->control.body);
        find_unbound(obstacle, row->foil.body);
    }
    if (obstacle->is_live) {
        find_unbound(obstacle, ssmspec_view_of(obstacle->suite->start.body));
    }
}

static const char *verifier_reason(const struct ssmspec_case *row,
                                   const struct ssmspec_bindings *bindings) {
    if (!row->needs_verifier || bindings->sigv4 == SSMSPEC_PRESENT) {
        return NULL;
    }
    return bindings->no_sigv4_reason != NULL
               ? bindings->no_sigv4_reason
               : "whether the endpoint verifies signatures is not known: --bindings";
}

/* A pinned case may spell out what the bindings say is a node that is there. {NULL, 0}: it says so
 * by its effect, or does not. */
static struct ssmspec_view unsaid_node(const struct ssmspec_suite *suite,
                                       const struct ssmspec_case *row,
                                       const struct ssmspec_bindings *bindings) {
    const bool is_asked =
        strcmp(row->kind, SSMSPEC_KIND_PINNED) == 0 && row->effect < SSMSPEC_EFFECT_EXECUTE;
    return is_asked ? ssmspec_reach_value(suite, row, bindings) : (struct ssmspec_view){0};
}

static enum ssmspec_err effect_reason(const struct ssmspec_case *row, struct ssmspec_view node,
                                      enum ssmspec_effect effects, struct ssmspec_arena *arena,
                                      const char **out) {
    const char *const wanted = ssmspec_effect_name(row->effect);
    *out = node.ptr != NULL
               ? ssmspec_arena_printf(arena,
                                      "text may run on %.*s, which is bound, and the limit is %s: "
                                      "--effects execute",
                                      (int)node.len, node.ptr, ssmspec_effect_name(effects))
               : ssmspec_arena_printf(arena, "its effect is %s and the limit is %s: --effects %s",
                                      wanted, ssmspec_effect_name(effects), wanted);
    return *out == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

static enum ssmspec_err skip_reason(const struct ssmspec_suite *suite,
                                    const struct ssmspec_case *row,
                                    const struct ssmspec_bindings *bindings,
                                    enum ssmspec_effect effects, struct ssmspec_arena *arena,
                                    const char **out) {
    *out = NULL;
    const struct ssmspec_view node = unsaid_node(suite, row, bindings);
    if (row->effect > effects || (node.ptr != NULL && effects < SSMSPEC_EFFECT_EXECUTE)) {
        return effect_reason(row, node, effects, arena, out);
    }
    struct obstacle obstacle = {.suite = suite, .bindings = bindings};
    find_obstacle(&obstacle, row);
    if (obstacle.unbound.ptr == NULL) {
        *out = verifier_reason(row, bindings);
        return SSMSPEC_OK;
    }
    *out = ssmspec_arena_printf(arena, "the role %.*s is not bound: --bindings",
                                (int)obstacle.unbound.len, obstacle.unbound.ptr);
    return *out == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

/* A case names aliases so that it can be sent under any limit; under a higher one they name real
 * things, and the case does more. */
static enum ssmspec_effect effect_under(const struct ssmspec_suite *suite,
                                        const struct ssmspec_case *row,
                                        const struct ssmspec_bindings *bindings,
                                        enum ssmspec_effect limit) {
    const bool is_spelled_out = unsaid_node(suite, row, bindings).ptr != NULL;
    enum ssmspec_effect effect = is_spelled_out ? SSMSPEC_EFFECT_EXECUTE : row->effect;
    const struct ssmspec_role_alias *alias = suite->aliases;
    for (; alias != NULL && alias->role != NULL; alias++) {
        const bool is_real = limit >= alias->effect &&
                             ssmspec_bindings_get(bindings, ssmspec_view_of(alias->then)) != NULL;
        const bool is_named = ssmspec_template_names(row->request.body, alias->role) ||
                              (row->control_kind != SSMSPEC_NO_CONTROL &&
                               ssmspec_template_names(row->control.body, alias->role));
        if (is_real && is_named && alias->effect > effect) {
            effect = alias->effect;
        }
    }
    return effect;
}

enum ssmspec_err ssmspec_plan_make(const struct ssmspec_suite *suite,
                                   const struct ssmspec_cases *cases,
                                   const struct ssmspec_selection *selection,
                                   const struct ssmspec_bindings *bindings,
                                   enum ssmspec_effect effects, struct ssmspec_arena *arena,
                                   struct ssmspec_plan *out, struct ssmspec_bytes *why) {
    GUARD(check_selection(cases, selection, why));
    struct ssmspec_plan plan = {.cases = cases};
    plan.is_chosen = ssmspec_arena_alloc(arena, cases->count + 1);
    plan.skip_reasons = ssmspec_arena_alloc(arena, (cases->count + 1) * sizeof(char *));
    plan.blanks = ssmspec_arena_alloc(arena, (cases->count + 1) * sizeof *plan.blanks);
    ENSURE(plan.is_chosen != NULL && plan.skip_reasons != NULL && plan.blanks != NULL,
           SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < cases->count; i++) {
        const struct ssmspec_case *row = &cases->rows[i];
        plan.is_chosen[i] = is_wanted(selection, row, i);
        if (plan.is_chosen[i]) {
            plan.chosen++;
            GUARD(ssmspec_record_case(row, effect_under(suite, row, bindings, effects), arena,
                                      &plan.blanks[i]));
            GUARD(skip_reason(suite, row, bindings, effects, arena, &plan.skip_reasons[i]));
            if (row->scenario != NULL && row->scenario->is_slow && !selection->is_full &&
                plan.skip_reasons[i] == NULL) {
                plan.skip_reasons[i] = "it waits half a minute or more: --full";
            }
        }
    }
    *out = plan;
    return SSMSPEC_OK;
}

bool ssmspec_plan_needs_wire(const struct ssmspec_case *row) {
    for (size_t i = 0; row->scenario != NULL && i < row->scenario->step_count; i++) {
        if (row->scenario->steps[i].wire != NULL) {
            return true;
        }
    }
    return row->request.wire != NULL;
}
