/* One exchange under way: a handle of curl's, set up once and used again and again, and what it is
 * filled from and into. Private to the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_SLOT_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_SLOT_H

#include "src/exchange/http_raw.h"
#include "src/exchange/http_reply.h"
#include "src/exchange/http_sender.h"

#include <curl/curl.h>

/* Zero-initialise. */
struct ssmspec_http_slot {
    CURL *easy;
    struct ssmspec_arena *arena;
    struct ssmspec_exchange *result;
    void *tag;
    struct ssmspec_http_reply reply;
    bool is_busy;
    bool is_repeated;             /* it died with a kept connection and went out on a new one */
    bool is_raw;                  /* the exchange under way is raw's */
    struct ssmspec_http_raw *raw; /* NULL until one is */
    bool is_special;              /* the handle holds settings that a plain POST must take back */
    char message[CURL_ERROR_SIZE];
};

/* Makes the handle and sets what is the same for every exchange. */
enum ssmspec_err ssmspec_http_slot_open(
    struct ssmspec_http_slot *slot, const struct ssmspec_http_sender *sender,
    const struct ssmspec_http_options *options) SSMSPEC_MUST_USE;

/* Signs the request and loads the handle with it; slot->arena must be set.
 * SSMSPEC_ERR_USAGE when method, path or a header holds bytes that cannot be sent there. */
enum ssmspec_err ssmspec_http_slot_load(struct ssmspec_http_slot *slot,
                                        struct ssmspec_http_sender *sender,
                                        const struct ssmspec_request *request) SSMSPEC_MUST_USE;

/* Whether a transfer that ended with code came to nothing only because its kept connection had been
 * closed by then, which a server may do at any time (RFC 9112, 9.3.1 and 9.5). Then the slot stands
 * ready to be added again, and the request goes out on a connection of its own: once. */
bool ssmspec_http_slot_repeats(struct ssmspec_http_slot *slot, CURLcode code) SSMSPEC_MUST_USE;

/* Fills slot->result from a transfer that ended with code. Never fails: what goes wrong here is a
 * broken exchange. */
void ssmspec_http_slot_finish(struct ssmspec_http_slot *slot, CURLcode code);

/* The same for a request that was never sent, for a reason of our own. */
void ssmspec_http_slot_break(struct ssmspec_http_slot *slot, const char *reason);

void ssmspec_http_slot_close(struct ssmspec_http_slot *slot);

#endif
