/* A reading of answers and a judge that lie. */
#include "fuzz/negative/negative.h"
#include "src/judge/judge.h"

#define FINE "200 0\n\n{}"
#define BROKEN "500 0\n\n{}"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("response_total", FINE),
    SSMSPEC_LIE("response_misfit", FINE),
    SSMSPEC_LIE("response_success", BROKEN),
    SSMSPEC_LIE("response_server_error", BROKEN),
    SSMSPEC_LIE("response_sentence", FINE),
    SSMSPEC_LIE("response_level", FINE),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_reading_of);
SSMSPEC_WRAPPED(ssmspec_judge);

enum ssmspec_err __wrap_ssmspec_reading_of(const struct ssmspec_exchange *exchange,
                                           const struct ssmspec_shape *output,
                                           struct ssmspec_arena *arena,
                                           struct ssmspec_reading *out) {
    const enum ssmspec_err err = __real_ssmspec_reading_of(exchange, output, arena, out);
    if (ssmspec_lies("response_misfit")) {
        out->is_success = false;
        out->misfit = NULL;
    }
    if (ssmspec_lies("response_success")) {
        out->is_success = true;
    }
    return err;
}

enum ssmspec_err __wrap_ssmspec_judge(const struct ssmspec_service *service,
                                      const struct ssmspec_case *the_case,
                                      const struct ssmspec_reading *own,
                                      const struct ssmspec_reading *control,
                                      const struct ssmspec_reading *foil, enum ssmspec_match match,
                                      struct ssmspec_arena *arena, struct ssmspec_verdict *out) {
    const enum ssmspec_err err =
        __real_ssmspec_judge(service, the_case, own, control, foil, match, arena, out);
    if (ssmspec_lies("response_server_error")) {
        out->verdict = SSMSPEC_PASS;
    }
    if (ssmspec_lies("response_sentence")) {
        out->text = SSMSPEC_VIEW("\x1b[2J");
    }
    if (ssmspec_lies("response_level")) {
        out->verdict = SSMSPEC_FAIL;
        out->level = SSMSPEC_MAY;
    }
    return ssmspec_lies("response_total") ? SSMSPEC_ERR_NOMEM : err;
}
