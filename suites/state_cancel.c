/* What cancelling does and leaves alone. Nothing guarantees that a cancelled command stops
 * (OBS:S-28); that others are left alone and that an end is final is certain. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "CancelCommand", STATE

const struct ssmspec_scenario ssmspec_cancel_scenarios[] = {
    {ROW, RUNS, .probe = "running",
     .rule = "A command of a minute that is cancelled ends well before the minute is over.",
     .level = MUST, .source = "API:CancelCommand OBS:S-27",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," A_MINUTE), FIRST}, {CANCELS},
         {LISTS, EVENTUALLY, SSMSPEC_ALWAYS(FORWARD("Commands.0.Status")),
          SSMSPEC_CLAIMS(
              {.kind = SSMSPEC_CLAIM_IS_NOT, .path = "Commands.0.Status", .text = "Pending"},
              {.kind = SSMSPEC_CLAIM_IS,
               .path = "Commands.0.Status",
               .text = "Cancelled",
               .breaks = SHOULD,
               .source = "OBS:S-27 OBS:S-28"})})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "others-go-on",
     .rule = "Cancelling on one node leaves the command on the others alone.", .level = MUST,
     .source = "API:CancelCommand OBS:S-38",
     SSMSPEC_STEPS({STARTS(TWO_NODES "," A_MINUTE), FIRST}, {CANCELS_ON("\"${linux_node}\"")},
                   {GETS("linux_node"), SHORTLY,
                    SSMSPEC_CLAIMS({.kind = SSMSPEC_CLAIM_IS,
                                    .path = "Status",
                                    .text = "Cancelled",
                                    .breaks = SHOULD,
                                    .source = "OBS:S-27 OBS:S-28"})},
                   {GETS("linux_node_2"), SHORTLY, SSMSPEC_CLAIMS(UNDER_WAY("Status"))},
                   {LISTS, SSMSPEC_CLAIMS(UNDER_WAY("Commands.0.Status"))})},
    {ROW, RECORDS, .probe = "ended",
     .rule = "Cancelling a command that has ended does not change it.", .level = MUST,
     .source = "API:CancelCommand OBS:S-37",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY, FIRST, SSMSPEC_CLAIMS(IS("Commands.0.Status", "Success"))},
                   {CANCELS},
                   {LISTS, A_MOMENT_LATER, SSMSPEC_CLAIMS(IS("Commands.0.Status", "Success"))})},
    END_OF_SCENARIOS,
};
