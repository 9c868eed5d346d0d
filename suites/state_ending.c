/* How commands end when nobody cancels them. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "SendCommand", STATE, .level = MUST

/* A path through the list of invocations. */
#define ON_NODE(node, member) "CommandInvocations.InstanceId=${" node "}." member

const struct ssmspec_scenario ssmspec_ending_scenarios[] = {
    {ROW, RECORDS, .path = "Targets", .probe = "no-node",
     .rule = "A command whose targets match no node ends as Success, NoInstancesInTag.",
     .source = "OBS:S-19",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY,
                    SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"),
                                   IS(LISTED("StatusDetails"), "NoInstancesInTag"))})},
    {ROW, RUNS, .probe = "success",
     .rule = "A command that succeeds on its node ends as Success, one of one completed.",
     .source = "MODEL:Command MODEL:CommandStatus",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," COMMANDS), FIRST},
         {LISTS, EVENTUALLY,
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"), IS(LISTED("StatusDetails"), "Success"),
                         NUMBER(LISTED("TargetCount"), 1), NUMBER(LISTED("CompletedCount"), 1),
                         NUMBER(LISTED("ErrorCount"), 0))})},
    {ROW, RUNS, .probe = "success-everywhere",
     .rule = "Every way of reading an ended command tells the same.",
     .source = "MODEL:GetCommandInvocation MODEL:ListCommandInvocations OBS:S-70",
     SSMSPEC_STEPS(
         {STARTS(TWO_NODES "," COMMANDS "," MARKED), FIRST},
         {LISTS, EVENTUALLY, FIRST,
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"), NUMBER(LISTED("CompletedCount"), 2))},
         {LISTS_INVOCATIONS, SHORTLY,
          SSMSPEC_CLAIMS(COUNTS("CommandInvocations", 2, 2),
                         IS(ON_NODE("linux_node", "Status"), "Success"),
                         IS(ON_NODE("linux_node_2", "Status"), "Success"),
                         IS(ON_NODE("linux_node", "CommandId"), "${command}"),
                         IS(ON_NODE("linux_node", "DocumentName"), "${linux_document}"),
                         IS(ON_NODE("linux_node", "Comment"), "ssmspec ${mark}"))},
         {GETS("linux_node"), SHORTLY,
          SSMSPEC_CLAIMS(IS("Status", "Success"), IS("StatusDetails", "Success"),
                         IS("CommandId", "${command}"), IS("InstanceId", "${linux_node}"),
                         IS("DocumentName", "${linux_document}"), IS("Comment", "ssmspec ${mark}"),
                         NUMBER("ResponseCode", 0))},
         {GETS("linux_node_2"), SHORTLY,
          SSMSPEC_CLAIMS(IS("Status", "Success"), IS("InstanceId", "${linux_node_2}"))})},
    {ROW, RUNS, .probe = "failure",
     .rule = "A command that fails on its node ends as Failed, with the node's code.",
     .source = "OBS:S-64",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," SCRIPT("\"exit 7\"")), FIRST},
         {LISTS, EVENTUALLY,
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Failed"), IS(LISTED("StatusDetails"), "Failed"),
                         NUMBER(LISTED("ErrorCount"), 1))},
         {GETS("linux_node"), SHORTLY,
          SSMSPEC_CLAIMS(IS("Status", "Failed"), NUMBER("ResponseCode", 7))})},
    {ROW, RUNS, .probe = "forward", .rule = "States only move forward, and an end is final.",
     .source = "API:CancelCommand MODEL:CommandStatus OBS:S-69",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," SCRIPT("\"sleep 1\"")), FIRST},
         {LISTS, EVENTUALLY, SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS)),
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"))},
         {LISTS, A_MOMENT_LATER,
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"), NUMBER(LISTED("CompletedCount"), 1))})},
    {ROW, RUNS, .probe = "forward-on-a-node",
     .rule = "An invocation's states only move forward, and an end is final.",
     .source = "API:CancelCommand MODEL:CommandInvocationStatus OBS:S-69",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," SCRIPT("\"sleep 1\"")), FIRST},
                   {GETS("linux_node"), EVENTUALLY, SSMSPEC_ALWAYS(FORWARD("Status")),
                    SSMSPEC_CLAIMS(IS("Status", "Success"))},
                   {GETS("linux_node"), A_MOMENT_LATER,
                    SSMSPEC_CLAIMS(IS("Status", "Success"), NUMBER("ResponseCode", 0))})},
    {ROW, RUNS, .path = "Parameters", .probe = "execution-timeout",
     .rule = "What runs longer than it may is TimedOut on its node, and the command has Failed.",
     .source = "OBS:S-65",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE ",\"Parameters\":{\"commands\":[\"sleep 60\"],"
                          "\"executionTimeout\":[\"1\"]}"),
          FIRST},
         {LISTS, EVENTUALLY,
          SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Failed"), IS(LISTED("StatusDetails"), "Failed"),
                         NUMBER(LISTED("ErrorCount"), 1))},
         {GETS("linux_node"), SHORTLY,
          SSMSPEC_CLAIMS(IS("Status", "TimedOut"), IS("StatusDetails", "ExecutionTimedOut"))})},
    {ROW, RUNS, .path = "TimeoutSeconds", .probe = "delivery-timeout", .is_slow = true,
     .rule = "What a node does not fetch in time is TimedOut, DeliveryTimedOut, and no error.",
     .source = "OBS:S-66",
     SSMSPEC_STEPS(
         {STARTS(NODES("\"${silent_node}\"") "," COMMANDS ",\"TimeoutSeconds\":30"), FIRST},
         {LISTS, .within_ms = 90000, SSMSPEC_ALWAYS(FORWARD(LISTED_STATUS)),
          SSMSPEC_CLAIMS(
              IS(LISTED_STATUS, "TimedOut"), IS(LISTED("StatusDetails"), "DeliveryTimedOut"),
              NUMBER(LISTED("DeliveryTimedOutCount"), 1), NUMBER(LISTED("ErrorCount"), 0))},
         {GETS("silent_node"), SHORTLY,
          SSMSPEC_CLAIMS(IS("Status", "TimedOut"), IS("StatusDetails", "DeliveryTimedOut"),
                         NUMBER("ResponseCode", -1))})},
    END_OF_SCENARIOS,
};
