/* The part of `ssmspec explain` about a request's signature. */
#ifndef SSMSPEC_RUNNER_EXPLAIN_SIGNING_H
#define SSMSPEC_RUNNER_EXPLAIN_SIGNING_H

#include "src/request/signing.h"

/* Print what is not right about it, if anything, each line behind a margin. */
void ssmspec_explain_signing(const struct ssmspec_signing *signing, const char *margin);

#endif
