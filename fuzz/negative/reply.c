/* A reader of answers that lies. */
#include "src/exchange/reply.h"
#include "fuzz/negative/negative.h"

#define REPLY "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("reply_total", REPLY),
    SSMSPEC_LIE("reply_extent", REPLY),
    SSMSPEC_LIE("reply_prefix", REPLY),
    SSMSPEC_LIE("reply_over", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}"),
    SSMSPEC_LIE("reply_pieces", REPLY),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_reply_read);
SSMSPEC_WRAPPED(ssmspec_reply_go_on);

/* Forgets a byte on the way. */
enum ssmspec_err __wrap_ssmspec_reply_go_on(struct ssmspec_reply_reader *reader,
                                            struct ssmspec_view bytes,
                                            const struct ssmspec_reply_reading *how,
                                            struct ssmspec_arena *arena,
                                            struct ssmspec_reply *out) {
    const enum ssmspec_err err = __real_ssmspec_reply_go_on(reader, bytes, how, arena, out);
    if (out->state == SSMSPEC_REPLY_WHOLE && ssmspec_lies("reply_pieces")) {
        out->response.body.len = 1;
    }
    return err;
}

enum ssmspec_err __wrap_ssmspec_reply_read(struct ssmspec_view bytes,
                                           const struct ssmspec_reply_reading *how,
                                           struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    if (ssmspec_lies("reply_total")) {
        return SSMSPEC_ERR_NOMEM;
    }
    const enum ssmspec_err err = __real_ssmspec_reply_read(bytes, how, arena, out);
    if (ssmspec_lies("reply_extent")) {
        out->used = bytes.len + 1;
    }
    /* Loses patience with bytes that come one by one. */
    if (out->state == SSMSPEC_REPLY_PARTIAL && bytes.len < ssmspec_lies_input().len &&
        ssmspec_lies("reply_prefix")) {
        out->state = SSMSPEC_REPLY_BAD;
        out->why = "impatience";
    }
    if (out->state == SSMSPEC_REPLY_CUT && ssmspec_lies("reply_over")) {
        out->state = SSMSPEC_REPLY_PARTIAL;
    }
    return err;
}
