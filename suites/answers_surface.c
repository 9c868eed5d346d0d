/* What clients trip over in an answer, and what an answer must not carry back. */
#include "suites/answers.h"

#include "suites/rows.h"

#define LOOK(wire_name, name, how, binds, sentence, from, ...)                             \
    {                                                                                      \
        .operation = (wire_name), .kind = "response", .probe = (name), .rule = (sentence), \
        .level = (binds), .source = (from), .check = (how), __VA_ARGS__                    \
    }

/* The same broken document to each operation: an error that each of them answers. */
#define ON_ERROR(name, how, binds, sentence, from)                                         \
    LOOK(SSMSPEC_EVERY_OPERATION, "broken-" name, how, binds, sentence, from, .body = "{", \
         SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED)

#define TRUE_CODING "A body is in the coding that Content-Encoding names."
#define ONCE_ONLY "A header whose value is no list stands once."

/* An error that comes from before the operations, of whoever looks for them. */
#define ON_NO_OPERATION(name, how, binds, sentence, from)                           \
    LOOK(NULL, "unknown-operation-" name, how, binds, sentence, from,               \
         .target = "{service}.SsmspecNoSuchOperation", SSMSPEC_EXPECT(IS_REJECTED), \
         .control_kind = SSMSPEC_CONTROL_ACCEPTED)

#define CASING(wire_name, effects, request, ...)                                 \
    LOOK(wire_name, "success-casing", SSMSPEC_CHECK_CASING, MUST,                \
         "Members are spelled as the model spells them, case included.",         \
         "MODEL:" wire_name " CLIENT:6", .effect = (effects), .body = (request), \
         SSMSPEC_EXPECT(__VA_ARGS__))
#define ON_SUCCESS(wire_name, effects, request, ...)                                              \
    LOOK(wire_name, "success-no-error", SSMSPEC_CHECK_NO_ERROR_IN_SUCCESS, SHOULD,                \
         "A 200 is no error in disguise.", "CLIENT:4", .effect = (effects), .body = (request),    \
         SSMSPEC_EXPECT(__VA_ARGS__)),                                                            \
        LOOK(wire_name, "success-framing", SSMSPEC_CHECK_FRAMING, MUST,                           \
             "A 200 has one Content-Length, the right one, or none.",                             \
             "RFC9112:6.3 OBS:P-08 CLIENT:10", .effect = (effects), .body = (request),            \
             SSMSPEC_EXPECT(__VA_ARGS__)),                                                        \
        LOOK(wire_name, "success-coding", SSMSPEC_CHECK_TRUE_CODING, MUST, TRUE_CODING,           \
             "RFC9110:8.4", .effect = (effects), .body = (request), SSMSPEC_EXPECT(__VA_ARGS__)), \
        LOOK(wire_name, "success-no-query-error", SSMSPEC_CHECK_NO_QUERY_ERROR, SHOULD,           \
             "x-amzn-query-error is not sent.", "CLIENT:2", .effect = (effects),                  \
             .body = (request), SSMSPEC_EXPECT(__VA_ARGS__))

/* A text that would break out of a JSON text, an attribute or a header if it were copied there as
 * it is. An answer may speak of it, in escapes. */
#define BREAKS_OUT "\\\"}],\\\"__type\\\":\\\"" SSMSPEC_INJECTED "\\\",\\\"x\\\":[{\\\"y\\\":\\\""
#define SPLITS_LINES "x\\r\\n" SSMSPEC_INJECTED ": 1\\r\\n\\r\\n<b>"
#define REFLECTS(wire_name, at, name, ...)                            \
    LOOK(wire_name, name, SSMSPEC_CHECK_NO_INJECTION, MUST,           \
         "What was sent does not become part of the answer's frame.", \
         "RFC8259:7 RFC9112:5 CLIENT:3", .path = (at), __VA_ARGS__,   \
         SSMSPEC_EXPECT(SUCCEEDS, IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED)

#define LIVE_PAIR "{" LIVE ",\"InstanceId\":\"${linux_node}\"}"
#define SENT_TO_NOBODY "{" DOCUMENT "," NO_NODE "," COMMANDS "}"

/* A list that nothing is in shows nothing: these look at a command that is there. */
#define LOOKS_WITHIN(wire_name, at, name, effects, request, ...)                                   \
    LOOK(wire_name, name "-fits", SSMSPEC_CHECK_OUTCOME_ONLY, MUST,                                \
         "A 200 has the members and types of the model.", "MODEL:" wire_name, .path = (at),        \
         .effect = (effects), .body = (request), SSMSPEC_EXPECT(__VA_ARGS__)),                     \
        LOOK(wire_name, name "-casing", SSMSPEC_CHECK_CASING, MUST,                                \
             "Members are spelled as the model spells them, case included.",                       \
             "MODEL:" wire_name " CLIENT:6", .path = (at), .effect = (effects), .body = (request), \
             SSMSPEC_EXPECT(__VA_ARGS__)),                                                         \
        LOOK(wire_name, name "-no-nulls", SSMSPEC_CHECK_NO_NULLS, MUST,                            \
             "Members without a value are left out, never null.", "SMITHY:awsJson1_1 OBS:P-32",    \
             .path = (at), .effect = (effects), .body = (request), SSMSPEC_EXPECT(__VA_ARGS__))
#define SENT_WITH_ALL                                                                         \
    "{" DOCUMENT "," NO_NODE "," COMMANDS                                                     \
    ",\"ServiceRoleArn\":\"${role_arn}\",\"NotificationConfig\":{\"NotificationArn\":"        \
    "\"${topic_arn}\",\"NotificationEvents\":[\"Failed\"],\"NotificationType\":\"Command\"}," \
    "\"AlarmConfiguration\":{\"Alarms\":[{\"Name\":\"ssmspec\"}]}}"

const struct ssmspec_row ssmspec_surface_rows[] = {
    ON_ERROR("typed", SSMSPEC_CHECK_TYPED, SHOULD, "An error stands in __type, not elsewhere.",
             "SMITHY:awsJson1_1 CLIENT:1"),
    ON_ERROR("no-query-error", SSMSPEC_CHECK_NO_QUERY_ERROR, SHOULD,
             "x-amzn-query-error is not sent.", "CLIENT:2"),
    ON_ERROR("message", SSMSPEC_CHECK_MESSAGE_TEXT, MUST,
             "An error's message is a text, or absent.", "SMITHY:awsJson1_1 OBS:P-19"),
    ON_ERROR("framing", SSMSPEC_CHECK_FRAMING, MUST,
             "An error has one Content-Length, the right one, or none.",
             "RFC9112:6.3 OBS:P-08 CLIENT:10"),
    ON_ERROR("coding", SSMSPEC_CHECK_TRUE_CODING, MUST, TRUE_CODING, "RFC9110:8.4"),
    ON_ERROR("own-request-id", SSMSPEC_CHECK_OWN_REQUEST_ID, SHOULD,
             "No two requests get one x-amzn-RequestId.", "OBS:P-09 OBS:P-10"),
    ON_ERROR("no-trace", SSMSPEC_CHECK_NO_TRACE, MAY, "An error does not show the server's inside.",
             "OBS:F-68"),

    ON_NO_OPERATION("content-type", SSMSPEC_CHECK_CONTENT_TYPE, MUST,
                    "Every answer's Content-Type is application/x-amz-json-1.1.",
                    "SMITHY:awsJson1_1 OBS:P-07"),
    ON_NO_OPERATION("request-id", SSMSPEC_CHECK_REQUEST_ID, SHOULD,
                    "Every answer carries a UUID in x-amzn-RequestId.", "OBS:P-09 OBS:P-10"),
    ON_NO_OPERATION("typed", SSMSPEC_CHECK_TYPED, SHOULD,
                    "An error stands in __type, not elsewhere.", "SMITHY:awsJson1_1 CLIENT:1"),
    ON_NO_OPERATION("header-type", SSMSPEC_CHECK_HEADER_TYPE, SHOULD,
                    "X-Amzn-Errortype is absent or says what __type says.",
                    "SMITHY:awsJson1_1 OBS:P-12"),
    ON_NO_OPERATION("single-headers", SSMSPEC_CHECK_SINGLE_HEADERS, MUST, ONCE_ONLY, "RFC9110:5.3"),
    ON_NO_OPERATION("coding", SSMSPEC_CHECK_TRUE_CODING, MUST, TRUE_CODING, "RFC9110:8.4"),
    ON_NO_OPERATION("message", SSMSPEC_CHECK_MESSAGE_TEXT, MUST,
                    "An error's message is a text, or absent.",
                    "SMITHY:awsJson1_1 OBS:P-19 OBS:F-20"),

    ON_SUCCESS("CancelCommand", SSMSPEC_EFFECT_EXECUTE, "{" LIVE "}", SUCCEEDS),
    ON_SUCCESS("ListCommands", SSMSPEC_EFFECT_NONE, "{}", SUCCEEDS),
    CASING("ListCommands", SSMSPEC_EFFECT_NONE, "{}", SUCCEEDS),
    LOOK("ListCommands", "success-own-request-id", SSMSPEC_CHECK_OWN_REQUEST_ID, SHOULD,
         "No two requests get one x-amzn-RequestId, alike as they are.", "OBS:P-09", .body = "{}",
         SSMSPEC_EXPECT(SUCCEEDS), .control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = "{}"),
    LOOK("ListCommands", "success-single-headers", SSMSPEC_CHECK_SINGLE_HEADERS, MUST, ONCE_ONLY,
         "RFC9110:5.3", .body = "{}", SSMSPEC_EXPECT(SUCCEEDS)),
    LOOK("ListCommands", "success-crc32", SSMSPEC_CHECK_CRC32, SHOULD,
         "x-amz-crc32 is absent or that of the body.", "OBS:P-11", .body = "{}",
         SSMSPEC_EXPECT(SUCCEEDS)),
    LOOK("ListCommands", "success-no-cors", SSMSPEC_CHECK_NO_CORS, MAY,
         "What is for pages of other origins is sent to those alone.", "OBS:P-47", .body = "{}",
         SSMSPEC_EXPECT(SUCCEEDS)),
    ON_SUCCESS("ListCommandInvocations", SSMSPEC_EFFECT_NONE, "{}", SUCCEEDS),
    CASING("ListCommandInvocations", SSMSPEC_EFFECT_NONE, "{\"Details\":true}", SUCCEEDS),
    ON_SUCCESS("GetCommandInvocation", SSMSPEC_EFFECT_EXECUTE, LIVE_PAIR, SUCCEEDS,
               FAILS_AS("InvocationDoesNotExist")),
    CASING("GetCommandInvocation", SSMSPEC_EFFECT_EXECUTE, LIVE_PAIR, SUCCEEDS,
           FAILS_AS("InvocationDoesNotExist")),
    ON_SUCCESS("SendCommand", SSMSPEC_EFFECT_CREATE, SENT_TO_NOBODY, SUCCEEDS),
    CASING("SendCommand", SSMSPEC_EFFECT_CREATE, SENT_TO_NOBODY, SUCCEEDS),

    LOOKS_WITHIN("ListCommands", "CommandId", "live", SSMSPEC_EFFECT_EXECUTE, "{" LIVE "}",
                 SUCCEEDS),
    LOOKS_WITHIN("ListCommandInvocations", "CommandId", "live", SSMSPEC_EFFECT_EXECUTE,
                 "{" LIVE ",\"Details\":true}", SUCCEEDS),
    LOOK("ListCommands", "live-crc32", SSMSPEC_CHECK_CRC32, SHOULD,
         "x-amz-crc32 is absent or that of the body.", "OBS:P-11", .effect = SSMSPEC_EFFECT_EXECUTE,
         .path = "CommandId", .body = "{" LIVE "}", SSMSPEC_EXPECT(SUCCEEDS)),
    LOOK("SendCommand", "mistyped-no-trace", SSMSPEC_CHECK_NO_TRACE, MAY,
         "An error does not show the server's inside.", "OBS:F-68", .path = "InstanceIds",
         .body = "{" DOCUMENT ",\"InstanceIds\":{\"a\":[]}}", SSMSPEC_EXPECT(IS_REJECTED),
         .control_kind = SSMSPEC_CONTROL_ACCEPTED),
    LOOK("SendCommand", "denied-message", SSMSPEC_CHECK_MESSAGE_TEXT, MUST,
         "An error's message is a text, in message or Message, or absent.",
         "SMITHY:awsJson1_1 OBS:A-35", .effect = SSMSPEC_EFFECT_CREATE, .path = "DocumentName",
         .body = "{\"DocumentName\":\"${denied_document}\"," NO_NODE "," COMMANDS "}",
         SSMSPEC_EXPECT(FAILS_AS("AccessDeniedException"), IS_REJECTED),
         .control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = SENT_TO_NOBODY),
    LOOKS_WITHIN("ListCommandInvocations", "Details", "all", SSMSPEC_EFFECT_NONE,
                 "{\"Details\":true}", SUCCEEDS),
    LOOKS_WITHIN("SendCommand", "-", "with-options", SSMSPEC_EFFECT_CREATE, SENT_WITH_ALL, SUCCEEDS,
                 IS_REJECTED),

    REFLECTS("CancelCommand", "CommandId", "quotes-in-an-id",
             .body = "{\"CommandId\":\"" BREAKS_OUT "\"}"),
    REFLECTS("CancelCommand", "CommandId", "lines-in-an-id",
             .body = "{\"CommandId\":\"" SPLITS_LINES "\"}"),
    REFLECTS("CancelCommand", "InstanceIds", "quotes-in-an-id",
             .body = "{\"CommandId\":\"${fresh_id}\",\"InstanceIds\":[\"" BREAKS_OUT "\"]}"),
    REFLECTS("GetCommandInvocation", "CommandId", "quotes-in-an-id",
             .body = "{\"CommandId\":\"" BREAKS_OUT "\",\"InstanceId\":\"${unknown_node}\"}"),
    REFLECTS("ListCommands", "NextToken", "lines-in-a-token",
             .body = "{\"NextToken\":\"" SPLITS_LINES "\"}"),
    REFLECTS("SendCommand", "DocumentName", "quotes-in-a-name",
             .body = "{\"DocumentName\":\"" BREAKS_OUT "\"," NODES("\"${unknown_node}\"") "}"),
    REFLECTS("SendCommand", "DocumentName", "lines-in-a-name",
             .body = "{\"DocumentName\":\"" SPLITS_LINES "\"," NODES("\"${unknown_node}\"") "}"),
    REFLECTS("ListCommands", "X-Amz-Target", "markup-in-a-target",
             .target = "{service}.<b>\"" SSMSPEC_INJECTED "\"</b>"),
    END_OF_ROWS,
};
