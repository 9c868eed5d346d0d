#include "suites/answers.h"

#include "suites/rows.h"

/* One answer looked at in one way. */
#define LOOK(wire_name, effects, request, name, how, binds, sentence, sources, ...)        \
    {                                                                                      \
        .operation = (wire_name), .kind = "response", .probe = (name), .rule = (sentence), \
        .level = (binds), .source = (sources), .effect = (effects), .check = (how),        \
        .body = (request), __VA_ARGS__                                                     \
    }

/* A rejection shows something only where a sound request, or a different one, gets another answer.
 */
#define REJECTED_BESIDE_BASE SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED
#define REJECTED_UNLIKE_FOIL SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_FOIL

#define CONTENT_TYPE(wire_name, effects, request, of, ...)                                  \
    LOOK(wire_name, effects, request, of "-content-type", SSMSPEC_CHECK_CONTENT_TYPE, MUST, \
         "Every answer's Content-Type is application/x-amz-json-1.1.",                      \
         "SMITHY:awsJson1_1 OBS:P-07 OBS:P-21", __VA_ARGS__)
#define REQUEST_ID(wire_name, effects, request, of, sources, ...)                         \
    LOOK(wire_name, effects, request, of "-request-id", SSMSPEC_CHECK_REQUEST_ID, SHOULD, \
         "Every answer carries a UUID in x-amzn-RequestId.", sources, __VA_ARGS__)

/* What holds for a 200. */
#define SUCCESS_LOOKS(wire_name, effects, request, ...)                                         \
    CONTENT_TYPE(wire_name, effects, request, "success", SSMSPEC_EXPECT(__VA_ARGS__)),          \
        REQUEST_ID(wire_name, effects, request, "success", "OBS:P-09",                          \
                   SSMSPEC_EXPECT(__VA_ARGS__)),                                                \
        LOOK(wire_name, effects, request, "success-no-nulls", SSMSPEC_CHECK_NO_NULLS, MUST,     \
             "Members without a value are left out, never null.", "SMITHY:awsJson1_1 OBS:P-32", \
             SSMSPEC_EXPECT(__VA_ARGS__))

/* What holds for an error. */
#define ERROR_LOOKS(wire_name, effects, request, of, model, ...)                                   \
    CONTENT_TYPE(wire_name, effects, request, of, __VA_ARGS__),                                    \
        REQUEST_ID(wire_name, effects, request, of, "OBS:P-09 OBS:P-10", __VA_ARGS__),             \
        LOOK(wire_name, effects, request, of "-bare-type", SSMSPEC_CHECK_BARE_TYPE, SHOULD,        \
             "__type is the bare name of the error.", "SMITHY:awsJson1_1 OBS:P-13", __VA_ARGS__),  \
        LOOK(wire_name, effects, request, of "-known-type", SSMSPEC_CHECK_KNOWN_TYPE, SHOULD,      \
             "The error is one that the operation, or any, may answer.", model " OBS:P-18",        \
             __VA_ARGS__),                                                                         \
        LOOK(wire_name, effects, request, of "-header-type", SSMSPEC_CHECK_HEADER_TYPE, SHOULD,    \
             "X-Amzn-Errortype is absent or says what __type says.", "SMITHY:awsJson1_1 OBS:P-12", \
             __VA_ARGS__)

/* Two rules are broken at once; the message must name this one too. */
#define ALL_NAMED(wire_name, at, wire_path, request)                                            \
    LOOK(wire_name, SSMSPEC_EFFECT_NONE, request, "all-violations", SSMSPEC_CHECK_OUTCOME_ONLY, \
         SHOULD, "Of several broken rules all are named.", "OBS:V-04 OBS:V-07", .path = (at),   \
         .member = (wire_path),                                                                 \
         SSMSPEC_EXPECT(FAILS_AS("ValidationException"), MAYBE_REJECTED(SHOULD, "OBS:V-68")),   \
         .control_kind = SSMSPEC_CONTROL_ACCEPTED)
#define BAD_CANCEL "{\"CommandId\":\"ssmspec\",\"InstanceIds\":[\"ssmspec\"]}"
#define BAD_SEND                      \
    "{\"DocumentName\":\"#\"," NODES( \
        "\"${unknown_node}\"") ",\"TimeoutSeconds\":1,\"MaxErrors\":\"x\"}"

/* The run decides by these, before anything else, whether an operation is there at all. */
#define IMPLEMENTED(wire_name, request, model)                                      \
    {                                                                               \
        .operation = (wire_name), .kind = "http", .probe = "implemented",           \
        .rule = "The operation is found by its target and answers.", .level = MUST, \
        .source = model " SMITHY:awsJson1_1 OBS:P-01 OBS:P-02", .body = (request),  \
        SSMSPEC_EXPECT(SUCCEEDS, IS_REJECTED), .control_kind = SSMSPEC_CONTROL_FOIL \
    }

#define UNKNOWN_COMMAND "{\"CommandId\":\"${fresh_id}\"}"
#define UNKNOWN_PAIR "{\"CommandId\":\"${fresh_id}\",\"InstanceId\":\"${unknown_node}\"}"
#define UNKNOWN_NODE "{" DOCUMENT "," NODES("\"${unknown_node}\"") "," COMMANDS "}"
#define OUT_OF_RANGE "{\"MaxResults\":0}"
#define LIVE_PAIR "{" LIVE ",\"InstanceId\":\"${linux_node}\"}"
#define SENT_TO_NOBODY "{" DOCUMENT "," NO_NODE "," COMMANDS "}"

const struct ssmspec_row ssmspec_answer_rows[] = {
    IMPLEMENTED("CancelCommand", UNKNOWN_COMMAND, "API:CancelCommand"),
    LOOK("CancelCommand", SSMSPEC_EFFECT_EXECUTE, "{" LIVE "}", "success-body",
         SSMSPEC_CHECK_OUTCOME_ONLY, MUST, "A success has an empty body or an object.",
         "API:CancelCommand SMITHY:awsJson1_1 OBS:P-20 OBS:P-22", SSMSPEC_EXPECT(SUCCEEDS)),
    SUCCESS_LOOKS("CancelCommand", SSMSPEC_EFFECT_EXECUTE, "{" LIVE "}", SUCCEEDS),
    ERROR_LOOKS("CancelCommand", SSMSPEC_EFFECT_NONE, UNKNOWN_COMMAND, "error",
                "API:CancelCommand MODEL:CancelCommand", REJECTED_UNLIKE_FOIL),
    ERROR_LOOKS("CancelCommand", SSMSPEC_EFFECT_NONE, "{}", "validation",
                "API:CancelCommand MODEL:CancelCommand", REJECTED_BESIDE_BASE),

    ALL_NAMED("CancelCommand", "CommandId", "commandId", BAD_CANCEL),
    ALL_NAMED("CancelCommand", "InstanceIds", "instanceIds", BAD_CANCEL),
    IMPLEMENTED("ListCommands", "{}", "MODEL:ListCommands"),
    SUCCESS_LOOKS("ListCommands", SSMSPEC_EFFECT_NONE, "{}", SUCCEEDS),
    ERROR_LOOKS("ListCommands", SSMSPEC_EFFECT_NONE, OUT_OF_RANGE, "validation",
                "MODEL:ListCommands", REJECTED_BESIDE_BASE),

    IMPLEMENTED("ListCommandInvocations", "{}", "MODEL:ListCommandInvocations"),
    SUCCESS_LOOKS("ListCommandInvocations", SSMSPEC_EFFECT_NONE, "{}", SUCCEEDS),
    ERROR_LOOKS("ListCommandInvocations", SSMSPEC_EFFECT_NONE, OUT_OF_RANGE, "validation",
                "MODEL:ListCommandInvocations", REJECTED_BESIDE_BASE),

    /* A read may lag behind the send: OBS:S-58. */
    IMPLEMENTED("GetCommandInvocation", UNKNOWN_PAIR, "MODEL:GetCommandInvocation"),
    SUCCESS_LOOKS("GetCommandInvocation", SSMSPEC_EFFECT_EXECUTE, LIVE_PAIR, SUCCEEDS,
                  FAILS_AS("InvocationDoesNotExist")),
    ERROR_LOOKS("GetCommandInvocation", SSMSPEC_EFFECT_NONE, UNKNOWN_PAIR, "error",
                "MODEL:GetCommandInvocation", REJECTED_UNLIKE_FOIL),
    ERROR_LOOKS("GetCommandInvocation", SSMSPEC_EFFECT_NONE, "{}", "validation",
                "MODEL:GetCommandInvocation", REJECTED_BESIDE_BASE),

    IMPLEMENTED("SendCommand", UNKNOWN_NODE, "NET:SendCommandAsync"),
    SUCCESS_LOOKS("SendCommand", SSMSPEC_EFFECT_CREATE, SENT_TO_NOBODY, SUCCEEDS),
    ERROR_LOOKS("SendCommand", SSMSPEC_EFFECT_NONE, UNKNOWN_NODE, "error",
                "NET:SendCommandAsync MODEL:SendCommand", REJECTED_UNLIKE_FOIL),
    ERROR_LOOKS("SendCommand", SSMSPEC_EFFECT_NONE, "{}", "validation",
                "NET:SendCommandAsync MODEL:SendCommand", REJECTED_BESIDE_BASE),
    ALL_NAMED("SendCommand", "DocumentName", "documentName", BAD_SEND),
    ALL_NAMED("SendCommand", "TimeoutSeconds", "timeoutSeconds", BAD_SEND),
    ALL_NAMED("SendCommand", "MaxErrors", "maxErrors", BAD_SEND),
    END_OF_ROWS,
};
