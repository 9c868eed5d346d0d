#include "src/exchange/reply.h"

#include "src/base/bytes.h"
#include "src/base/testing.h"

static struct ssmspec_arena arena;

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

static struct ssmspec_reply read_as(struct ssmspec_view bytes, bool is_over, bool is_to_head) {
    const struct ssmspec_reply_reading how = {
        .is_over = is_over, .is_to_head = is_to_head, .body_limit = 1000};
    struct ssmspec_reply reply;
    ASSERT_OK(ssmspec_reply_read(bytes, &how, &arena, &reply));
    return reply;
}

#define READ(text) read_as(SSMSPEC_VIEW(text), false, false)
#define READ_TO_THE_END(text) read_as(SSMSPEC_VIEW(text), true, false)
#define OK_HEAD "HTTP/1.1 200 OK\r\n"

static void ends_by_length(void **state) {
    (void)state;
    const struct ssmspec_reply reply = READ(OK_HEAD "A: 1\r\nContent-Length: 2\r\n\r\n{}HTTP");
    assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
    assert_int_equal(reply.response.status, 200);
    assert_int_equal(reply.response.header_count, 2);
    ASSERT_VIEW(reply.response.headers[0].value, "1");
    ASSERT_VIEW(reply.response.body, "{}");
    assert_int_equal(reply.used, sizeof(OK_HEAD "A: 1\r\nContent-Length: 2\r\n\r\n{}") - 1);
}

static void ends_by_chunks(void **state) {
    (void)state;
    const struct ssmspec_reply reply = READ(OK_HEAD "Transfer-Encoding: chunked\r\n\r\n"
                                                    "2;a=b\r\nab\r\n1\r\nc\r\n0\r\nT: 1\r\n\r\nX");
    assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
    ASSERT_VIEW(reply.response.body, "abc");
}

static void chunks_go_before_a_length(void **state) {
    (void)state;
    const struct ssmspec_reply reply =
        READ(OK_HEAD "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
    ASSERT_VIEW(reply.response.body, "ab");
}

static void chunks_go_before_lengths_in_doubt(void **state) {
    (void)state;
    const struct ssmspec_reply reply = READ(
        OK_HEAD "Content-Length: 1, 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
    ASSERT_VIEW(reply.response.body, "ab");
}

static void bears_a_length_said_again(void **state) {
    (void)state;
    ASSERT_VIEW(READ(OK_HEAD "Content-Length: 2\r\nContent-Length: 2, 2\r\n\r\nab").response.body,
                "ab");
}

static void ends_by_close(void **state) {
    (void)state;
    assert_int_equal(READ(OK_HEAD "\r\nab").state, SSMSPEC_REPLY_PARTIAL);
    const struct ssmspec_reply reply = READ_TO_THE_END(OK_HEAD "\r\nab");
    assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
    ASSERT_VIEW(reply.response.body, "ab");
}

static void the_connection_ends_where_it_says_so_or_is_old(void **state) {
    (void)state;
    assert_true(READ(OK_HEAD "Connection: Close\r\nContent-Length: 0\r\n\r\n").ends_connection);
    assert_true(READ("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n").ends_connection);
    assert_true(READ_TO_THE_END(OK_HEAD "\r\nab").ends_connection);
    assert_false(READ(OK_HEAD "Content-Length: 0\r\n\r\n").ends_connection);
    assert_false(READ("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n")
                     .ends_connection);
}

/* RFC9110:7.6.1: the options are a list, in one header or in several. */
static void saying_close_is_one_option_of_several(void **state) {
    (void)state;
#define CONNECTION(line) READ(OK_HEAD line "Content-Length: 0\r\n\r\n").ends_connection
    assert_true(CONNECTION("Connection: Upgrade, close\r\n"));
    assert_true(CONNECTION("Connection: close,TE\r\n"));
    assert_true(CONNECTION("Connection: Upgrade\r\nconnection: close\r\n"));
    assert_true(CONNECTION("Connection: keep-alive, ,Close\r\n"));
    assert_false(CONNECTION("Connection: closed, x-close, \r\n"));
    assert_false(CONNECTION("Connection:\r\n"));
    assert_false(CONNECTION("Connection: Upgrade, Keep-Alive\r\n"));
#undef CONNECTION
    assert_false(READ("HTTP/1.0 200 OK\r\nConnection: Upgrade, Keep-Alive\r\n"
                      "Content-Length: 0\r\n\r\n")
                     .ends_connection);
    assert_true(READ("HTTP/1.0 200 OK\r\nConnection: keep-alive, close\r\n"
                     "Content-Length: 0\r\n\r\n")
                    .ends_connection);
}

/* Whoever asks again is told the same: what follows does not make up for it. */
static void what_cannot_be_read_stays_so(void **state) {
    (void)state;
    static const char *const heads[] = {
        "HTTP/1.1 two\r\n\r\n",
        OK_HEAD "Content-Length: 1, 2\r\n\r\n",
    };
    for (size_t i = 0; i < 2; i++) {
        struct ssmspec_reply_reader reader;
        struct ssmspec_reply reply;
        struct ssmspec_bytes bytes = {0};
        const struct ssmspec_reply_reading how = {.body_limit = 1000};
        ssmspec_bytes_add_text(&bytes, heads[i]);
        ssmspec_bytes_add_text(&bytes, OK_HEAD "Content-Length: 0\r\n\r\n");
        ssmspec_reply_begin(&reader);
        for (size_t nth = 0; nth < 2; nth++) {
            ASSERT_OK(
                ssmspec_reply_go_on(&reader, ssmspec_bytes_view(&bytes), &how, &arena, &reply));
            assert_int_equal(reply.state, SSMSPEC_REPLY_BAD);
        }
        ssmspec_bytes_clear(&bytes);
    }
}

static void too_many_interim_answers_stay_too_many(void **state) {
    (void)state;
    struct ssmspec_reply_reader reader;
    struct ssmspec_reply reply;
    struct ssmspec_bytes bytes = {0};
    const struct ssmspec_reply_reading how = {.body_limit = 1000};
    for (size_t i = 0; i < 40; i++) {
        ssmspec_bytes_add_text(&bytes, "HTTP/1.1 100 Continue\r\n\r\n");
    }
    ssmspec_reply_begin(&reader);
    for (size_t nth = 0; nth < 3; nth++) {
        ASSERT_OK(ssmspec_reply_go_on(&reader, ssmspec_bytes_view(&bytes), &how, &arena, &reply));
        assert_int_equal(reply.state, SSMSPEC_REPLY_TOO_LARGE);
    }
    ssmspec_bytes_clear(&bytes);
}

static void has_no_body_where_none_may_be(void **state) {
    (void)state;
    const char *const empty[] = {"HTTP/1.1 204 No\r\n\r\n", "HTTP/1.1 304 No\r\nA: b\r\n\r\n"};
    for (size_t i = 0; i < 2; i++) {
        const struct ssmspec_reply reply = read_as(ssmspec_view_of(empty[i]), false, false);
        assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
        assert_int_equal(reply.response.body.len, 0);
    }
    const struct ssmspec_reply reply =
        read_as(SSMSPEC_VIEW(OK_HEAD "Content-Length: 9\r\n\r\n"), false, true);
    assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
}

static void interim_answers_are_passed_over(void **state) {
    (void)state;
    const struct ssmspec_reply reply =
        READ("HTTP/1.1 100 Continue\r\nA: 1\r\n\r\nHTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n");
    assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
    assert_int_equal(reply.response.status, 400);
    assert_int_equal(reply.response.header_count, 1);
}

static void bears_line_feeds_and_folded_lines(void **state) {
    (void)state;
    const struct ssmspec_reply reply =
        READ("HTTP/1.1 200\nA: 1\n  2\n\t3\nB:\n x\nContent-Length: 0\n\n");
    assert_int_equal(reply.state, SSMSPEC_REPLY_WHOLE);
    assert_int_equal(reply.response.header_count, 3);
    ASSERT_VIEW(reply.response.headers[0].value, "1   2 \t3");
    ASSERT_VIEW(reply.response.headers[1].value, "x");
}

static void knows_what_is_no_http(void **state) {
    (void)state;
    const char *const bad[] = {
        "<html>",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000\r\n\r\n",
        "HTTP/1.1 099\r\n\r\n",
        "HTTP/1.1  200\r\n\r\n",
        OK_HEAD " folded\r\n\r\n",
        OK_HEAD "no colon\r\n\r\n",
        OK_HEAD "bl ank: 1\r\n\r\n",
        OK_HEAD ": 1\r\n\r\n",
        OK_HEAD "Content-Length: -1\r\n\r\n",
        OK_HEAD "Content-Length:\r\n\r\n",
        OK_HEAD "Transfer-Encoding: gzip\r\n\r\n",
        OK_HEAD "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
        OK_HEAD "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        OK_HEAD "Content-Length: 1, 2\r\n\r\n",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\nx\r\n",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2\r\nabcde",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const struct ssmspec_reply reply = read_as(ssmspec_view_of(bad[i]), false, false);
        if (reply.state != SSMSPEC_REPLY_BAD || reply.why == NULL) {
            fail_msg("read as %d: %s", (int)reply.state, bad[i]);
        }
    }
}

static void what_is_missing_is_partial_until_the_bytes_are_over(void **state) {
    (void)state;
    const char *const cut[] = {
        "",
        "HT",
        "HTTP/1.1 200 OK\r\nA",
        OK_HEAD "Content-Length: 3\r\n\r\nab",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2\r\na",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n0\r\nT: 1\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
    };
    for (size_t i = 0; i < sizeof cut / sizeof cut[0]; i++) {
        assert_int_equal(read_as(ssmspec_view_of(cut[i]), false, false).state,
                         SSMSPEC_REPLY_PARTIAL);
        assert_int_equal(read_as(ssmspec_view_of(cut[i]), true, false).state, SSMSPEC_REPLY_CUT);
    }
}

static void large_things_are_too_large(void **state) {
    (void)state;
    assert_int_equal(READ(OK_HEAD "Content-Length: 1001\r\n\r\n").state, SSMSPEC_REPLY_TOO_LARGE);
    assert_int_equal(READ(OK_HEAD "Content-Length: 99999999999999999999999\r\n\r\n").state,
                     SSMSPEC_REPLY_TOO_LARGE);
    assert_int_equal(READ(OK_HEAD "Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n").state,
                     SSMSPEC_REPLY_TOO_LARGE);
    struct ssmspec_bytes bytes = {0};
    ssmspec_bytes_add_text(&bytes, OK_HEAD "A: ");
    while (bytes.len <= SSMSPEC_REPLY_HEAD_BYTES_MAX) {
        ssmspec_bytes_add_char(&bytes, 'x');
    }
    assert_int_equal(read_as(ssmspec_bytes_view(&bytes), false, false).state,
                     SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_clear(&bytes);
}

static void never_ending_interim_answers_end(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    for (int i = 0; i < 100; i++) {
        ssmspec_bytes_add_text(&bytes, "HTTP/1.1 102 Wait\r\n\r\n");
    }
    assert_int_equal(read_as(ssmspec_bytes_view(&bytes), false, false).state,
                     SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_clear(&bytes);
}

/* They are read from their start whenever more comes. */
static void trailers_have_the_limit_of_a_head(void **state) {
    (void)state;
    static const char head[] = OK_HEAD "Transfer-Encoding: chunked\r\n\r\n0\r\n";
    struct ssmspec_bytes bytes = {0};
    ssmspec_bytes_add_text(&bytes, head);
    while (bytes.len < sizeof head - 1 + SSMSPEC_REPLY_HEAD_BYTES_MAX) {
        ssmspec_bytes_add_text(&bytes, "a: b\r\n");
    }
    const struct ssmspec_view all = ssmspec_bytes_view(&bytes);
    assert_int_equal(read_as(ssmspec_view_sub(all, 0, all.len - 100), false, false).state,
                     SSMSPEC_REPLY_PARTIAL);
    assert_int_equal(read_as(all, false, false).state, SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_add_text(&bytes, "\r\n");
    assert_int_equal(read_as(ssmspec_bytes_view(&bytes), false, false).state,
                     SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_clear(&bytes);
}

static void a_chunk_s_line_has_an_end(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    ssmspec_bytes_add_text(&bytes, OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2;a=");
    for (int i = 0; i < 5000; i++) {
        ssmspec_bytes_add_char(&bytes, 'x');
    }
    assert_int_equal(read_as(ssmspec_bytes_view(&bytes), false, false).state,
                     SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_add_text(&bytes, "\r\nab\r\n0\r\n\r\n");
    assert_int_equal(read_as(ssmspec_bytes_view(&bytes), false, false).state,
                     SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_clear(&bytes);
}

static void so_many_headers_are_too_large(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    ssmspec_bytes_add_text(&bytes, OK_HEAD "Content-Length: 0\r\n");
    for (int i = 1; i < SSMSPEC_REPLY_HEADERS_MAX; i++) {
        ssmspec_bytes_add_text(&bytes, "A: 1\r\n");
    }
    struct ssmspec_bytes more = {0};
    ssmspec_bytes_add(&more, ssmspec_bytes_view(&bytes));
    ssmspec_bytes_add_text(&bytes, "\r\n");
    ssmspec_bytes_add_text(&more, "A: 1\r\n\r\n");
    assert_int_equal(read_as(ssmspec_bytes_view(&bytes), false, false).state, SSMSPEC_REPLY_WHOLE);
    assert_int_equal(read_as(ssmspec_bytes_view(&more), false, false).state,
                     SSMSPEC_REPLY_TOO_LARGE);
    ssmspec_bytes_clear(&bytes);
    ssmspec_bytes_clear(&more);
}

static void a_nul_belongs_in_no_header(void **state) {
    (void)state;
    assert_int_equal(READ(OK_HEAD "A: \0\r\n\r\n").state, SSMSPEC_REPLY_BAD);
    assert_int_equal(READ(OK_HEAD "A\0: 1\r\n\r\n").state, SSMSPEC_REPLY_BAD);
}

static void identity_is_no_coding(void **state) {
    (void)state;
    ASSERT_VIEW(
        READ(OK_HEAD "Transfer-Encoding: Identity\r\nContent-Length: 2\r\n\r\nab").response.body,
        "ab");
}

/* Byte by byte, as all at once; nothing is copied before the answer is whole but its heads. */
static void reads_in_pieces_what_it_reads_at_once(void **state) {
    (void)state;
    static const char *const answers[] = {
        OK_HEAD "A: 1\r\n 2\r\nContent-Length: 4\r\n\r\nabcdHTTP",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\nab\r\n1\r\nc\r\n0\r\nT: 1\r\n\r\nX",
        "HTTP/1.1 100 Continue\r\nB: 2\r\n\r\n" OK_HEAD "Content-Length: 1\r\n\r\na",
        OK_HEAD "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\nx\r\n",
        OK_HEAD "Content-Length: 1001\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
    };
    const struct ssmspec_reply_reading how = {.body_limit = 1000};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        const struct ssmspec_view all = ssmspec_view_of(answers[i]);
        const struct ssmspec_reply whole = read_as(all, false, false);
        struct ssmspec_reply_reader reader;
        struct ssmspec_reply reply = {.state = SSMSPEC_REPLY_PARTIAL};
        ssmspec_reply_begin(&reader);
        for (size_t len = 0; len <= all.len && reply.state == SSMSPEC_REPLY_PARTIAL; len++) {
            ASSERT_OK(
                ssmspec_reply_go_on(&reader, ssmspec_view_sub(all, 0, len), &how, &arena, &reply));
        }
        assert_int_equal(reply.state, whole.state);
        assert_true(ssmspec_view_eq(reply.response.body, whole.response.body));
        assert_int_equal(reply.response.header_count, whole.response.header_count);
        assert_int_equal(reply.used, whole.used);
    }
}

/* Nobody waits for more bytes than there have to be, or looks before they are there. */
static void says_how_many_bytes_it_wants(void **state) {
    (void)state;
    const struct ssmspec_view all = SSMSPEC_VIEW(OK_HEAD "Content-Length: 4\r\n\r\nab");
    const struct ssmspec_reply_reading how = {.body_limit = 1000};
    struct ssmspec_reply_reader reader;
    struct ssmspec_reply reply;
    ssmspec_reply_begin(&reader);
    ASSERT_OK(ssmspec_reply_go_on(&reader, all, &how, &arena, &reply));
    assert_int_equal(reader.wanted, all.len + 2);
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(ends_by_length),
        TEST(ends_by_chunks),
        TEST(chunks_go_before_a_length),
        TEST(chunks_go_before_lengths_in_doubt),
        TEST(bears_a_length_said_again),
        TEST(ends_by_close),
        TEST(the_connection_ends_where_it_says_so_or_is_old),
        TEST(saying_close_is_one_option_of_several),
        TEST(what_cannot_be_read_stays_so),
        TEST(too_many_interim_answers_stay_too_many),
        TEST(has_no_body_where_none_may_be),
        TEST(interim_answers_are_passed_over),
        TEST(bears_line_feeds_and_folded_lines),
        TEST(knows_what_is_no_http),
        TEST(what_is_missing_is_partial_until_the_bytes_are_over),
        TEST(large_things_are_too_large),
        TEST(never_ending_interim_answers_end),
        TEST(a_chunk_s_line_has_an_end),
        TEST(trailers_have_the_limit_of_a_head),
        TEST(so_many_headers_are_too_large),
        TEST(a_nul_belongs_in_no_header),
        TEST(identity_is_no_coding),
        TEST(reads_in_pieces_what_it_reads_at_once),
        TEST(says_how_many_bytes_it_wants),
    };
    return RUN_TESTS(tests);
}
