/* What requests do to each other, as tables of scenarios; each ends with a NULL kind. */
#ifndef SSMSPEC_SUITES_SCENARIOS_H
#define SSMSPEC_SUITES_SCENARIOS_H

#include "src/case/scenario.h"

extern const struct ssmspec_scenario ssmspec_echo_scenarios[];
extern const struct ssmspec_scenario ssmspec_option_scenarios[];
extern const struct ssmspec_scenario ssmspec_ending_scenarios[];
extern const struct ssmspec_scenario ssmspec_cancel_scenarios[];
extern const struct ssmspec_scenario ssmspec_cancel_ended_scenarios[];
extern const struct ssmspec_scenario ssmspec_list_scenarios[];
extern const struct ssmspec_scenario ssmspec_invocation_scenarios[];
extern const struct ssmspec_scenario ssmspec_get_scenarios[];
extern const struct ssmspec_scenario ssmspec_leftover_scenarios[];
extern const struct ssmspec_scenario ssmspec_resilience_scenarios[];
extern const struct ssmspec_scenario ssmspec_going_away_scenarios[];
extern const struct ssmspec_scenario ssmspec_auth_scenarios[];
extern const struct ssmspec_scenario ssmspec_client_scenarios[];
extern const struct ssmspec_scenario ssmspec_method_scenarios[];

#endif
