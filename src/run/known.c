#include "src/run/known.h"

static bool means(const struct ssmspec_known_entry *entry, const char *id) {
    return ssmspec_case_matches(id, entry->pattern);
}

enum ssmspec_err ssmspec_known_check(const struct ssmspec_known *known,
                                     const struct ssmspec_cases *cases, struct ssmspec_bytes *why) {
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *entry = &known->entries[i];
        bool is_met = false;
        for (size_t row = 0; row < cases->count && !is_met; row++) {
            is_met = means(entry, cases->rows[row].id);
        }
        if (!is_met) {
            ssmspec_bytes_printf(why, "%zu:%zu: \"%.*s\" matches no case", entry->line,
                                 entry->column, (int)entry->pattern.len, entry->pattern.ptr);
            return SSMSPEC_ERR_CONFIG;
        }
    }
    return SSMSPEC_OK;
}

static bool means_chosen(const struct ssmspec_known_entry *entry, const struct ssmspec_plan *plan) {
    for (size_t i = 0; i < plan->cases->count; i++) {
        if (plan->is_chosen[i] && means(entry, plan->cases->rows[i].id)) {
            return true;
        }
    }
    return false;
}

enum ssmspec_err ssmspec_known_expired(const struct ssmspec_known *known,
                                       const struct ssmspec_plan *plan, struct ssmspec_arena *arena,
                                       struct ssmspec_views *out) {
    struct ssmspec_view *items = ssmspec_arena_alloc(arena, (known->count + 1) * sizeof *items);
    ENSURE(items != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *entry = &known->entries[i];
        if (!entry->is_expired || !means_chosen(entry, plan)) {
            continue;
        }
        const char *text = ssmspec_arena_printf(
            arena, "%.*s expired on %.*s: %.*s", (int)entry->pattern.len, entry->pattern.ptr,
            (int)entry->expires.len, entry->expires.ptr, (int)entry->reason.len, entry->reason.ptr);
        ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
        items[count++] = ssmspec_view_of(text);
    }
    *out = (struct ssmspec_views){items, count};
    return SSMSPEC_OK;
}

static bool covers(const struct ssmspec_known_entry *entry, const struct ssmspec_verdict *verdict) {
    const bool is_any = entry->verdict == SSMSPEC_PASS;
    const bool fits =
        is_any ? verdict->verdict != SSMSPEC_INCONCLUSIVE : entry->verdict == verdict->verdict;
    return fits && (entry->code.ptr == NULL ||
                    (verdict->code != NULL && ssmspec_view_is(entry->code, verdict->code)));
}

static enum ssmspec_err rewrite(struct ssmspec_verdict *verdict, const char *text) {
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    verdict->text = ssmspec_view_of(text);
    return SSMSPEC_OK;
}

static enum ssmspec_err excuse(const struct ssmspec_known_entry *entry, struct ssmspec_arena *arena,
                               struct ssmspec_verdict *verdict) {
    verdict->verdict = SSMSPEC_KNOWN;
    return rewrite(verdict, ssmspec_arena_printf(arena, "%.*s (known until %.*s): %.*s",
                                                 (int)entry->reason.len, entry->reason.ptr,
                                                 (int)entry->expires.len, entry->expires.ptr,
                                                 (int)verdict->text.len, verdict->text.ptr));
}

/* Why a listed case was not excused. */
static enum ssmspec_err refuse(const struct ssmspec_known_entry *entry, struct ssmspec_arena *arena,
                               struct ssmspec_verdict *verdict) {
    const char *why = covers(entry, verdict) ? "Its entry among the known failures has expired."
                                             : "It is known to fail in another way.";
    return rewrite(verdict, ssmspec_arena_printf(arena, "%.*s %s", (int)verdict->text.len,
                                                 verdict->text.ptr, why));
}

static enum ssmspec_err settle_failure(const struct ssmspec_known *known, const char *id,
                                       struct ssmspec_arena *arena,
                                       struct ssmspec_verdict *verdict) {
    const struct ssmspec_known_entry *missed = NULL;
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *entry = &known->entries[i];
        if (!means(entry, id)) {
            continue;
        }
        if (!entry->is_expired && covers(entry, verdict)) {
            return excuse(entry, arena, verdict);
        }
        missed = missed == NULL || covers(entry, verdict) ? entry : missed;
    }
    return missed == NULL ? SSMSPEC_OK : refuse(missed, arena, verdict);
}

static enum ssmspec_err settle_pass(const struct ssmspec_known *known, const char *id,
                                    struct ssmspec_arena *arena, struct ssmspec_verdict *verdict) {
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *entry = &known->entries[i];
        if (means(entry, id)) {
            verdict->verdict = SSMSPEC_FIXED;
            verdict->code = "fixed";
            return rewrite(verdict, ssmspec_arena_printf(
                                        arena,
                                        "It passes, but stands in line %zu of the known failures: "
                                        "%.*s",
                                        entry->line, (int)entry->reason.len, entry->reason.ptr));
        }
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_known_settle(const struct ssmspec_known *known,
                                      struct ssmspec_arena *arena, struct ssmspec_result *result) {
    if (known == NULL || known->count == 0) {
        return SSMSPEC_OK;
    }
    const char *id = ssmspec_arena_text(arena, result->id);
    ENSURE(id != NULL, SSMSPEC_ERR_NOMEM);
    switch (result->verdict.verdict) {
    case SSMSPEC_PASS:
    case SSMSPEC_INFO:
        return settle_pass(known, id, arena, &result->verdict);
    case SSMSPEC_FAIL:
    case SSMSPEC_DEVIATION:
    case SSMSPEC_INCONCLUSIVE:
    case SSMSPEC_NOT_IMPLEMENTED:
        return settle_failure(known, id, arena, &result->verdict);
    default:
        return SSMSPEC_OK;
    }
}
