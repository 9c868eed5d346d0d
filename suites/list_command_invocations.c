#include "suites/list_command_invocations.h"

#include "suites/answer_shapes.h"
#include "suites/errors.h"
#include "suites/shapes.h"

#define MEMBER_SOURCE "MODEL:ListCommandInvocationsRequest"

static const struct ssmspec_shape input = {
    .name = "ListCommandInvocationsRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "CommandId", .shape = &ssmspec_command_id, .source = MEMBER_SOURCE},
        {.name = "InstanceId", .shape = &ssmspec_instance_id, .source = MEMBER_SOURCE},
        {.name = "MaxResults", .shape = &ssmspec_command_max_results, .source = MEMBER_SOURCE},
        {.name = "NextToken", .shape = &ssmspec_next_token, .source = MEMBER_SOURCE},
        {.name = "Filters", .shape = &ssmspec_command_filter_list, .source = MEMBER_SOURCE},
        {.name = "Details", .shape = &ssmspec_boolean, .source = MEMBER_SOURCE}),
};

static const struct ssmspec_error modelled[] = {
    SERVER_FAULT("InternalServerError", "MODEL:InternalServerError"),
    CLIENT_FAULT("InvalidCommandId", "MODEL:InvalidCommandId"),
    CLIENT_FAULT("InvalidInstanceId", "MODEL:InvalidInstanceId"),
    CLIENT_FAULT("InvalidFilterKey", "MODEL:InvalidFilterKey"),
    CLIENT_FAULT("InvalidNextToken", "MODEL:InvalidNextToken"),
    END_OF_FAULTS,
};

const struct ssmspec_operation ssmspec_list_command_invocations_operation = {
    .name = "ListCommandInvocations",
    .slug = "list-command-invocations",
    .input = &input,
    .output = &ssmspec_list_command_invocations_result,
    .base = "{\"MaxResults\":1}",
    .foil = "{\"MaxResults\":\"x\"}",
    .modelled = modelled,
    .source = "MODEL:ListCommandInvocations",
};
