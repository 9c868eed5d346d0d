#include "suites/statements.h"

#include "suites/statements_tables.h"

#include <stddef.h>

const struct ssmspec_statement *const ssmspec_run_command_statements[] = {
    ssmspec_cancel_statements,
    ssmspec_send_statements,
    NULL,
};
