/* Cancelling, and the fault that every operation can be asked for. */
#include "suites/error_map.h"
#include "suites/rows.h"

#define ROW .operation = "CancelCommand", .kind = "error-map"

const struct ssmspec_row ssmspec_cancel_error_map_rows[] = {
    {ROW, .path = "CommandId", .probe = "unknown-id",
     .rule = "A well-formed id that names no command is an InvalidCommandId.", .level = MUST,
     .source = "API:CancelCommand MODEL:InvalidCommandId OBS:P-16 OBS:S-32 OBS:S-33",
     .body = "{\"CommandId\":\"${fresh_id}\"}", SSMSPEC_EXPECT(FAILS_AS("InvalidCommandId")),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "CommandId", .probe = "foreign-command",
     .rule = "A command of another account is one that does not exist.", .level = MAY,
     .source = "OBS:S-43", .body = "{\"CommandId\":\"${foreign_command}\"}",
     SSMSPEC_EXPECT(FAILS_AS("InvalidCommandId"), {.kind = SSMSPEC_ERROR,
                                                   .status = 400,
                                                   .error = "AccessDeniedException",
                                                   .breaks = MAY,
                                                   .source = "OBS:A-34 OBS:S-43"}),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "CommandId", .probe = "live-command",
     .rule = "A command that is under way can be cancelled.", .level = MUST,
     .source = "API:CancelCommand OBS:S-24", .effect = SSMSPEC_EFFECT_EXECUTE, .body = "{" LIVE "}",
     SSMSPEC_EXPECT(SUCCEEDS), .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "InstanceIds", .probe = "one-of-the-command",
     .rule = "A command can be cancelled on a node on which it was requested.", .level = MUST,
     .source = "API:CancelCommand OBS:S-38", .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{" LIVE "," NODES("\"${linux_node}\"") "}", SSMSPEC_EXPECT(SUCCEEDS),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "InstanceIds", .probe = "empty-list", .rule = "A list of no nodes is legal.",
     .level = MUST, .source = "API:CancelCommand MODEL:InstanceIdList OBS:S-40",
     .effect = SSMSPEC_EFFECT_EXECUTE, .body = "{" LIVE "," NODES("") "}", SSMSPEC_EXPECT(SUCCEEDS),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    {ROW, .path = "InstanceIds", .probe = "unknown-node",
     .rule = "A node that does not exist is an InvalidInstanceId, or nothing happens.",
     .level = MAY, .source = "OBS:S-41", .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{" LIVE "," NODES("\"${unknown_node}\"") "}",
     SSMSPEC_EXPECT(SUCCEEDS, FAILS_AS("InvalidInstanceId"))},
    {ROW, .path = "InstanceIds", .probe = "foreign-node",
     .rule = "A node on which the command was not requested is an InvalidInstanceId, or nothing "
             "happens.",
     .level = MAY, .source = "OBS:S-41", .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{" LIVE "," NODES("\"${linux_node_2}\"") "}",
     SSMSPEC_EXPECT(SUCCEEDS, FAILS_AS("InvalidInstanceId"))},
    {ROW, .path = "InstanceIds", .probe = "terminated-node",
     .rule = "A node that is terminated is an InvalidInstanceId.", .level = MUST,
     .source = "API:CancelCommand MODEL:InvalidInstanceId", .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{" LIVE "," NODES("\"${terminated_node}\"") "}",
     FAILS_AS_DOCUMENTED("InvalidInstanceId", "API:CancelCommand OBS:S-41"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = "{" LIVE "," NODES("\"${linux_node}\"") "}"},
    {ROW, .path = "InstanceIds", .probe = "denied-node",
     .rule = "A node that the caller may not reach is an InvalidInstanceId.", .level = MUST,
     .source = "API:CancelCommand MODEL:InvalidInstanceId", .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{" LIVE "," NODES("\"${denied_node}\"") "}",
     SSMSPEC_EXPECT(FAILS_AS("InvalidInstanceId"), FAILS_AS("AccessDeniedException"),
                    {.kind = SSMSPEC_ERROR, .status = 403, .error = "AccessDeniedException"},
                    MAYBE_SUCCEEDS(SHOULD, "API:CancelCommand OBS:S-41"),
                    MAYBE_REJECTED(SHOULD, "API:CancelCommand OBS:S-41")),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = "{" LIVE "," NODES("\"${linux_node}\"") "}"},
    {ROW, .path = "InstanceIds", .probe = "duplicate-node",
     .rule = "A node named twice is a DuplicateInstanceId.", .level = MUST,
     .source = "API:CancelCommand MODEL:DuplicateInstanceId", .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{" LIVE "," NODES("\"${linux_node}\",\"${linux_node}\"") "}",
     FAILS_AS_DOCUMENTED("DuplicateInstanceId", "API:CancelCommand OBS:S-42"),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = "{" LIVE "," NODES("\"${linux_node}\"") "}"},
    {ROW, .path = "InstanceIds", .probe = "duplicate-node-of-unknown-command",
     .rule = "A command that does not exist does not come to exist by naming a node twice.",
     .level = MUST, .source = "API:CancelCommand OBS:S-32 OBS:S-42",
     .body = "{\"CommandId\":\"${fresh_id}\"," NODES("\"${unknown_node}\",\"${unknown_node}\"") "}",
     SSMSPEC_EXPECT(FAILS_AS("InvalidCommandId"), FAILS_AS("DuplicateInstanceId"),
                    FAILS_AS("InvalidInstanceId"),
                    MAYBE_REJECTED(SHOULD, "API:CancelCommand OBS:S-42")),
     .control_kind = SSMSPEC_CONTROL_FOIL},
    END_OF_ROWS,
};

#define FAULT_ROW(wire_name, effects, sources)                                                  \
    {                                                                                           \
        .operation = (wire_name), .kind = "error-map", .probe = "internal-server-error",        \
        .rule = "A fault of the server itself is an InternalServerError with status 500.",      \
        .level = MUST, .source = sources " MODEL:InternalServerError OBS:P-17",                 \
        .effect = (effects), .headers = {{"${fault_header}", "InternalServerError"}},           \
        SSMSPEC_EXPECT({.kind = SSMSPEC_ERROR, .status = 500, .error = "InternalServerError"}), \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED                                                \
    }

/* Whoever puts a request off says so in the words that clients send it again for. What stands in
 * front of a service may do so too, and speak no JSON. */
#define PUT_OFF(wire_name, called, sentence, from, header, word, ...)                            \
    {                                                                                            \
        .operation = (wire_name), .kind = "error-map", .probe = (called), .rule = (sentence),    \
        .level = MUST, .source = from, .headers = {{header, word}}, SSMSPEC_EXPECT(__VA_ARGS__), \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED                                                 \
    }
#define THROTTLED(wire_name)                                                            \
    PUT_OFF(wire_name, "throttled", "Too many requests are a 400 ThrottlingException.", \
            "API:CommonErrors OBS:F-69 OBS:F-70 CLIENT:8", "${throttle_header}",        \
            "ThrottlingException", FAILS_AS("ThrottlingException"),                     \
            MAYBE_REFUSED(SHOULD, "OBS:F-69 CLIENT:8"))
#define UNAVAILABLE(wire_name)                                                          \
    PUT_OFF(                                                                            \
        wire_name, "unavailable", "A service that is not there for a moment is a 503.", \
        "API:CommonErrors OBS:F-71", "${outage_header}", "ServiceUnavailable",          \
        {.kind = SSMSPEC_ERROR, .status = 503, .error = "ServiceUnavailable"},          \
        {.kind = SSMSPEC_ERROR, .status = 503, .error = "ServiceUnavailableException"}, \
        {.kind = SSMSPEC_STATUS, .status = 503, .breaks = SHOULD, .source = "CLIENT:1 CLIENT:3"})

const struct ssmspec_row ssmspec_fault_error_map_rows[] = {
    FAULT_ROW("CancelCommand", SSMSPEC_EFFECT_NONE, "API:CancelCommand"),
    FAULT_ROW("ListCommands", SSMSPEC_EFFECT_NONE, "MODEL:ListCommands"),
    FAULT_ROW("ListCommandInvocations", SSMSPEC_EFFECT_NONE, "MODEL:ListCommandInvocations"),
    FAULT_ROW("GetCommandInvocation", SSMSPEC_EFFECT_NONE, "MODEL:GetCommandInvocation"),
    FAULT_ROW("SendCommand", SSMSPEC_EFFECT_NONE, "NET:SendCommandAsync"),
    THROTTLED("CancelCommand"),
    THROTTLED("SendCommand"),
    UNAVAILABLE("CancelCommand"),
    UNAVAILABLE("SendCommand"),
    END_OF_ROWS,
};
