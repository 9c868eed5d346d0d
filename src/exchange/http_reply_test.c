#include "src/exchange/http_reply.h"

#include "src/base/testing.h"

static void feed(struct ssmspec_http_reply *reply, const char *const *lines) {
    for (; *lines != NULL; lines++) {
        assert_true(ssmspec_http_reply_line(reply, ssmspec_view_of(*lines)));
    }
}

static void starts_anew_with_each_response(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {0};
    struct ssmspec_response response;
    static const char *const lines[] = {"HTTP/1.1 100 Continue\r\n",
                                        "A: 1\r\n",
                                        "\r\n",
                                        "HTTP/1.1 200 OK\r\n",
                                        "B:2\n",
                                        "\r\n",
                                        "Trailer: 3\r\n",
                                        NULL};
    for (size_t i = 0; i < 2; i++) {
        ssmspec_http_reply_begin(&reply, false, &arena);
        feed(&reply, lines);
        assert_true(ssmspec_http_reply_piece(&reply, SSMSPEC_VIEW("ab")));
        assert_true(ssmspec_http_reply_piece(&reply, SSMSPEC_VIEW("c")));
        ASSERT_OK(ssmspec_http_reply_finish(&reply, 200, &response));
        assert_int_equal(response.header_count, 1);
        ASSERT_VIEW(response.headers[0].name, "B");
        ASSERT_VIEW(response.headers[0].value, "2");
        ASSERT_VIEW(response.body, "abc");
    }
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

static void joins_a_folded_value(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {0};
    static const char *const lines[] = {"HTTP/1.1 200 OK\r\n",
                                        " lost\r\n",
                                        "A: 1 \r\n",
                                        " 2\r\n",
                                        " \r\n",
                                        "\t3\r\n",
                                        "B:4\r\n",
                                        NULL};
    struct ssmspec_response response;
    ssmspec_http_reply_begin(&reply, false, &arena);
    feed(&reply, lines);
    ASSERT_OK(ssmspec_http_reply_finish(&reply, 200, &response));
    assert_int_equal(response.header_count, 2);
    ASSERT_VIEW(response.headers[0].value, "1 2 3");
    ASSERT_VIEW(response.headers[1].name, "B");
    ASSERT_VIEW(response.headers[1].value, "4");
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

/* A value of thousands of lines costs its bytes, not their square. */
static void a_folded_value_costs_what_it_holds(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {0};
    struct ssmspec_response response;
    ssmspec_http_reply_begin(&reply, false, &arena);
    assert_true(ssmspec_http_reply_line(&reply, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\n")));
    assert_true(ssmspec_http_reply_line(&reply, SSMSPEC_VIEW("A:b\r\n")));
    for (size_t i = 0; i < 10000; i++) {
        assert_true(ssmspec_http_reply_line(&reply, SSMSPEC_VIEW(" x\r\n")));
    }
    ASSERT_OK(ssmspec_http_reply_finish(&reply, 200, &response));
    assert_int_equal(response.headers[0].value.len, 20001);
    assert_in_range(arena.used, 20001, 30000);
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

static void gives_a_large_body_back_when_it_ends(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {.body = {.limit = 1 << 20}};
    char piece[4096] = {0};
    ssmspec_http_reply_begin(&reply, false, &arena);
    for (size_t i = 0; i < 256; i++) {
        assert_true(ssmspec_http_reply_piece(&reply, (struct ssmspec_view){piece, sizeof piece}));
    }
    assert_int_equal(reply.body.cap, (1 << 20) + 1);
    ssmspec_http_reply_end(&reply);
    assert_int_equal(reply.body.cap, 0);
    assert_int_equal(reply.body.limit, 1 << 20);
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

/* Whether the head is borne, read as the answer to a HEAD or to anything else. */
static bool bears(const char *const *lines, bool is_to_head) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {0};
    bool is_borne = true;
    ssmspec_http_reply_begin(&reply, is_to_head, &arena);
    for (; *lines != NULL && is_borne; lines++) {
        is_borne = ssmspec_http_reply_line(&reply, ssmspec_view_of(*lines));
    }
    assert_true(is_borne == (reply.fault == NULL));
    ssmspec_http_reply_clear(&reply);
    return is_borne;
}

#define BEARS(is_to_head, ...) bears((const char *const[]){__VA_ARGS__, NULL}, is_to_head)
#define OK_LINE "HTTP/1.1 200 OK\r\n"

static void refuses_lengths_that_differ(void **state) {
    (void)state;
    assert_false(BEARS(false, OK_LINE, "Content-Length: 2\r\n", "content-length:3\r\n", "\r\n"));
    assert_false(BEARS(false, OK_LINE, "A: 1\r\n", "Content-Length: 2, 3\r\n", "\r\n"));
    assert_false(BEARS(false, OK_LINE, "Content-Length: 2\r\n", " 3\r\n", "\r\n"));
}

static void bears_lengths_that_do_not_matter(void **state) {
    (void)state;
    assert_true(BEARS(false, OK_LINE, "Content-Length: 2\r\n", "Content-Length: 2\r\n", "\r\n"));
    assert_true(BEARS(false, OK_LINE, "Content-Length: 2\r\n", "Content-Length: 3\r\n",
                      "Transfer-Encoding: chunked\r\n", "\r\n"));
    assert_true(BEARS(false, "HTTP/1.1 204\r\n", "Content-Length: 2, 3\r\n", "\r\n"));
    assert_true(BEARS(false, "HTTP/1.1 304 No\r\n", "Content-Length: 2, 3\r\n", "\r\n"));
    assert_true(BEARS(true, OK_LINE, "Content-Length: 2, 3\r\n", "\r\n"));
    assert_true(BEARS(false, "HTTP/1.1 103\r\n", "Content-Length: 2, 3\r\n", "\r\n", OK_LINE,
                      "Content-Length: 2\r\n", "\r\n", "Content-Length: 3\r\n"));
}

static void bounds_headers_in_number(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {0};
    ssmspec_http_reply_begin(&reply, false, &arena);
    for (size_t i = 0; i < SSMSPEC_HTTP_REPLY_HEADERS_MAX; i++) {
        assert_true(ssmspec_http_reply_line(&reply, SSMSPEC_VIEW("A: 1\r\n")));
    }
    assert_false(ssmspec_http_reply_line(&reply, SSMSPEC_VIEW("A: 1\r\n")));
    assert_true(reply.is_too_large);
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

static void bounds_headers_in_bytes_over_all_responses(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {0};
    const struct ssmspec_view line = SSMSPEC_VIEW("HTTP/1.1 100 Continue\r\n");
    ssmspec_http_reply_begin(&reply, false, &arena);
    for (size_t i = 0; i < SSMSPEC_HTTP_REPLY_HEADER_BYTES_MAX / line.len; i++) {
        assert_true(ssmspec_http_reply_line(&reply, line));
    }
    assert_false(ssmspec_http_reply_line(&reply, line));
    assert_true(reply.is_too_large);
    assert_int_equal(arena.used, 0);
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

static void bounds_the_body_each_time(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_http_reply reply = {.body = {.limit = 3}};
    for (size_t i = 0; i < 2; i++) {
        ssmspec_http_reply_begin(&reply, false, &arena);
        assert_true(ssmspec_http_reply_piece(&reply, SSMSPEC_VIEW("abc")));
        assert_false(ssmspec_http_reply_piece(&reply, SSMSPEC_VIEW("d")));
        assert_true(reply.is_too_large);
    }
    ssmspec_http_reply_clear(&reply);
    assert_int_equal(reply.body.limit, 3);
    ssmspec_arena_clear(&arena);
}

static void tells_want_of_memory_from_size(void **state) {
    (void)state;
    struct ssmspec_arena arena = {.limit = 1};
    struct ssmspec_http_reply reply = {0};
    ssmspec_http_reply_begin(&reply, false, &arena);
    struct ssmspec_response response;
    assert_true(ssmspec_http_reply_line(&reply, SSMSPEC_VIEW("A: 1\r\n")));
    assert_int_equal(ssmspec_http_reply_finish(&reply, 200, &response), SSMSPEC_ERR_NOMEM);
    assert_false(reply.is_too_large);
    ssmspec_http_reply_clear(&reply);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_anew_with_each_response),
        cmocka_unit_test(joins_a_folded_value),
        cmocka_unit_test(refuses_lengths_that_differ),
        cmocka_unit_test(bears_lengths_that_do_not_matter),
        cmocka_unit_test(a_folded_value_costs_what_it_holds),
        cmocka_unit_test(gives_a_large_body_back_when_it_ends),
        cmocka_unit_test(bounds_headers_in_number),
        cmocka_unit_test(bounds_headers_in_bytes_over_all_responses),
        cmocka_unit_test(bounds_the_body_each_time),
        cmocka_unit_test(tells_want_of_memory_from_size),
    };
    return RUN_TESTS(tests);
}
