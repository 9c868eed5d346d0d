/* The digests below SigV4: SHA-256 and HMAC-SHA256 with the derived signing key kept. Private to
 * the signature files; what others need of it stands in sigv4.h. */
#ifndef SSMSPEC_SRC_EXCHANGE_SIGNER_H
#define SSMSPEC_SRC_EXCHANGE_SIGNER_H

#include "src/exchange/canonical.h"
#include "src/exchange/sigv4.h"

#define SSMSPEC_SHA256_BYTES 32

/* The signing key of (secret, day, scope) applied to text, in lower-case hex. day is yyyymmdd.
 * The key is derived only when one of them differs from the call before. */
enum ssmspec_err ssmspec_signer_apply(struct ssmspec_signer *signer, struct ssmspec_view secret,
                                      struct ssmspec_view day, const struct ssmspec_scope *scope,
                                      struct ssmspec_view text,
                                      char signature[SSMSPEC_SIGNATURE_HEX]) SSMSPEC_MUST_USE;

/* ssmspec_sign with the body's hash in what->payload_hash already. date is the 16-character form.
 */
enum ssmspec_err ssmspec_sign_hashed(struct ssmspec_signer *signer, struct ssmspec_view secret,
                                     const struct ssmspec_scope *scope, struct ssmspec_view date,
                                     const struct ssmspec_to_sign *what,
                                     struct ssmspec_arena *arena,
                                     char signature[SSMSPEC_SIGNATURE_HEX],
                                     struct ssmspec_view *signed_names) SSMSPEC_MUST_USE;

#endif
