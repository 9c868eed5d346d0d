/* The part of `ssmspec explain` about a wire script. */
#ifndef SSMSPEC_RUNNER_EXPLAIN_WIRE_H
#define SSMSPEC_RUNNER_EXPLAIN_WIRE_H

#include "src/request/wire.h"

/* Print its steps, if there is one (script may be NULL), each on a line behind a margin. */
void ssmspec_explain_wire(const struct ssmspec_wire_step *script, const char *margin);

#endif
