/* GetCommandInvocation: one command on one node, with its output. */
#ifndef SSMSPEC_SUITES_GET_COMMAND_INVOCATION_H
#define SSMSPEC_SUITES_GET_COMMAND_INVOCATION_H

#include "src/rule/shape.h"

extern const struct ssmspec_operation ssmspec_get_command_invocation_operation;

#endif
