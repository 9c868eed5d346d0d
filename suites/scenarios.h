/* What requests do to each other, as tables of scenarios; each ends with a NULL kind. */
#ifndef SSMSPEC_SUITES_SCENARIOS_H
#define SSMSPEC_SUITES_SCENARIOS_H

#include "src/case/scenario.h"

extern const struct ssmspec_scenario ssmspec_send_scenarios[];
extern const struct ssmspec_scenario ssmspec_cancel_scenarios[];

#endif
