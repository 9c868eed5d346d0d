#include "src/exchange/sigv4.h"

#include "src/exchange/amz_date.h"
#include "src/exchange/authorization.h"
#include "src/exchange/missign.h"
#include "src/exchange/put.h"

#include <stdio.h>

#define DATE_CHARS 16
#define OWN_MAX 32    /* signed headers among the request's own */
#define DERIVED_MAX 7 /* host, content type, target, date, token, payload hash, length */
#define ADDED_MAX 4   /* date, token, payload hash, authorization */
#define DAY_CHARS 8

static const struct ssmspec_view date_name = {"X-Amz-Date", 10};
static const struct ssmspec_view token_name = {"X-Amz-Security-Token", 20};
static const struct ssmspec_view hash_name = {"X-Amz-Content-Sha256", 20};
static const struct ssmspec_view length_name = {"Content-Length", 14};

/* What a request brings along itself takes the place of what would be made for it. */
struct own {
    struct ssmspec_header headers[OWN_MAX + DERIVED_MAX];
    size_t count;
    bool has_authorization, has_host, has_date, has_token;
    struct ssmspec_view date;
    const struct ssmspec_signing *how;
    char length[24];
};

static const struct ssmspec_signing right = {.access_key_id = NULL};

/* Whether a list of a signing's names, which may be NULL, holds that one. */
static bool is_listed(const char *names, struct ssmspec_view name) {
    return names != NULL && ssmspec_signed_names_have(ssmspec_view_of(names), name);
}

static bool is_named(struct ssmspec_view name, struct ssmspec_view wanted) {
    return name.len == wanted.len && ssmspec_view_eq_nocase(name, wanted);
}

/* Whether a header of that name belongs to the signature (OBS:C-06). */
static bool note_name(struct own *own, const struct ssmspec_header *header) {
    if (is_named(header->name, SSMSPEC_VIEW("Authorization"))) {
        own->has_authorization = true;
        return false;
    }
    if (is_named(header->name, date_name)) {
        own->has_date = true;
        own->date = header->value;
        return true;
    }
    if (is_named(header->name, token_name)) {
        own->has_token = true;
        return true;
    }
    if (is_named(header->name, SSMSPEC_VIEW("Host"))) {
        own->has_host = true;
        return true;
    }
    return is_named(header->name, SSMSPEC_VIEW("Content-Type")) ||
           is_named(header->name, SSMSPEC_VIEW("X-Amz-Target")) ||
           is_listed(own->how->signs_too, header->name);
}

static enum ssmspec_err find_own(const struct ssmspec_request *request, struct own *own) {
    own->count = 0;
    own->has_authorization = own->has_host = own->has_date = own->has_token = false;
    own->date = (struct ssmspec_view){NULL, 0};
    own->how = request->signing == NULL ? &right : request->signing;
    for (size_t i = 0; i < request->header_count; i++) {
        const struct ssmspec_header *const header = &request->headers[i];
        if (!note_name(own, header) || header->value.ptr == NULL) {
            continue;
        }
        ENSURE(own->count < OWN_MAX, SSMSPEC_ERR_LIMIT);
        own->headers[own->count++] = *header;
    }
    return SSMSPEC_OK;
}

static void add(struct own *own, struct ssmspec_view name, struct ssmspec_view value) {
    if (value.ptr != NULL) {
        own->headers[own->count++] = (struct ssmspec_header){name, value};
    }
}

static enum ssmspec_err authorization(const struct ssmspec_credentials *credentials,
                                      const struct ssmspec_scope *scope, struct ssmspec_view date,
                                      struct ssmspec_view names,
                                      const char signature[SSMSPEC_SIGNATURE_HEX],
                                      struct ssmspec_arena *arena, struct ssmspec_view *out) {
    const size_t fixed = sizeof "AWS4-HMAC-SHA256 Credential=/yyyymmdd///aws4_request, "
                                "SignedHeaders=, Signature=";
    char *const start =
        ssmspec_arena_raw(arena, fixed + credentials->access_key_id.len + scope->region.len +
                                     scope->service.len + names.len + SSMSPEC_SIGNATURE_HEX);
    ENSURE(start != NULL, SSMSPEC_ERR_NOMEM);
    char *at = ssmspec_put(start, SSMSPEC_VIEW("AWS4-HMAC-SHA256 Credential="));
    at = ssmspec_put(at, credentials->access_key_id);
    *at++ = '/';
    at = ssmspec_put(at, ssmspec_view_sub(date, 0, DAY_CHARS));
    *at++ = '/';
    at = ssmspec_put(at, scope->region);
    *at++ = '/';
    at = ssmspec_put(at, scope->service);
    at = ssmspec_put(at, SSMSPEC_VIEW("/aws4_request, SignedHeaders="));
    at = ssmspec_put(at, names);
    at = ssmspec_put(at, SSMSPEC_VIEW(", Signature="));
    at = ssmspec_put(at, (struct ssmspec_view){signature, SSMSPEC_SIGNATURE_HEX});
    *out = (struct ssmspec_view){start, (size_t)(at - start)};
    return SSMSPEC_OK;
}

/* The date a request is signed for: its own when that is one, else `when`. A malformed one is sent
 * as it is; no signature could be right then, so that it matters little what is signed. */
static enum ssmspec_err signing_date(const struct own *own, time_t when,
                                     struct ssmspec_arena *arena, struct ssmspec_view *out) {
    time_t ignored;
    if (own->has_date && ssmspec_amz_date_read(own->date, &ignored)) {
        *out = own->date;
        return SSMSPEC_OK;
    }
    char *const text = ssmspec_arena_raw(arena, DATE_CHARS + 1);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    ssmspec_amz_date(when, text);
    *out = (struct ssmspec_view){text, DATE_CHARS};
    return SSMSPEC_OK;
}

static void split_path(struct ssmspec_view wire, struct ssmspec_view *path,
                       struct ssmspec_view *query) {
    const size_t mark = ssmspec_view_find(wire, SSMSPEC_VIEW("?"));
    *path = ssmspec_view_sub(wire, 0, mark);
    *query = ssmspec_view_sub(wire, mark + 1, wire.len);
}

/* The date and the token, unless the request brings its own, and the payload's hash where it is to
 * be stated. */
static enum ssmspec_err make_extra(struct own *own, struct ssmspec_signer *signer,
                                   const struct ssmspec_signee *signee, struct ssmspec_view date,
                                   struct ssmspec_arena *arena, struct ssmspec_header *extra,
                                   size_t *count) {
    const struct ssmspec_view token = signee->credentials.session_token;
    *count = 0;
    if (!own->has_date) {
        extra[(*count)++] = (struct ssmspec_header){date_name, date};
    }
    if (!own->has_token && token.ptr != NULL) {
        extra[(*count)++] = (struct ssmspec_header){token_name, token};
    }
    if (own->how->states_payload_hash) {
        char *const hash = ssmspec_arena_raw(arena, SSMSPEC_SIGNATURE_HEX);
        ENSURE(hash != NULL, SSMSPEC_ERR_NOMEM);
        GUARD(ssmspec_sha256_hex(signer, signee->request.body, hash));
        extra[(*count)++] = (struct ssmspec_header){hash_name, {hash, SSMSPEC_SIGNATURE_HEX}};
    }
    return SSMSPEC_OK;
}

static void leave_out(struct own *own) {
    size_t kept = 0;
    for (size_t i = 0; i < own->count; i++) {
        if (!is_listed(own->how->leaves_out, own->headers[i].name)) {
            own->headers[kept++] = own->headers[i];
        }
    }
    own->count = kept;
}

static void complete_signed(struct own *own, const struct ssmspec_signee *signee,
                            const struct ssmspec_header *extra, size_t extra_count) {
    add(own, SSMSPEC_VIEW("Content-Type"), signee->request.content_type);
    add(own, SSMSPEC_VIEW("X-Amz-Target"), signee->request.target);
    if (!own->has_host) {
        add(own, SSMSPEC_VIEW("Host"), signee->host);
    }
    for (size_t i = 0; i < extra_count; i++) {
        add(own, extra[i].name, extra[i].value);
    }
    if (is_listed(own->how->signs_too, length_name)) {
        (void)snprintf(own->length, sizeof own->length, "%zu", signee->request.body.len);
        add(own, length_name, ssmspec_view_of(own->length));
    }
    if (own->how->leaves_out != NULL) {
        leave_out(own);
    }
}

static enum ssmspec_err sign(struct own *own, struct ssmspec_signer *signer,
                             const struct ssmspec_signee *signee, struct ssmspec_arena *arena,
                             struct ssmspec_header *extra, size_t *count) {
    const struct ssmspec_request *const request = &signee->request;
    struct ssmspec_view date, path, query, names, value;
    char signature[SSMSPEC_SIGNATURE_HEX];
    GUARD(signing_date(own, signee->when, arena, &date));
    GUARD(make_extra(own, signer, signee, date, arena, extra, count));
    complete_signed(own, signee, extra, *count);
    split_path(request->path, &path, &query);
    GUARD(ssmspec_sign(signer, &signee->credentials, &signee->scope, date, request->method, path,
                       query, own->headers, own->count, request->body, arena, signature, &names));
    GUARD(
        authorization(&signee->credentials, &signee->scope, date, names, signature, arena, &value));
    extra[(*count)++] = (struct ssmspec_header){SSMSPEC_VIEW("Authorization"), value};
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_sign_request(struct ssmspec_signer *signer,
                                      const struct ssmspec_credentials *credentials,
                                      const struct ssmspec_scope *scope, time_t when,
                                      struct ssmspec_view host,
                                      const struct ssmspec_request *request,
                                      struct ssmspec_arena *arena,
                                      const struct ssmspec_header **added, size_t *added_count) {
    struct own own;
    *added = NULL;
    *added_count = 0;
    GUARD(find_own(request, &own));
    if (own.has_authorization) {
        return SSMSPEC_OK;
    }
    struct ssmspec_header *const extra = ssmspec_arena_raw(arena, ADDED_MAX * sizeof *extra);
    ENSURE(extra != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_signee signee = {*credentials, *scope, when, host, *request};
    size_t count = 0;
    if (request->signing != NULL) {
        GUARD(ssmspec_missign_before(own.how, arena, &signee));
    }
    GUARD(sign(&own, signer, &signee, arena, extra, &count));
    if (request->signing != NULL) {
        GUARD(ssmspec_missign_after(own.how, arena, extra, &count));
    }
    *added = extra;
    *added_count = count;
    return SSMSPEC_OK;
}
