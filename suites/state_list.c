/* Lists of commands: what is on them, in which portions. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "ListCommands", STATE
#define FILTER(key, value) "\"Filters\":[{\"key\":\"" key "\",\"value\":\"" value "\"}]"
#define ALL_IDS "Commands.*.CommandId"

/* Two commands, so that there is a second page of one; a list may lag behind. */
#define TWO_SENT                            \
    {SENDS(NO_NODE "," COMMANDS), FIRST}, { \
        STARTS(NO_NODE "," COMMANDS), FIRST \
    }
#define LISTS_FIRST_PAGE                                                                       \
    LISTS_BY("\"MaxResults\":1"), SHORTLY,                                                     \
        SSMSPEC_CAPTURES(TAKES("token", "NextToken"), TAKES("first", "Commands.0.CommandId")), \
        SSMSPEC_ALWAYS(COUNTS("Commands", 0, 1))

const struct ssmspec_scenario ssmspec_list_scenarios[] = {
    {ROW, RECORDS, .path = "CommandId", .probe = "sent",
     .rule = "A command is listed by its id, alone, as its send told of it.", .level = MUST,
     .source = "MODEL:ListCommandsRequest OBS:S-45",
     SSMSPEC_STEPS(
         {SENDS(NO_NODE "," COMMANDS "," MARKED ",\"TimeoutSeconds\":61"), FIRST,
          SSMSPEC_CAPTURES(TAKES("command", "Command.CommandId"),
                           TAKES("requested", "Command.RequestedDateTime"))},
         {LISTS, SHORTLY,
          SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1), IS(LISTED("CommandId"), "${command}"),
                         IS(LISTED("DocumentName"), "${linux_document}"),
                         IS(LISTED("Comment"), "ssmspec ${mark}"),
                         NUMBER(LISTED("TimeoutSeconds"), 61),
                         IS(LISTED("Targets.0.Key"), "tag:ssmspec-none"),
                         IS(LISTED("Parameters.commands.0"), "exit 0"),
                         NUMBER_OVER(LISTED("RequestedDateTime"), "${requested}", -1, 1))})},
    {ROW, .path = "CommandId", .probe = "unknown",
     .rule = "Of an id that names no command nothing is listed.", .level = MUST,
     .source = "OBS:S-46",
     SSMSPEC_STEPS({ASKS("the list", "ListCommands", "{" NO_COMMAND "}", SUCCEEDS,
                         FAILS_AS("InvalidCommandId")),
                    SSMSPEC_CLAIMS(COUNTS("Commands", 0, 0))})},
    {ROW, RECORDS, ALONE, .probe = "everything",
     .rule = "Without a filter a new command is listed.", .level = MUST,
     .source = "MODEL:ListCommands OBS:S-44 OBS:S-70",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS_BY(""), SHORTLY, SSMSPEC_CLAIMS(IS(ALL_IDS, "${command}"))})},
    {ROW, RUNS, ALONE, .path = "InstanceId", .probe = "other-node",
     .rule = "A node's list holds its commands and not those of others.", .level = MUST,
     .source = "MODEL:ListCommandsRequest",
     SSMSPEC_STEPS({SENDS(NODES("\"${linux_node_2}\"") "," COMMANDS), FIRST,
                    SSMSPEC_CAPTURES(TAKES("other", "Command.CommandId"))},
                   {STARTS(ONE_NODE "," COMMANDS), FIRST},
                   {LISTS_BY("\"InstanceId\":\"${linux_node}\""), SHORTLY,
                    SSMSPEC_CLAIMS(IS(ALL_IDS, "${command}"), NONE_IS(ALL_IDS, "${other}"))})},
    {ROW, RECORDS, .path = "Filters", .probe = "status",
     .rule = "A list of commands of one status holds no others.", .level = MUST,
     .source = "MODEL:CommandFilter",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"))},
                   {LISTS_BY(SAME_COMMAND "," FILTER("Status", "Success")), SHORTLY,
                    SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1))},
                   {LISTS_BY(SAME_COMMAND "," FILTER("Status", "Failed")),
                    SSMSPEC_CLAIMS(COUNTS("Commands", 0, 0))})},
    {ROW, RECORDS, .path = "Filters", .probe = "document",
     .rule = "A list of commands of one document holds no others.", .level = MUST,
     .source = "MODEL:CommandFilter",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS_BY(SAME_COMMAND "," FILTER("DocumentName", "${linux_document}")), SHORTLY,
                    SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1))},
                   {LISTS_BY(SAME_COMMAND "," FILTER("DocumentName", "${unknown_document}")),
                    SSMSPEC_CLAIMS(COUNTS("Commands", 0, 0))})},
    {ROW, RECORDS, .path = "Filters", .probe = "invoked-before",
     .rule = "A list of what was asked for before 2019 does not hold what was asked for now.",
     .level = MUST, .source = "MODEL:CommandFilter",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS_BY(SAME_COMMAND "," FILTER("InvokedAfter", "2018-07-07T00:00:00Z")),
                    SHORTLY, SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1))},
                   {LISTS_BY(SAME_COMMAND "," FILTER("InvokedBefore", "2018-07-07T00:00:00Z")),
                    SSMSPEC_CLAIMS(COUNTS("Commands", 0, 0))})},
    {ROW, RECORDS, .path = "MaxResults", .probe = "one",
     .rule = "A list holds no more than was asked for and says that there is more.", .level = MUST,
     .source = "MODEL:ListCommandsRequest MODEL:CommandMaxResults",
     SSMSPEC_STEPS(TWO_SENT, {LISTS_FIRST_PAGE})},
    {ROW, RECORDS, ALONE, .path = "NextToken", .probe = "next-page",
     .rule = "The next page holds other commands.", .level = MUST,
     .source = "MODEL:ListCommandsRequest MODEL:NextToken",
     SSMSPEC_STEPS(TWO_SENT, {LISTS_FIRST_PAGE, FIRST},
                   {LISTS_BY("\"MaxResults\":1,\"NextToken\":\"${token}\""),
                    SSMSPEC_CLAIMS(COUNTS("Commands", 0, 1), NONE_IS(ALL_IDS, "${first}"))})},
    {ROW, RECORDS, .path = "NextToken", .probe = "last-page", .rule = "The last page has no token.",
     .level = MUST, .source = "OBS:S-49",
     SSMSPEC_STEPS(
         {STARTS(NO_NODE "," COMMANDS), FIRST},
         {LISTS, SHORTLY, SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1), IS_ABSENT("NextToken"))})},
    {ROW, RECORDS, .path = "NextToken", .probe = "of-another-list",
     .rule = "A token of one list is none of another.", .level = MAY,
     .source = "MODEL:InvalidNextToken OBS:S-50",
     SSMSPEC_STEPS(TWO_SENT, {LISTS_FIRST_PAGE, FIRST},
                   {ASKS("the other list", "ListCommandInvocations", "{\"NextToken\":\"${token}\"}",
                         FAILS_AS("InvalidNextToken"))})},
    {ROW, RECORDS, .probe = "details", .rule = "Details of a status are spelled without blanks.",
     .level = MUST, .source = "OBS:S-67",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY,
                    SSMSPEC_ALWAYS(EVERY_MATCHES("Commands.*.StatusDetails", "[A-Za-z]+")),
                    SSMSPEC_CLAIMS(IS(LISTED_STATUS, "Success"))})},
    END_OF_SCENARIOS,
};
