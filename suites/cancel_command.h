/* CancelCommand: attempts to stop a command on all or some of its nodes. */
#ifndef SSMSPEC_SUITES_CANCEL_COMMAND_H
#define SSMSPEC_SUITES_CANCEL_COMMAND_H

#include "src/rule/shape.h"

extern const struct ssmspec_operation ssmspec_cancel_command_operation;

#endif
