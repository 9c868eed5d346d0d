/* One exchange under way, and the connection it has: curl connects and encrypts, the bytes are our
 * own, so that a request goes out as it was meant and an answer is read by one reader. A connection
 * is kept for the next exchange where HTTP lets it. Private to the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_SLOT_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_SLOT_H

#include "src/exchange/http_sender.h"
#include "src/exchange/reply.h"
#include "src/exchange/wire_text.h"

struct ssmspec_http_slot {
    /* of the transporter */
    struct ssmspec_arena *arena;
    struct ssmspec_exchange *result;
    void *tag;
    /* of the connection */
    CURL *easy;
    const struct ssmspec_http_sender *sender;
    curl_socket_t socket;
    bool is_connected;
    bool is_kept;     /* it carried an exchange before this one */
    bool is_readable; /* bytes may have come */
    char message[CURL_ERROR_SIZE];
    /* of the exchange */
    struct ssmspec_request sent;
    struct ssmspec_wire_parts parts;
    const struct ssmspec_wire_step *step;
    bool is_scripted;       /* the request brings steps of its own */
    bool is_entered;        /* the step is under way */
    bool is_over;           /* no more bytes will come */
    bool is_deaf;           /* no more bytes can be sent, or should be */
    bool is_last;           /* the answer heard said that none follows */
    bool is_hushed;         /* it did not, and yet none followed */
    bool is_stuck;          /* a send waits for room */
    bool is_flooded;        /* more came than is ever kept */
    bool is_repeated;       /* its kept connection was dead: it goes out once more */
    double deadline, until; /* of the exchange, of the step (0: none); ssmspec_clock_seconds */
    double began;
    struct ssmspec_bytes out; /* the step's text, short ones several times over */
    size_t out_sent;
    size_t left;             /* bytes of all repetitions still to be sent */
    struct ssmspec_bytes in; /* everything that came */
    size_t in_used;          /* by whole answers */
    struct ssmspec_reply_reader reader;
    struct ssmspec_response response; /* the one judged so far */
    size_t answers;
    struct ssmspec_exchange end; /* what came of it, once run says so */
};

/* Zero-initialise; makes the handle. */
enum ssmspec_err ssmspec_http_slot_open(
    struct ssmspec_http_slot *slot, const struct ssmspec_http_sender *sender,
    const struct ssmspec_http_options *options) SSMSPEC_MUST_USE;
void ssmspec_http_slot_close(struct ssmspec_http_slot *slot);

/* Loads and signs a request; slot->arena must be set, and everything that comes of it lives there.
 * SSMSPEC_ERR_USAGE when method, path or a header holds bytes that cannot be sent there. */
enum ssmspec_err ssmspec_http_slot_load(struct ssmspec_http_slot *slot,
                                        const struct ssmspec_request *request) SSMSPEC_MUST_USE;

/* Whether the exchange can begin at once: on a connection that is kept and quiet. */
bool ssmspec_http_slot_is_ready(struct ssmspec_http_slot *slot);

/* The handle is connected, or will not be: then slot->end says so and false comes back. */
bool ssmspec_http_slot_connected(struct ssmspec_http_slot *slot, CURLcode code);

/* Goes on as far as it can without waiting; true when slot->end is there. */
bool ssmspec_http_slot_run(struct ssmspec_http_slot *slot, double now);

/* What it waits for: a time, and bytes; and whether either has come. */
double ssmspec_http_slot_due(const struct ssmspec_http_slot *slot);
void ssmspec_http_slot_wants(const struct ssmspec_http_slot *slot, struct curl_waitfd *out);
bool ssmspec_http_slot_can_move(const struct ssmspec_http_slot *slot, double now);

/* Whether the exchange that ended came to nothing only because its kept connection had been closed,
 * which a server may do at any time (RFC9112:9.3.1, RFC9112:9.5): then it goes out again, once. */
bool ssmspec_http_slot_should_repeat(const struct ssmspec_http_slot *slot);

/* Makes it ready to go out on a new connection. */
void ssmspec_http_slot_repeat(struct ssmspec_http_slot *slot);

/* Whether the connection can carry another exchange. */
bool ssmspec_http_slot_can_keep(const struct ssmspec_http_slot *slot);

/* What was sent and received is no longer needed: large memory is given back. */
void ssmspec_http_slot_empty(struct ssmspec_http_slot *slot);

/* http_step.c: one step, or part of one. */
enum ssmspec_http_step_progress {
    SSMSPEC_HTTP_STEP_WAITS,
    SSMSPEC_HTTP_STEP_STEPPED,
    SSMSPEC_HTTP_STEP_ENDED, /* slot->end is there */
};
enum ssmspec_http_step_progress ssmspec_http_step(struct ssmspec_http_slot *slot, double now);

/* Ends the exchange; what was answered counts where the script came to its end. */
enum ssmspec_http_step_progress ssmspec_http_slot_end(struct ssmspec_http_slot *slot,
                                                      enum ssmspec_transport transport,
                                                      const char *detail);

#endif
