/* Running scenarios side by side over one transporter, so that waiting costs once. As many requests
 * are under way as the run allows; a step of several copies has the line to itself. An endpoint
 * that breaks connections is handled as the carrier does: who was alone under way is to blame, who
 * had company is repeated alone. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_SCENARIOS_H
#define SSMSPEC_SRC_RUN_SCENARIOS_H

#include "src/run/carrier.h"
#include "src/run/course.h"
#include "src/run/plan.h"

/* Called once for each scenario that came to its end; its result is filled in. */
typedef enum ssmspec_err (*ssmspec_settled_fn)(void *context, size_t case_index);

struct ssmspec_scenarios {
    const struct ssmspec_course_kit *kit;
    const struct ssmspec_plan *plan;
    struct ssmspec_carrier *carrier;
    struct ssmspec_pump *crowd;     /* a pump that may have SSMSPEC_CROWD_MAX requests under way */
    struct ssmspec_result *results; /* by case index */
    ssmspec_settled_fn settled;
    void *context;
};

/* Run the scenarios of count cases. *out as ssmspec_carry has it. */
enum ssmspec_err ssmspec_scenarios_run(const struct ssmspec_scenarios *scenarios,
                                       const size_t *case_indices, size_t count,
                                       enum ssmspec_carried *out) SSMSPEC_MUST_USE;

#endif
