/* Where an HTTP/1.1 answer ends in a stream of bytes, and what it says. Total: any bytes are read
 * to one of five ends within the limits. What RFC 9112 tells a client to bear with is borne (line
 * feeds alone, folded lines, a close that ends a body); what leaves the end in doubt is no HTTP. */
#ifndef SSMSPEC_SRC_EXCHANGE_REPLY_H
#define SSMSPEC_SRC_EXCHANGE_REPLY_H

#include "src/exchange/exchange.h"

#define SSMSPEC_REPLY_HEADERS_MAX 200
#define SSMSPEC_REPLY_HEAD_BYTES_MAX ((size_t)65536) /* of each answer, interim ones too */
#define SSMSPEC_REPLY_INTERIM_MAX 16

enum ssmspec_reply_state {
    SSMSPEC_REPLY_PARTIAL, /* more bytes are needed */
    SSMSPEC_REPLY_WHOLE,
    SSMSPEC_REPLY_CUT,       /* it ended before it was whole */
    SSMSPEC_REPLY_BAD,       /* not HTTP */
    SSMSPEC_REPLY_TOO_LARGE, /* beyond a limit */
};

/* How the bytes are to be read. */
struct ssmspec_reply_reading {
    bool is_over;      /* no more bytes will come */
    bool is_to_head;   /* the request was a HEAD: no body follows */
    size_t body_limit; /* bytes */
};

struct ssmspec_reply {
    enum ssmspec_reply_state state;
    struct ssmspec_response response; /* of a WHOLE one: in arena */
    bool ends_connection;             /* of a WHOLE one: it says so, or is not framed otherwise */
    size_t used;                      /* bytes it took, interim answers before it included */
    const char *why;                  /* of one that never will be whole: static text */
};

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

/* How far an answer has been read that comes in pieces. */
struct ssmspec_reply_reader {
    struct ssmspec_reply_head head;
    bool has_head;    /* the final one; its text is in arena */
    unsigned interim; /* answers before it */
    size_t body_at;   /* behind the heads so far */
    size_t chunk_at;  /* behind the chunks that are whole */
    size_t chunk_bytes;
    size_t wanted; /* bytes without which it is not worth going on, unless they are over */
};

/* Before the first bytes of each answer. */
void ssmspec_reply_begin(struct ssmspec_reply_reader *reader);

/* Goes on with an answer that bytes begin with: the same ones as before, and more. arena is the
 * same each time. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_reply_go_on(struct ssmspec_reply_reader *reader, struct ssmspec_view bytes,
                                     const struct ssmspec_reply_reading *how,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_reply *out) SSMSPEC_MUST_USE;

/* Reads the final answer that bytes begin with, at once. SSMSPEC_ERR_NOMEM only.
 * Source: RFC9112:2, RFC9112:5, RFC9112:6.3, RFC9112:7.1. */
enum ssmspec_err ssmspec_reply_read(struct ssmspec_view bytes,
                                    const struct ssmspec_reply_reading *how,
                                    struct ssmspec_arena *arena,
                                    struct ssmspec_reply *out) SSMSPEC_MUST_USE;

#endif
