/* Delivering templates: roles are filled in, a command is started where a case lives on one,
 * several requests are under way at once, and every command that came to life is remembered. */
#ifndef SSMSPEC_SRC_RUN_PUMP_H
#define SSMSPEC_SRC_RUN_PUMP_H

#include "src/run/flight.h"
#include "src/run/ledger.h"

#include <stdint.h>

/* What came of it. exchange and arena are valid only during the call. */
struct ssmspec_delivery {
    struct ssmspec_errand errand;
    const struct ssmspec_exchange *exchange;
    const char *missing; /* why it was never sent: a prerequisite that failed; else NULL */
    struct ssmspec_arena *arena;
    bool had_company; /* another errand was under way at some time while it was */
};

/* The next errand; false when there is none (left). */
typedef bool (*ssmspec_errand_fn)(void *context, struct ssmspec_errand *out);

/* Takes a delivery; false: take no new errands, only finish those under way. */
typedef bool (*ssmspec_delivery_fn)(void *context, const struct ssmspec_delivery *delivery);

struct ssmspec_pump_options {
    const struct ssmspec_suite *suite;
    const struct ssmspec_bindings *bindings;
    const struct ssmspec_transporter *transporter;
    size_t jobs; /* at most the transporter's capacity */
    uint64_t seed;
    struct ssmspec_ledger *ledger; /* every command seen is entered here */
};

struct ssmspec_pump;

enum ssmspec_err ssmspec_pump_new(const struct ssmspec_pump_options *options,
                                  struct ssmspec_pump **out) SSMSPEC_MUST_USE;
void ssmspec_pump_free(struct ssmspec_pump *pump);

/* Deliver until next_errand is dry and nothing is under way. */
enum ssmspec_err ssmspec_pump_run(struct ssmspec_pump *pump, ssmspec_errand_fn next_errand,
                                  ssmspec_delivery_fn take, void *context) SSMSPEC_MUST_USE;

#endif
