/* A scenario's steps in words. */
#ifndef SSMSPEC_RUNNER_EXPLAIN_STEPS_H
#define SSMSPEC_RUNNER_EXPLAIN_STEPS_H

#include "src/case/scenario.h"

/* To stdout. */
void ssmspec_explain_steps(const struct ssmspec_scenario *scenario);

#endif
