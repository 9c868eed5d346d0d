/* The service under test: five operations of Run Command. */
#ifndef SSMSPEC_SUITES_SERVICE_H
#define SSMSPEC_SUITES_SERVICE_H

#include "src/rule/shape.h"

extern const struct ssmspec_service ssmspec_run_command;

#endif
