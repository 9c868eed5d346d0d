/* One table for each source document. */
#ifndef SSMSPEC_SUITES_STATEMENTS_TABLES_H
#define SSMSPEC_SUITES_STATEMENTS_TABLES_H

#include "suites/statements.h"

extern const struct ssmspec_statement ssmspec_cancel_statements[];
extern const struct ssmspec_statement ssmspec_send_statements[];

#endif
