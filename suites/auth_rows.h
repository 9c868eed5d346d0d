/* The vocabulary of rows about signatures, for the auth tables alone. */
#ifndef SSMSPEC_SUITES_AUTH_ROWS_H
#define SSMSPEC_SUITES_AUTH_ROWS_H

#include "suites/rows.h"

#define SIGNED_WITH(...)              \
    &(const struct ssmspec_signing) { \
        __VA_ARGS__                   \
    }

/* The right header's form around some parts of one's own. */
#define AUTHORIZATION(credential, names, signature) \
    "AWS4-HMAC-SHA256 Credential=" credential ", SignedHeaders=" names ", Signature=" signature
#define CREDENTIAL "${key}/${day}/${region}/${service}/aws4_request"

/* Statuses differ between services: OBS:A-18, disagreement 15. */
#define REFUSED_AS(type)                                       \
    {.kind = SSMSPEC_ERROR, .status = 400, .error = (type)}, { \
        .kind = SSMSPEC_ERROR, .status = 403, .error = (type)  \
    }

/* Refused under another name, or by something in front that speaks no JSON. */
#define REFUSED_OTHERWISE(from)                                                        \
    MAYBE_REJECTED(SHOULD, from), {                                                    \
        .kind = SSMSPEC_CLIENT_STATUS, .breaks = SHOULD, .source = "CLIENT:3 OBS:A-03" \
    }

#define AS_MISSING REFUSED_AS("MissingAuthenticationTokenException")
#define AS_INCOMPLETE REFUSED_AS("IncompleteSignatureException")
#define AS_INVALID REFUSED_AS("InvalidSignatureException")
#define AS_UNRECOGNIZED REFUSED_AS("UnrecognizedClientException")

/* A refusal shows something only where the same request, signed right, is taken. */
#define REFUSES(from, ...)                                \
    SSMSPEC_EXPECT(__VA_ARGS__, REFUSED_OTHERWISE(from)), \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED, .needs_verifier = true
#define IS_LET_IN SSMSPEC_EXPECT(SUCCEEDS), .needs_verifier = true

#endif
