/* SendCommand: runs a document on nodes, named or found by their tags. */
#ifndef SSMSPEC_SUITES_SEND_COMMAND_H
#define SSMSPEC_SUITES_SEND_COMMAND_H

#include "src/rule/shape.h"

extern const struct ssmspec_operation ssmspec_send_command_operation;

#endif
