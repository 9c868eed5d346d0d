/* What cancelling does and leaves alone. Nothing guarantees that a cancelled command stops
 * (OBS:S-28): that it does is a SHOULD; that others are left alone and that an end is final is
 * certain. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "CancelCommand", STATE

/* Cancelled for certain, as what follows needs it. */
#define CANCELLED_FIRST                                                          \
    {CANCELS, FIRST}, {                                                          \
        LISTS, EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Cancelled")) \
    }

/* It runs now: only then does leaving it alone show anything. */
#define STILL_RUNS(node) \
    { GETS(node), SHORTLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "InProgress")) }
#define IS_LEFT_ALONE(node) \
    { GETS(node), A_MOMENT_LATER, SSMSPEC_CLAIMS(NOT_CANCELLED("Status")) }

const struct ssmspec_scenario ssmspec_cancel_scenarios[] = {
    {ROW, RUNS, .probe = "running",
     .rule = "A command of a minute that is cancelled ends well before the minute is over.",
     .level = MUST, .source = "API:CancelCommand OBS:S-24 OBS:S-25 OBS:S-27",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"), {CANCELS},
                   {LISTS, EVENTUALLY, SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS)),
                    SSMSPEC_CLAIMS(STOPPED(LISTED_STATUS))},
                   {GETS("linux_node"), SHORTLY, SSMSPEC_CLAIMS(STOPPED("Status"))})},
    {ROW, RUNS, .probe = "at-once",
     .rule = "A command that is cancelled as soon as it is sent ends.", .level = MUST,
     .source = "API:CancelCommand OBS:S-24 OBS:S-26",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, {CANCELS},
                   {LISTS, EVENTUALLY, SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS)),
                    SSMSPEC_CLAIMS(STOPPED(LISTED_STATUS))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "absent",
     .rule = "Without a list of nodes the command is cancelled on every node.", .level = MUST,
     .source = "API:CancelCommand OBS:S-39",
     SSMSPEC_STEPS({STARTS(TWO_NODES "," A_MINUTE), FIRST}, {CANCELS},
                   {GETS("linux_node"), EVENTUALLY, SSMSPEC_CLAIMS(STOPPED("Status"))},
                   {GETS("linux_node_2"), EVENTUALLY, SSMSPEC_CLAIMS(STOPPED("Status"))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "null",
     .rule = "A list of nodes that is null is as good as none.", .level = MUST,
     .source = "SMITHY:awsJson1_1 OBS:P-30 OBS:S-39",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST},
                   {STEP("the cancel", "CancelCommand", "{" SAME_COMMAND ",\"InstanceIds\":null}")},
                   {LISTS, EVENTUALLY, SSMSPEC_CLAIMS(STOPPED(LISTED_STATUS))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "empty",
     .rule = "A list of no nodes cancels the command on every node.", .level = MAY,
     .source = "OBS:S-40",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, {CANCELS_ON("")},
                   {LISTS, SHORTLY, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Cancelled"))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "others-go-on",
     .rule = "Cancelling on one node leaves the command on the others alone.", .level = MUST,
     .source = "API:CancelCommand OBS:S-38",
     SSMSPEC_STEPS({STARTS(TWO_NODES "," A_MINUTE), FIRST}, STILL_RUNS("linux_node_2"),
                   {CANCELS_ON("\"${linux_node}\"")},
                   {GETS("linux_node"), EVENTUALLY, SSMSPEC_CLAIMS(STOPPED("Status"))},
                   IS_LEFT_ALONE("linux_node_2"),
                   {LISTS, SSMSPEC_CLAIMS(NOT_CANCELLED(LISTED_STATUS))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "others-finish",
     .rule = "Where a command was not cancelled it runs to its end.", .level = MUST,
     .source = "API:CancelCommand OBS:S-38",
     SSMSPEC_STEPS({STARTS(TWO_NODES "," SCRIPT("\"sleep 1\"")), FIRST},
                   {CANCELS_ON("\"${linux_node}\"")},
                   {GETS("linux_node_2"), EVENTUALLY, SSMSPEC_ALWAYS(FORWARD("Status")),
                    SSMSPEC_CLAIMS(IS("Status", "Success"))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "foreign-node-changes-nothing",
     .rule = "Cancelling on a node that does not run the command leaves it alone.", .level = MUST,
     .source = "API:CancelCommand OBS:S-38 OBS:S-41",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"),
         {ASKS("the cancel", "CancelCommand", "{" SAME_COMMAND "," NODES("\"${linux_node_2}\"") "}",
               SUCCEEDS, IS_REJECTED)},
         IS_LEFT_ALONE("linux_node"))},
    {ROW, RUNS, .path = "CommandId", .probe = "others-untouched",
     .rule = "Cancelling one command leaves another on the same node alone.", .level = MUST,
     .source = "API:CancelCommand OBS:S-38",
     SSMSPEC_STEPS({SENDS(ONE_NODE "," A_MINUTE), FIRST,
                    SSMSPEC_CAPTURES(TAKES("other", "Command.CommandId"))},
                   {STARTS(ONE_NODE "," A_MINUTE), FIRST}, {CANCELS},
                   {LISTS, EVENTUALLY, SSMSPEC_CLAIMS(STOPPED(LISTED_STATUS))},
                   {LISTS_BY("\"CommandId\":\"${other}\""), SHORTLY,
                    SSMSPEC_CLAIMS(NOT_CANCELLED(LISTED_STATUS))})},
    {ROW, RUNS, .path = "InstanceIds", .probe = "rejected-changes-nothing",
     .rule = "A cancel that is rejected changes nothing.", .level = MUST,
     .source = "API:CancelCommand SMITHY:awsJson1_1",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"),
                   {ASKS("the bad cancel", "CancelCommand",
                         "{" SAME_COMMAND ",\"InstanceIds\":[\"not-a-node\"]}", IS_REJECTED),
                    FIRST},
                   IS_LEFT_ALONE("linux_node"))},
    {ROW, RUNS, .path = "InstanceIds", .probe = "mistyped-changes-nothing",
     .rule = "A cancel that is rejected changes nothing.", .level = MUST,
     .source = "API:CancelCommand SMITHY:awsJson1_1",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"),
                   {ASKS("the bad cancel", "CancelCommand",
                         "{" SAME_COMMAND ",\"InstanceIds\":{\"a\":1}}", IS_REJECTED),
                    FIRST},
                   IS_LEFT_ALONE("linux_node"))},
    {ROW, RUNS, .probe = "code", .rule = "A killed script has the code 137.", .level = SHOULD,
     .source = "OBS:S-29",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"),
                   CANCELLED_FIRST,
                   {GETS("linux_node"), SHORTLY, SSMSPEC_CLAIMS(NUMBER("ResponseCode", 137))})},
    {ROW, RUNS, .probe = "counts", .rule = "A cancelled node has completed, without an error.",
     .level = MUST, .source = "OBS:S-30",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," A_MINUTE), FIRST}, CANCELLED_FIRST,
         {LISTS, SHORTLY,
          SSMSPEC_CLAIMS(NUMBER(LISTED("CompletedCount"), 1), NUMBER(LISTED("ErrorCount"), 0))})},
    {ROW, RUNS, .probe = "output", .rule = "What was written before the cancellation is kept.",
     .level = MUST, .source = "OBS:S-31",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," SCRIPT("\"echo ready\",\"sleep 60\"")), FIRST},
                   {GETS("linux_node"), SHORTLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "InProgress"))},
                   {CANCELS, .after_ms = 200, FIRST},
                   {LISTS, EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Cancelled"))},
                   {GETS("linux_node"), SHORTLY,
                    SSMSPEC_CLAIMS(MATCHES("StandardOutputContent", "ready[\\s\\S]*"))})},
    END_OF_SCENARIOS,
};
