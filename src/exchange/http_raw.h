/* One exchange by a wire script: curl connects and encrypts, the bytes are the script's own. Each
 * has a connection of its own. Private to the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_RAW_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_RAW_H

#include "src/exchange/http_sender.h"
#include "src/exchange/wire_text.h"

struct ssmspec_http_raw {
    CURL *easy;
    const struct ssmspec_http_sender *sender;
    /* of the exchange under way */
    struct ssmspec_arena *arena;
    struct ssmspec_request sent;
    struct ssmspec_wire_parts parts;
    const struct ssmspec_wire_step *step;
    bool is_connected;
    bool is_entered; /* the step is under way */
    bool is_over;    /* no more bytes will come */
    bool is_deaf;    /* no more bytes can be sent, or should be */
    bool is_last;    /* the answer heard said that none follows */
    bool is_hushed;  /* it did not, but none did */
    bool is_stuck;   /* a send waits for room */
    bool is_flooded; /* more came than is ever kept */
    curl_socket_t socket;
    double deadline, until; /* of the exchange, of the step (0: none); ssmspec_clock_seconds */
    double began;
    struct ssmspec_bytes out; /* the step's text, short ones several times over */
    size_t out_sent;
    size_t left;                      /* bytes of all repetitions still to be sent */
    struct ssmspec_bytes in;          /* everything that came */
    size_t in_used;                   /* by whole answers */
    struct ssmspec_response response; /* the one judged so far */
    size_t answers;
    struct ssmspec_exchange end; /* what came of it, once run says so */
    char message[CURL_ERROR_SIZE];
};

/* like is an idle handle of the transporter: this one gets its settings, CURLOPT_PRIVATE included.
 */
enum ssmspec_err ssmspec_http_raw_new(CURL *like, const struct ssmspec_http_sender *sender,
                                      struct ssmspec_http_raw **out) SSMSPEC_MUST_USE;
void ssmspec_http_raw_free(struct ssmspec_http_raw *raw); /* accepts NULL */

/* Loads a request with a script; everything that comes of it lives in arena. The handle then wants
 * to connect. */
enum ssmspec_err ssmspec_http_raw_load(struct ssmspec_http_raw *raw,
                                       const struct ssmspec_request *request,
                                       struct ssmspec_arena *arena) SSMSPEC_MUST_USE;

/* The handle is connected, or will not be: then raw->end says so and false comes back. */
bool ssmspec_http_raw_connected(struct ssmspec_http_raw *raw, CURLcode code);

/* Goes on as far as it can without waiting; true when raw->end is there. */
bool ssmspec_http_raw_run(struct ssmspec_http_raw *raw, double now);

/* What it waits for: a time, and bytes. */
double ssmspec_http_raw_due(const struct ssmspec_http_raw *raw);
void ssmspec_http_raw_wants(const struct ssmspec_http_raw *raw, struct curl_waitfd *out);

/* http_raw_step.c: one step, or part of one. */
enum ssmspec_http_raw_progress {
    SSMSPEC_HTTP_RAW_WAITS,
    SSMSPEC_HTTP_RAW_STEPPED,
    SSMSPEC_HTTP_RAW_ENDED, /* raw->end is there */
};
enum ssmspec_http_raw_progress ssmspec_http_raw_step(struct ssmspec_http_raw *raw, double now);

/* Ends the exchange; what was answered counts where the script came to its end. */
enum ssmspec_http_raw_progress ssmspec_http_raw_end(struct ssmspec_http_raw *raw,
                                                    enum ssmspec_transport transport,
                                                    const char *detail);

#endif
