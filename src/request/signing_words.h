/* Signing in words: what is wrong about a signature on purpose. */
#ifndef SSMSPEC_SRC_REQUEST_SIGNING_WORDS_H
#define SSMSPEC_SRC_REQUEST_SIGNING_WORDS_H

#include "src/base/bytes.h"
#include "src/request/signing.h"

/* A line, with its end, for each thing that is not simply right; how NULL: none. Templates stay
 * what they are, so that no secret is told but one that stands in the case. */
void ssmspec_signing_words(const struct ssmspec_signing *how, struct ssmspec_bytes *out);

#endif
