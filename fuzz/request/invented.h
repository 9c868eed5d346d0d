/* An operation of no service, whose tables have what the service's lack: rules of map keys and map
 * values, secrets with rules, lists of lists, integers without a range, and a structure that may
 * hold itself, so that nesting has no end in the tables. */
#ifndef SSMSPEC_FUZZ_REQUEST_INVENTED_H
#define SSMSPEC_FUZZ_REQUEST_INVENTED_H

#include "src/rule/shape.h"

extern const struct ssmspec_operation ssmspec_invented_operation;

#endif
