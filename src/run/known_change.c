#include "src/run/known_change.h"

#include "src/json/write.h"

/* A list that grows. */
struct growth {
    struct ssmspec_known_entry *entries;
    size_t count;
    const struct ssmspec_known_change *change;
    struct ssmspec_arena *arena;
    struct ssmspec_known_tally *tally;
    bool *is_changed; /* by entry */
};

/* Whatever keeps a run from ending with 0. */
static bool is_failing(const struct ssmspec_result *result, bool is_strict) {
    const enum ssmspec_outcome_verdict verdict = result->verdict.verdict;
    return verdict == SSMSPEC_FAIL || verdict == SSMSPEC_NOT_IMPLEMENTED ||
           verdict == SSMSPEC_INCONCLUSIVE || (is_strict && verdict == SSMSPEC_DEVIATION);
}

static bool is_passing(const struct ssmspec_result *result) {
    const enum ssmspec_outcome_verdict verdict = result->verdict.verdict;
    return verdict == SSMSPEC_PASS || verdict == SSMSPEC_INFO || verdict == SSMSPEC_FIXED;
}

/* What the new entry would be. An operation that is not there is meant as a whole. */
static struct ssmspec_known_entry entry_of(const struct ssmspec_result *result,
                                           const struct ssmspec_known_change *change) {
    struct ssmspec_known_entry entry = {
        .pattern = result->id,
        .reason = change->reason,
        .expires = change->expires,
        .verdict = result->verdict.verdict,
    };
    if (entry.verdict == SSMSPEC_NOT_IMPLEMENTED) {
        const size_t slash = ssmspec_view_find(result->id, SSMSPEC_VIEW("/"));
        entry.pattern = ssmspec_view_sub(result->id, 0, slash);
    } else if (result->verdict.code != NULL) {
        entry.code = ssmspec_view_of(result->verdict.code);
    }
    return entry;
}

static bool covers(const struct ssmspec_known_entry *entry, const char *id,
                   const struct ssmspec_known_entry *wanted) {
    return ssmspec_case_matches(id, entry->pattern) &&
           (entry->verdict == wanted->verdict ||
            (entry->verdict == SSMSPEC_PASS && wanted->verdict != SSMSPEC_INCONCLUSIVE)) &&
           (entry->code.ptr == NULL || ssmspec_view_eq(entry->code, wanted->code));
}

static void mark_changed(struct growth *growth, size_t at) {
    growth->tally->changed += growth->is_changed[at] ? 0 : 1;
    growth->is_changed[at] = true;
}

/* Whether an entry that is there will do, or can be made to. */
static bool is_excused(struct growth *growth, const char *id,
                       const struct ssmspec_known_entry *wanted) {
    for (size_t i = 0; i < growth->count; i++) {
        struct ssmspec_known_entry *const entry = &growth->entries[i];
        const bool is_same = ssmspec_view_eq(entry->pattern, wanted->pattern);
        const bool is_covering = covers(entry, id, wanted);
        if (is_covering && !entry->is_expired) {
            return true;
        }
        if (!is_same && !is_covering) {
            continue;
        }
        if (!is_covering) {
            entry->verdict = wanted->verdict;
            entry->code = wanted->code;
        }
        if (entry->is_expired) {
            entry->expires = wanted->expires;
            entry->is_expired = false;
        }
        mark_changed(growth, i);
        return true;
    }
    return false;
}

static enum ssmspec_err take(struct growth *growth, const struct ssmspec_result *result) {
    const struct ssmspec_known_entry wanted = entry_of(result, growth->change);
    const char *const id = ssmspec_arena_text(growth->arena, result->id);
    ENSURE(id != NULL, SSMSPEC_ERR_NOMEM);
    if (!is_excused(growth, id, &wanted)) {
        growth->entries[growth->count++] = wanted;
        growth->tally->added++;
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_known_update(const struct ssmspec_known *known,
                                      const struct ssmspec_known_change *change,
                                      struct ssmspec_arena *arena, struct ssmspec_known *out,
                                      struct ssmspec_known_tally *tally) {
    const size_t most = known->count + change->count;
    *tally = (struct ssmspec_known_tally){0};
    struct growth growth = {
        .entries = ssmspec_arena_alloc(arena, (most + 1) * sizeof *growth.entries),
        .count = known->count,
        .change = change,
        .arena = arena,
        .tally = tally,
        .is_changed = ssmspec_arena_alloc(arena, (most + 1) * sizeof *growth.is_changed),
    };
    ENSURE(growth.entries != NULL && growth.is_changed != NULL, SSMSPEC_ERR_NOMEM);
    if (known->count > 0) {
        memcpy(growth.entries, known->entries, known->count * sizeof *growth.entries);
    }
    for (size_t i = 0; i < change->count; i++) {
        if (is_failing(&change->results[i], change->is_strict)) {
            GUARD(take(&growth, &change->results[i]));
        }
    }
    tally->kept = known->count - tally->changed;
    *out = (struct ssmspec_known){growth.entries, growth.count};
    return SSMSPEC_OK;
}

/* Skipped cases tell nothing. */
static bool is_stale(const struct ssmspec_known_entry *entry,
                     const struct ssmspec_known_change *change, const char *const *ids) {
    size_t passing = 0;
    for (size_t i = 0; i < change->count; i++) {
        const struct ssmspec_result *const result = &change->results[i];
        if (result->verdict.verdict == SSMSPEC_SKIP ||
            !ssmspec_case_matches(ids[i], entry->pattern)) {
            continue;
        }
        if (!is_passing(result)) {
            return false;
        }
        passing++;
    }
    return passing > 0;
}

/* Texts with a NUL behind them, as matching wants them. */
static enum ssmspec_err copy_ids(const struct ssmspec_known_change *change,
                                 struct ssmspec_arena *arena, const char *const **out) {
    const char **const ids = ssmspec_arena_alloc(arena, (change->count + 1) * sizeof *ids);
    ENSURE(ids != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < change->count; i++) {
        ids[i] = ssmspec_arena_text(arena, change->results[i].id);
        ENSURE(ids[i] != NULL, SSMSPEC_ERR_NOMEM);
    }
    *out = ids;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_known_prune(const struct ssmspec_known *known,
                                     const struct ssmspec_known_change *change,
                                     struct ssmspec_arena *arena, struct ssmspec_known *out,
                                     struct ssmspec_known_tally *tally) {
    struct ssmspec_known_entry *const kept =
        ssmspec_arena_alloc(arena, (known->count + 1) * sizeof *kept);
    ENSURE(kept != NULL, SSMSPEC_ERR_NOMEM);
    const char *const *ids = NULL;
    GUARD(copy_ids(change, arena, &ids));
    *tally = (struct ssmspec_known_tally){0};
    for (size_t i = 0; i < known->count; i++) {
        if (is_stale(&known->entries[i], change, ids)) {
            tally->removed++;
            continue;
        }
        kept[tally->kept++] = known->entries[i];
    }
    *out = (struct ssmspec_known){kept, tally->kept};
    return SSMSPEC_OK;
}

static void add_member(struct ssmspec_bytes *out, const char *before, struct ssmspec_view text) {
    if (text.ptr != NULL) {
        ssmspec_bytes_add_text(out, before);
        ssmspec_json_write_string(out, text);
    }
}

void ssmspec_known_write(const struct ssmspec_known *known, struct ssmspec_bytes *out) {
    ssmspec_bytes_add_text(out, "{\"schema\": \"" SSMSPEC_KNOWN_SCHEMA "\",\n \"entries\": [");
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *const entry = &known->entries[i];
        ssmspec_bytes_add_text(out, i == 0 ? "\n" : ",\n");
        add_member(out, "  {\"id\": ", entry->pattern);
        add_member(out, ", \"reason\": ", entry->reason);
        add_member(out, ", \"expires\": ", entry->expires);
        if (entry->verdict != SSMSPEC_PASS) {
            add_member(out,
                       ", \"verdict\": ", ssmspec_view_of(ssmspec_verdict_name(entry->verdict)));
        }
        add_member(out, ", \"code\": ", entry->code);
        ssmspec_bytes_add_char(out, '}');
    }
    ssmspec_bytes_add_text(out, "\n ]}\n");
}
