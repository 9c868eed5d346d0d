/* What must hold of anything the request parser says. */
#ifndef SSMSPEC_FUZZ_REQUEST_CHECKS_H
#define SSMSPEC_FUZZ_REQUEST_CHECKS_H

#include "src/request/parse.h"

/* size: of the body. */
void ssmspec_check_outcome(const struct ssmspec_parsed *parsed, size_t size);

/* Everything that a parse says, as one text; the message that is part of it is checked too. */
void ssmspec_describe_outcome(const struct ssmspec_parsed *parsed, struct ssmspec_bytes *out);

#endif
