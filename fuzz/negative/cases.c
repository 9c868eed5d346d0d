/* A reader of case files that lies. */
#include "fuzz/negative/negative.h"
#include "src/case/case_file.h"

#define VALID                                                                                      \
    "{\"schema\":\"ssmspec.cases/1\",\"cases\":[{\"id\":\"any/-/pinned/x\",\"rule\":\"r\","        \
    "\"level\":\"must\",\"source\":\"s\",\"effect\":\"none\",\"request\":{\"headers\":[],\"body\"" \
    ":\"{}\"},\"accepted\":[{\"answer\":\"any\"}]}]}"
#define INVALID "{"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("cases_total", INVALID),    SSMSPEC_LIE("cases_reason", INVALID),
    SSMSPEC_LIE("cases_none", INVALID),     SSMSPEC_LIE("cases_whole", VALID),
    SSMSPEC_LIE("cases_sendable", VALID),   SSMSPEC_LIE("cases_known_roles", VALID),
    SSMSPEC_LIE("cases_repeatable", VALID), {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_case_file_read);

static const struct ssmspec_case half_done;

/* The first case of what was read, falsified. */
static void falsify(struct ssmspec_case *row) {
    if (ssmspec_lies("cases_whole")) {
        row->source = NULL;
    }
    if (ssmspec_lies("cases_sendable")) {
        row->request.path = SSMSPEC_VIEW("/\r\nX: y");
    }
    if (ssmspec_lies("cases_known_roles")) {
        row->request.body = SSMSPEC_VIEW("${invented_role}");
    }
    if (ssmspec_lies("cases_repeatable") && ssmspec_lies_count() > 1) {
        row->request.body = SSMSPEC_VIEW("[]");
    }
}

enum ssmspec_err __wrap_ssmspec_case_file_read(const struct ssmspec_suite *suite,
                                               const struct ssmspec_case_file *file,
                                               struct ssmspec_arena *arena,
                                               struct ssmspec_cases *out,
                                               struct ssmspec_bytes *why) {
    const enum ssmspec_err err = __real_ssmspec_case_file_read(suite, file, arena, out, why);
    if (err == SSMSPEC_OK) {
        struct ssmspec_case *copy = ssmspec_arena_alloc(arena, sizeof *copy);
        ENSURE(copy != NULL, SSMSPEC_ERR_NOMEM);
        *copy = out->rows[0];
        falsify(copy);
        *out = (struct ssmspec_cases){copy, 1};
        return SSMSPEC_OK;
    }
    if (ssmspec_lies("cases_reason")) {
        ssmspec_bytes_reset(why);
    }
    if (ssmspec_lies("cases_none")) {
        *out = (struct ssmspec_cases){&half_done, 1};
    }
    return ssmspec_lies("cases_total") ? SSMSPEC_ERR_NOMEM : err;
}
