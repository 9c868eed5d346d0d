#include "suites/list_commands.h"

#include "suites/answer_shapes.h"
#include "suites/errors.h"
#include "suites/shapes.h"

#define MEMBER_SOURCE "MODEL:ListCommandsRequest"

static const struct ssmspec_shape input = {
    .name = "ListCommandsRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "CommandId", .shape = &ssmspec_command_id, .source = MEMBER_SOURCE},
        {.name = "InstanceId", .shape = &ssmspec_instance_id, .source = MEMBER_SOURCE},
        {.name = "MaxResults", .shape = &ssmspec_command_max_results, .source = MEMBER_SOURCE},
        {.name = "NextToken", .shape = &ssmspec_next_token, .source = MEMBER_SOURCE},
        {.name = "Filters", .shape = &ssmspec_command_filter_list, .source = MEMBER_SOURCE}),
};

static const struct ssmspec_error modelled[] = {
    SERVER_FAULT("InternalServerError", "MODEL:InternalServerError"),
    CLIENT_FAULT("InvalidCommandId", "MODEL:InvalidCommandId"),
    CLIENT_FAULT("InvalidInstanceId", "MODEL:InvalidInstanceId"),
    CLIENT_FAULT("InvalidFilterKey", "MODEL:InvalidFilterKey"),
    CLIENT_FAULT("InvalidNextToken", "MODEL:InvalidNextToken"),
    END_OF_FAULTS,
};

const struct ssmspec_operation ssmspec_list_commands_operation = {
    .name = "ListCommands",
    .slug = "list-commands",
    .input = &input,
    .output = &ssmspec_list_commands_result,
    .base = "{\"MaxResults\":1}",
    .foil = "{\"MaxResults\":\"x\"}",
    .modelled = modelled,
    .source = "MODEL:ListCommands",
};
