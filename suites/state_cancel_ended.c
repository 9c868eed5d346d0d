/* Cancelling more than once, and what has ended: whatever it is answered, an end is final. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "CancelCommand", STATE, .level = MUST
#define FINAL "API:CancelCommand OBS:S-37 OBS:S-35"

/* Cancel what ended so, and look again. */
#define CANCELLED_AS(status)                                                                  \
    {LISTS, EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED_STATUS, status))},                    \
        {ASKS("the cancel", "CancelCommand", "{" SAME_COMMAND "}", SUCCEEDS, IS_REJECTED)}, { \
        LISTS, A_MOMENT_LATER, SSMSPEC_CLAIMS(IS(LISTED_STATUS, status))                      \
    }

const struct ssmspec_scenario ssmspec_cancel_ended_scenarios[] = {
    {ROW, RECORDS, .probe = "after-no-node",
     .rule = "Cancelling a command that ended without a node does not change it.", .source = FINAL,
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST}, CANCELLED_AS("Success"))},
    {ROW, RUNS, .probe = "after-success",
     .rule = "Cancelling a command that has succeeded does not change it.", .source = FINAL,
     SSMSPEC_STEPS({STARTS(ONE_NODE "," COMMANDS), FIRST}, CANCELLED_AS("Success"),
                   {GETS("linux_node"), SSMSPEC_CLAIMS(IS("Status", "Success"))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "after-success",
     .rule = "Cancelling a command that has succeeded, on its node, does not change it.",
     .source = FINAL,
     SSMSPEC_STEPS({STARTS(ONE_NODE "," COMMANDS), FIRST},
                   {LISTS, EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"))},
                   {ASKS("the cancel", "CancelCommand", "{" SAME_COMMAND "," ONE_NODE "}", SUCCEEDS,
                         IS_REJECTED)},
                   {GETS("linux_node"), A_MOMENT_LATER, SSMSPEC_CLAIMS(IS("Status", "Success"))},
                   {LISTS, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"))})},
    {ROW, RUNS, .probe = "after-failure",
     .rule = "Cancelling a command that has failed does not change it.", .source = FINAL,
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," SCRIPT("\"exit 7\"")), FIRST}, CANCELLED_AS("Failed"),
         {GETS("linux_node"), SSMSPEC_CLAIMS(IS("Status", "Failed"), NUMBER("ResponseCode", 7))})},
    {ROW, RUNS, .probe = "after-time-out",
     .rule = "Cancelling a command whose time was over does not change it.", .source = FINAL,
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE ",\"Parameters\":{\"commands\":[\"sleep 60\"],"
                          "\"executionTimeout\":[\"1\"]}"),
          FIRST},
         {GETS("linux_node"), EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "TimedOut"))},
         CANCELLED_AS("Failed"), {GETS("linux_node"), SSMSPEC_CLAIMS(IS("Status", "TimedOut"))})},
    {ROW, RUNS, .probe = "twice",
     .rule = "A second cancel while the first is under way changes nothing.",
     .source = "API:CancelCommand OBS:S-36 OBS:S-37",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, {CANCELS}, {CANCELS_AGAIN},
                   {LISTS, EVENTUALLY, SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS)),
                    SSMSPEC_CLAIMS(STOPPED(LISTED_STATUS))})},
    {ROW, RUNS, .probe = "after-cancel",
     .rule = "Cancelling a command that is cancelled does not change it.", .source = FINAL,
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," A_MINUTE), FIRST}, {CANCELS, FIRST}, {BECOMES_CANCELLED},
         {CANCELS_AGAIN},
         {LISTS, A_MOMENT_LATER,
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Cancelled"), NUMBER(LISTED("CompletedCount"), 1))})},
    {ROW, RUNS, .probe = "eight-at-once",
     .rule = "Cancels of one command at the same time bring it to one end, which is final.",
     .source = "API:CancelCommand OBS:S-37 OBS:S-72",
     SSMSPEC_STEPS({STARTS(TWO_NODES "," A_MINUTE), FIRST},
                   {ASKS("a cancel", "CancelCommand", "{" SAME_COMMAND "}", SUCCEEDS, IS_REJECTED),
                    .copies = 8},
                   {LISTS, EVENTUALLY, SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS)),
                    SSMSPEC_CLAIMS(STOPPED(LISTED_STATUS))},
                   {LISTS, A_MOMENT_LATER, SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1)),
                    SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS))})},
    END_OF_SCENARIOS,
};
