/* The options of a send in its answer: what was given is told again, what was not is not made up.
 */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW(member, called, sentence, from)                                          \
    .operation = "SendCommand", STATE, RECORDS, .path = (member), .probe = (called), \
    .rule = (sentence), .level = MUST, .source = from
#define LOOK(member, called, sentence, from, rest, ...)                                    \
    {                                                                                      \
        ROW(member, called, sentence, from),                                               \
            SSMSPEC_STEPS({SENDS(NO_NODE "," COMMANDS rest), SSMSPEC_CLAIMS(__VA_ARGS__)}) \
    }
#define TOLD_AGAIN "What was given is told again."
#define ECHOED(member, option, ...) \
    LOOK(member, "echo", TOLD_AGAIN, "MODEL:Command", "," option, __VA_ARGS__)
#define NOT_MADE_UP(member, ...)                                                                  \
    LOOK(member, "default", "What was not given is left out, or empty.", "OBS:S-10 OBS:P-32", "", \
         __VA_ARGS__)

#define TOLD_ENTRIES(where, number) \
    {.kind = SSMSPEC_CLAIM_COUNT,   \
     .path = (where),               \
     .min = (number),               \
     .max = (number),               \
     .may_be_absent = true},        \
        IS_THERE_AT_BEST(where)

#define NO_ENTRIES(where) \
    { .kind = SSMSPEC_CLAIM_COUNT, .path = (where), .may_be_absent = true }
/* SSM itself sends them, empty; clients do without. */
#define MAY_BE_THERE(where) \
    { .kind = SSMSPEC_CLAIM_THERE, .path = (where), .breaks = MAY, .source = "OBS:S-10" }

const struct ssmspec_scenario ssmspec_option_scenarios[] = {
    /* $LATEST itself, or the version that it stands for. */
    ECHOED("DocumentVersion", "\"DocumentVersion\":\"$LATEST\"",
           MATCHES_IF_THERE("Command.DocumentVersion", "\\$LATEST|[1-9][0-9]*"),
           IS_THERE_AT_BEST("Command.DocumentVersion")),
    ECHOED("OutputS3BucketName", "\"OutputS3BucketName\":\"${bucket}\"",
           TOLD("Command.OutputS3BucketName", "${bucket}")),
    ECHOED("OutputS3KeyPrefix",
           "\"OutputS3BucketName\":\"${bucket}\",\"OutputS3KeyPrefix\":\"ssmspec/${mark}\"",
           TOLD("Command.OutputS3KeyPrefix", "ssmspec/${mark}")),
    ECHOED("ServiceRoleArn", NOTIFY("\"All\""), TOLD("Command.ServiceRole", "${role_arn}")),
    ECHOED("NotificationConfig", NOTIFY("\"Success\",\"Failed\""),
           TOLD("Command.NotificationConfig.NotificationArn", "${topic_arn}"),
           TOLD("Command.NotificationConfig.NotificationType", "Command"),
           TOLD_ENTRIES("Command.NotificationConfig.NotificationEvents", 2),
           IS_IF_THERE("Command.NotificationConfig.NotificationEvents.*", "Success"),
           IS_IF_THERE("Command.NotificationConfig.NotificationEvents.*", "Failed")),
    ECHOED("CloudWatchOutputConfig",
           "\"CloudWatchOutputConfig\":{\"CloudWatchLogGroupName\":\"ssmspec\","
           "\"CloudWatchOutputEnabled\":true}",
           TOLD("Command.CloudWatchOutputConfig.CloudWatchLogGroupName", "ssmspec")),
    /* No role names an alarm: one that is not there may be refused. */
    {ROW("AlarmConfiguration", "echo", TOLD_AGAIN, "MODEL:Command"),
     SSMSPEC_STEPS(
         {SENDS(NO_NODE "," COMMANDS), FIRST},
         {ASKS("the send", "SendCommand",
               "{" DOCUMENT "," NO_NODE "," COMMANDS
               ",\"AlarmConfiguration\":{\"Alarms\":[{\"Name\":\"ssmspec\"}]}}",
               SUCCEEDS, IS_REJECTED),
          SSMSPEC_CLAIMS(TOLD_ENTRIES("Command.AlarmConfiguration.Alarms", 1),
                         IS_IF_THERE("Command.AlarmConfiguration.Alarms.0.Name", "ssmspec"))})},

    NOT_MADE_UP("NotificationConfig", IS_IF_THERE("Command.NotificationConfig.NotificationArn", ""),
                NO_ENTRIES("Command.NotificationConfig.NotificationEvents"),
                {.kind = SSMSPEC_CLAIM_IS,
                 .path = "Command.NotificationConfig.NotificationType",
                 .text = "",
                 .may_be_absent = true,
                 .breaks = SHOULD,
                 .source = "OBS:S-10"},
                MAY_BE_THERE("Command.NotificationConfig")),
    NOT_MADE_UP("CloudWatchOutputConfig",
                IS_IF_THERE("Command.CloudWatchOutputConfig.CloudWatchLogGroupName", ""),
                MAY_BE_THERE("Command.CloudWatchOutputConfig")),
    NOT_MADE_UP("AlarmConfiguration", NO_ENTRIES("Command.AlarmConfiguration.Alarms"),
                NO_ENTRIES("Command.TriggeredAlarms"), MAY_BE_THERE("Command.AlarmConfiguration")),
    END_OF_SCENARIOS,
};
