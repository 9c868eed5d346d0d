/* The head of an answer: status line and header lines. Private to src/exchange. */
#ifndef SSMSPEC_SRC_EXCHANGE_REPLY_HEAD_H
#define SSMSPEC_SRC_EXCHANGE_REPLY_HEAD_H

#include "src/exchange/reply.h"

/* Where the body of an answer ends. */
enum ssmspec_reply_framing {
    SSMSPEC_REPLY_BY_LENGTH,
    SSMSPEC_REPLY_BY_CHUNKS,
    SSMSPEC_REPLY_BY_CLOSE,
};

struct ssmspec_reply_head {
    int status;
    bool is_old; /* HTTP/1.0 */
    struct ssmspec_header headers[SSMSPEC_REPLY_HEADERS_MAX];
    size_t header_count;
    enum ssmspec_reply_framing framing;
    size_t length; /* by length */
};

/* Bytes of the head at the start, its empty line included; 0: it has not ended yet. */
size_t ssmspec_reply_head_find(struct ssmspec_view bytes);

/* Reads such a head; text's line ends within a folded value become blanks, and views point into it.
 * NULL, or what is wrong. */
const char *ssmspec_reply_head_read(char *text, size_t len, bool is_to_head,
                                    struct ssmspec_reply_head *out);

/* Cuts a line off *rest, without its end; with or without a carriage return. */
struct ssmspec_view ssmspec_reply_line(struct ssmspec_view *rest);

#endif
