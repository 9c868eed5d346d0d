#include "suites/cancel_command.h"

#include "suites/answer_shapes.h"
#include "suites/errors.h"
#include "suites/shapes.h"

#define MEMBER_SOURCE "API:CancelCommand MODEL:CancelCommandRequest"

static const struct ssmspec_shape input = {
    .name = "CancelCommandRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "CommandId",
         .shape = &ssmspec_command_id,
         .is_required = true,
         .source = MEMBER_SOURCE " OBS:V-16"},
        {.name = "InstanceIds", .shape = &ssmspec_instance_id_list, .source = MEMBER_SOURCE}),
};

static const struct ssmspec_error modelled[] = {
    SERVER_FAULT("InternalServerError", "API:CancelCommand MODEL:InternalServerError"),
    CLIENT_FAULT("InvalidCommandId", "API:CancelCommand MODEL:InvalidCommandId"),
    CLIENT_FAULT("InvalidInstanceId", "API:CancelCommand MODEL:InvalidInstanceId"),
    CLIENT_FAULT("DuplicateInstanceId", "API:CancelCommand MODEL:DuplicateInstanceId"),
    END_OF_FAULTS,
};

/* A fresh id names no command, so that nothing is cancelled: OBS:S-32. */
const struct ssmspec_operation ssmspec_cancel_command_operation = {
    .name = "CancelCommand",
    .slug = "cancel-command",
    .input = &input,
    .output = &ssmspec_cancel_command_result,
    .base = "{\"CommandId\":\"${fresh_id}\"}",
    .live_base = "{\"CommandId\":\"${live_command}\"}",
    .foil = "{\"CommandId\":[]}",
    .errors = SSMSPEC_NAMES("InvalidCommandId"),
    .modelled = modelled,
    .source = "API:CancelCommand MODEL:CancelCommand",
};
