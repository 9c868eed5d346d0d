/* Signatures: what must be refused, what must not matter. */
#ifndef SSMSPEC_SUITES_AUTH_H
#define SSMSPEC_SUITES_AUTH_H

#include "src/case/derive.h"

extern const struct ssmspec_row ssmspec_auth_header_rows[];    /* what Authorization says */
extern const struct ssmspec_row ssmspec_auth_signature_rows[]; /* what the signature covers */
extern const struct ssmspec_row ssmspec_auth_operation_rows[]; /* every operation is guarded */

#endif
