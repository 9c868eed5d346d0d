/* Signing wrongly on purpose: what a struct ssmspec_signing changes before the signature is made
 * and after it. Private to the signature files. */
#ifndef SSMSPEC_SRC_EXCHANGE_MISSIGN_H
#define SSMSPEC_SRC_EXCHANGE_MISSIGN_H

#include "src/exchange/sigv4.h"

/* Everything that a signature is made from. */
struct ssmspec_signee {
    struct ssmspec_credentials credentials;
    struct ssmspec_scope scope;
    time_t when;
    struct ssmspec_view host;
    struct ssmspec_request request;
};

/* What is signed instead of what is right. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_missign_before(const struct ssmspec_signing *how,
                                        struct ssmspec_arena *arena,
                                        struct ssmspec_signee *signee) SSMSPEC_MUST_USE;

/* What is sent instead of the headers that the signature added; *count shrinks where one is left
 * out. SSMSPEC_ERR_NOMEM, SSMSPEC_ERR_UNBOUND when the template names a part that there is not. */
enum ssmspec_err ssmspec_missign_after(const struct ssmspec_signing *how,
                                       struct ssmspec_arena *arena, struct ssmspec_header *added,
                                       size_t *count) SSMSPEC_MUST_USE;

#endif
