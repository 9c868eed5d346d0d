/* ListCommandInvocations: what became of commands, node by node. */
#ifndef SSMSPEC_SUITES_LIST_COMMAND_INVOCATIONS_H
#define SSMSPEC_SUITES_LIST_COMMAND_INVOCATIONS_H

#include "src/rule/shape.h"

extern const struct ssmspec_operation ssmspec_list_command_invocations_operation;

#endif
