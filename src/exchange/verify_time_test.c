/* When a request was signed, as the verifier sees it. */
#include "src/exchange/verify_testing.h"

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wants_one_good_date),
        cmocka_unit_test(takes_the_date_header_instead),
        cmocka_unit_test(allows_the_skew_and_not_a_second_more),
    };
    return RUN_TESTS(tests);
}
