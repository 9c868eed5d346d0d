/* What comes back, collected line by line and piece by piece within limits. Knows no network
 * library. Private to the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_REPLY_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_REPLY_H

#include "src/base/bytes.h"
#include "src/exchange/exchange.h"

#define SSMSPEC_HTTP_REPLY_HEADERS_MAX 200
#define SSMSPEC_HTTP_REPLY_HEADER_BYTES_MAX \
    ((size_t)65536) /* all lines, interim responses included */

/* Zero-initialise; body.limit bounds a body. The memory of head and body serves one response after
 * the other. */
struct ssmspec_http_reply {
    struct ssmspec_arena *arena;
    struct ssmspec_bytes head; /* the header lines, each value on one line, without line ends */
    size_t starts[SSMSPEC_HTTP_REPLY_HEADERS_MAX]; /* where each begins in head */
    size_t header_count;
    size_t header_bytes;
    struct ssmspec_bytes body;
    bool is_to_head;   /* the request was a HEAD */
    bool is_final;     /* the status line just read is no 1xx */
    bool is_bare;      /* and nothing follows the head, whatever its headers say */
    bool has_headers;  /* the final response's header block is over: now come trailers */
    const char *fault; /* static text: why it is no HTTP, though the network library bears it */
    bool is_too_large;
    bool is_out_of_memory;
};

/* Forget the last response; the next one is finished into arena. */
void ssmspec_http_reply_begin(struct ssmspec_http_reply *reply, bool is_to_head,
                              struct ssmspec_arena *arena);

/* One line of a header block, status line and blank line included, with its line end. A status line
 * starts anew, so that of interim responses nothing stays; trailers are left out. false to stop. */
bool ssmspec_http_reply_line(struct ssmspec_http_reply *reply,
                             struct ssmspec_view line) SSMSPEC_MUST_USE;

/* One piece of the body; false to stop. */
bool ssmspec_http_reply_piece(struct ssmspec_http_reply *reply,
                              struct ssmspec_view piece) SSMSPEC_MUST_USE;

/* Copies the response into the arena. */
enum ssmspec_err ssmspec_http_reply_finish(struct ssmspec_http_reply *reply, int status,
                                           struct ssmspec_response *out) SSMSPEC_MUST_USE;

/* The body is no longer needed: a buffer that grew large is given back at once, since others may
 * fill theirs before this one is used again. */
void ssmspec_http_reply_end(struct ssmspec_http_reply *reply);

void ssmspec_http_reply_clear(struct ssmspec_http_reply *reply);

#endif
