/* Sending: where output and news go, and how much may be sent. Nothing here reaches a node. */
#include "suites/error_map.h"
#include "suites/rows.h"

#define ROW .operation = "SendCommand", .kind = "error-map", .effect = SSMSPEC_EFFECT_CREATE
#define SEND(more) "{" DOCUMENT "," NO_NODE "," COMMANDS more "}"
#define SEND_TEXT(text) "{" DOCUMENT "," NO_NODE ",\"Parameters\":{\"commands\":[\"" text "\"]}}"

#define OUTPUT_TO(name) ",\"OutputS3BucketName\":\"" name "\""
#define NOTIFY(role, topic)                                               \
    ",\"ServiceRoleArn\":\"" role "\",\"NotificationConfig\":{"           \
    "\"NotificationArn\":\"" topic "\",\"NotificationEvents\":[\"All\"]," \
    "\"NotificationType\":\"Command\"}"

const struct ssmspec_row ssmspec_send_option_error_map_rows[] = {
    {ROW, .path = "OutputS3BucketName", .probe = "known-bucket",
     .rule = "Output goes to a bucket that exists.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:InvalidOutputFolder",
     .body = SEND(OUTPUT_TO("${bucket}")), SSMSPEC_EXPECT(SUCCEEDS),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "OutputS3BucketName", .probe = "unknown-bucket",
     .rule = "A bucket that does not exist is an InvalidOutputFolder.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:InvalidOutputFolder",
     .body = SEND(OUTPUT_TO("${unknown_bucket}")),
     FAILS_AS_DOCUMENTED("InvalidOutputFolder", "NET:SendCommandAsync MODEL:InvalidOutputFolder"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = SEND("")},
    {ROW, .path = "NotificationConfig", .probe = "known-topic",
     .rule = "News goes to a topic that exists, by a role that may publish.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:InvalidNotificationConfig",
     .body = SEND(NOTIFY("${role_arn}", "${topic_arn}")), SSMSPEC_EXPECT(SUCCEEDS),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "NotificationConfig", .probe = "unknown-topic",
     .rule = "A topic that does not exist is an InvalidNotificationConfig.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:InvalidNotificationConfig",
     .body = SEND(NOTIFY("${role_arn}", "${unknown_topic_arn}")),
     FAILS_AS_DOCUMENTED("InvalidNotificationConfig",
                         "NET:SendCommandAsync MODEL:InvalidNotificationConfig"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = SEND(NOTIFY("${role_arn}", "${topic_arn}"))},
    {ROW, .path = "ServiceRoleArn", .probe = "unknown-role",
     .rule = "A role that does not exist is an InvalidRole.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:InvalidRole",
     .body = SEND(NOTIFY("${unknown_role_arn}", "${topic_arn}")),
     FAILS_AS_DOCUMENTED("InvalidRole", "NET:SendCommandAsync MODEL:InvalidRole"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = SEND(NOTIFY("${role_arn}", "${topic_arn}"))},
    {ROW, .path = "NotificationConfig", .probe = "malformed-topic",
     .rule = "A topic that is no Amazon Resource Name is an InvalidNotificationConfig.",
     .level = MUST, .source = "NET:SendCommandAsync MODEL:InvalidNotificationConfig",
     .body = SEND(NOTIFY("${role_arn}", "ssmspec-no-arn")),
     FAILS_AS_DOCUMENTED("InvalidNotificationConfig",
                         "NET:SendCommandAsync MODEL:InvalidNotificationConfig"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = SEND(NOTIFY("${role_arn}", "${topic_arn}"))},
    {ROW, .path = "ServiceRoleArn", .probe = "invalid-characters",
     .rule = "A role name with characters that no role may have is an InvalidRole.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:InvalidRole",
     .body = SEND(NOTIFY("arn:aws:iam::123456789012:role/ssmspec no role!", "${topic_arn}")),
     FAILS_AS_DOCUMENTED("InvalidRole", "NET:SendCommandAsync MODEL:InvalidRole"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = SEND(NOTIFY("${role_arn}", "${topic_arn}"))},
    /* Between 60 KB and 128 KB sources disagree: OBSERVATIONS.md, disagreement 13. */
    {ROW, .path = "Parameters", .probe = "60-kilobytes",
     .rule = "Parameters of 60 KB are accepted.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:MaxDocumentSizeExceeded OBS:S-23",
     .body = SEND_TEXT("#"), .stretch = {{"x", 60000}}, SSMSPEC_EXPECT(SUCCEEDS),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "Parameters", .probe = "128-kilobytes",
     .rule = "Parameters of 128 KB or more are a MaxDocumentSizeExceeded.", .level = MUST,
     .source = "NET:SendCommandAsync MODEL:MaxDocumentSizeExceeded OBS:S-23",
     .body = SEND_TEXT("#"), .stretch = {{"x", 128 * 1024}},
     SSMSPEC_EXPECT(FAILS_AS("MaxDocumentSizeExceeded")), .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = SEND("")},
    END_OF_ROWS,
};
