/* What the answer to a send says of the command. */
#include "suites/scenarios.h"
#include "suites/steps.h"

/* One send, one look at its answer. */
#define LOOK(effects, member, called, sentence, from, rest, ...)                         \
    {                                                                                    \
        .operation = "SendCommand", STATE, effects, .path = (member), .probe = (called), \
        .rule = (sentence), .level = MUST, .source = from,                               \
        SSMSPEC_STEPS({SENDS(rest), SSMSPEC_CLAIMS(__VA_ARGS__)})                        \
    }

#define FOR_NO_NODE NO_NODE "," COMMANDS
#define FOR_A_NODE ONE_NODE "," COMMANDS

#define ECHOED(member, rest, ...) \
    LOOK(RECORDS, member, "echo", "What was given is told again.", "OBS:S-05", rest, __VA_ARGS__)
#define OPTION_ECHOED(member, option, ...)                                                   \
    LOOK(RECORDS, member, "echo", "What was given is told again.", "MODEL:Command OBS:S-05", \
         FOR_NO_NODE "," option, __VA_ARGS__)
#define BY_DEFAULT(member, from, ...)                                                          \
    LOOK(RECORDS, member, "default", "What was not given has its default.", from, FOR_NO_NODE, \
         __VA_ARGS__)

#define NONE_ENDED                                                        \
    NUMBER("Command.CompletedCount", 0), NUMBER("Command.ErrorCount", 0), \
        NUMBER("Command.DeliveryTimedOutCount", 0)

/* Real SSM sends the list that was not used as an empty one; a client cannot tell that from none.
 */
#define EMPTY_LIST(where)                                                                    \
    {.kind = SSMSPEC_CLAIM_COUNT, .path = (where), .may_be_absent = true}, {                 \
        .kind = SSMSPEC_CLAIM_COUNT, .path = (where), .breaks = SHOULD, .source = "OBS:S-11" \
    }

const struct ssmspec_scenario ssmspec_echo_scenarios[] = {
    LOOK(RECORDS, "CommandId", "uuid", "A command's id is a UUID of 36 characters in lower case.",
         "MODEL:CommandId OBS:S-02", FOR_NO_NODE,
         MATCHES("Command.CommandId", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")),
    {.operation = "SendCommand",
     STATE,
     RECORDS,
     .path = "CommandId",
     .probe = "unique",
     .rule = "No two commands have one id, even when they are sent at once.",
     .level = MUST,
     .source = "OBS:S-03",
     SSMSPEC_STEPS(
         {SENDS(FOR_NO_NODE), .copies = 8, SSMSPEC_ALWAYS(EVERY_NEW("Command.CommandId"))})},
    LOOK(RECORDS, "-", "pending", "A command starts as Pending.", "OBS:S-04", FOR_NO_NODE,
         IS("Command.Status", "Pending"), IS("Command.StatusDetails", "Pending")),
    LOOK(RUNS, "-", "pending-on-a-node", "A command for a node starts as Pending.", "OBS:S-04",
         FOR_A_NODE, IS("Command.Status", "Pending"), IS("Command.StatusDetails", "Pending")),
    LOOK(RECORDS, "-", "times", "Times are seconds since 1970.",
         "MODEL:DateTime SMITHY:awsJson1_1 OBS:P-36", FOR_NO_NODE,
         RECENT("Command.RequestedDateTime")),
    ECHOED("DocumentName", FOR_NO_NODE, IS("Command.DocumentName", "${linux_document}")),
    ECHOED("Parameters", FOR_NO_NODE, COUNTS("Command.Parameters", 1, 1),
           COUNTS("Command.Parameters.commands", 1, 1),
           IS("Command.Parameters.commands.0", "exit 0")),
    ECHOED("Comment", FOR_NO_NODE "," MARKED, IS("Command.Comment", "ssmspec ${mark}")),
    LOOK(RECORDS, "Comment", "escapes", "An escape in a text is the character that it stands for.",
         "RFC8259:7 OBS:P-39", FOR_NO_NODE ",\"Comment\":\"caf\\u00e9 \\/ \\u0022\"",
         IS("Command.Comment", "caf\xc3\xa9 / \"")),
    {.operation = "SendCommand",
     STATE,
     RECORDS,
     .path = "Comment",
     .probe = "given-twice",
     .rule = "Of a member that is given twice one value is taken, or the document is rejected.",
     .level = MAY,
     .source = "RFC8259:4 OBS:P-35",
     SSMSPEC_STEPS({SENDS(FOR_NO_NODE), FIRST},
                   {ASKS("the send", "SendCommand",
                         "{\"Comment\":\"ssmspec one\"," DOCUMENT "," FOR_NO_NODE
                         ",\"Comment\":\"ssmspec other\"}",
                         SUCCEEDS, IS_REJECTED),
                    SSMSPEC_CLAIMS(ONE_OF("Command.Comment", "ssmspec one", "ssmspec other"))})},
    ECHOED("Targets", FOR_NO_NODE, COUNTS("Command.Targets", 1, 1),
           IS("Command.Targets.0.Key", "tag:ssmspec-none"),
           COUNTS("Command.Targets.0.Values", 1, 1), IS("Command.Targets.0.Values.0", "none")),
    LOOK(RUNS, "InstanceIds", "echo", "The nodes that were named are told again, and no others.",
         "OBS:S-05", FOR_A_NODE, COUNTS("Command.InstanceIds", 1, 1),
         IS("Command.InstanceIds.0", "${linux_node}")),
    OPTION_ECHOED("TimeoutSeconds", "\"TimeoutSeconds\":61", NUMBER("Command.TimeoutSeconds", 61)),
    OPTION_ECHOED("MaxConcurrency", "\"MaxConcurrency\":\"7%\"",
                  IS("Command.MaxConcurrency", "7%")),
    OPTION_ECHOED("MaxErrors", "\"MaxErrors\":\"3\"", IS("Command.MaxErrors", "3")),
    BY_DEFAULT("DocumentVersion", "OBS:S-06", IS("Command.DocumentVersion", "$DEFAULT")),
    BY_DEFAULT("MaxConcurrency", "OBS:S-06", IS("Command.MaxConcurrency", "50")),
    BY_DEFAULT("MaxErrors", "OBS:S-06", IS("Command.MaxErrors", "0")),
    BY_DEFAULT("Comment", "OBS:S-06", IS_IF_THERE("Command.Comment", "")),
    BY_DEFAULT("ServiceRoleArn", "OBS:S-06", IS_IF_THERE("Command.ServiceRole", "")),
    BY_DEFAULT("TimeoutSeconds", "OBS:S-07", NUMBER("Command.TimeoutSeconds", 3600)),
    BY_DEFAULT("OutputS3Region", "OBS:S-08",
               {.kind = SSMSPEC_CLAIM_MATCHES,
                .path = "Command.OutputS3Region",
                .text = "[a-z0-9-]{3,20}",
                .breaks = SHOULD}),
    LOOK(RECORDS, "Targets", "counts", "Nobody has been found nor has ended at once.",
         "MODEL:Command OBS:S-09", FOR_NO_NODE, NUMBER("Command.TargetCount", 0), NONE_ENDED),
    LOOK(RUNS, "InstanceIds", "counts", "The nodes that were named count at once, none has ended.",
         "MODEL:Command OBS:S-09", TWO_NODES "," COMMANDS, NUMBER("Command.TargetCount", 2),
         NONE_ENDED),
    LOOK(RECORDS, "InstanceIds", "none-beside-targets",
         "A command for targets names no node by its id.", "OBS:S-11", FOR_NO_NODE,
         EMPTY_LIST("Command.InstanceIds")),
    LOOK(RUNS, "Targets", "none-beside-nodes", "A command for nodes has no targets.", "OBS:S-11",
         FOR_A_NODE, EMPTY_LIST("Command.Targets")),
    {.operation = "SendCommand",
     STATE,
     RECORDS,
     .path = "TimeoutSeconds",
     .probe = "expiry",
     .rule = "A command expires no sooner than its time for delivery is over.",
     .level = MUST,
     .source = "MODEL:Command OBS:S-12",
     SSMSPEC_STEPS(
         {SENDS(FOR_NO_NODE ",\"TimeoutSeconds\":600"),
          SSMSPEC_CAPTURES(TAKES("requested", "Command.RequestedDateTime")),
          SSMSPEC_CLAIMS(NUMBER_OVER("Command.ExpiresAfter", "${requested}", 600, 400000))})},
    END_OF_SCENARIOS,
};
