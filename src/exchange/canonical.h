/* What a signature covers: the canonical form of a request. Private to the signature files.
 * Source: OBS:C-01..C-04. */
#ifndef SSMSPEC_SRC_EXCHANGE_CANONICAL_H
#define SSMSPEC_SRC_EXCHANGE_CANONICAL_H

#include "src/base/arena.h"
#include "src/request/request.h"

#define SSMSPEC_SIGNED_HEADERS_MAX 256

struct ssmspec_to_sign {
    struct ssmspec_view method;
    struct ssmspec_view path;  /* as on the wire */
    struct ssmspec_view query; /* as on the wire, without '?' */
    const struct ssmspec_header *headers;
    size_t header_count;
    struct ssmspec_view payload_hash; /* lower-case hex */
};

/* The canonical request and, when signed_names is not NULL, the list "content-type;host;...", both
 * from arena. SSMSPEC_ERR_LIMIT beyond SSMSPEC_SIGNED_HEADERS_MAX headers, SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_canonical_request(const struct ssmspec_to_sign *what,
                                           struct ssmspec_arena *arena, struct ssmspec_view *text,
                                           struct ssmspec_view *signed_names) SSMSPEC_MUST_USE;

/* The path with dot segments and empty segments resolved and every byte but '/' and the unreserved
 * ones escaped: bytes that were escaped on the wire are so twice. "" gives "/".
 * Vectors: C-08 get-relative*, get-slash*, get-space-*, get-unreserved. */
enum ssmspec_err ssmspec_canonical_path(struct ssmspec_view path, struct ssmspec_arena *arena,
                                        struct ssmspec_view *out) SSMSPEC_MUST_USE;

/* The parameters as given, sorted by name, then value; "name" becomes "name=". Escapes stay as they
 * are. SSMSPEC_ERR_LIMIT beyond 1,000 parameters. */
enum ssmspec_err ssmspec_canonical_query(struct ssmspec_view query, struct ssmspec_arena *arena,
                                         struct ssmspec_view *out) SSMSPEC_MUST_USE;

/* Bytewise order, the shorter of two with a common start first (OBS:C-02): below, at or above 0. */
int ssmspec_canonical_compare(struct ssmspec_view a, struct ssmspec_view b);

#endif
