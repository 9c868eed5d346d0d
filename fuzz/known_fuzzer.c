/* The reader of lists of known failures: all of one or a place that is wrong; no list excuses what
 * it does not mean, what proves nothing, or for longer than it says. */
#include "fuzz/harness.h"
#include "src/run/known.h"

SSMSPEC_ORACLE_ID(known_total);
SSMSPEC_ORACLE_ID(known_reason);
SSMSPEC_ORACLE_ID(known_untouched);
SSMSPEC_ORACLE_ID(known_places);
SSMSPEC_ORACLE_ID(known_excuses);
SSMSPEC_ORACLE_ID(known_expires);

#define TODAY "2026-06-01"
/* No entry holds longer, and only those that name it hold so long. */
#define LAST_DAY "9999-12-31"

static const char *const ids[] = {"cancel-command/CommandId/length/above-max",
                                  "send-command/Targets.Values/count/at-max", "any/-/http/get"};

static enum ssmspec_err read_list(struct ssmspec_view document, const char *today,
                                  struct ssmspec_arena *arena, struct ssmspec_known *out,
                                  struct ssmspec_bytes *why) {
    ssmspec_bytes_reset(why);
    return ssmspec_known_read(document, ssmspec_view_of(today), arena, out, why);
}

static void check_refusal(enum ssmspec_err err, const struct ssmspec_bytes *why,
                          const struct ssmspec_known *known) {
    SSMSPEC_ORACLE(known_total, err == SSMSPEC_ERR_CONFIG, "%s", ssmspec_err_text(err));
    SSMSPEC_ORACLE(known_reason, why->len > 4 && strchr(why->ptr, ':') != NULL, "no place");
    SSMSPEC_ORACLE(known_untouched, known->count == SIZE_MAX, "%s", why->ptr);
}

/* The byte at a line and column; NUL when there is none. */
static char byte_at(struct ssmspec_view text, size_t line, size_t column) {
    size_t at = 0;
    for (size_t skipped = 1; skipped < line && at < text.len; at++) {
        skipped += text.ptr[at] == '\n';
    }
    return column > 0 && at + column <= text.len ? text.ptr[at + column - 1] : '\0';
}

/* The few first and last: each costs a walk through the document. */
static void check_places(const struct ssmspec_known *known, struct ssmspec_view document) {
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *entry = &known->entries[i];
        if (i < 4 || i + 4 > known->count) {
            SSMSPEC_ORACLE(known_places, byte_at(document, entry->line, entry->column) == '"',
                           "%zu:%zu", entry->line, entry->column);
        }
    }
}

static bool is_meant(const struct ssmspec_known *known, const char *id, bool has_expired) {
    for (size_t i = 0; i < known->count; i++) {
        const struct ssmspec_known_entry *entry = &known->entries[i];
        if (entry->is_expired == has_expired && ssmspec_case_matches(id, entry->pattern)) {
            return true;
        }
    }
    return false;
}

/* What a verdict on a case may become. */
static bool may_become(const struct ssmspec_known *known, const char *id,
                       enum ssmspec_outcome_verdict from, enum ssmspec_outcome_verdict to) {
    const bool holds = is_meant(known, id, false);
    switch (from) {
    case SSMSPEC_PASS:
    case SSMSPEC_INFO:
        return to == (holds || is_meant(known, id, true) ? SSMSPEC_FIXED : from);
    case SSMSPEC_FAIL:
    case SSMSPEC_DEVIATION:
    case SSMSPEC_INCONCLUSIVE:
    case SSMSPEC_NOT_IMPLEMENTED:
        return to == from || (to == SSMSPEC_KNOWN && holds);
    default:
        return to == from;
    }
}

static void check_verdicts(const struct ssmspec_known *known, struct ssmspec_arena *arena) {
    for (size_t i = 0; i < SSMSPEC_VERDICT_COUNT * sizeof ids / sizeof ids[0]; i++) {
        const char *const id = ids[i / SSMSPEC_VERDICT_COUNT];
        const enum ssmspec_outcome_verdict from = i % SSMSPEC_VERDICT_COUNT;
        struct ssmspec_result result = {.id = ssmspec_view_of(id), .verdict = {.verdict = from}};
        const enum ssmspec_err err = ssmspec_known_settle(known, arena, &result);
        const enum ssmspec_outcome_verdict to = result.verdict.verdict;
        SSMSPEC_ORACLE(known_excuses, err == SSMSPEC_OK && may_become(known, id, from, to),
                       "%s: %s became %s", id, ssmspec_verdict_name(from),
                       ssmspec_verdict_name(to));
    }
}

static void check_expiry(struct ssmspec_view document, struct ssmspec_arena *arena,
                         struct ssmspec_bytes *why) {
    struct ssmspec_known known = {NULL, 0};
    const enum ssmspec_err err = read_list(document, LAST_DAY, arena, &known, why);
    SSMSPEC_ORACLE(known_expires, err == SSMSPEC_OK, "%s", why->ptr);
    for (size_t i = 0; i < known.count; i++) {
        const struct ssmspec_known_entry *entry = &known.entries[i];
        SSMSPEC_ORACLE(known_expires,
                       entry->is_expired != ssmspec_view_is(entry->expires, LAST_DAY), "%zu:%zu",
                       entry->line, entry->column);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_known known = {.count = SIZE_MAX};
    const struct ssmspec_view document = ssmspec_fuzz_view(data, size);
    const enum ssmspec_err err = read_list(document, TODAY, &arena, &known, &why);
    if (err == SSMSPEC_OK) {
        check_places(&known, document);
        check_verdicts(&known, &arena);
        check_expiry(document, &arena, &why);
    } else {
        check_refusal(err, &why, &known);
    }
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_known known;
    const enum ssmspec_err err =
        read_list(ssmspec_fuzz_view(data, size), TODAY, &arena, &known, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return err == SSMSPEC_OK ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
