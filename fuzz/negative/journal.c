/* A reader and a writer of journals that lie. */
#include "src/run/journal.h"
#include "fuzz/negative/negative.h"

#define HEAD "{\"schema\":\"ssmspec.journal/1\",\"seed\":\"1\",\"selected\":1}\n"
#define RESULT                                                                           \
    "{\"id\":\"a\",\"level\":\"may\",\"verdict\":{\"name\":\"pass\",\"level\":\"may\"}," \
    "\"expected\":[],\"actual\":{\"delivered\":false,\"status\":0},\"microseconds\":1}\n"
#define INVALID "{"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("journal_total", INVALID),
    SSMSPEC_LIE("journal_reason", INVALID),
    SSMSPEC_LIE("journal_untouched", INVALID),
    SSMSPEC_LIE("journal_places", HEAD RESULT),
    SSMSPEC_LIE("journal_goes_on", HEAD RESULT),
    SSMSPEC_LIE("journal_round_trip", HEAD RESULT),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_journal_read);
SSMSPEC_WRAPPED(ssmspec_journal_write_result);

enum ssmspec_err __wrap_ssmspec_journal_read(struct ssmspec_view bytes, struct ssmspec_arena *arena,
                                             struct ssmspec_journal_content *out,
                                             struct ssmspec_bytes *why) {
    const enum ssmspec_err err = __real_ssmspec_journal_read(bytes, arena, out, why);
    if (ssmspec_lies("journal_total")) {
        return SSMSPEC_ERR_READ;
    }
    if (ssmspec_lies("journal_reason")) {
        ssmspec_bytes_reset(why);
    }
    if (ssmspec_lies("journal_untouched")) {
        out->resumed = 0;
    }
    if (ssmspec_lies("journal_places")) {
        out->bytes++;
    }
    if (ssmspec_lies("journal_goes_on")) {
        out->resumed = ssmspec_lies_count();
    }
    return err;
}

void __wrap_ssmspec_journal_write_result(const struct ssmspec_result *result,
                                         struct ssmspec_bytes *out) {
    __real_ssmspec_journal_write_result(result, out);
    if (ssmspec_lies("journal_round_trip") && ssmspec_lies_count() > 1) {
        ssmspec_bytes_add_char(out, ' ');
    }
}
