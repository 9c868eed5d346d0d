#include "src/exchange/http_url.h"

#include "src/base/testing.h"
#include "src/exchange/http.h"

static void assert_url(const char *url, const char *shown, const char *host,
                       const char *host_header, const char *path, bool is_loopback) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_url read;
    ASSERT_OK(ssmspec_http_url_read(ssmspec_view_of(url), &arena, &read, NULL));
    ASSERT_VIEW(read.shown, shown);
    ASSERT_VIEW(read.host, host);
    ASSERT_VIEW(read.host_header, host_header);
    ASSERT_VIEW(read.path, path);
    assert_true(read.is_loopback == is_loopback);
    assert_null(strstr(read.text, "secret"));
    ssmspec_arena_clear(&arena);
}

static void takes_urls_apart(void **state) {
    (void)state;
    assert_url("http://localhost:4566", "http://localhost:4566", "localhost", "localhost:4566", "/",
               true);
    assert_url("HTTPS://ssm.example/", "https://ssm.example", "ssm.example", "ssm.example", "/",
               false);
    assert_url("http://[::1]:8080/a/../b/", "http://[::1]:8080/a/../b/", "::1", "[::1]:8080",
               "/a/../b/", true);
    assert_url("http://127.8.9.1", "http://127.8.9.1", "127.8.9.1", "127.8.9.1", "/", true);
    assert_url("http://127.evil.example", "http://127.evil.example", "127.evil.example",
               "127.evil.example", "/", false);
    assert_url("http://a.LOCALHOST", "http://a.LOCALHOST", "a.LOCALHOST", "a.LOCALHOST", "/", true);
    assert_url("http://128.0.0.1", "http://128.0.0.1", "128.0.0.1", "128.0.0.1", "/", false);
}

/* OBS:C-07 */
static void the_host_header_has_the_port_unless_it_is_the_schemes(void **state) {
    (void)state;
    assert_url("http://h.example:80", "http://h.example:80", "h.example", "h.example", "/", false);
    assert_url("https://h.example:443/x", "https://h.example:443/x", "h.example", "h.example", "/x",
               false);
    assert_url("http://h.example:443", "http://h.example:443", "h.example", "h.example:443", "/",
               false);
}

static void shows_no_user_and_no_password(void **state) {
    (void)state;
    assert_url("http://me:secret@h.example:1/p", "http://h.example:1/p", "h.example", "h.example:1",
               "/p", false);
    assert_url("http://secret@h.example", "http://h.example", "h.example", "h.example", "/", false);
}

static void refuses_what_is_no_endpoint_and_says_so(void **state) {
    (void)state;
    static const struct ssmspec_view urls[] = {
        {"", 0},
        {NULL, 0},
        {"http://", 7},
        {"http://h.example\0/", 18},
        {"localhost:4566", 14},
        {"ftp://h.example", 15},
        {"file:///etc/passwd", 18},
        {"http://h.example/?a=secret", 26},
        {"http://h.example/#a", 19},
        {"http://h.example:99999", 22},
        {"http://h\xc3\xa4.example", 17},
        {"http://h.example/a b", 20},
        {"http://h.example/\x7f", 18},
        {"http://h.example/\r\nX: y", 23},
        {"http:///a", 9},
        {"http:/h.example", 15},
        {"//h.example", 11},
    };
    for (size_t i = 0; i < sizeof urls / sizeof urls[0]; i++) {
        struct ssmspec_arena arena = {0};
        struct ssmspec_bytes why = {0};
        struct ssmspec_view shown, host;
        const enum ssmspec_err err = ssmspec_url_check(urls[i], &arena, &shown, &host, &why);
        if (err != SSMSPEC_ERR_USAGE) {
            print_error("%s is accepted\n", urls[i].ptr);
        }
        assert_int_equal(err, SSMSPEC_ERR_USAGE);
        assert_true(why.len > 0);
        assert_null(strstr(why.ptr, "secret"));
        ssmspec_bytes_clear(&why);
        ssmspec_arena_clear(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_urls_apart),
        cmocka_unit_test(the_host_header_has_the_port_unless_it_is_the_schemes),
        cmocka_unit_test(shows_no_user_and_no_password),
        cmocka_unit_test(refuses_what_is_no_endpoint_and_says_so),
    };
    return RUN_TESTS(tests);
}
