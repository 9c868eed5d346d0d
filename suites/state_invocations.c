/* Lists of invocations. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "ListCommandInvocations", STATE, .level = MUST
#define ALL "CommandInvocations"
#define FILTER(key, value) "\"Filters\":[{\"key\":\"" key "\",\"value\":\"" value "\"}]"
#define BOTH_LISTED SSMSPEC_CLAIMS(COUNTS(ALL, 2, 2))

/* Both invocations have succeeded and are listed. */
#define BOTH_ENDED                                                                  \
    {STARTS(TWO_NODES "," COMMANDS), FIRST}, {                                      \
        LISTS_INVOCATIONS, EVENTUALLY, FIRST,                                       \
            SSMSPEC_CLAIMS(COUNTS(ALL, 2, 2), EVERY_IS(ALL ".*.Status", "Success")) \
    }

const struct ssmspec_scenario ssmspec_invocation_scenarios[] = {
    {ROW, .path = "CommandId", .probe = "unknown",
     .rule = "Of an id that names no command nothing is listed.", .source = "OBS:S-52",
     SSMSPEC_STEPS(
         {STEP("a list of invocations", "ListCommandInvocations", "{\"MaxResults\":1}"), FIRST},
         {ASKS("the list of invocations", "ListCommandInvocations", "{" NO_COMMAND "}", SUCCEEDS,
               FAILS_AS("InvalidCommandId")),
          SSMSPEC_CLAIMS(COUNTS(ALL, 0, 0))})},
    {ROW, RUNS, .path = "CommandId", .probe = "one-for-each-node",
     .rule = "A command has one invocation for each of its nodes.",
     .source = "MODEL:ListCommandInvocations OBS:S-53",
     SSMSPEC_STEPS({STARTS(TWO_NODES "," COMMANDS), FIRST},
                   {LISTS_INVOCATIONS, SHORTLY,
                    SSMSPEC_CLAIMS(COUNTS(ALL, 2, 2), IS(ALL ".*.InstanceId", "${linux_node}"),
                                   IS(ALL ".*.InstanceId", "${linux_node_2}"),
                                   EVERY_IS(ALL ".*.CommandId", "${command}"))})},
    {ROW, RECORDS, .path = "CommandId", .probe = "no-node",
     .rule = "A command that found no node has no invocation.",
     .source = "MODEL:ListCommandInvocations OBS:S-53 OBS:S-19",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"))},
                   {LISTS_INVOCATIONS, SSMSPEC_CLAIMS(COUNTS(ALL, 0, 0))})},
    {ROW, RUNS, .path = "NotificationConfig", .probe = "sent",
     .rule = "An invocation is listed with whom it tells of its end.",
     .source = "MODEL:CommandInvocation OBS:S-53",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," COMMANDS "," NOTIFY("\"All\"")), FIRST},
                   {LISTS_INVOCATIONS, SHORTLY,
                    SSMSPEC_CLAIMS(COUNTS(ALL, 1, 1),
                                   IS(ALL ".0.NotificationConfig.NotificationArn", "${topic_arn}"),
                                   IS(ALL ".0.NotificationConfig.NotificationType", "Command"))})},
    {ROW, RUNS, .path = "InstanceId", .probe = "one-of-two",
     .rule = "With a node only what ran there is listed.",
     .source = "MODEL:ListCommandInvocationsRequest",
     SSMSPEC_STEPS(
         {STARTS(TWO_NODES "," COMMANDS), FIRST},
         {LISTS_INVOCATIONS_BY("\"InstanceId\":\"${linux_node_2}\""), SHORTLY,
          SSMSPEC_CLAIMS(COUNTS(ALL, 1, 1), IS(ALL ".0.InstanceId", "${linux_node_2}"))})},
    {ROW, RUNS, .path = "InstanceId", .probe = "foreign-node",
     .rule = "On a node where the command was not requested nothing is listed.",
     .source = "MODEL:ListCommandInvocationsRequest",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," COMMANDS), FIRST},
                   {LISTS_INVOCATIONS, SHORTLY, FIRST, SSMSPEC_CLAIMS(COUNTS(ALL, 1, 1))},
                   {ASKS("the other node's list", "ListCommandInvocations",
                         "{" SAME_COMMAND ",\"InstanceId\":\"${linux_node_2}\"}", SUCCEEDS,
                         FAILS_AS("InvalidInstanceId")),
                    SSMSPEC_CLAIMS(COUNTS(ALL, 0, 0))})},
    {ROW, RUNS, .path = "Details", .probe = "absent",
     .rule = "Without details nothing is told of plugins.",
     .source = "MODEL:ListCommandInvocationsRequest OBS:S-54",
     SSMSPEC_STEPS(BOTH_ENDED, {LISTS_INVOCATIONS, SSMSPEC_CLAIMS({.kind = SSMSPEC_CLAIM_COUNT,
                                                                   .path = ALL ".*.CommandPlugins",
                                                                   .is_of_every = true})})},
    {ROW, RUNS, .path = "Details", .probe = "true",
     .rule = "With details each invocation tells of its plugins.",
     .source = "MODEL:ListCommandInvocationsRequest OBS:S-55 OBS:S-67",
     SSMSPEC_STEPS(
         BOTH_ENDED,
         {LISTS_INVOCATIONS_BY("\"Details\":true"), SHORTLY,
          SSMSPEC_CLAIMS(COUNTS(ALL ".0.CommandPlugins", 1, 100),
                         COUNTS(ALL ".1.CommandPlugins", 1, 100),
                         EVERY_IS(ALL ".*.CommandPlugins.*.Status", "Success"),
                         EVERY_MATCHES(ALL ".*.CommandPlugins.*.StatusDetails", "[A-Za-z]+"))})},
    {ROW, RUNS, .path = "Details", .probe = "long-output",
     .rule = "A plugin's output is cut at 2500 characters.",
     .source = "MODEL:CommandPluginOutput OBS:S-55",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," SCRIPT("\"echo #\"")), FIRST, .stretch = 9000},
                   {LISTS_INVOCATIONS_BY("\"Details\":true"), EVENTUALLY,
                    SSMSPEC_CLAIMS(IS(ALL ".0.Status", "Success"),
                                   BRIEF(ALL ".0.CommandPlugins.0.Output", 2500))})},
    {ROW, RUNS, .path = "Filters", .probe = "status",
     .rule = "A list of invocations of one status holds no others.",
     .source = "MODEL:CommandFilter",
     SSMSPEC_STEPS(
         BOTH_ENDED, {LISTS_INVOCATIONS_BY(FILTER("Status", "Success")), SHORTLY, BOTH_LISTED},
         {LISTS_INVOCATIONS_BY(FILTER("Status", "Failed")), SSMSPEC_CLAIMS(COUNTS(ALL, 0, 0))})},
    {ROW, RUNS, .path = "NextToken", .probe = "all-pages",
     .rule = "Page after page, each invocation comes once, and the last page has no token.",
     .source = "MODEL:ListCommandInvocationsRequest MODEL:NextToken OBS:S-49",
     SSMSPEC_STEPS(
         BOTH_ENDED,
         {LISTS_INVOCATIONS_BY("\"MaxResults\":1"), SSMSPEC_CAPTURES(TAKES("token", "NextToken")),
          SSMSPEC_CLAIMS(COUNTS(ALL, 1, 1), EVERY_NEW(ALL ".*.InstanceId"))},
         {LISTS_INVOCATIONS_BY("\"MaxResults\":1,\"NextToken\":\"${token}\""), SHORTLY,
          SSMSPEC_CAPTURES({.role = "token", .path = "NextToken", .is_optional = true},
                           {.role = "second", .path = ALL ".0.InstanceId", .is_optional = true}),
          SSMSPEC_ALWAYS(COUNTS(ALL, 0, 1), EVERY_NEW(ALL ".*.InstanceId")),
          SSMSPEC_CLAIMS(IS_ABSENT("NextToken"))},
         {GETS("second"), SSMSPEC_CLAIMS(IS("Status", "Success"))})},
    {ROW, RUNS, .probe = "details", .rule = "Details of a status are spelled without blanks.",
     .source = "OBS:S-67",
     SSMSPEC_STEPS({STARTS(ONE_NODE "," SCRIPT("\"exit 7\"")), FIRST},
                   {LISTS_INVOCATIONS, EVENTUALLY,
                    SSMSPEC_ALWAYS(EVERY_MATCHES(ALL ".*.StatusDetails", "[A-Za-z]+")),
                    SSMSPEC_CLAIMS(IS(ALL ".0.Status", "Failed"))})},
    END_OF_SCENARIOS,
};
