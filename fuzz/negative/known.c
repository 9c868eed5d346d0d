/* A reader of lists of known failures that lies. */
#include "src/run/known.h"
#include "fuzz/negative/negative.h"

#define VALID                                                                                  \
    "{\"schema\":\"ssmspec.known/1\",\"entries\":[{\"id\":\"x\",\"reason\":\"r\",\"expires\":" \
    "\"2030-01-01\"}]}"
#define INVALID "{"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("known_total", INVALID),
    SSMSPEC_LIE("known_reason", INVALID),
    SSMSPEC_LIE("known_untouched", INVALID),
    SSMSPEC_LIE("known_places", VALID),
    SSMSPEC_LIE("known_excuses", VALID),
    SSMSPEC_LIE("known_expires", VALID),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_known_read);
SSMSPEC_WRAPPED(ssmspec_known_settle);

/* One entry, whatever was read. */
static enum ssmspec_err change(struct ssmspec_arena *arena, struct ssmspec_known *out) {
    struct ssmspec_known_entry *entry = ssmspec_arena_alloc(arena, sizeof *entry);
    ENSURE(entry != NULL, SSMSPEC_ERR_NOMEM);
    *entry = out->entries[0];
    entry->column += ssmspec_lies("known_places");
    entry->is_expired = !ssmspec_lies("known_expires") && entry->is_expired;
    *out = (struct ssmspec_known){entry, 1};
    return SSMSPEC_OK;
}

enum ssmspec_err __wrap_ssmspec_known_read(struct ssmspec_view document, struct ssmspec_view today,
                                           struct ssmspec_arena *arena, struct ssmspec_known *out,
                                           struct ssmspec_bytes *why) {
    const enum ssmspec_err err = __real_ssmspec_known_read(document, today, arena, out, why);
    if (ssmspec_lies("known_total")) {
        return SSMSPEC_ERR_READ;
    }
    if (ssmspec_lies("known_reason")) {
        ssmspec_bytes_reset(why);
    }
    if (ssmspec_lies("known_untouched")) {
        out->count = 0;
    }
    return err == SSMSPEC_OK ? change(arena, out) : err;
}

enum ssmspec_err __wrap_ssmspec_known_settle(const struct ssmspec_known *known,
                                             struct ssmspec_arena *arena,
                                             struct ssmspec_result *result) {
    const enum ssmspec_err err = __real_ssmspec_known_settle(known, arena, result);
    if (ssmspec_lies("known_excuses")) {
        result->verdict.verdict = SSMSPEC_KNOWN;
    }
    return err;
}
