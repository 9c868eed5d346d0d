/* The run loop: roll call of the operations, controls, cases; each verdict as it falls. */
#ifndef SSMSPEC_SRC_RUN_RUN_H
#define SSMSPEC_SRC_RUN_RUN_H

#include "src/judge/judge.h"
#include "src/run/known.h"
#include "src/run/ledger.h"
#include "src/run/mask.h"
#include "src/run/past.h"
#include "src/run/plan.h"
#include "src/run/result.h"

#include <stdint.h>

/* Called for every verdict, in the order in which they fall; result is valid as long as the run's
 * arena. An error ends the run. */
typedef enum ssmspec_err (*ssmspec_result_fn)(void *context, const struct ssmspec_result *result);

struct ssmspec_run_options {
    const struct ssmspec_suite *suite;
    const struct ssmspec_plan *plan;
    const struct ssmspec_bindings *bindings; /* aliases bound */
    const struct ssmspec_transporter *transporter;
    size_t jobs;
    uint64_t seed;
    enum ssmspec_match match;
    struct ssmspec_secrets secrets; /* masked wherever an endpoint echoes them */
    double max_seconds;             /* 0: none */
    double patience;        /* what the times that scenarios wait at most are multiplied by; 0: 1 */
    double revival_seconds; /* how long a dead endpoint may take to come back */
    const struct ssmspec_known *known; /* may be NULL */
    struct ssmspec_past past;          /* its results are taken over, not published again */
    ssmspec_result_fn on_result;       /* may be NULL */
    void *context;
};

/* What came of a run; everything lives in the arena given to ssmspec_run. */
struct ssmspec_run_outcome {
    const struct ssmspec_result *results; /* in suite order */
    size_t count;
    bool is_complete;        /* every chosen case has a result */
    bool is_unusable;        /* and no case is to blame */
    const char *stop_reason; /* a sentence when it is not complete or unusable, else NULL */
};

/* Judge every chosen case. Commands that come to life are entered in ledger, which the caller
 * sweeps. Returns SSMSPEC_OK with *out filled whatever the endpoint does; SSMSPEC_ERR_INTERRUPTED
 * with *out filled as far as it came; other errors are our own fault. */
enum ssmspec_err ssmspec_run(const struct ssmspec_run_options *options,
                             struct ssmspec_ledger *ledger, struct ssmspec_arena *arena,
                             struct ssmspec_run_outcome *out) SSMSPEC_MUST_USE;

#endif
