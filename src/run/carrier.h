/* Carrying errands safely: when connections break, it stops, asks the endpoint for a sign of life,
 * and finds out which errand broke it, if need be by carrying the suspects again one at a time. */
#ifndef SSMSPEC_SRC_RUN_CARRIER_H
#define SSMSPEC_SRC_RUN_CARRIER_H

#include "src/run/pump.h"

/* What came of one errand. */
struct ssmspec_carriage {
    size_t index;
    const struct ssmspec_exchange *exchange; /* with missing set: nothing was sent */
    const char *missing;
    bool has_killed; /* it alone was under way, and the endpoint has not answered since */
    bool is_suspect; /* the endpoint died with this one and others under way */
    struct ssmspec_arena *arena;
};

typedef enum ssmspec_err (*ssmspec_carriage_fn)(void *context,
                                                const struct ssmspec_carriage *carriage);

enum ssmspec_carried { SSMSPEC_CARRIED_ALL, SSMSPEC_CARRIED_DEAD, SSMSPEC_CARRIED_LATE };

struct ssmspec_carrier {
    struct ssmspec_pump *pump;
    struct ssmspec_request sentinel;
    double deadline;        /* of ssmspec_clock_seconds; 0: none */
    double revival_seconds; /* how long a silent endpoint may take to come back */
};

/* Carry count errands in their order; take is called once for each that was carried, and is what
 * makes those due that wait for it. *out says whether all were:
 * DEAD when the endpoint went and stayed away, LATE when the deadline passed. */
enum ssmspec_err ssmspec_carry(struct ssmspec_carrier *carrier,
                               const struct ssmspec_errand *errands, size_t count,
                               ssmspec_carriage_fn take, void *context,
                               enum ssmspec_carried *out) SSMSPEC_MUST_USE;

/* Whether the connection broke, or there was none. */
bool ssmspec_exchange_is_broken(const struct ssmspec_exchange *exchange);

/* Ask for a sign of life; any HTTP answer is one. A restarting endpoint is given a while. */
enum ssmspec_err ssmspec_carrier_find_alive(struct ssmspec_carrier *carrier,
                                            struct ssmspec_arena *arena,
                                            bool *is_alive) SSMSPEC_MUST_USE;

bool ssmspec_carrier_is_late(const struct ssmspec_carrier *carrier);

/* A deep copy of an exchange. */
enum ssmspec_err ssmspec_exchange_keep(const struct ssmspec_exchange *exchange,
                                       struct ssmspec_arena *arena,
                                       struct ssmspec_exchange *out) SSMSPEC_MUST_USE;

#endif
