/* The two source documents, sentence by sentence. */
#ifndef SSMSPEC_SUITES_STATEMENTS_H
#define SSMSPEC_SUITES_STATEMENTS_H

#include "src/case/statement.h"

extern const struct ssmspec_statement *const ssmspec_run_command_statements[];

#endif
