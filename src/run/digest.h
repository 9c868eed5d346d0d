/* The suite's fingerprint: two runs with one digest asked the same questions. */
#ifndef SSMSPEC_SRC_RUN_DIGEST_H
#define SSMSPEC_SRC_RUN_DIGEST_H

#include "src/case/case.h"
#include "src/exchange/sigv4.h"
#include "src/run/plan.h"

/* SHA-256 of bytes. Hex, no NUL. */
enum ssmspec_err ssmspec_digest(struct ssmspec_view bytes,
                                char out[SSMSPEC_SIGNATURE_HEX]) SSMSPEC_MUST_USE;

/* SHA-256 of the exported cases (export.h): what `sha256sum` says of the file. Hex, no NUL. */
enum ssmspec_err ssmspec_suite_digest(const struct ssmspec_cases *cases,
                                      char out[SSMSPEC_SIGNATURE_HEX]) SSMSPEC_MUST_USE;

/* SHA-256 over what a plan chooses: id, effect and why it is not sent, where it is not. Hex, no
 * NUL. */
enum ssmspec_err ssmspec_plan_digest(const struct ssmspec_plan *plan,
                                     char out[SSMSPEC_SIGNATURE_HEX]) SSMSPEC_MUST_USE;

#endif
