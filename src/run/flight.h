/* One request under way: from template to response, with the command it lives on. */
#ifndef SSMSPEC_SRC_RUN_FLIGHT_H
#define SSMSPEC_SRC_RUN_FLIGHT_H

#include "src/case/derive.h"
#include "src/case/template.h"
#include "src/exchange/exchange.h"

#include <stdint.h>

#define SSMSPEC_ID_MAX 128

/* One request to be delivered. */
struct ssmspec_errand {
    const struct ssmspec_request *request; /* template, must outlive the errand */
    size_t index;                          /* the caller's */
    ssmspec_role_fn role; /* further roles, asked first; NULL: none. Must outlive the errand */
    void *role_context;
    const bool *awaits[2]; /* it is not launched before both hold; NULL: nothing is awaited */
};

enum ssmspec_stage { SSMSPEC_IDLE, SSMSPEC_STARTING, SSMSPEC_SENT };

/* Zero-initialise. */
struct ssmspec_flight {
    enum ssmspec_stage stage;
    struct ssmspec_errand errand;
    struct ssmspec_arena arena;
    struct ssmspec_request filled;
    struct ssmspec_bytes scratch; /* for filling in */
    struct ssmspec_exchange exchange;
    struct ssmspec_flight *next_idle;
    uint64_t number;           /* counted from 1, as launched */
    bool is_joining;           /* others were under way when it was launched */
    bool wants_live;           /* ${live_command} was asked for before it was started */
    char fresh[37];            /* ${fresh_id} of this flight */
    char live[SSMSPEC_ID_MAX]; /* ${live_command}, empty before it is started */
};

void ssmspec_flight_clear(struct ssmspec_flight *flight);

/* A version 4 UUID that depends only on seed and number. */
void ssmspec_fresh_id(uint64_t seed, uint64_t number, char out[37]);

/* The request of one of the suite's errand rows, still a template. */
enum ssmspec_err ssmspec_flight_address(const struct ssmspec_service *service,
                                        const struct ssmspec_errand_row *row,
                                        struct ssmspec_arena *arena,
                                        struct ssmspec_request *out) SSMSPEC_MUST_USE;

/* flight->filled from a template. SSMSPEC_ERR_UNBOUND when a role has no value. */
enum ssmspec_err ssmspec_flight_fill(struct ssmspec_flight *flight,
                                     const struct ssmspec_request *request,
                                     const struct ssmspec_bindings *bindings) SSMSPEC_MUST_USE;

/* The text at a dotted path of a 200's JSON body; {NULL, 0} when it is not there. The body's tree
 * stays with the exchange, in arena: whoever looks at it next need not read it again.
 * SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_capture(struct ssmspec_exchange *exchange, const char *path,
                                 struct ssmspec_arena *arena,
                                 struct ssmspec_view *out) SSMSPEC_MUST_USE;

#endif
