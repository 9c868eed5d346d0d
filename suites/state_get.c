/* One invocation, while it runs and afterwards. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "GetCommandInvocation", STATE, .level = MUST
#define GETS_BY(rest)                                      \
    STEP("the invocation's state", "GetCommandInvocation", \
         "{" SAME_COMMAND ",\"InstanceId\":\"${linux_node}\"," rest "}")

/* The model speaks of ISO 8601, and of the shape of 2017-06-7 (MODEL:GetCommandInvocationResult).
 */
#define ISO_TIME "\\d{4}-\\d{2}-\\d{1,2}([T ][0-9:.,]+(Z|[+-][0-9:]+)?)?"
#define ISO_DURATION "P[0-9DTHMS.,]+"

const struct ssmspec_scenario ssmspec_get_scenarios[] = {
    {ROW, RUNS, .probe = "sent",
     .rule = "An invocation can soon be read after its command is sent.",
     .source = "MODEL:GetCommandInvocation OBS:S-58 OBS:S-70",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST},
                   {ASKS("the invocation's state", "GetCommandInvocation",
                         "{" SAME_COMMAND ",\"InstanceId\":\"${linux_node}\"}", SUCCEEDS),
                    SHORTLY,
                    SSMSPEC_CLAIMS(IS("CommandId", "${command}"), IS("InstanceId", "${linux_node}"),
                                   IS("DocumentName", "${linux_document}"))})},
    {ROW, RUNS, .probe = "running",
     .rule = "What runs has the code -1 and no time at which it ended.",
     .source = "MODEL:GetCommandInvocationResult OBS:S-61",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," A_MINUTE), FIRST},
         {GETS("linux_node"), SHORTLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "InProgress"))},
         {GETS("linux_node"), SSMSPEC_CLAIMS(IS("Status", "InProgress"), NUMBER("ResponseCode", -1),
                                             IS_IF_THERE("ExecutionEndDateTime", ""))})},
    {ROW, RUNS, .probe = "ended", .rule = "What has ended tells when and how long it took.",
     .source = "MODEL:GetCommandInvocationResult OBS:P-38 OBS:S-62",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," COMMANDS), FIRST},
         {GETS("linux_node"), EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "Success"))},
         {GETS("linux_node"), SSMSPEC_CLAIMS(MATCHES("ExecutionStartDateTime", ISO_TIME),
                                             MATCHES("ExecutionEndDateTime", ISO_TIME),
                                             MATCHES("ExecutionElapsedTime", ISO_DURATION))})},
    {ROW, RUNS, .probe = "output", .rule = "What a script writes can be read.",
     .source = "MODEL:GetCommandInvocationResult",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," SCRIPT("\"echo ${mark}\"")), FIRST},
                   {GETS("linux_node"), EVENTUALLY, SSMSPEC_CLAIMS(IS("Status", "Success"))},
                   {GETS("linux_node"), SHORTLY,
                    SSMSPEC_CLAIMS(MATCHES("StandardOutputContent", "[0-9a-f-]{36}\\s*"),
                                   IS_IF_THERE("StandardErrorContent", ""))})},
    {ROW, RUNS, .probe = "long-output", .rule = "Output is cut at 24000 characters.",
     .source = "MODEL:StandardOutputContent OBS:S-63",
     SSMSPEC_STEPS(
         {STARTS(ONE_NODE "," SCRIPT("\"echo #\"")), FIRST, .stretch = 30000},
         {GETS("linux_node"), EVENTUALLY,
          SSMSPEC_CLAIMS(IS("Status", "Success"), BRIEF("StandardOutputContent", 24000))})},
    {ROW, RUNS, .path = "PluginName", .probe = "own",
     .rule = "An invocation can be read by its plugin.",
     .source = "MODEL:GetCommandInvocationRequest",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," COMMANDS), FIRST},
                   {GETS("linux_node"), EVENTUALLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "Success")),
                    SSMSPEC_CAPTURES(TAKES("plugin", "PluginName"))},
                   {GETS_BY("\"PluginName\":\"${plugin}\""),
                    SSMSPEC_CLAIMS(IS("PluginName", "${plugin}"), IS("Status", "Success"))})},
    {ROW, RUNS, .path = "InstanceId", .probe = "each-its-own",
     .rule = "Each node has a state of its own.", .source = "MODEL:GetCommandInvocation",
     SSMSPEC_STEPS(
         {STARTS(TWO_NODES "," COMMANDS), FIRST},
         {GETS("linux_node"), EVENTUALLY, SSMSPEC_CLAIMS(IS("InstanceId", "${linux_node}"))},
         {GETS("linux_node_2"), EVENTUALLY, SSMSPEC_CLAIMS(IS("InstanceId", "${linux_node_2}"))})},
    {ROW, RUNS, .path = "InstanceId", .probe = "other-node",
     .rule = "A node on which a command was not requested has no invocation of it.",
     .source = "MODEL:InvocationDoesNotExist OBS:S-57",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," COMMANDS), FIRST}, {GETS("linux_node"), SHORTLY, FIRST},
                   {ASKS("the other node's state", "GetCommandInvocation",
                         "{" SAME_COMMAND ",\"InstanceId\":\"${linux_node_2}\"}",
                         FAILS_AS("InvocationDoesNotExist"), FAILS_AS("InvalidInstanceId"))})},
    {ROW, RECORDS, .path = "InstanceId", .probe = "no-node",
     .rule = "A command that found no node has no invocation to be read.",
     .source = "MODEL:InvocationDoesNotExist OBS:S-57",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY, FIRST, SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1))},
                   {ASKS("the invocation's state", "GetCommandInvocation",
                         "{" SAME_COMMAND ",\"InstanceId\":\"${unknown_node}\"}",
                         FAILS_AS("InvocationDoesNotExist"), FAILS_AS("InvalidInstanceId"))})},
    END_OF_SCENARIOS,
};
