/* The API reference on CancelCommand, sentence by sentence. */
#include "suites/statements_tables.h"

#include <stddef.h>

#define HERE "API:CancelCommand"

const struct ssmspec_statement ssmspec_cancel_statements[] = {
    {HERE, "description, 1", "A request tries to cancel the command of an id.",
     "cancel-command/CommandId/error-map/live-command cancel-command/-/state/running", NULL},
    {HERE, "description, 2", "Nothing promises that the command, or its process, ends.",
     "cancel-command/-/state/after-* cancel-command/-/state/eight-at-once",
     "Success and Failed stay legal ends of a command that is cancelled; only staying where it is "
     "for ever is not."},
    {HERE, "request syntax",
     "The input is an object of CommandId, a string, and InstanceIds, a list of strings.",
     "cancel-command/CommandId/type cancel-command/InstanceIds/type "
     "cancel-command/InstanceIds.member/type",
     NULL},
    {HERE, "request parameters", "The request carries its input as JSON.",
     "cancel-command/**/json/** any/**/json/**", NULL},
    {HERE, "CommandId", "It names the command to cancel.",
     "cancel-command/CommandId/error-map/unknown-id "
     "cancel-command/CommandId/state/others-untouched",
     NULL},
    {HERE, "CommandId, type", "It is a string.", "cancel-command/CommandId/type", NULL},
    {HERE, "CommandId, length constraints", "It has exactly 36 characters.",
     "cancel-command/CommandId/length", NULL},
    {HERE, "CommandId, required", "It must be there.", "cancel-command/CommandId/required", NULL},
    {HERE, "InstanceIds", "It names the nodes on which the command is cancelled, and on no others.",
     "cancel-command/InstanceIds/state/others-go-on cancel-command/InstanceIds/state/others-finish "
     "cancel-command/InstanceIds/error-map/one-of-the-command",
     NULL},
    {HERE, "InstanceIds, 2",
     "Without it the command is cancelled on every node that it was sent to.",
     "cancel-command/InstanceIds/state/absent", NULL},
    {HERE, "InstanceIds, type", "It is a list of strings.",
     "cancel-command/InstanceIds/type cancel-command/InstanceIds.member/type", NULL},
    {HERE, "InstanceIds, array members, minimum", "It may be empty.",
     "cancel-command/InstanceIds/count cancel-command/InstanceIds/state/empty", NULL},
    {HERE, "InstanceIds, array members, maximum", "It has at most 50 items.",
     "cancel-command/InstanceIds/count", NULL},
    {HERE, "InstanceIds, pattern",
     "Its items are ids of nodes: i- and 8 or 17 characters, mi- and 17.",
     "cancel-command/InstanceIds.member/pattern", NULL},
    {HERE, "InstanceIds, required", "It may be left out.",
     "cancel-command/InstanceIds/state/absent cancel-command/InstanceIds/state/null", NULL},
    {HERE, "response elements", "A success is status 200 with an empty body.",
     "cancel-command/-/response/success-body cancel-command/CommandId/error-map/live-command",
     "An empty object is accepted too: Smithy servers send one."},
    {HERE, "DuplicateInstanceId", "A node is named more than once.",
     "cancel-command/InstanceIds/error-map/duplicate-node", NULL},
    {HERE, "DuplicateInstanceId, status", "It is a 400.",
     "cancel-command/InstanceIds/error-map/duplicate-node", NULL},
    {HERE, "InternalServerError", "Something failed at the server.",
     "cancel-command/-/error-map/internal-server-error", NULL},
    {HERE, "InternalServerError, status", "It is a 500.",
     "cancel-command/-/error-map/internal-server-error", NULL},
    {HERE, "InvalidCommandId", "The id names no command.",
     "cancel-command/CommandId/error-map/unknown-id", NULL},
    {HERE, "InvalidCommandId, status", "It is a 400.",
     "cancel-command/CommandId/error-map/unknown-id", NULL},
    {HERE, "InvalidInstanceId, permission", "The caller may not reach the node.",
     "cancel-command/InstanceIds/error-map/denied-node", NULL},
    {HERE, "InvalidInstanceId, agent not running", "No agent runs on the node.", NULL,
     "Whether an agent runs is not to be seen from outside; a node that never answers delays "
     "delivery instead, see send-command/TimeoutSeconds/state/delivery-timeout."},
    {HERE, "InvalidInstanceId, agent not registered", "The node is not registered.",
     "cancel-command/InstanceIds/error-map/unknown-node "
     "cancel-command/InstanceIds/error-map/foreign-node",
     NULL},
    {HERE, "InvalidInstanceId, valid states",
     "Running, pending, stopped and stopping nodes are valid.",
     "send-command/InstanceIds/error-map/stopped-node "
     "cancel-command/InstanceIds/error-map/one-of-the-command",
     "Of stopped nodes the recordings say otherwise, so both answers are accepted; pending and "
     "stopping pass too soon to be asked."},
    {HERE, "InvalidInstanceId, invalid states",
     "Nodes that are shutting down or terminated are not.",
     "cancel-command/InstanceIds/error-map/terminated-node",
     "Shutting down passes too soon to be asked."},
    {HERE, "InvalidInstanceId, status", "It is a 400.",
     "cancel-command/InstanceIds/error-map/terminated-node", NULL},
    {HERE, "sample request, line and headers",
     "A POST to / with target, content type and signature in headers.",
     "cancel-command/-/http/implemented cancel-command/-/client/boto3-* "
     "cancel-command/-/client/awscli-* cancel-command/Authorization/auth/absent",
     NULL},
    {HERE, "sample request, body",
     "An object with blanks; its id has 36 characters that are not all hexadecimal.",
     "cancel-command/-/client/awscli-unknown-command cancel-command/CommandId/pattern",
     "The model allows such an id; a recording of the service shows that it is refused: both are "
     "accepted."},
    {HERE, "sample response", "Nothing but the success.", "cancel-command/-/response/success-body",
     NULL},
    {.document = NULL},
};
