/* Wire scripts against throw-away servers: what goes out, what is heard, and how each ends. */
#include "src/exchange/http_testing.h"

#define SCRIPT(...)                      \
    (const struct ssmspec_wire_step[]) { \
        __VA_ARGS__, {                   \
            .verb = SSMSPEC_WIRE_END     \
        }                                \
    }
#define SAY(words) \
    { .verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT(words) }
#define HEAR \
    { .verb = SSMSPEC_WIRE_ANSWER }

static struct ssmspec_exchange run(struct server *server, const struct ssmspec_wire_step *script) {
    struct client client;
    struct ssmspec_request request = plain;
    request.wire = script;
    open_plain_client(&client, server->port);
    assert_true(client.transporter.has_wire);
    exchange(&client, &request);
    const struct ssmspec_exchange end = client.exchange;
    close_client(&client);
    return end;
}

static bool was_received(const struct server *server, const char *text) {
    const struct ssmspec_view received = {server->received, server->received_bytes};
    return ssmspec_view_find(received, ssmspec_view_of(text)) < received.len;
}

static void sends_a_signed_request_word_by_word(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{start}X-First: {host}\r\n{head}"),
                           SAY("Content-Length: {length}\r\nX-Size: {size}\r\n\r\n{body}"), HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_DELIVERED);
    assert_int_equal(end.response.status, 200);
    assert_int_equal(end.answers, 1);
    assert_true(was_received(server, "POST / HTTP/1.1\r\nX-First: 127.0.0.1:"));
    assert_true(was_received(server, "X-Amz-Target: Service.Operation\r\n"));
    assert_true(was_received(server, "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"));
    assert_true(was_received(server, "Content-Length: 7\r\nX-Size: 7\r\n\r\n{\"a\":"));
    assert_int_equal(server->received[server->received_bytes - 2], '\0');
    free(server);
}

static void the_last_answer_heard_is_judged(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), HEAR, SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.answers, 2);
    assert_int_equal(server->connections, 1);
    assert_int_equal(server->requests, 2);
    free(server);
}

static void an_answer_stands_when_the_server_closes_behind_it(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER_ONCE, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), HEAR, SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_DELIVERED);
    assert_int_equal(end.answers, 1);
    assert_true(end.is_hushed);
    free(server);
}

static void an_old_answer_need_not_say_that_it_is_the_last(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER_ONCE, SSMSPEC_VIEW("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), HEAR, SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.answers, 1);
    assert_false(end.is_hushed);
    free(server);
}

static void nothing_is_sent_behind_an_answer_that_says_close(void **state) {
    (void)state;
    struct server *const server = start_server(
        ANSWER, SSMSPEC_VIEW("HTTP/1.1 400 No\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), HEAR, SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_DELIVERED);
    assert_int_equal(end.answers, 1);
    assert_int_equal(server->requests, 1);
    assert_false(end.is_hushed);
    free(server);
}

static void further_answers_are_counted(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), HEAR, {.verb = SSMSPEC_WIRE_LISTEN, .ms = 50}));
    stop_server(server);
    assert_int_equal(end.answers, 2);
    free(server);
}

static void a_close_without_answer_is_closed(void **state) {
    (void)state;
    struct server *const server = start_server(CLOSE_AT_ONCE, SSMSPEC_VIEW(""));
    const struct ssmspec_exchange end = run(server, SCRIPT(SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_CLOSED);
    free(server);
}

static void going_away_first_is_closed_too(void **state) {
    (void)state;
    struct server *const server = start_server(STAY_SILENT, SSMSPEC_VIEW(""));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_CLOSE}));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_CLOSED);
    free(server);
}

static void silence_times_out_within_the_step(void **state) {
    (void)state;
    struct server *const server = start_server(STAY_SILENT, SSMSPEC_VIEW(""));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_ANSWER, .ms = 50}));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_TIMED_OUT);
    assert_true(end.seconds < 5);
    free(server);
}

static void any_head_ends_the_wait_for_one(void **state) {
    (void)state;
    static const char *const answers[] = {"HTTP/1.1 100 Continue\r\n\r\n" OK_RESPONSE, OK_RESPONSE};
    for (size_t i = 0; i < 2; i++) {
        struct server *const server = start_server(ANSWER, ssmspec_view_of(answers[i]));
        const struct ssmspec_exchange end =
            run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HEAD, .ms = 5000}, HEAR));
        stop_server(server);
        assert_int_equal(end.transport, SSMSPEC_DELIVERED);
        assert_int_equal(end.response.status, 200);
        free(server);
    }
}

static void no_head_at_all_is_waited_for_so_long(void **state) {
    (void)state;
    static const enum manner manners[] = {STAY_SILENT, CLOSE_AT_ONCE};
    static const enum ssmspec_transport ends[] = {SSMSPEC_TIMED_OUT, SSMSPEC_CLOSED};
    static const unsigned waits[] = {50, 4000}; /* a busy machine closes late */
    for (size_t i = 0; i < 2; i++) {
        struct server *const server = start_server(manners[i], SSMSPEC_VIEW(""));
        const struct ssmspec_exchange end = run(
            server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HEAD, .ms = waits[i]}, HEAR));
        stop_server(server);
        assert_int_equal(end.transport, ends[i]);
        assert_true(end.seconds < 5);
        free(server);
    }
}

static void half_a_connection_still_hears(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HALF_CLOSE}, HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_DELIVERED);
    free(server);
}

static void who_answers_is_not_told_that_no_more_will_come(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HALF_CLOSE, .ms = 5000}, HEAR,
                           {.verb = SSMSPEC_WIRE_LISTEN, .ms = 100}));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_DELIVERED);
    assert_true(end.seconds >= 0.1 && end.seconds < 4); /* it did not close, as it had been told */
    free(server);
}

static void who_waits_for_more_is_told_after_a_while(void **state) {
    (void)state;
    struct server *const server = start_server(STAY_SILENT, SSMSPEC_VIEW(""));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HALF_CLOSE, .ms = 100},
                           {.verb = SSMSPEC_WIRE_ANSWER, .ms = 3000}));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_CLOSED);
    assert_true(end.seconds >= 0.1 && end.seconds < 3);
    free(server);
}

static void half_a_close_need_not_wait(void **state) {
    (void)state;
    struct server *const server = start_server(STAY_SILENT, SSMSPEC_VIEW(""));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HALF_CLOSE},
                           {.verb = SSMSPEC_WIRE_ANSWER, .ms = 3000}));
    stop_server(server); /* it waited for the end, then closed too */
    assert_int_equal(end.transport, SSMSPEC_CLOSED);
    free(server);
}

static void nothing_more_is_sent_after_half_a_close(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end =
        run(server, SCRIPT(SAY("{request}"), {.verb = SSMSPEC_WIRE_HALF_CLOSE, .ms = 5000}, HEAR,
                           SAY("{request}"), {.verb = SSMSPEC_WIRE_LISTEN, .ms = 100}));
    stop_server(server);
    assert_int_equal(end.answers, 1);
    assert_int_equal(server->requests, 1);
    free(server);
}

static void noise_is_no_http(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER_ONCE, SSMSPEC_VIEW("<html>no</html>"));
    const struct ssmspec_exchange end = run(server, SCRIPT(SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_NOT_HTTP);
    free(server);
}

static void a_flood_is_too_large(void **state) {
    (void)state;
    struct server *const server =
        start_server(FLOOD, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\n\r\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"));
    const struct ssmspec_exchange end = run(server, SCRIPT(SAY("{request}"), HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_TOO_LARGE);
    free(server);
}

static void repeats_and_dribbles_to_the_last_byte(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    const struct ssmspec_exchange end = run(
        server,
        SCRIPT(SAY("{start}{head}Content-Length: 300003\r\n\r\n"),
               {.verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT("abc"), .times = 100000},
               {.verb = SSMSPEC_WIRE_DRIBBLE, .text = SSMSPEC_VIEW_INIT("xyz"), .ms = 1}, HEAR));
    stop_server(server);
    assert_int_equal(end.transport, SSMSPEC_DELIVERED);
    assert_memory_equal(server->received + server->received_bytes - 9, "abcabcxyz", 9);
    free(server);
}

static void an_absent_endpoint_is_unreachable(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    stop_server(server);
    const struct ssmspec_exchange end = run(server, SCRIPT(SAY("{request}"), HEAR));
    assert_int_equal(end.transport, SSMSPEC_UNREACHABLE);
    free(server);
}

static void plain_exchanges_go_on_beside_it(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    struct client client;
    struct ssmspec_request scripted = plain;
    scripted.wire = SCRIPT(SAY("{request}"), HEAR);
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    close_client(&client); /* the server serves one connection at a time */
    open_plain_client(&client, server->port);
    exchange(&client, &scripted);
    assert_int_equal(client.exchange.response.status, 200);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.response.status, 200);
    close_client(&client);
    stop_server(server);
    free(server);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sends_a_signed_request_word_by_word),
        cmocka_unit_test(the_last_answer_heard_is_judged),
        cmocka_unit_test(an_answer_stands_when_the_server_closes_behind_it),
        cmocka_unit_test(an_old_answer_need_not_say_that_it_is_the_last),
        cmocka_unit_test(nothing_is_sent_behind_an_answer_that_says_close),
        cmocka_unit_test(further_answers_are_counted),
        cmocka_unit_test(a_close_without_answer_is_closed),
        cmocka_unit_test(going_away_first_is_closed_too),
        cmocka_unit_test(silence_times_out_within_the_step),
        cmocka_unit_test(any_head_ends_the_wait_for_one),
        cmocka_unit_test(no_head_at_all_is_waited_for_so_long),
        cmocka_unit_test(half_a_connection_still_hears),
        cmocka_unit_test(who_answers_is_not_told_that_no_more_will_come),
        cmocka_unit_test(who_waits_for_more_is_told_after_a_while),
        cmocka_unit_test(half_a_close_need_not_wait),
        cmocka_unit_test(nothing_more_is_sent_after_half_a_close),
        cmocka_unit_test(noise_is_no_http),
        cmocka_unit_test(a_flood_is_too_large),
        cmocka_unit_test(repeats_and_dribbles_to_the_last_byte),
        cmocka_unit_test(an_absent_endpoint_is_unreachable),
        cmocka_unit_test(plain_exchanges_go_on_beside_it),
    };
    return RUN_TESTS(tests);
}
