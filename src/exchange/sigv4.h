/* AWS Signature Version 4 in headers, signer and verifier: our own, because the suite must also
 * sign wrongly on purpose. Nothing is signed in the query string. Source: OBS:C-01..C-10. */
#ifndef SSMSPEC_SRC_EXCHANGE_SIGV4_H
#define SSMSPEC_SRC_EXCHANGE_SIGV4_H

#include "src/base/arena.h"
#include "src/request/request.h"

#include <time.h>

struct ssmspec_credentials {
    struct ssmspec_view access_key_id;
    struct ssmspec_view secret_access_key;
    struct ssmspec_view session_token; /* ptr NULL: none */
};

#define SSMSPEC_SIGNATURE_HEX 64

/* A signer keeps the derived key of the last (secret, date, region, service) and reuses fetched
 * digests. One a thread. */
struct ssmspec_signer;

enum ssmspec_err ssmspec_signer_new(struct ssmspec_signer **out) SSMSPEC_MUST_USE;
void ssmspec_signer_free(struct ssmspec_signer *signer);

struct ssmspec_scope {
    struct ssmspec_view region;
    struct ssmspec_view service;
};

/* Hex SHA-256 of bytes, lower case, no NUL. */
enum ssmspec_err ssmspec_sha256_hex(struct ssmspec_signer *signer, struct ssmspec_view bytes,
                                    char out[SSMSPEC_SIGNATURE_HEX]) SSMSPEC_MUST_USE;

/* "20150830T123600Z" of a UTC time, 16 characters and a NUL. */
void ssmspec_amz_date(time_t when, char out[17]);

/* The signature over a request whose signed headers are given (any order, any case, values as on
 * the wire; they are lower-cased, trimmed, inner blanks collapsed, sorted, repeats merged here).
 * date is the 16-character form, path as on the wire ("/" for JSON services), query without '?'.
 * signed_names, when not NULL, receives "content-type;host;..." from arena. */
enum ssmspec_err ssmspec_sign(struct ssmspec_signer *signer,
                              const struct ssmspec_credentials *credentials,
                              const struct ssmspec_scope *scope, struct ssmspec_view date,
                              struct ssmspec_view method, struct ssmspec_view path,
                              struct ssmspec_view query, const struct ssmspec_header *headers,
                              size_t header_count, struct ssmspec_view body,
                              struct ssmspec_arena *arena, char signature[SSMSPEC_SIGNATURE_HEX],
                              struct ssmspec_view *signed_names) SSMSPEC_MUST_USE;

/* Everything a signed request carries besides its own headers: X-Amz-Date, X-Amz-Security-Token
 * (when there is one) and Authorization, from arena; signs content-type, host, x-amz-date,
 * x-amz-target and the token (OBS:C-06). host is the Host header's exact value.
 * A header of the request's own takes the place of the one made here: an X-Amz-Date is the date
 * signed for, an Authorization switches signing off (nothing is added). Its value with ptr NULL
 * means that no such header goes out at all. */
enum ssmspec_err ssmspec_sign_request(
    struct ssmspec_signer *signer, const struct ssmspec_credentials *credentials,
    const struct ssmspec_scope *scope, time_t when, struct ssmspec_view host,
    const struct ssmspec_request *request, struct ssmspec_arena *arena,
    const struct ssmspec_header **added, size_t *added_count) SSMSPEC_MUST_USE;

/* What a verifier finds. Each maps to an error type of OBS:A-01..A-33. */
enum ssmspec_auth_fault {
    SSMSPEC_AUTH_OK,
    SSMSPEC_AUTH_MISSING,        /* no Authorization: MissingAuthenticationTokenException */
    SSMSPEC_AUTH_INCOMPLETE,     /* garbage, a part missing: IncompleteSignatureException */
    SSMSPEC_AUTH_BAD_ALGORITHM,  /* IncompleteSignatureException */
    SSMSPEC_AUTH_NO_DATE,        /* IncompleteSignatureException */
    SSMSPEC_AUTH_BAD_DATE,       /* IncompleteSignatureException */
    SSMSPEC_AUTH_EXPIRED,        /* InvalidSignatureException */
    SSMSPEC_AUTH_NOT_YET,        /* InvalidSignatureException */
    SSMSPEC_AUTH_HOST_UNSIGNED,  /* InvalidSignatureException */
    SSMSPEC_AUTH_BAD_CREDENTIAL, /* not five parts: IncompleteSignatureException */
    SSMSPEC_AUTH_WRONG_SCOPE,    /* InvalidSignatureException */
    SSMSPEC_AUTH_UNKNOWN_KEY,    /* UnrecognizedClientException */
    SSMSPEC_AUTH_BAD_TOKEN,      /* UnrecognizedClientException */
    SSMSPEC_AUTH_MISMATCH,       /* InvalidSignatureException */
};

/* Looks a key id up; false when it is unknown. */
typedef bool (*ssmspec_secret_fn)(void *context, struct ssmspec_view access_key_id,
                                  struct ssmspec_credentials *out);

struct ssmspec_verifier {
    struct ssmspec_signer *signer;
    struct ssmspec_scope scope;
    ssmspec_secret_fn secret;
    void *context;
    time_t now;
    int skew_seconds; /* 300: OBS:A-17 */
};

/* Verify a received request from its header block as it came (all headers, wire order).
 * *text gets a sentence that echoes no secret and no signature; static memory. */
enum ssmspec_err ssmspec_verify_request(const struct ssmspec_verifier *verifier,
                                        struct ssmspec_view method, struct ssmspec_view path,
                                        struct ssmspec_view query,
                                        const struct ssmspec_header *headers, size_t header_count,
                                        struct ssmspec_view body, struct ssmspec_arena *arena,
                                        enum ssmspec_auth_fault *fault,
                                        const char **text) SSMSPEC_MUST_USE;

#endif
