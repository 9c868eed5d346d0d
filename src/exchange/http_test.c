/* What comes back, and what an exchange is then called. */
#include "src/exchange/http.h"

#include "src/exchange/http_testing.h"

#include <signal.h>

/* One request to a server of that manner. */
static void assert_transport(enum manner manner, struct ssmspec_view answer,
                             enum ssmspec_transport wanted) {
    struct server *const server = start_server(manner, answer);
    struct client client;
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    options.timeout_seconds = manner == STAY_SILENT ? 0.3 : 10;
    open_client(&client, &options);
    exchange(&client, &plain);
    if (client.exchange.transport != wanted) {
        print_error("%.60s: %s (%.*s), not %s\n", answer.ptr,
                    ssmspec_transport_name(client.exchange.transport),
                    (int)client.exchange.detail.len, client.exchange.detail.ptr,
                    ssmspec_transport_name(wanted));
    }
    assert_int_equal(client.exchange.transport, wanted);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void delivers_a_response(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER, SSMSPEC_VIEW("HTTP/1.1 400 Bad\r\nX-One:  1 \r\nx-two:\r\n"
                                          "Content-Length: 4\r\n\r\na\0bc"));
    struct client client;
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    const struct ssmspec_response *const response = &client.exchange.response;
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    assert_int_equal(response->status, 400);
    assert_int_equal(response->header_count, 3);
    ASSERT_VIEW(response->headers[0].name, "X-One");
    ASSERT_VIEW(response->headers[0].value, "1");
    ASSERT_VIEW(response->headers[1].name, "x-two");
    ASSERT_VIEW(response->headers[1].value, "");
    assert_int_equal(response->body.len, 4);
    assert_memory_equal(response->body.ptr, "a\0bc", 4);
    assert_true(client.exchange.seconds > 0 && client.exchange.seconds < 10);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void decodes_chunks_and_leaves_trailers_out(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                          "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n"));
    struct client client;
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    ASSERT_VIEW(client.exchange.response.body, "abcde");
    assert_int_equal(client.exchange.response.header_count, 1);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void keeps_the_headers_of_the_final_response(void **state) {
    (void)state;
    struct server *const server = start_server(
        ANSWER, SSMSPEC_VIEW("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n"
                             "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" OK_RESPONSE));
    struct client client;
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    assert_int_equal(client.exchange.response.status, 200);
    assert_int_equal(client.exchange.response.header_count, 1);
    ASSERT_VIEW(client.exchange.response.headers[0].name, "Content-Length");
    close_client(&client);
    stop_server(server);
    free(server);
}

static void leaves_a_content_encoding_alone(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                                          "Content-Length: 2\r\n\r\n{}"));
    struct client client;
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    ASSERT_VIEW(client.exchange.response.body, "{}");
    close_client(&client);
    stop_server(server);
    free(server);
}

static void does_not_follow_a_redirect(void **state) {
    (void)state;
    struct server *const server = start_server(
        ANSWER, SSMSPEC_VIEW("HTTP/1.1 307 Go\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"));
    struct client client;
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.response.status, 307);
    close_client(&client);
    stop_server(server);
    assert_int_equal(server->requests, 1);
    free(server);
}

static void calls_an_early_end_closed(void **state) {
    (void)state;
    assert_transport(CLOSE_AT_ONCE, SSMSPEC_VIEW(""), SSMSPEC_CLOSED);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW(""), SSMSPEC_CLOSED);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"),
                     SSMSPEC_CLOSED);
    assert_transport(ANSWER_ONCE,
                     SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
                     SSMSPEC_CLOSED);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 100 Continue\r\n\r\n"), SSMSPEC_CLOSED);
}

/* An empty body would fit many an answer. */
static void calls_an_end_within_the_head_closed(void **state) {
    (void)state;
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\n"), SSMSPEC_CLOSED);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nA: b"), SSMSPEC_CLOSED);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nA: b\r\n"), SSMSPEC_CLOSED);
}

static void does_not_wait_for_what_it_will_not_take(void **state) {
    (void)state;
    assert_transport(ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\na"),
                     SSMSPEC_TOO_LARGE);
    assert_transport(
        ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\na"),
        SSMSPEC_TOO_LARGE);
}

static void calls_silence_timed_out(void **state) {
    (void)state;
    assert_transport(STAY_SILENT, SSMSPEC_VIEW(""), SSMSPEC_TIMED_OUT);
}

static void calls_garbage_not_http(void **state) {
    (void)state;
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("SSH-2.0-x\r\n\r\n"), SSMSPEC_NOT_HTTP);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("{\"a\":1}"), SSMSPEC_NOT_HTTP);
    assert_transport(
        ANSWER_ONCE,
        SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n"),
        SSMSPEC_NOT_HTTP);
    assert_transport(
        ANSWER_ONCE,
        SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n"),
        SSMSPEC_NOT_HTTP);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab"),
                     SSMSPEC_NOT_HTTP);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nno colon here\r\n\r\nab"),
                     SSMSPEC_NOT_HTTP);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nA: \0\r\n\r\nab"),
                     SSMSPEC_NOT_HTTP);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 2x0 OK\r\n\r\nab"), SSMSPEC_NOT_HTTP);
    assert_transport(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/9.1 200 OK\r\n\r\nab"), SSMSPEC_NOT_HTTP);
}

static void bounds_what_it_takes_in(void **state) {
    (void)state;
    static char long_line[300000];
    memset(long_line, 'x', sizeof long_line);
    memcpy(long_line, "HTTP/1.1 200 OK\r\nA: ", 20);
    static char many[17 + 300 * 6 + 1];
    (void)snprintf(many, sizeof many, "HTTP/1.1 200 OK\r\n");
    for (size_t i = 17; i + 6 < sizeof many; i += 6) {
        (void)snprintf(many + i, sizeof many - i, "A: 1\r\n");
    }
    assert_transport(FLOOD, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\n\r\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
                     SSMSPEC_TOO_LARGE);
    assert_transport(FLOOD, (struct ssmspec_view){long_line, sizeof long_line}, SSMSPEC_TOO_LARGE);
    assert_transport(FLOOD, (struct ssmspec_view){many, sizeof many - 1}, SSMSPEC_TOO_LARGE);
    assert_transport(FLOOD, SSMSPEC_VIEW("HTTP/1.1 100 Continue\r\n\r\n"), SSMSPEC_TOO_LARGE);
}

static void a_body_of_just_the_limit_is_fine(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde"));
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    struct client client;
    options.response_limit = 5;
    open_client(&client, &options);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    options.response_limit = 4;
    open_client(&client, &options);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_TOO_LARGE);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void calls_a_refused_connection_unreachable(void **state) {
    (void)state;
    int port = 0;
    const int fd = listen_somewhere(&port); /* bound, never listening */
    struct client client;
    open_plain_client(&client, port);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_UNREACHABLE);
    close_client(&client);
    (void)close(fd);
}

static void calls_a_failed_handshake_unreachable(void **state) {
    (void)state;
    struct server *const server = start_server(CLOSE_AT_ONCE, SSMSPEC_VIEW(""));
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    (void)snprintf(url, sizeof url, "https://127.0.0.1:%d", server->port);
    options.url = ssmspec_view_of(url);
    struct client client;
    open_client(&client, &options);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_UNREACHABLE);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void has_several_under_way(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nConnection: close\r\n"
                                               "Content-Length: 2\r\n\r\n{}"));
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    options.jobs = 4;
    struct client client;
    open_client(&client, &options);
    struct ssmspec_transporter *const transporter = &client.transporter;
    struct ssmspec_arena arenas[4] = {{0}};
    struct ssmspec_exchange results[4];
    for (size_t i = 0; i < 4; i++) {
        ASSERT_OK(
            transporter->submit(transporter->self, &plain, &arenas[i], &results[i], &results[i]));
    }
    assert_int_equal(
        transporter->submit(transporter->self, &plain, &arenas[0], &results[0], &results[0]),
        SSMSPEC_ERR_LIMIT);
    bool is_done[4] = {false};
    for (size_t i = 0; i < 4; i++) {
        void *tag = NULL;
        ASSERT_OK(transporter->next(transporter->self, 10000, &tag));
        assert_non_null(tag);
        const size_t nth = (size_t)((struct ssmspec_exchange *)tag - results);
        assert_false(is_done[nth]);
        is_done[nth] = true;
        assert_int_equal(results[nth].transport, SSMSPEC_DELIVERED);
    }
    for (size_t i = 0; i < 4; i++) {
        ssmspec_arena_clear(&arenas[i]);
    }
    close_client(&client);
    stop_server(server);
    free(server);
}

static void waits_no_longer_than_told_and_stops_when_told(void **state) {
    (void)state;
    struct server *const server = start_server(STAY_SILENT, SSMSPEC_VIEW(""));
    volatile int stop = 0;
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    options.stop = &stop;
    struct client client;
    open_client(&client, &options);
    void *tag = &client;
    ASSERT_OK(client.transporter.submit(client.transporter.self, &plain, &client.arena,
                                        &client.exchange, &client));
    ASSERT_OK(client.transporter.next(client.transporter.self, 30, &tag));
    assert_null(tag);
    stop = 1;
    assert_int_equal(client.transporter.next(client.transporter.self, 10000, &tag),
                     SSMSPEC_ERR_INTERRUPTED);
    close_client(&client); /* with an exchange still under way */
    stop_server(server);
    free(server);
}

static volatile int is_alarmed = 0;

static void on_alarm(int number) {
    (void)number;
    is_alarmed = 1;
}

static void a_signal_ends_the_wait(void **state) {
    (void)state;
    struct server *const server = start_server(STAY_SILENT, SSMSPEC_VIEW(""));
    const struct sigaction action = {.sa_handler = on_alarm};
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    options.stop = &is_alarmed;
    struct client client;
    open_client(&client, &options);
    void *tag = &client;
    ASSERT_OK(client.transporter.submit(client.transporter.self, &plain, &client.arena,
                                        &client.exchange, &client));
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
    (void)alarm(1);
    assert_int_equal(client.transporter.next(client.transporter.self, 8000, &tag),
                     SSMSPEC_ERR_INTERRUPTED);
    assert_null(tag);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void refuses_a_url_that_is_none(void **state) {
    (void)state;
    char url[64];
    struct ssmspec_http_options options = options_for(1, url);
    struct ssmspec_transporter transporter;
    struct ssmspec_bytes why = {0};
    options.url = SSMSPEC_VIEW("ftp://127.0.0.1/");
    assert_int_equal(ssmspec_http_new(&options, &transporter, &why), SSMSPEC_ERR_USAGE);
    assert_true(why.len > 0);
    ssmspec_bytes_clear(&why);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(delivers_a_response),
        cmocka_unit_test(decodes_chunks_and_leaves_trailers_out),
        cmocka_unit_test(keeps_the_headers_of_the_final_response),
        cmocka_unit_test(leaves_a_content_encoding_alone),
        cmocka_unit_test(does_not_follow_a_redirect),
        cmocka_unit_test(calls_an_early_end_closed),
        cmocka_unit_test(calls_an_end_within_the_head_closed),
        cmocka_unit_test(does_not_wait_for_what_it_will_not_take),
        cmocka_unit_test(calls_silence_timed_out),
        cmocka_unit_test(calls_garbage_not_http),
        cmocka_unit_test(bounds_what_it_takes_in),
        cmocka_unit_test(a_body_of_just_the_limit_is_fine),
        cmocka_unit_test(calls_a_refused_connection_unreachable),
        cmocka_unit_test(calls_a_failed_handshake_unreachable),
        cmocka_unit_test(has_several_under_way),
        cmocka_unit_test(waits_no_longer_than_told_and_stops_when_told),
        cmocka_unit_test(a_signal_ends_the_wait),
        cmocka_unit_test(refuses_a_url_that_is_none),
    };
    return RUN_TESTS(tests);
}
