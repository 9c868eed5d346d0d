/* A run under way, and how its cases get their verdicts. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_RUNNING_H
#define SSMSPEC_SRC_RUN_RUNNING_H

#include "src/run/carrier.h"
#include "src/run/controls.h"
#include "src/run/roll_call.h"
#include "src/run/run.h"
#include "src/run/scenarios.h"

/* Everything one run holds. */
struct ssmspec_running {
    const struct ssmspec_run_options *options;
    const struct ssmspec_cases *cases;
    struct ssmspec_arena *arena;
    struct ssmspec_carrier carrier;
    struct ssmspec_course_kit kit;
    struct ssmspec_scenarios scenarios;
    struct ssmspec_roll_call roll_call;
    struct ssmspec_controls controls;
    struct ssmspec_result *results; /* by case index */
    bool *has_result;
    bool *is_sent; /* by case index: chosen, not skipped, its operation is there */
    bool is_unusable;
    const char *stop_reason;
};

/* The case at index has its result: it is masked, held against the known failures and handed out.
 */
enum ssmspec_err ssmspec_publish(struct ssmspec_running *run, size_t index) SSMSPEC_MUST_USE;

/* A verdict that needs no exchange, or none and is_sent: the case is to be carried. */
enum ssmspec_err ssmspec_settle_unsent(struct ssmspec_running *run, size_t index) SSMSPEC_MUST_USE;

/* The endpoint has gone, and it was this case. */
enum ssmspec_err ssmspec_settle_killer(struct ssmspec_running *run, size_t index,
                                       const char *text) SSMSPEC_MUST_USE;

/* Judge what the carriage brought for a case. */
enum ssmspec_err ssmspec_settle_carried(struct ssmspec_running *run,
                                        const struct ssmspec_carriage *carriage) SSMSPEC_MUST_USE;

/* Why the run goes no further, where a carrying ended early. */
void ssmspec_note_stop(struct ssmspec_running *run, enum ssmspec_carried carried);

#endif
