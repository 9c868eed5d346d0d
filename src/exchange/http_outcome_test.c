#include "src/exchange/http_outcome.h"

#include "src/base/testing.h"

static void nothing_sent_means_unreachable(void **state) {
    (void)state;
    static const CURLcode codes[] = {CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT,
                                     CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
                                     CURLE_OPERATION_TIMEDOUT};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        assert_int_equal(ssmspec_http_outcome(codes[i], false), SSMSPEC_UNREACHABLE);
    }
}

/* What died with a kept connection was sent, even if no new one can be made. */
static void something_sent_means_reached(void **state) {
    (void)state;
    assert_int_equal(ssmspec_http_outcome(CURLE_COULDNT_CONNECT, true), SSMSPEC_CLOSED);
    assert_int_equal(ssmspec_http_outcome(CURLE_OPERATION_TIMEDOUT, true), SSMSPEC_CLOSED);
}

static void a_code_nobody_listed_is_our_own_fault(void **state) {
    (void)state;
    assert_int_equal(ssmspec_http_outcome(CURLE_FTP_PORT_FAILED, true), SSMSPEC_BROKEN);
}

static void details_are_one_printable_line(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_view detail;
    ASSERT_OK(ssmspec_http_detail(CURLE_RECV_ERROR, "a\x1b[1m\r\nb\xc3 ", &arena, &detail));
    ASSERT_VIEW(detail, "a?[1m  b?");
    ASSERT_OK(ssmspec_http_detail(CURLE_RECV_ERROR, "", &arena, &detail));
    assert_true(detail.len > 0);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_sent_means_unreachable),
        cmocka_unit_test(something_sent_means_reached),
        cmocka_unit_test(a_code_nobody_listed_is_our_own_fault),
        cmocka_unit_test(details_are_one_printable_line),
    };
    return RUN_TESTS(tests);
}
