#include "src/exchange/sigv4.h"

#include "src/exchange/amz_date.h"
#include "src/exchange/authorization.h"
#include "src/exchange/signer.h"

#include <openssl/crypto.h>

#define SIGNED_NAMES_MAX 64 /* bounds the work that a hostile header can cause */
#define DATE_CHARS 16

/* One verification: what came, and what has been found out about it so far. */
struct inquiry {
    const struct ssmspec_verifier *verifier;
    struct ssmspec_to_sign what; /* headers: all that came */
    struct ssmspec_view body;
    struct ssmspec_arena *arena;
    struct ssmspec_authorization authorization;
    struct ssmspec_view parts[SSMSPEC_CREDENTIAL_PARTS];
    time_t date;
    char date_text[DATE_CHARS + 1];
    char payload_hash[SSMSPEC_SIGNATURE_HEX];
    struct ssmspec_credentials credentials;
    const char *text;
};

static enum ssmspec_auth_fault fault_of(struct inquiry *inquiry, enum ssmspec_auth_fault fault,
                                        const char *text) {
    inquiry->text = text;
    return fault;
}

static struct ssmspec_view value_of(const struct inquiry *inquiry, struct ssmspec_view name,
                                    size_t *occurrences) {
    struct ssmspec_view value = {NULL, 0};
    *occurrences = 0;
    for (size_t i = 0; i < inquiry->what.header_count; i++) {
        const struct ssmspec_header *const header = &inquiry->what.headers[i];
        if (ssmspec_view_eq_nocase(header->name, name) && (*occurrences)++ == 0) {
            value = ssmspec_view_trim(header->value);
        }
    }
    return value;
}

static bool has_query_algorithm(struct ssmspec_view query) {
    const struct ssmspec_view name = SSMSPEC_VIEW("X-Amz-Algorithm");
    const size_t at = ssmspec_view_find(query, name);
    return at < query.len && (at == 0 || query.ptr[at - 1] == '&');
}

static enum ssmspec_auth_fault check_header(struct inquiry *inquiry) {
    size_t occurrences = 0;
    const struct ssmspec_view value =
        value_of(inquiry, SSMSPEC_VIEW("Authorization"), &occurrences);
    const bool has_query = has_query_algorithm(inquiry->what.query);
    if (value.len == 0 && has_query) {
        return fault_of(inquiry, SSMSPEC_AUTH_INCOMPLETE,
                        "AWS query-string parameters are not supported here. Re-examine the "
                        "query-string parameters.");
    }
    if (value.len == 0) {
        return fault_of(inquiry, SSMSPEC_AUTH_MISSING, "Missing Authentication Token");
    }
    if (has_query) {
        return fault_of(inquiry, SSMSPEC_AUTH_MISMATCH,
                        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' "
                        "as HTTP header.");
    }
    if (occurrences > 1) {
        return fault_of(inquiry, SSMSPEC_AUTH_INCOMPLETE,
                        "There is more than one Authorization header.");
    }
    const char *const text = ssmspec_authorization_read(value, &inquiry->authorization);
    return text == NULL ? SSMSPEC_AUTH_OK : fault_of(inquiry, SSMSPEC_AUTH_INCOMPLETE, text);
}

/* X-Amz-Date, or else Date in either form. */
static enum ssmspec_auth_fault check_date(struct inquiry *inquiry) {
    size_t occurrences = 0;
    bool is_amz = true;
    struct ssmspec_view value = value_of(inquiry, SSMSPEC_VIEW("X-Amz-Date"), &occurrences);
    if (occurrences == 0) {
        is_amz = false;
        value = value_of(inquiry, SSMSPEC_VIEW("Date"), &occurrences);
    }
    if (occurrences == 0) {
        return fault_of(inquiry, SSMSPEC_AUTH_NO_DATE,
                        "Authorization header requires existence of either a 'X-Amz-Date' or a "
                        "'Date' header.");
    }
    const bool is_read = ssmspec_amz_date_read(value, &inquiry->date) ||
                         (!is_amz && ssmspec_http_date_read(value, &inquiry->date));
    if (occurrences > 1 || !is_read) {
        return fault_of(inquiry, SSMSPEC_AUTH_BAD_DATE, "Date must be in ISO-8601 'basic format'.");
    }
    ssmspec_amz_date(inquiry->date, inquiry->date_text);
    return SSMSPEC_AUTH_OK;
}

static enum ssmspec_auth_fault check_skew(struct inquiry *inquiry) {
    const long long age = (long long)inquiry->verifier->now - (long long)inquiry->date;
    if (age > inquiry->verifier->skew_seconds) {
        return fault_of(inquiry, SSMSPEC_AUTH_EXPIRED,
                        "Signature expired: the request's date is too long ago.");
    }
    if (-age > inquiry->verifier->skew_seconds) {
        return fault_of(inquiry, SSMSPEC_AUTH_NOT_YET,
                        "Signature not yet current: the request's date is still in the future.");
    }
    return SSMSPEC_AUTH_OK;
}

static enum ssmspec_auth_fault check_form(struct inquiry *inquiry) {
    const struct ssmspec_authorization *const said = &inquiry->authorization;
    if (!ssmspec_signed_names_have(said->signed_names, SSMSPEC_VIEW("host"))) {
        return fault_of(inquiry, SSMSPEC_AUTH_HOST_UNSIGNED,
                        "'Host' must be a 'SignedHeader' in the AWS Authorization.");
    }
    if (!ssmspec_view_is(said->algorithm, "AWS4-HMAC-SHA256")) {
        return fault_of(inquiry, SSMSPEC_AUTH_BAD_ALGORITHM, "Unsupported AWS 'algorithm'.");
    }
    if (!ssmspec_credential_split(said->credential, inquiry->parts)) {
        return fault_of(inquiry, SSMSPEC_AUTH_BAD_CREDENTIAL,
                        "Credential must have exactly 5 slash-delimited elements, e.g. "
                        "keyid/date/region/service/term.");
    }
    return SSMSPEC_AUTH_OK;
}

static enum ssmspec_auth_fault check_scope(struct inquiry *inquiry) {
    const struct ssmspec_view *const parts = inquiry->parts;
    const struct ssmspec_scope *const scope = &inquiry->verifier->scope;
    const char *text = NULL;
    if (!ssmspec_view_eq(parts[SSMSPEC_CREDENTIAL_REGION], scope->region)) {
        text = "Credential should be scoped to a valid region.";
    } else if (!ssmspec_view_eq(parts[SSMSPEC_CREDENTIAL_SERVICE], scope->service)) {
        text = "Credential should be scoped to correct service.";
    } else if (!ssmspec_view_is(parts[SSMSPEC_CREDENTIAL_TERMINATOR], "aws4_request")) {
        text = "Credential should be scoped with a valid terminator: 'aws4_request'.";
    } else if (!ssmspec_view_eq(parts[SSMSPEC_CREDENTIAL_DAY],
                                (struct ssmspec_view){inquiry->date_text, 8})) {
        text = "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.";
    }
    return text == NULL ? SSMSPEC_AUTH_OK : fault_of(inquiry, SSMSPEC_AUTH_WRONG_SCOPE, text);
}

static enum ssmspec_auth_fault check_key(struct inquiry *inquiry) {
    const struct ssmspec_verifier *const verifier = inquiry->verifier;
    if (verifier->secret(verifier->context, inquiry->parts[SSMSPEC_CREDENTIAL_KEY],
                         &inquiry->credentials)) {
        return SSMSPEC_AUTH_OK;
    }
    return fault_of(inquiry, SSMSPEC_AUTH_UNKNOWN_KEY,
                    "The security token included in the request is invalid.");
}

/* The headers that the client says it signed; false when one of them did not come, or there are
 * more than anyone signs. */
static enum ssmspec_err choose_headers(struct inquiry *inquiry, bool *is_complete) {
    struct ssmspec_view rest = inquiry->authorization.signed_names;
    struct ssmspec_view name;
    size_t names = 0;
    *is_complete = false;
    while (ssmspec_signed_names_next(&rest, &name)) {
        size_t occurrences = 0;
        (void)value_of(inquiry, name, &occurrences);
        if (occurrences == 0 || ++names > SIGNED_NAMES_MAX) {
            return SSMSPEC_OK;
        }
    }
    struct ssmspec_header *const chosen =
        ssmspec_arena_raw(inquiry->arena, inquiry->what.header_count * sizeof *chosen);
    ENSURE(chosen != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (size_t i = 0; i < inquiry->what.header_count; i++) {
        const struct ssmspec_header *const header = &inquiry->what.headers[i];
        if (ssmspec_signed_names_have(inquiry->authorization.signed_names, header->name)) {
            chosen[count++] = *header;
        }
    }
    inquiry->what.headers = chosen;
    inquiry->what.header_count = count;
    *is_complete = count <= SSMSPEC_SIGNED_HEADERS_MAX;
    return SSMSPEC_OK;
}

/* A payload hash that the client sends must be that of the body it sends (OBS:A-30). */
static enum ssmspec_err check_payload(struct inquiry *inquiry, bool *is_true) {
    GUARD(ssmspec_sha256_hex(inquiry->verifier->signer, inquiry->body, inquiry->payload_hash));
    inquiry->what.payload_hash =
        (struct ssmspec_view){inquiry->payload_hash, sizeof inquiry->payload_hash};
    size_t occurrences = 0;
    const struct ssmspec_view sent =
        value_of(inquiry, SSMSPEC_VIEW("X-Amz-Content-Sha256"), &occurrences);
    *is_true =
        occurrences == 0 || (occurrences == 1 && ssmspec_view_eq(sent, inquiry->what.payload_hash));
    return SSMSPEC_OK;
}

static bool is_same_secret(struct ssmspec_view a, struct ssmspec_view b) {
    return a.len == b.len && (a.len == 0 || CRYPTO_memcmp(a.ptr, b.ptr, a.len) == 0);
}

static enum ssmspec_err check_signature(struct inquiry *inquiry, bool *is_right) {
    bool is_payload_true = false;
    bool is_complete = false;
    *is_right = false;
    GUARD(check_payload(inquiry, &is_payload_true));
    GUARD(choose_headers(inquiry, &is_complete));
    if (!is_payload_true || !is_complete) {
        return SSMSPEC_OK;
    }
    char right[SSMSPEC_SIGNATURE_HEX];
    const enum ssmspec_err err = ssmspec_sign_hashed(
        inquiry->verifier->signer, inquiry->credentials.secret_access_key,
        &inquiry->verifier->scope, (struct ssmspec_view){inquiry->date_text, DATE_CHARS},
        &inquiry->what, inquiry->arena, right, NULL);
    if (err == SSMSPEC_ERR_LIMIT) {
        return SSMSPEC_OK; /* more parameters than anyone signs */
    }
    GUARD(err);
    *is_right = is_same_secret(inquiry->authorization.signature,
                               (struct ssmspec_view){right, sizeof right});
    return SSMSPEC_OK;
}

static enum ssmspec_auth_fault check_token(struct inquiry *inquiry, struct ssmspec_view sent) {
    return is_same_secret(sent, inquiry->credentials.session_token)
               ? SSMSPEC_AUTH_OK
               : fault_of(inquiry, SSMSPEC_AUTH_BAD_TOKEN,
                          "The security token included in the request is invalid.");
}

/* The order of real services: OBSERVATIONS.md, order of checks. */
static enum ssmspec_auth_fault check_words(struct inquiry *inquiry) {
    static enum ssmspec_auth_fault (*const checks[])(struct inquiry *) = {
        check_header, check_date, check_skew, check_form, check_scope, check_key,
    };
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        const enum ssmspec_auth_fault fault = checks[i](inquiry);
        if (fault != SSMSPEC_AUTH_OK) {
            return fault;
        }
    }
    return SSMSPEC_AUTH_OK;
}

static enum ssmspec_err inquire(struct inquiry *inquiry, enum ssmspec_auth_fault *fault) {
    *fault = check_words(inquiry);
    if (*fault != SSMSPEC_AUTH_OK) {
        return SSMSPEC_OK;
    }
    size_t tokens = 0;
    const struct ssmspec_view token =
        value_of(inquiry, SSMSPEC_VIEW("X-Amz-Security-Token"), &tokens);
    bool is_right = false;
    GUARD(check_signature(inquiry, &is_right));
    if (!is_right) {
        *fault = fault_of(inquiry, SSMSPEC_AUTH_MISMATCH,
                          "The request signature we calculated does not match the signature you "
                          "provided. Check your AWS Secret Access Key and signing method. Consult "
                          "the service documentation for details.");
        return SSMSPEC_OK;
    }
    *fault = check_token(inquiry, token);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_verify_request(const struct ssmspec_verifier *verifier,
                                        struct ssmspec_view method, struct ssmspec_view path,
                                        struct ssmspec_view query,
                                        const struct ssmspec_header *headers, size_t header_count,
                                        struct ssmspec_view body, struct ssmspec_arena *arena,
                                        enum ssmspec_auth_fault *fault, const char **text) {
    struct inquiry inquiry = {
        .verifier = verifier,
        .what = {.method = method,
                 .path = path,
                 .query = query,
                 .headers = headers,
                 .header_count = header_count},
        .body = body,
        .arena = arena,
        .text = "",
    };
    enum ssmspec_auth_fault found = SSMSPEC_AUTH_MISMATCH;
    GUARD(inquire(&inquiry, &found));
    *fault = found;
    *text = inquiry.text;
    return SSMSPEC_OK;
}
