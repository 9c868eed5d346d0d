#include "src/base/testing.h"
#include "src/exchange/sigv4.h"

#include <stdio.h>

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

static bool find_secret(void *context, struct ssmspec_view key, struct ssmspec_credentials *out) {
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

static void add(struct bench *bench, const char *name, struct ssmspec_view value) {
    assert_true(bench->count < HEADERS_MAX);
    bench->headers[bench->count++] = (struct ssmspec_header){ssmspec_view_of(name), value};
}

static void receive(struct bench *bench, const struct ssmspec_credentials *credentials) {
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

static enum ssmspec_auth_fault verify(struct bench *bench) {
    enum ssmspec_auth_fault fault = SSMSPEC_AUTH_OK;
    bench->text = NULL;
    ASSERT_OK(ssmspec_verify_request(&bench->verifier, SSMSPEC_VIEW("POST"), SSMSPEC_VIEW("/"),
                                     bench->query, bench->headers, bench->count, bench->body,
                                     &bench->arena, &fault, &bench->text));
    assert_non_null(bench->text);
    assert_true((fault == SSMSPEC_AUTH_OK) == (bench->text[0] == '\0'));
    return fault;
}

static void release(struct bench *bench) {
    ssmspec_signer_free(bench->signer);
    ssmspec_arena_clear(&bench->arena);
}

/* As verify, for a bench that is not used again. */
static void assert_fault(struct bench *bench, enum ssmspec_auth_fault wanted) {
    assert_int_equal(verify(bench), wanted);
    release(bench);
}

static struct ssmspec_view *value_of(struct bench *bench, const char *name) {
    for (size_t i = 0; i < bench->count; i++) {
        if (ssmspec_view_is(bench->headers[i].name, name)) {
            return &bench->headers[i].value;
        }
    }
    fail_msg("no header %s", name);
    return NULL;
}

static void drop(struct bench *bench, const char *name) {
    struct ssmspec_header *const header =
        (struct ssmspec_header *)((char *)value_of(bench, name) -
                                  offsetof(struct ssmspec_header, value));
    *header = bench->headers[--bench->count];
}

/* Puts `to` in the place of `from` in the Authorization header. */
static void edit(struct bench *bench, const char *from, const char *to) {
    struct ssmspec_view *const value = value_of(bench, "Authorization");
    const size_t at = ssmspec_view_find(*value, ssmspec_view_of(from));
    assert_true(at < value->len);
    char *const text =
        ssmspec_arena_printf(&bench->arena, "%.*s%s%.*s", (int)at, value->ptr, to,
                             (int)(value->len - at - strlen(from)), value->ptr + at + strlen(from));
    *value = ssmspec_view_of(text);
}

static void assert_edit_fault(const char *from, const char *to, enum ssmspec_auth_fault wanted) {
    struct bench bench;
    receive(&bench, &plain_key);
    edit(&bench, from, to);
    assert_fault(&bench, wanted);
}

static void accepts_what_it_signed(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    assert_fault(&bench, SSMSPEC_AUTH_OK);
    receive(&bench, &session_key);
    assert_fault(&bench, SSMSPEC_AUTH_OK);
}

static void accepts_blanks_and_their_absence(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    edit(&bench, ", SignedHeaders=", ",SignedHeaders=");
    edit(&bench, ", Signature=", " ,\t Signature = ");
    edit(&bench, "AWS4-HMAC-SHA256 ", "  AWS4-HMAC-SHA256   ");
    edit(&bench, "host;", " Host ;; ");
    assert_fault(&bench, SSMSPEC_AUTH_OK);
}

/* OBS:A-01 */
static void misses_a_missing_authorization(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    drop(&bench, "Authorization");
    assert_fault(&bench, SSMSPEC_AUTH_MISSING);
    receive(&bench, &plain_key);
    *value_of(&bench, "Authorization") = SSMSPEC_VIEW("  ");
    assert_fault(&bench, SSMSPEC_AUTH_MISSING);
}

/* OBS */
static void calls_garbage_incomplete(void **state) {
    (void)state;
    static const char *const values[] = {
        "X",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=a, Signature=b",
        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host",
        "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=b",
        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b, garbage",
        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b, Signature=c",
        "AWS4-HMAC-SHA256 Credential=, SignedHeaders=host, Signature=b",
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ",,,===;;;",
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        struct bench bench;
        receive(&bench, &plain_key);
        *value_of(&bench, "Authorization") = ssmspec_view_of(values[i]);
        assert_fault(&bench, SSMSPEC_AUTH_INCOMPLETE);
    }
}

static void calls_two_authorizations_incomplete(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    add(&bench, "authorization", *value_of(&bench, "Authorization"));
    assert_fault(&bench, SSMSPEC_AUTH_INCOMPLETE);
}

/* OBS */
static void refuses_the_algorithm_in_the_query(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    bench.query = SSMSPEC_VIEW("a=b&X-Amz-Algorithm=AWS4-HMAC-SHA256");
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_MISMATCH);
    assert_non_null(strstr(bench.text, "Found both"));
    drop(&bench, "Authorization");
    assert_fault(&bench, SSMSPEC_AUTH_INCOMPLETE);
}

/* OBS */
static void wants_one_good_date(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    drop(&bench, "X-Amz-Date");
    assert_fault(&bench, SSMSPEC_AUTH_NO_DATE);
    receive(&bench, &plain_key);
    *value_of(&bench, "X-Amz-Date") = SSMSPEC_VIEW("2015-08-30T12:36:00Z");
    assert_fault(&bench, SSMSPEC_AUTH_BAD_DATE);
    receive(&bench, &plain_key);
    add(&bench, "x-amz-date", SSMSPEC_VIEW("20150830T123600Z"));
    assert_fault(&bench, SSMSPEC_AUTH_BAD_DATE);
}

static void takes_the_date_header_instead(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    drop(&bench, "X-Amz-Date");
    add(&bench, "Date", SSMSPEC_VIEW("Sun, 30 Aug 2015 12:36:00 GMT"));
    char signature[SSMSPEC_SIGNATURE_HEX];
    const struct ssmspec_header headers[] = {{SSMSPEC_VIEW("host"), host}};
    ASSERT_OK(ssmspec_sign(bench.signer, &plain_key, &bench.verifier.scope,
                           SSMSPEC_VIEW("20150830T123600Z"), SSMSPEC_VIEW("POST"),
                           SSMSPEC_VIEW("/"), SSMSPEC_VIEW(""), headers, 1, bench.body,
                           &bench.arena, signature, NULL));
    *value_of(&bench, "Authorization") = ssmspec_view_of(ssmspec_arena_printf(
        &bench.arena,
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/ssm/aws4_request, "
        "SignedHeaders=host, Signature=%.64s",
        signature));
    assert_fault(&bench, SSMSPEC_AUTH_OK);
}

/* OBS:A-15..A-17 */
static void allows_the_skew_and_not_a_second_more(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    bench.verifier.now = NOW + 300;
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_OK);
    bench.verifier.now = NOW + 301;
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_EXPIRED);
    bench.verifier.now = NOW - 300;
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_OK);
    bench.verifier.now = NOW - 301;
    assert_fault(&bench, SSMSPEC_AUTH_NOT_YET);
}

/* OBS: ..A-24 */
static void names_what_is_wrong_in_the_header(void **state) {
    (void)state;
    assert_edit_fault("host;", "", SSMSPEC_AUTH_HOST_UNSIGNED);
    assert_edit_fault("SHA256", "SHA25", SSMSPEC_AUTH_BAD_ALGORITHM);
    assert_edit_fault("AWS4-HMAC-SHA256", "aws4-hmac-sha256", SSMSPEC_AUTH_BAD_ALGORITHM);
    assert_edit_fault("/aws4_request", "", SSMSPEC_AUTH_BAD_CREDENTIAL);
    assert_edit_fault("/aws4_request", "/aws4_request/", SSMSPEC_AUTH_BAD_CREDENTIAL);
    assert_edit_fault("us-east-1", "us-east-2", SSMSPEC_AUTH_WRONG_SCOPE);
    assert_edit_fault("/ssm/", "/sqs/", SSMSPEC_AUTH_WRONG_SCOPE);
    assert_edit_fault("aws4_request", "aws5_request", SSMSPEC_AUTH_WRONG_SCOPE);
    assert_edit_fault("/20150830/", "/20150829/", SSMSPEC_AUTH_WRONG_SCOPE);
    assert_edit_fault("AKIDEXAMPLE", "AKIDEXAMPLF", SSMSPEC_AUTH_UNKNOWN_KEY);
    assert_edit_fault("AKIDEXAMPLE", "ASIAEXAMPLE", SSMSPEC_AUTH_MISMATCH);
    assert_edit_fault("content-type;", "", SSMSPEC_AUTH_MISMATCH);
    assert_edit_fault("host;", "host;user-agent;", SSMSPEC_AUTH_MISMATCH);
    assert_edit_fault("host;", "host;x-missing;", SSMSPEC_AUTH_MISMATCH);
}

/* OBSERVATIONS.md, order of checks: the first fault in the order of real services is the one named.
 */
static void finds_faults_in_the_order_of_real_services(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    edit(&bench, "SHA256", "SHA25");
    edit(&bench, "/ssm/", "/sqs/");
    edit(&bench, "host;", "");
    bench.verifier.now = NOW + 1000;
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_EXPIRED);
    bench.verifier.now = NOW;
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_HOST_UNSIGNED);
    edit(&bench, "SignedHeaders=", "SignedHeaders=host;");
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_BAD_ALGORITHM);
    edit(&bench, "SHA25 ", "SHA256 ");
    assert_fault(&bench, SSMSPEC_AUTH_WRONG_SCOPE);
}

/* OBS:A-30..A-32 */
static void covers_body_target_and_host_but_not_the_user_agent(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    bench.body = SSMSPEC_VIEW("{\"a\":2}");
    assert_fault(&bench, SSMSPEC_AUTH_MISMATCH);
    receive(&bench, &plain_key);
    *value_of(&bench, "X-AMZ-TARGET") = SSMSPEC_VIEW("AmazonSSM.SendCommand");
    assert_fault(&bench, SSMSPEC_AUTH_MISMATCH);
    receive(&bench, &plain_key);
    *value_of(&bench, "Host") = SSMSPEC_VIEW("127.0.0.1:4567");
    assert_fault(&bench, SSMSPEC_AUTH_MISMATCH);
    receive(&bench, &plain_key);
    *value_of(&bench, "User-Agent") = SSMSPEC_VIEW("y");
    assert_fault(&bench, SSMSPEC_AUTH_OK);
}

/* OBS */
static void wants_the_signature_to_the_letter(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    struct ssmspec_view *const value = value_of(&bench, "Authorization");
    char *const text = ssmspec_arena_text(&bench.arena, *value);
    bool has_letter = false;
    for (size_t i = value->len - 64; i < value->len; i++) {
        if (text[i] >= 'a') {
            text[i] = (char)(text[i] - 'a' + 'A');
            has_letter = true;
        }
    }
    assert_true(has_letter);
    value->ptr = text;
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_MISMATCH);
    value->len--;
    assert_fault(&bench, SSMSPEC_AUTH_MISMATCH);
}

/* OBS:A-27 */
static void wants_the_token_of_the_key(void **state) {
    (void)state;
    struct bench bench;
    struct ssmspec_credentials other = session_key;
    other.session_token = SSMSPEC_VIEW("not-token");
    receive(&bench, &other);
    assert_fault(&bench, SSMSPEC_AUTH_BAD_TOKEN);
    other.session_token = (struct ssmspec_view){NULL, 0};
    receive(&bench, &other);
    assert_fault(&bench, SSMSPEC_AUTH_BAD_TOKEN);
    receive(&bench, &plain_key);
    add(&bench, "X-Amz-Security-Token", SSMSPEC_VIEW("the-token"));
    assert_fault(&bench, SSMSPEC_AUTH_BAD_TOKEN);
}

static void wants_a_sent_payload_hash_to_be_true(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    char hex[SSMSPEC_SIGNATURE_HEX];
    ASSERT_OK(ssmspec_sha256_hex(bench.signer, bench.body, hex));
    add(&bench, "x-amz-content-sha256", (struct ssmspec_view){hex, sizeof hex});
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_OK);
    hex[0] = hex[0] == '0' ? '1' : '0';
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_MISMATCH);
    *value_of(&bench, "x-amz-content-sha256") = SSMSPEC_VIEW("UNSIGNED-PAYLOAD");
    assert_fault(&bench, SSMSPEC_AUTH_MISMATCH);
}

static void bounds_the_signed_headers(void **state) {
    (void)state;
    static char names[100000];
    for (size_t i = 0; i + 5 <= sizeof names; i += 5) {
        memcpy(names + i, "host;", 5);
    }
    names[sizeof names - 1] = '\0';
    struct bench bench;
    receive(&bench, &plain_key);
    *value_of(&bench, "Authorization") = ssmspec_view_of(names);
    assert_int_equal(verify(&bench), SSMSPEC_AUTH_INCOMPLETE);
    static char large[sizeof names + 200];
    (void)snprintf(large, sizeof large,
                   "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/ssm/aws4_request, "
                   "SignedHeaders=%s, Signature=0",
                   names);
    *value_of(&bench, "Authorization") = ssmspec_view_of(large);
    assert_fault(&bench, SSMSPEC_AUTH_MISMATCH);
}

/* A request's own headers take the place of those that signing would add. */
static void own_headers_win_over_added_ones(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    const struct ssmspec_header own_date[] = {
        {SSMSPEC_VIEW("x-amz-date"), SSMSPEC_VIEW("20140101T000000Z")}};
    const struct ssmspec_header own_authorization[] = {{SSMSPEC_VIEW("authorization"), {NULL, 0}}};
    struct ssmspec_request request = {.method = SSMSPEC_VIEW("POST"),
                                      .path = SSMSPEC_VIEW("/"),
                                      .headers = own_date,
                                      .header_count = 1};
    const struct ssmspec_header *added = NULL;
    size_t count = 9;
    ASSERT_OK(ssmspec_sign_request(bench.signer, &plain_key, &bench.verifier.scope, NOW, host,
                                   &request, &bench.arena, &added, &count));
    assert_int_equal(count, 1);
    ASSERT_VIEW(added[0].name, "Authorization");
    assert_true(ssmspec_view_find(added[0].value, SSMSPEC_VIEW("/20140101/")) < added[0].value.len);
    request.headers = own_authorization;
    ASSERT_OK(ssmspec_sign_request(bench.signer, &plain_key, &bench.verifier.scope, NOW, host,
                                   &request, &bench.arena, &added, &count));
    assert_int_equal(count, 0);
    release(&bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_what_it_signed),
        cmocka_unit_test(accepts_blanks_and_their_absence),
        cmocka_unit_test(misses_a_missing_authorization),
        cmocka_unit_test(calls_garbage_incomplete),
        cmocka_unit_test(calls_two_authorizations_incomplete),
        cmocka_unit_test(refuses_the_algorithm_in_the_query),
        cmocka_unit_test(wants_one_good_date),
        cmocka_unit_test(takes_the_date_header_instead),
        cmocka_unit_test(allows_the_skew_and_not_a_second_more),
        cmocka_unit_test(names_what_is_wrong_in_the_header),
        cmocka_unit_test(finds_faults_in_the_order_of_real_services),
        cmocka_unit_test(covers_body_target_and_host_but_not_the_user_agent),
        cmocka_unit_test(wants_the_signature_to_the_letter),
        cmocka_unit_test(wants_the_token_of_the_key),
        cmocka_unit_test(wants_a_sent_payload_hash_to_be_true),
        cmocka_unit_test(bounds_the_signed_headers),
        cmocka_unit_test(own_headers_win_over_added_ones),
    };
    return RUN_TESTS(tests);
}
