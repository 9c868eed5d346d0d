/* Real clients differ in the case and order of headers, in what they sign, in blanks, escapes and
 * the order of members. An endpoint answers all of them as it answers the same request in plain
 * bytes. */
#include "suites/client.h"

#include "suites/client_rows.h"

#define SAME(wire_name, effects, name, from, bytes, plain, ...)                               \
    {                                                                                         \
        .operation = (wire_name), .kind = "client", .probe = (name), .level = MUST,           \
        .rule = "The same request in another client's bytes gets the same answer.",           \
        .source = "CLIENT:9 RFC8259:1 RFC9112:5 " from, .effect = (effects), .body = (bytes), \
        .control = (plain), .control_kind = SSMSPEC_CONTROL_TWIN, __VA_ARGS__                 \
    }

#define NODE "${unknown_node}"
#define CANCEL_UNKNOWN "{\"CommandId\":\"${fresh_id}\",\"InstanceIds\":[\"" NODE "\"]}"
#define CANCEL_LIVE "{" LIVE ",\"InstanceIds\":[\"${linux_node}\"]}"
#define SEND_UNKNOWN "{" DOCUMENT "," NODES("\"" NODE "\"") "," COMMANDS "}"
#define SEND_FULL                                                                               \
    "{" DOCUMENT "," NO_NODE ",\"DocumentVersion\":\"$LATEST\",\"TimeoutSeconds\":600,"         \
    "\"Comment\":\"h\xc3\xa9llo \xf0\x9f\x98\x80 & <b>\",\"Parameters\":{\"commands\":[\"echo " \
    "\\\"hi\\\" "                                                                               \
    "&& ls /\"]},\"MaxConcurrency\":\"50%\",\"MaxErrors\":\"10%\"}"

/* Botocore's bytes: ", " and ": ". */
#define BOTO_CANCEL_UNKNOWN "{\"CommandId\": \"${fresh_id}\", \"InstanceIds\": [\"" NODE "\"]}"
#define BOTO_CANCEL_LIVE \
    "{\"CommandId\": \"${live_command}\", \"InstanceIds\": [\"${linux_node}\"]}"
#define BOTO_SEND_UNKNOWN                                                         \
    "{\"DocumentName\": \"${linux_document}\", \"InstanceIds\": [\"" NODE "\"], " \
    "\"Parameters\": {\"commands\": [\"exit 0\"]}}"
#define BOTO_SEND_FULL                                                                         \
    "{\"DocumentName\": \"${linux_document}\", \"Targets\": [{\"Key\": \"tag:ssmspec-none\", " \
    "\"Values\": [\"none\"]}], \"DocumentVersion\": \"$LATEST\", \"TimeoutSeconds\": 600, "    \
    "\"Comment\": \"h\\u00e9llo \\ud83d\\ude00 & <b>\", \"Parameters\": {\"commands\": "       \
    "[\"echo \\\"hi\\\" && ls /\"]}, \"MaxConcurrency\": \"50%\", \"MaxErrors\": \"10%\"}"

/* The .NET SDK's: alphabetical; System.Text.Json escapes what could hurt in a web page. */
#define NET_SEND_TWO "{\"DocumentName\":\"${linux_document}\",\"InstanceIds\":[\"" NODE "\"]}"
#define NET_SEND_UNKNOWN                                                                     \
    "{\"DocumentName\":\"${linux_document}\",\"InstanceIds\":[\"" NODE "\"],\"Parameters\":" \
    "{\"commands\":[\"exit 0\"]}}"
#define NET_SEND_FULL                                                                \
    "{\"Comment\":\"h\\u00E9llo \\uD83D\\uDE00 \\u0026 \\u003Cb\\u003E\","           \
    "\"DocumentName\":\"${linux_document}\",\"DocumentVersion\":\"$LATEST\","        \
    "\"MaxConcurrency\":\"50%\",\"MaxErrors\":\"10%\",\"Parameters\":{\"commands\":" \
    "[\"echo \\u0022hi\\u0022 \\u0026\\u0026 ls /\"]},\"Targets\":[{\"Key\":"        \
    "\"tag:ssmspec-none\",\"Values\":[\"none\"]}],\"TimeoutSeconds\":600}"

#define GET_UNKNOWN "{\"CommandId\":\"${fresh_id}\",\"InstanceId\":\"" NODE "\"}"
#define BOTO_GET_UNKNOWN "{\"CommandId\": \"${fresh_id}\", \"InstanceId\": \"" NODE "\"}"

/* One request each: who sends it, where that is known from, its bytes, how the client sends. */
#define CANCELS_UNKNOWN(who, from, bytes, ...)                                      \
    SAME("CancelCommand", SSMSPEC_EFFECT_NONE, who "-unknown-command", from, bytes, \
         CANCEL_UNKNOWN,                                                            \
         SSMSPEC_EXPECT(FAILS_AS("InvalidCommandId"), FAILS_AS("InvalidInstanceId")), __VA_ARGS__)
#define CANCELS_LIVE(who, from, bytes, ...)                                                      \
    SAME("CancelCommand", SSMSPEC_EFFECT_EXECUTE, who "-live-command", from, bytes, CANCEL_LIVE, \
         SSMSPEC_EXPECT(SUCCEEDS), __VA_ARGS__)
#define SENDS_UNKNOWN(who, from, bytes, ...)                                                 \
    SAME("SendCommand", SSMSPEC_EFFECT_NONE, who "-unknown-node", from, bytes, SEND_UNKNOWN, \
         SSMSPEC_EXPECT(FAILS_AS("InvalidInstanceId")), __VA_ARGS__)
#define SENDS_MUCH(who, from, bytes, ...)                                                   \
    SAME("SendCommand", SSMSPEC_EFFECT_CREATE, who "-many-members", from, bytes, SEND_FULL, \
         SSMSPEC_EXPECT(SUCCEEDS), __VA_ARGS__)
#define LISTS(who, from, bytes, ...)                                                          \
    SAME("ListCommands", SSMSPEC_EFFECT_NONE, who "-list", from, bytes, "{\"MaxResults\":1}", \
         SSMSPEC_EXPECT(SUCCEEDS), __VA_ARGS__)
#define GETS_UNKNOWN(who, from, bytes, ...)                                                \
    SAME("GetCommandInvocation", SSMSPEC_EFFECT_NONE, who "-unknown-command", from, bytes, \
         GET_UNKNOWN,                                                                      \
         SSMSPEC_EXPECT(FAILS_AS("InvocationDoesNotExist"), FAILS_AS("InvalidCommandId"),  \
                        FAILS_AS("InvalidInstanceId")),                                    \
         __VA_ARGS__)

const struct ssmspec_row ssmspec_client_rows[] = {
    CANCELS_UNKNOWN("boto3", "OBS:C-06", BOTO_CANCEL_UNKNOWN, AS_BOTO3),
    CANCELS_LIVE("boto3", "OBS:C-06", BOTO_CANCEL_LIVE, AS_BOTO3),
    SENDS_UNKNOWN("boto3", "OBS:C-06", BOTO_SEND_UNKNOWN, AS_BOTO3),
    SENDS_MUCH("boto3", "OBS:C-06", BOTO_SEND_FULL, AS_BOTO3),
    LISTS("boto3", "OBS:C-06", "{\"MaxResults\": 1}", AS_BOTO3),
    GETS_UNKNOWN("boto3", "OBS:C-06", BOTO_GET_UNKNOWN, AS_BOTO3),

    CANCELS_UNKNOWN("awscli", "OBS:C-06", BOTO_CANCEL_UNKNOWN, AS_AWSCLI),
    CANCELS_LIVE("awscli", "OBS:C-06", BOTO_CANCEL_LIVE, AS_AWSCLI),
    SENDS_UNKNOWN("awscli", "OBS:C-06", BOTO_SEND_UNKNOWN, AS_AWSCLI),
    SENDS_MUCH("awscli", "OBS:C-06", BOTO_SEND_FULL, AS_AWSCLI),

    CANCELS_UNKNOWN("javascript", "OBS:P-06 OBS:C-06", CANCEL_UNKNOWN, AS_JAVASCRIPT),
    CANCELS_LIVE("javascript", "OBS:P-06 OBS:C-06", CANCEL_LIVE, AS_JAVASCRIPT),
    SENDS_UNKNOWN("javascript", "OBS:P-06 OBS:C-06", SEND_UNKNOWN, AS_JAVASCRIPT),
    SENDS_MUCH("javascript", "OBS:P-06 OBS:C-06", SEND_FULL, AS_JAVASCRIPT),
    LISTS("javascript", "OBS:P-06 OBS:C-06", "{\"MaxResults\":1}", AS_JAVASCRIPT),
    GETS_UNKNOWN("javascript", "OBS:P-06 OBS:C-06", GET_UNKNOWN, AS_JAVASCRIPT),

    CANCELS_UNKNOWN("dotnet", "OBS:C-06", CANCEL_UNKNOWN, AS_DOTNET),
    CANCELS_LIVE("dotnet", "OBS:C-06", CANCEL_LIVE, AS_DOTNET),
    SENDS_UNKNOWN("dotnet", "NET:SendCommandAsync OBS:C-06", NET_SEND_UNKNOWN, AS_DOTNET),
    SENDS_MUCH("dotnet", "NET:SendCommandAsync OBS:C-06", NET_SEND_FULL, AS_DOTNET),
    LISTS("dotnet", "OBS:C-06", "{\"MaxResults\":1}", AS_DOTNET),
    GETS_UNKNOWN("dotnet", "OBS:C-06", GET_UNKNOWN, AS_DOTNET),
    /* SendCommandAsync(documentName, instanceIds, cancellationToken): these two members alone. */
    SAME("SendCommand", SSMSPEC_EFFECT_NONE, "dotnet-name-and-nodes",
         "NET:SendCommandAsync OBS:C-06", NET_SEND_TWO, NET_SEND_TWO,
         SSMSPEC_EXPECT(SUCCEEDS, FAILS_AS("InvalidInstanceId"), FAILS_AS("InvalidParameters")),
         AS_DOTNET),
    END_OF_ROWS,
};
