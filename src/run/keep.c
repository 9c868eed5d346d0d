#include "src/run/keep.h"

#define TEXT_MOST 2000

enum ssmspec_err ssmspec_look(const struct ssmspec_exchange *exchange,
                              const struct ssmspec_shape *output,
                              const struct ssmspec_secrets *secrets, struct ssmspec_arena *scratch,
                              struct ssmspec_reading *out) {
    GUARD(ssmspec_reading_of(exchange, output, scratch, out));
    return ssmspec_mask_reading(secrets, scratch, out);
}

static enum ssmspec_err keep_text(struct ssmspec_view *text, struct ssmspec_arena *arena) {
    if (text->ptr == NULL) {
        return SSMSPEC_OK;
    }
    return ssmspec_arena_copy(arena, ssmspec_view_sub(*text, 0, TEXT_MOST), text);
}

enum ssmspec_err ssmspec_keep(const struct ssmspec_reading *reading, struct ssmspec_arena *arena,
                              struct ssmspec_kept *out) {
    out->exchange = *reading->exchange;
    out->exchange.response.headers = NULL;
    out->exchange.response.header_count = 0;
    out->exchange.response.body = (struct ssmspec_view){0};
    out->exchange.response.root = NULL;
    out->reading = *reading;
    out->reading.exchange = &out->exchange;
    struct ssmspec_answer *answer = &out->reading.answer;
    answer->root = NULL;
    struct ssmspec_view *const texts[] = {
        &out->exchange.detail, &answer->type,       &answer->error,       &answer->message,
        &answer->content_type, &answer->request_id, &answer->header_type,
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        GUARD(keep_text(texts[i], arena));
    }
    if (reading->misfit == NULL) {
        return SSMSPEC_OK;
    }
    out->reading.misfit = ssmspec_arena_text(arena, ssmspec_view_of(reading->misfit));
    return out->reading.misfit == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}
