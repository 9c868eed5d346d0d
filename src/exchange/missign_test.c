/* What is signed wrongly on purpose is found by the verifier, and nothing else is wrong with it. */
#include "src/base/testing.h"
#include "src/exchange/sigv4.h"

#define NOW 1440938160 /* 20150830T123600Z */
#define RIGHT                                                                       \
    "AWS4-HMAC-SHA256 Credential=${key}/${day}/${region}/${service}/aws4_request, " \
    "SignedHeaders=${names}, Signature="

static const struct ssmspec_view host = SSMSPEC_VIEW_INIT("127.0.0.1:4566");
static const struct ssmspec_view body = SSMSPEC_VIEW_INIT("{\"a\":1}");
static const struct ssmspec_scope scope = {SSMSPEC_VIEW_INIT("us-east-1"),
                                           SSMSPEC_VIEW_INIT("ssm")};
static const struct ssmspec_credentials sample = {
    .access_key_id = SSMSPEC_VIEW_INIT("AKIDEXAMPLE"),
    .secret_access_key = SSMSPEC_VIEW_INIT("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
};

static bool find_secret(void *context, struct ssmspec_view key, struct ssmspec_credentials *out) {
    (void)context;
    *out = sample;
    return ssmspec_view_eq(key, sample.access_key_id);
}

static const struct row {
    enum ssmspec_auth_fault fault;
    struct ssmspec_signing how;
} rows[] = {
    {SSMSPEC_AUTH_OK, {.ahead_seconds = 60}},
    {SSMSPEC_AUTH_OK, {.ahead_seconds = -60}},
    {SSMSPEC_AUTH_OK, {.states_payload_hash = true}},
    {SSMSPEC_AUTH_OK, {.signs_too = "user-agent;content-length", .states_payload_hash = true}},
    {SSMSPEC_AUTH_OK, {.leaves_out = "x-amz-target"}},
    {SSMSPEC_AUTH_OK, {.authorization = RIGHT "${signature}"}},
    {SSMSPEC_AUTH_MISSING, {.authorization = ""}},
    {SSMSPEC_AUTH_INCOMPLETE, {.authorization = "X"}},
    {SSMSPEC_AUTH_NO_DATE, {.date = ""}},
    {SSMSPEC_AUTH_BAD_DATE, {.date = "yesterday"}},
    {SSMSPEC_AUTH_MISMATCH, {.sent_ahead_seconds = 60}},
    {SSMSPEC_AUTH_EXPIRED, {.ahead_seconds = -3600}},
    {SSMSPEC_AUTH_NOT_YET, {.ahead_seconds = 3600}},
    {SSMSPEC_AUTH_HOST_UNSIGNED, {.leaves_out = "host"}},
    {SSMSPEC_AUTH_WRONG_SCOPE, {.region = "elsewhere"}},
    {SSMSPEC_AUTH_WRONG_SCOPE, {.service = "other"}},
    {SSMSPEC_AUTH_UNKNOWN_KEY, {.access_key_id = "AKIDOTHER"}},
    {SSMSPEC_AUTH_BAD_TOKEN, {.session_token = "token"}},
    {SSMSPEC_AUTH_MISMATCH, {.secret = "other"}},
    {SSMSPEC_AUTH_MISMATCH, {.other_body = true}},
    {SSMSPEC_AUTH_MISMATCH, {.other_body = true, .states_payload_hash = true}},
    {SSMSPEC_AUTH_MISMATCH, {.states_payload_hash = true, .payload_hash = "0"}},
    {SSMSPEC_AUTH_MISMATCH, {.method = "GET"}},
    {SSMSPEC_AUTH_MISMATCH, {.target = "A.Other"}},
    {SSMSPEC_AUTH_MISMATCH, {.content_type = "text/y"}},
    {SSMSPEC_AUTH_MISMATCH, {.host = "other"}},
    {SSMSPEC_AUTH_MISMATCH, {.authorization = RIGHT "${altered}"}},
    {SSMSPEC_AUTH_MISMATCH, {.authorization = RIGHT "${upper}"}},
    {SSMSPEC_AUTH_MISMATCH, {.authorization = RIGHT "${cut}"}},
};

struct bench {
    struct ssmspec_arena arena;
    struct ssmspec_signer *signer;
    struct ssmspec_header headers[12];
    size_t count;
};

static void receive(struct bench *bench, const struct ssmspec_signing *how) {
    const struct ssmspec_header own = {SSMSPEC_VIEW("User-Agent"), SSMSPEC_VIEW("x/1")};
    const struct ssmspec_request request = {.method = SSMSPEC_VIEW("POST"),
                                            .path = SSMSPEC_VIEW("/"),
                                            .target = SSMSPEC_VIEW("A.Thing"),
                                            .content_type = SSMSPEC_VIEW("text/x"),
                                            .headers = &own,
                                            .header_count = 1,
                                            .body = body,
                                            .signing = how};
    const struct ssmspec_header *added = NULL;
    size_t added_count = 0;
    ASSERT_OK(ssmspec_sign_request(bench->signer, &sample, &scope, NOW, host, &request,
                                   &bench->arena, &added, &added_count));
    const struct ssmspec_header sent[] = {own,
                                          {SSMSPEC_VIEW("Host"), host},
                                          {SSMSPEC_VIEW("Content-Type"), request.content_type},
                                          {SSMSPEC_VIEW("Content-Length"), SSMSPEC_VIEW("7")},
                                          {SSMSPEC_VIEW("X-Amz-Target"), request.target}};
    memcpy(bench->headers, sent, sizeof sent);
    memcpy(bench->headers + 5, added, added_count * sizeof *added);
    bench->count = 5 + added_count;
}

static enum ssmspec_auth_fault verify(struct bench *bench) {
    const struct ssmspec_verifier verifier = {.signer = bench->signer,
                                              .scope = scope,
                                              .secret = find_secret,
                                              .now = NOW,
                                              .skew_seconds = 300};
    enum ssmspec_auth_fault fault = SSMSPEC_AUTH_OK;
    const char *text = NULL;
    ASSERT_OK(ssmspec_verify_request(&verifier, SSMSPEC_VIEW("POST"), SSMSPEC_VIEW("/"),
                                     SSMSPEC_VIEW(""), bench->headers, bench->count, body,
                                     &bench->arena, &fault, &text));
    return fault;
}

static void each_deviation_is_found_for_what_it_is(void **state) {
    (void)state;
    struct bench bench = {.signer = NULL};
    ASSERT_OK(ssmspec_signer_new(&bench.signer));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        receive(&bench, &rows[i].how);
        const enum ssmspec_auth_fault fault = verify(&bench);
        if (fault != rows[i].fault) {
            fail_msg("row %zu: found %d, not %d", i, (int)fault, (int)rows[i].fault);
        }
    }
    ssmspec_signer_free(bench.signer);
    ssmspec_arena_clear(&bench.arena);
}

static void a_template_of_no_known_part_is_an_error(void **state) {
    (void)state;
    struct bench bench = {.signer = NULL};
    const struct ssmspec_signing how = {.authorization = "${nothing}"};
    const struct ssmspec_request request = {.method = SSMSPEC_VIEW("POST"), .signing = &how};
    const struct ssmspec_header *added = NULL;
    size_t count = 0;
    ASSERT_OK(ssmspec_signer_new(&bench.signer));
    assert_int_equal(ssmspec_sign_request(bench.signer, &sample, &scope, NOW, host, &request,
                                          &bench.arena, &added, &count),
                     SSMSPEC_ERR_UNBOUND);
    ssmspec_signer_free(bench.signer);
    ssmspec_arena_clear(&bench.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_deviation_is_found_for_what_it_is),
        cmocka_unit_test(a_template_of_no_known_part_is_an_error),
    };
    return RUN_TESTS(tests);
}
