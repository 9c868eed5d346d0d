/* How a request is signed where that is not simply right: each field changes one thing of a right
 * signature, and what is NULL, 0 or false stays right. What a verifier must find out, and what it
 * must not mind. Texts are literal unless they are called templates. */
#ifndef SSMSPEC_SRC_REQUEST_SIGNING_H
#define SSMSPEC_SRC_REQUEST_SIGNING_H

#include <stdbool.h>

struct ssmspec_signing {
    /* Who signs, a template each; for where, and when. */
    const char *access_key_id;
    const char *secret;
    const char *session_token;
    const char *region;
    const char *service;
    long ahead_seconds; /* how far the signer's clock is ahead of ours */

    /* What is signed, where it is not what is sent. */
    bool other_body; /* a body whose last byte differs */
    const char *method;
    const char *target;
    const char *content_type;
    const char *host;

    /* Which headers are signed: names joined with ';'. */
    const char *leaves_out;
    const char *signs_too;    /* of the request's own headers; content-length too */
    bool states_payload_hash; /* X-Amz-Content-Sha256 is sent and signed */

    /* What is sent, where it is not what was signed; "" leaves the header out. */
    const char *date;          /* X-Amz-Date's value */
    long sent_ahead_seconds;   /* X-Amz-Date's value is by so much later than the one signed */
    const char *payload_hash;  /* X-Amz-Content-Sha256's value, once stated */
    const char *authorization; /* template over the right one's parts */
};

/* Those parts. */
enum ssmspec_signing_part {
#define X(name, spelling, sentence) SSMSPEC_SIGNING_##name,
#include "src/request/signing_parts.def"
#undef X
    SSMSPEC_SIGNING_PARTS,
};

#endif
