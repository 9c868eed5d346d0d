/* What stands in the Authorization header, and what the verifier calls its faults. */
#include "src/exchange/verify_testing.h"

#include <stdio.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_blanks_and_their_absence),
        cmocka_unit_test(misses_a_missing_authorization),
        cmocka_unit_test(calls_garbage_incomplete),
        cmocka_unit_test(calls_two_authorizations_incomplete),
        cmocka_unit_test(refuses_the_algorithm_in_the_query),
        cmocka_unit_test(names_what_is_wrong_in_the_header),
        cmocka_unit_test(finds_faults_in_the_order_of_real_services),
        cmocka_unit_test(bounds_the_signed_headers),
    };
    return RUN_TESTS(tests);
}
