/* Servers that answer, or go away, before they have read what was sent. */
#include "src/exchange/http_testing.h"

#include <poll.h>
#include <sys/resource.h>

#define LARGE ((size_t)16 << 20) /* more than waits unread on any way there */

/* What becomes of the first connection, when the start of a request was read there. */
struct haste {
    struct server *server;
    struct ssmspec_view answer;
    size_t times; /* the answer is sent */
    bool resets;  /* behind it; else everything is read until the client closes */
};

static void rest_ms(int ms) {
    (void)poll(NULL, 0, ms);
}

static void drain(int fd) {
    char piece[65536];
    while (recv(fd, piece, sizeof piece, 0) > 0) {
    }
}

static void be_hasty(const struct haste *haste, int fd) {
    char start[1024];
    (void)recv(fd, start, sizeof start, 0);
    for (size_t i = 0; i < haste->times && send_all(fd, haste->answer); i++) {
    }
    if (haste->resets) {
        const struct linger none = {.l_onoff = 1};
        rest_ms(20);
        (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &none, sizeof none);
        return;
    }
    rest_ms(200); /* until the client has looked around */
    drain(fd);
}

static void *run_haste(void *self) {
    struct haste *const haste = self;
    struct server *const server = haste->server;
    for (;;) {
        const int fd = accept_patiently(server);
        if (fd < 0) {
            return NULL;
        }
        if (server->connections++ == 0) {
            be_hasty(haste, fd);
        } else {
            serve(server, fd);
        }
        (void)close(fd);
    }
}

static void start_haste(struct haste *haste) {
    haste->server = open_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    assert_int_equal(pthread_create(&haste->server->thread, NULL, run_haste, haste), 0);
}

static void stop_haste(struct haste *haste) {
    stop_server(haste->server);
    free(haste->server);
}

static void exchange_large(struct client *client) {
    char *const body = calloc(1, LARGE);
    assert_non_null(body);
    struct ssmspec_request request = plain;
    request.body = (struct ssmspec_view){body, LARGE};
    exchange(client, &request);
    free(body);
}

static double cpu_seconds(void) {
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void open_patient_client(struct client *client, int port, double seconds) {
    char url[64];
    struct ssmspec_http_options options = options_for(port, url);
    options.timeout_seconds = seconds;
    open_client(client, &options);
}

/* What was left unsent would be missed: the next request would be taken for the rest of it. */
static void half_a_request_leaves_no_connection_behind(void **state) {
    (void)state;
    struct haste haste = {.answer = SSMSPEC_VIEW(OK_RESPONSE), .times = 1};
    start_haste(&haste);
    struct client client;
    open_patient_client(&client, haste.server->port, 3);
    exchange_large(&client);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    assert_int_equal(haste.server->connections, 2);
    stop_haste(&haste);
}

static void an_early_answer_counts_before_a_reset(void **state) {
    (void)state;
    struct haste haste = {.answer = SSMSPEC_VIEW(OK_RESPONSE), .times = 1, .resets = true};
    start_haste(&haste);
    struct client client;
    open_patient_client(&client, haste.server->port, 3);
    exchange_large(&client);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    stop_haste(&haste);
}

static void nobody_is_sent_more_who_floods(void **state) {
    (void)state;
    struct haste haste = {.answer = SSMSPEC_VIEW("HTTP/1.1 200 OK\r\n\r\nEndless, endless."),
                          .times = 1 << 20};
    start_haste(&haste);
    struct client client;
    open_patient_client(&client, haste.server->port, 3);
    exchange_large(&client);
    assert_int_equal(client.exchange.transport, SSMSPEC_TOO_LARGE);
    assert_true(client.exchange.seconds < 2);
    close_client(&client);
    stop_haste(&haste);
}

static void nobody_is_sent_more_who_speaks_no_http(void **state) {
    (void)state;
    struct haste haste = {.answer = SSMSPEC_VIEW("HTTP/1.1 twohundred\r\n\r\n" OK_RESPONSE),
                          .times = 1};
    start_haste(&haste);
    struct client client;
    open_patient_client(&client, haste.server->port, 3);
    exchange_large(&client);
    assert_int_equal(client.exchange.transport, SSMSPEC_NOT_HTTP);
    assert_true(client.exchange.seconds < 2);
    close_client(&client);
    stop_haste(&haste);
}

/* A socket whose peer is gone always has news for those who poll it. */
static void a_pause_costs_nothing_when_the_peer_is_gone(void **state) {
    (void)state;
    struct haste haste = {.resets = true};
    start_haste(&haste);
    struct client client;
    open_patient_client(&client, haste.server->port, 3);
    const struct ssmspec_wire_step script[] = {
        {.verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT("{start}")},
        {.verb = SSMSPEC_WIRE_PAUSE, .ms = 800},
        {.verb = SSMSPEC_WIRE_END},
    };
    struct ssmspec_request request = plain;
    request.wire = script;
    const double before = cpu_seconds();
    exchange(&client, &request);
    assert_true(cpu_seconds() - before < 0.1);
    close_client(&client);
    stop_haste(&haste);
}

static void a_head_is_not_waited_for_in_a_flood(void **state) {
    (void)state;
    struct haste haste = {.answer = SSMSPEC_VIEW("HTTP/1.1 200 OK, and all is well and good. "),
                          .times = 1 << 20};
    start_haste(&haste);
    struct client client;
    open_patient_client(&client, haste.server->port, 3);
    const struct ssmspec_wire_step script[] = {
        {.verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT("{start}")},
        {.verb = SSMSPEC_WIRE_HEAD, .ms = 2000},
        {.verb = SSMSPEC_WIRE_END},
    };
    struct ssmspec_request request = plain;
    request.wire = script;
    exchange(&client, &request);
    assert_int_equal(client.exchange.transport, SSMSPEC_TOO_LARGE);
    assert_true(client.exchange.seconds < 1.5);
    close_client(&client);
    stop_haste(&haste);
}

/* We were busy elsewhere while it came. */
static void an_answer_in_time_counts_when_it_is_seen_late(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    struct client client;
    open_patient_client(&client, server->port, 0.5);
    exchange(&client, &plain);
    void *const self = client.transporter.self;
    void *tag = NULL;
    ASSERT_OK(client.transporter.submit(self, &plain, &client.arena, &client.exchange, &client));
    rest_ms(700);
    ASSERT_OK(client.transporter.next(self, 5000, &tag));
    assert_ptr_equal(tag, &client);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    stop_server(server);
    free(server);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_a_request_leaves_no_connection_behind),
        cmocka_unit_test(an_early_answer_counts_before_a_reset),
        cmocka_unit_test(nobody_is_sent_more_who_floods),
        cmocka_unit_test(nobody_is_sent_more_who_speaks_no_http),
        cmocka_unit_test(a_pause_costs_nothing_when_the_peer_is_gone),
        cmocka_unit_test(a_head_is_not_waited_for_in_a_flood),
        cmocka_unit_test(an_answer_in_time_counts_when_it_is_seen_late),
    };
    return RUN_TESTS(tests);
}
