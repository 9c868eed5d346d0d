#include "src/exchange/missign.h"

#include "src/case/template.h"
#include "src/exchange/amz_date.h"
#include "src/exchange/authorization.h"

#define LAST_MAX (SSMSPEC_SIGNATURE_HEX - 1)

static void put(struct ssmspec_view *what, const char *instead) {
    if (instead != NULL) {
        *what = ssmspec_view_of(instead);
    }
}

/* The same length, so that nothing but the hash can tell. */
static enum ssmspec_err alter_body(struct ssmspec_arena *arena, struct ssmspec_view *body) {
    if (body->len == 0) {
        *body = SSMSPEC_VIEW(" ");
        return SSMSPEC_OK;
    }
    char *const copy = ssmspec_arena_text(arena, *body);
    ENSURE(copy != NULL, SSMSPEC_ERR_NOMEM);
    copy[body->len - 1] = copy[body->len - 1] == ' ' ? '\n' : ' ';
    body->ptr = copy;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_missign_before(const struct ssmspec_signing *how,
                                        struct ssmspec_arena *arena,
                                        struct ssmspec_signee *signee) {
    put(&signee->credentials.access_key_id, how->access_key_id);
    put(&signee->credentials.secret_access_key, how->secret);
    put(&signee->credentials.session_token, how->session_token);
    put(&signee->scope.region, how->region);
    put(&signee->scope.service, how->service);
    put(&signee->host, how->host);
    put(&signee->request.method, how->method);
    put(&signee->request.target, how->target);
    put(&signee->request.content_type, how->content_type);
    signee->when += how->ahead_seconds;
    return how->other_body ? alter_body(arena, &signee->request.body) : SSMSPEC_OK;
}

/* The parts of the right header that a template may use. */
struct parts {
    struct ssmspec_view values[SSMSPEC_SIGNING_PARTS];
    char altered[SSMSPEC_SIGNATURE_HEX];
    char upper[SSMSPEC_SIGNATURE_HEX];
};

static void alter_signature(struct ssmspec_view right, struct parts *out) {
    memcpy(out->altered, right.ptr, SSMSPEC_SIGNATURE_HEX);
    out->altered[LAST_MAX] = out->altered[LAST_MAX] == '0' ? '1' : '0';
    for (size_t i = 0; i < SSMSPEC_SIGNATURE_HEX; i++) {
        const char c = right.ptr[i];
        out->upper[i] = c >= 'a' && c <= 'f' ? (char)(c - 'a' + 'A') : c;
    }
}

static bool read_parts(struct ssmspec_view value, struct parts *out) {
    struct ssmspec_authorization read;
    struct ssmspec_view credential[SSMSPEC_CREDENTIAL_PARTS];
    if (ssmspec_authorization_read(value, &read) != NULL ||
        !ssmspec_credential_split(read.credential, credential) ||
        read.signature.len != SSMSPEC_SIGNATURE_HEX) {
        return false;
    }
    alter_signature(read.signature, out);
    const struct ssmspec_view values[SSMSPEC_SIGNING_PARTS] = {
        [SSMSPEC_SIGNING_KEY] = credential[SSMSPEC_CREDENTIAL_KEY],
        [SSMSPEC_SIGNING_DAY] = credential[SSMSPEC_CREDENTIAL_DAY],
        [SSMSPEC_SIGNING_REGION] = credential[SSMSPEC_CREDENTIAL_REGION],
        [SSMSPEC_SIGNING_SERVICE] = credential[SSMSPEC_CREDENTIAL_SERVICE],
        [SSMSPEC_SIGNING_NAMES] = read.signed_names,
        [SSMSPEC_SIGNING_SIGNATURE] = read.signature,
        [SSMSPEC_SIGNING_ALTERED] = {out->altered, SSMSPEC_SIGNATURE_HEX},
        [SSMSPEC_SIGNING_UPPER] = {out->upper, SSMSPEC_SIGNATURE_HEX},
        [SSMSPEC_SIGNING_CUT] = {read.signature.ptr, LAST_MAX},
    };
    memcpy(out->values, values, sizeof values);
    return true;
}

static struct ssmspec_view part_of(void *context, struct ssmspec_view role) {
    static const char *const spellings[] = {
#define X(name, spelling, sentence) [SSMSPEC_SIGNING_##name] = (spelling),
#include "src/request/signing_parts.def"
#undef X
    };
    const struct parts *const parts = context;
    for (size_t i = 0; i < SSMSPEC_SIGNING_PARTS; i++) {
        if (ssmspec_view_is(role, spellings[i])) {
            return parts->values[i];
        }
    }
    return (struct ssmspec_view){0};
}

static enum ssmspec_err fill(const char *template, struct ssmspec_arena *arena,
                             struct ssmspec_view *value) {
    struct parts parts;
    struct ssmspec_bindings none;
    struct ssmspec_bytes text = {0};
    ENSURE(read_parts(*value, &parts), SSMSPEC_ERR_UNBOUND);
    ssmspec_bindings_init(&none, arena);
    enum ssmspec_err err =
        ssmspec_template_fill(ssmspec_view_of(template), &none, part_of, &parts, &text, NULL);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&text), value);
    }
    ssmspec_bytes_clear(&text);
    return err;
}

/* What is sent in the place of a header; NULL: the header itself. */
static const char *instead_of(const struct ssmspec_signing *how, struct ssmspec_view name) {
    if (ssmspec_view_is(name, "X-Amz-Date")) {
        return how->date;
    }
    if (ssmspec_view_is(name, "X-Amz-Content-Sha256")) {
        return how->payload_hash;
    }
    return ssmspec_view_is(name, "Authorization") ? how->authorization : NULL;
}

/* A right date by so much later. */
static enum ssmspec_err delay(long seconds, struct ssmspec_arena *arena,
                              struct ssmspec_view *value) {
    time_t when;
    char *const text = ssmspec_arena_raw(arena, value->len + 1);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    ENSURE(ssmspec_amz_date_read(*value, &when), SSMSPEC_ERR_UNBOUND);
    ssmspec_amz_date(when + seconds, text);
    value->ptr = text;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_missign_after(const struct ssmspec_signing *how,
                                       struct ssmspec_arena *arena, struct ssmspec_header *added,
                                       size_t *count) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        struct ssmspec_header header = added[i];
        const char *const instead = instead_of(how, header.name);
        if (instead != NULL && instead[0] == '\0') {
            continue;
        }
        if (instead != NULL && instead == how->authorization) {
            GUARD(fill(instead, arena, &header.value));
        } else {
            put(&header.value, instead);
        }
        if (how->sent_ahead_seconds != 0 && ssmspec_view_is(header.name, "X-Amz-Date")) {
            GUARD(delay(how->sent_ahead_seconds, arena, &header.value));
        }
        added[kept++] = header;
    }
    *count = kept;
    return SSMSPEC_OK;
}
