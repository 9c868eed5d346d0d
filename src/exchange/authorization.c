#include "src/exchange/authorization.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Up to mark, or all; *rest becomes what stands behind it. */
static struct ssmspec_view take(struct ssmspec_view *rest, struct ssmspec_view mark) {
    const size_t end = ssmspec_view_find(*rest, mark);
    const struct ssmspec_view taken = ssmspec_view_sub(*rest, 0, end);
    *rest = ssmspec_view_sub(*rest, end + mark.len, rest->len);
    return taken;
}

static struct ssmspec_view take_word(struct ssmspec_view *rest) {
    size_t end = 0;
    while (end < rest->len && !is_blank(rest->ptr[end])) {
        end++;
    }
    const struct ssmspec_view word = ssmspec_view_sub(*rest, 0, end);
    *rest = ssmspec_view_trim(ssmspec_view_sub(*rest, end, rest->len));
    return word;
}

static struct ssmspec_view *place_for(struct ssmspec_authorization *out, struct ssmspec_view key) {
    if (ssmspec_view_is(key, "Credential")) {
        return &out->credential;
    }
    if (ssmspec_view_is(key, "SignedHeaders")) {
        return &out->signed_names;
    }
    return ssmspec_view_is(key, "Signature") ? &out->signature : NULL;
}

static const char *read_part(struct ssmspec_view part, struct ssmspec_authorization *out) {
    const size_t equals = ssmspec_view_find(part, SSMSPEC_VIEW("="));
    if (equals == part.len) {
        return "A part of the Authorization header is not a key=value pair (missing equal-sign).";
    }
    const struct ssmspec_view key = ssmspec_view_trim(ssmspec_view_sub(part, 0, equals));
    struct ssmspec_view *const place = place_for(out, key);
    if (place == NULL) {
        return NULL;
    }
    if (place->ptr != NULL) {
        return "A part of the Authorization header occurs twice.";
    }
    *place = ssmspec_view_trim(ssmspec_view_sub(part, equals + 1, part.len));
    return NULL;
}

static const char *find_missing(const struct ssmspec_authorization *read) {
    if (read->credential.len == 0) {
        return "Authorization header requires 'Credential' parameter.";
    }
    if (read->signature.len == 0) {
        return "Authorization header requires 'Signature' parameter.";
    }
    if (read->signed_names.len == 0) {
        return "Authorization header requires 'SignedHeaders' parameter.";
    }
    return NULL;
}

const char *ssmspec_authorization_read(struct ssmspec_view value,
                                       struct ssmspec_authorization *out) {
    *out = (struct ssmspec_authorization){{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
    struct ssmspec_view rest = ssmspec_view_trim(value);
    out->algorithm = take_word(&rest);
    while (rest.len > 0) {
        const struct ssmspec_view part = ssmspec_view_trim(take(&rest, SSMSPEC_VIEW(",")));
        const char *const fault = part.len == 0 ? NULL : read_part(part, out);
        if (fault != NULL) {
            return fault;
        }
    }
    return find_missing(out);
}

bool ssmspec_credential_split(struct ssmspec_view credential,
                              struct ssmspec_view parts[SSMSPEC_CREDENTIAL_PARTS]) {
    size_t slashes = 0;
    for (size_t i = 0; i < credential.len; i++) {
        slashes += credential.ptr[i] == '/' ? 1 : 0;
    }
    if (slashes != SSMSPEC_CREDENTIAL_PARTS - 1) {
        return false;
    }
    for (size_t i = 0; i < SSMSPEC_CREDENTIAL_PARTS; i++) {
        parts[i] = take(&credential, SSMSPEC_VIEW("/"));
    }
    return true;
}

bool ssmspec_signed_names_next(struct ssmspec_view *rest, struct ssmspec_view *name) {
    while (rest->len > 0) {
        *name = ssmspec_view_trim(take(rest, SSMSPEC_VIEW(";")));
        if (name->len > 0) {
            return true;
        }
    }
    return false;
}

bool ssmspec_signed_names_have(struct ssmspec_view names, struct ssmspec_view name) {
    struct ssmspec_view each;
    while (ssmspec_signed_names_next(&names, &each)) {
        if (ssmspec_view_eq_nocase(each, name)) {
            return true;
        }
    }
    return false;
}
