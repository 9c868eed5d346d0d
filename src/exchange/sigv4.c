#include "src/exchange/sigv4.h"

#include "src/exchange/put.h"
#include "src/exchange/signer.h"

#define DAY_CHARS 8

/* "yyyymmdd/region/service/aws4_request" */
static char *put_scope(char *at, struct ssmspec_view day, const struct ssmspec_scope *scope) {
    at = ssmspec_put(at, day);
    *at++ = '/';
    at = ssmspec_put(at, scope->region);
    *at++ = '/';
    at = ssmspec_put(at, scope->service);
    return ssmspec_put(at, SSMSPEC_VIEW("/aws4_request"));
}

static size_t scope_bytes(const struct ssmspec_scope *scope) {
    return DAY_CHARS + scope->region.len + scope->service.len + 2 + sizeof "/aws4_request" - 1;
}

static enum ssmspec_err string_to_sign(struct ssmspec_signer *signer,
                                       const struct ssmspec_scope *scope, struct ssmspec_view date,
                                       struct ssmspec_view canonical, struct ssmspec_arena *arena,
                                       struct ssmspec_view *out) {
    static const struct ssmspec_view algorithm = {"AWS4-HMAC-SHA256\n", 17};
    char *const start = ssmspec_arena_raw(arena, algorithm.len + date.len + scope_bytes(scope) +
                                                     SSMSPEC_SIGNATURE_HEX + 2);
    ENSURE(start != NULL, SSMSPEC_ERR_NOMEM);
    char *at = ssmspec_put(start, algorithm);
    at = ssmspec_put(at, date);
    *at++ = '\n';
    at = put_scope(at, ssmspec_view_sub(date, 0, DAY_CHARS), scope);
    *at++ = '\n';
    GUARD(ssmspec_sha256_hex(signer, canonical, at));
    at += SSMSPEC_SIGNATURE_HEX;
    *out = (struct ssmspec_view){start, (size_t)(at - start)};
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_sign_hashed(struct ssmspec_signer *signer, struct ssmspec_view secret,
                                     const struct ssmspec_scope *scope, struct ssmspec_view date,
                                     const struct ssmspec_to_sign *what,
                                     struct ssmspec_arena *arena,
                                     char signature[SSMSPEC_SIGNATURE_HEX],
                                     struct ssmspec_view *signed_names) {
    ENSURE(date.len >= DAY_CHARS, SSMSPEC_ERR_USAGE);
    struct ssmspec_view canonical;
    struct ssmspec_view text;
    GUARD(ssmspec_canonical_request(what, arena, &canonical, signed_names));
    GUARD(string_to_sign(signer, scope, date, canonical, arena, &text));
    return ssmspec_signer_apply(signer, secret, ssmspec_view_sub(date, 0, DAY_CHARS), scope, text,
                                signature);
}

enum ssmspec_err ssmspec_sign(struct ssmspec_signer *signer,
                              const struct ssmspec_credentials *credentials,
                              const struct ssmspec_scope *scope, struct ssmspec_view date,
                              struct ssmspec_view method, struct ssmspec_view path,
                              struct ssmspec_view query, const struct ssmspec_header *headers,
                              size_t header_count, struct ssmspec_view body,
                              struct ssmspec_arena *arena, char signature[SSMSPEC_SIGNATURE_HEX],
                              struct ssmspec_view *signed_names) {
    char payload_hash[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_sha256_hex(signer, body, payload_hash));
    const struct ssmspec_to_sign what = {
        .method = method,
        .path = path,
        .query = query,
        .headers = headers,
        .header_count = header_count,
        .payload_hash = {payload_hash, sizeof payload_hash},
    };
    return ssmspec_sign_hashed(signer, credentials->secret_access_key, scope, date, &what, arena,
                               signature, signed_names);
}
