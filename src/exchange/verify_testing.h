/* What the verifier's tests share: a request as a server receives it, signed, and its verifier. */
#ifndef SSMSPEC_SRC_EXCHANGE_VERIFY_TESTING_H
#define SSMSPEC_SRC_EXCHANGE_VERIFY_TESTING_H

#include "src/base/testing.h"
#include "src/exchange/sigv4.h"

#define NOW 1440938160 /* 20150830T123600Z */
#define HEADERS_MAX 12

static const struct ssmspec_view host = {"127.0.0.1:4566", 14};

static const struct ssmspec_credentials plain_key = {
    .access_key_id = {"AKIDEXAMPLE", 11},
    .secret_access_key = {"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", 40},
};
static const struct ssmspec_credentials session_key = {
    .access_key_id = {"ASIAEXAMPLE", 11},
    .secret_access_key = {"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", 40},
    .session_token = {"the-token", 9},
};

static inline bool find_secret(void *context, struct ssmspec_view key,
                               struct ssmspec_credentials *out) {
    (void)context;
    const struct ssmspec_credentials *const known[] = {&plain_key, &session_key};
    for (size_t i = 0; i < 2; i++) {
        if (ssmspec_view_eq(key, known[i]->access_key_id)) {
            *out = *known[i];
            return true;
        }
    }
    return false;
}

/* A signed request as a server receives it, and what verifies it. */
struct bench {
    struct ssmspec_arena arena;
    struct ssmspec_signer *signer;
    struct ssmspec_verifier verifier;
    struct ssmspec_header headers[HEADERS_MAX];
    size_t count;
    struct ssmspec_view query;
    struct ssmspec_view body;
    const char *text;
};

static inline void add(struct bench *bench, const char *name, struct ssmspec_view value) {
    assert_true(bench->count < HEADERS_MAX);
    bench->headers[bench->count++] = (struct ssmspec_header){ssmspec_view_of(name), value};
}

static inline void receive(struct bench *bench, const struct ssmspec_credentials *credentials) {
    const struct ssmspec_scope scope = {SSMSPEC_VIEW("us-east-1"), SSMSPEC_VIEW("ssm")};
    *bench = (struct bench){.body = SSMSPEC_VIEW("{\"a\":1}"), .query = SSMSPEC_VIEW("")};
    ASSERT_OK(ssmspec_signer_new(&bench->signer));
    bench->verifier = (struct ssmspec_verifier){.signer = bench->signer,
                                                .scope = scope,
                                                .secret = find_secret,
                                                .now = NOW,
                                                .skew_seconds = 300};
    const struct ssmspec_request request = {.method = SSMSPEC_VIEW("POST"),
                                            .path = SSMSPEC_VIEW("/"),
                                            .target = SSMSPEC_VIEW("AmazonSSM.ListCommands"),
                                            .content_type = SSMSPEC_VIEW("text/x"),
                                            .body = bench->body};
    const struct ssmspec_header *added = NULL;
    size_t added_count = 0;
    ASSERT_OK(ssmspec_sign_request(bench->signer, credentials, &scope, NOW, host, &request,
                                   &bench->arena, &added, &added_count));
    add(bench, "Host", host);
    add(bench, "content-type", request.content_type);
    add(bench, "X-AMZ-TARGET", request.target);
    add(bench, "User-Agent", SSMSPEC_VIEW("x"));
    for (size_t i = 0; i < added_count; i++) {
        bench->headers[bench->count++] = added[i];
    }
}

static inline enum ssmspec_auth_fault verify(struct bench *bench) {
    enum ssmspec_auth_fault fault = SSMSPEC_AUTH_OK;
    bench->text = NULL;
    ASSERT_OK(ssmspec_verify_request(&bench->verifier, SSMSPEC_VIEW("POST"), SSMSPEC_VIEW("/"),
                                     bench->query, bench->headers, bench->count, bench->body,
                                     &bench->arena, &fault, &bench->text));
    assert_non_null(bench->text);
    assert_true((fault == SSMSPEC_AUTH_OK) == (bench->text[0] == '\0'));
    return fault;
}

static inline void release(struct bench *bench) {
    ssmspec_signer_free(bench->signer);
    ssmspec_arena_clear(&bench->arena);
}

/* As verify, for a bench that is not used again. */
static inline void assert_fault(struct bench *bench, enum ssmspec_auth_fault wanted) {
    assert_int_equal(verify(bench), wanted);
    release(bench);
}

static inline struct ssmspec_view *value_of(struct bench *bench, const char *name) {
    for (size_t i = 0; i < bench->count; i++) {
        if (ssmspec_view_is(bench->headers[i].name, name)) {
            return &bench->headers[i].value;
        }
    }
    fail_msg("no header %s", name);
    return NULL;
}

static inline void drop(struct bench *bench, const char *name) {
    struct ssmspec_header *const header =
        (struct ssmspec_header *)((char *)value_of(bench, name) -
                                  offsetof(struct ssmspec_header, value));
    *header = bench->headers[--bench->count];
}

#endif
