/* Everything the protocol says about Run Command, as one suite. */
#ifndef SSMSPEC_SUITES_SUITE_H
#define SSMSPEC_SUITES_SUITE_H

#include "src/case/derive.h"

extern const struct ssmspec_suite ssmspec_run_command_suite;

#endif
