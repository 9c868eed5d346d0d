/* ListCommands: the commands that were sent, filtered and page by page. */
#ifndef SSMSPEC_SUITES_LIST_COMMANDS_H
#define SSMSPEC_SUITES_LIST_COMMANDS_H

#include "src/rule/shape.h"

extern const struct ssmspec_operation ssmspec_list_commands_operation;

#endif
