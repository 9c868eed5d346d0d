/* An exchange sends one request and receives one response or a transport failure. This is the one
 * seam to the thing under test: in process (in_process.h), over HTTP (http.h). */
#ifndef SSMSPEC_SRC_EXCHANGE_EXCHANGE_H
#define SSMSPEC_SRC_EXCHANGE_EXCHANGE_H

#include "src/base/arena.h"
#include "src/request/request.h"

enum ssmspec_transport {
    SSMSPEC_DELIVERED,   /* there is a response */
    SSMSPEC_UNREACHABLE, /* could not resolve, connect or agree on TLS: nothing was sent */
    SSMSPEC_CLOSED,      /* the connection ended before a whole response came */
    SSMSPEC_TIMED_OUT,   /* connected, but no whole response in time */
    SSMSPEC_NOT_HTTP,    /* something came that is not HTTP */
    SSMSPEC_TOO_LARGE,   /* the response exceeds our limit */
    SSMSPEC_BROKEN,      /* our own side failed */
};

struct ssmspec_json;

struct ssmspec_response {
    int status;
    const struct ssmspec_header *headers; /* of the final response, in order */
    size_t header_count;
    struct ssmspec_view body;        /* after transfer decoding */
    const struct ssmspec_json *root; /* of the body, when somebody has read it already; NULL: not
                                        yet. Lives where it was read into: a copy goes without */
};

struct ssmspec_exchange {
    enum ssmspec_transport transport;
    struct ssmspec_view detail; /* one line for people when not delivered */
    struct ssmspec_response response;
    size_t answers; /* of a wire script: whole ones on its connection */
    bool is_hushed; /* of a wire script: closed behind an answer that did not say so */
    double seconds;
};

/* Delivers requests, several at a time. */
struct ssmspec_transporter {
    void *self;
    size_t capacity; /* how many requests may be under way at once, at least 1 */
    bool has_wire;   /* wire scripts can be carried out */
    /* Start one exchange. request and what it points to must stay until it completes; the result's
     * memory comes from arena, which must not be touched until then. */
    enum ssmspec_err (*submit)(void *self, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                               void *tag);
    /* Wait at most wait_ms for one exchange to complete; *tag is the one given to submit, or NULL
     * when none completed in time. */
    enum ssmspec_err (*next)(void *self, int wait_ms, void **tag);
    void (*free)(void *self); /* abandons what is under way; accepts NULL */
};

const char *ssmspec_transport_name(enum ssmspec_transport transport); /* "timed-out" ... */

#endif
