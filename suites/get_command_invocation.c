#include "suites/get_command_invocation.h"

#include "suites/answer_shapes.h"
#include "suites/errors.h"
#include "suites/shapes.h"

#define MEMBER_SOURCE "MODEL:GetCommandInvocationRequest"

static const struct ssmspec_shape input = {
    .name = "GetCommandInvocationRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "CommandId",
         .shape = &ssmspec_command_id,
         .is_required = true,
         .source = MEMBER_SOURCE " OBS:S-60"},
        {.name = "InstanceId",
         .shape = &ssmspec_instance_id,
         .is_required = true,
         .source = MEMBER_SOURCE " OBS:S-60"},
        {.name = "PluginName", .shape = &ssmspec_command_plugin_name, .source = MEMBER_SOURCE}),
};

static const struct ssmspec_error modelled[] = {
    SERVER_FAULT("InternalServerError", "MODEL:InternalServerError"),
    CLIENT_FAULT("InvalidCommandId", "MODEL:InvalidCommandId"),
    CLIENT_FAULT("InvalidInstanceId", "MODEL:InvalidInstanceId"),
    CLIENT_FAULT("InvalidPluginName", "MODEL:InvalidPluginName"),
    CLIENT_FAULT("InvocationDoesNotExist", "MODEL:InvocationDoesNotExist"),
    END_OF_FAULTS,
};

/* Nothing was ever sent to that node: OBS:S-57. */
const struct ssmspec_operation ssmspec_get_command_invocation_operation = {
    .name = "GetCommandInvocation",
    .slug = "get-command-invocation",
    .input = &input,
    .output = &ssmspec_get_command_invocation_result,
    .base = "{\"CommandId\":\"${fresh_id}\",\"InstanceId\":\"${unknown_node}\"}",
    .foil = "{\"CommandId\":[],\"InstanceId\":[]}",
    .errors = SSMSPEC_NAMES("InvocationDoesNotExist", "InvalidCommandId", "InvalidInstanceId"),
    .modelled = modelled,
    .source = "MODEL:GetCommandInvocation",
};
