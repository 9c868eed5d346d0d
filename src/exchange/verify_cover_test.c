/* What a signature covers, and whose it is. */
#include "src/exchange/verify_testing.h"

static void accepts_what_it_signed(void **state) {
    (void)state;
    struct bench bench;
    receive(&bench, &plain_key);
    assert_fault(&bench, SSMSPEC_AUTH_OK);
    receive(&bench, &session_key);
    assert_fault(&bench, SSMSPEC_AUTH_OK);
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
        cmocka_unit_test(covers_body_target_and_host_but_not_the_user_agent),
        cmocka_unit_test(wants_the_signature_to_the_letter),
        cmocka_unit_test(wants_the_token_of_the_key),
        cmocka_unit_test(wants_a_sent_payload_hash_to_be_true),
        cmocka_unit_test(own_headers_win_over_added_ones),
    };
    return RUN_TESTS(tests);
}
