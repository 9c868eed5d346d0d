#include "src/exchange/http_testing.h"

#include <poll.h>

#define CROWD 8

static void uses_a_connection_again(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    struct client client;
    open_plain_client(&client, server->port);
    for (size_t i = 0; i < 3; i++) {
        exchange(&client, &plain);
        assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    }
    close_client(&client);
    stop_server(server);
    assert_int_equal(server->connections, 1);
    assert_int_equal(server->requests, 3);
    free(server);
}

static void tries_once_more_when_a_kept_connection_is_dead(void **state) {
    (void)state;
    const enum manner manners[] = {ANSWER_ONCE, DROP_SECOND};
    for (size_t i = 0; i < 2; i++) {
        struct server *const server = start_server(manners[i], SSMSPEC_VIEW(OK_RESPONSE));
        struct client client;
        open_plain_client(&client, server->port);
        for (size_t nth = 0; nth < 3; nth++) {
            exchange(&client, &plain);
            assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
            ASSERT_VIEW(client.exchange.response.body, "{}");
        }
        close_client(&client);
        stop_server(server);
        assert_int_equal(server->connections, 3);
        free(server);
    }
}

/* Serves many connections side by side: the first CROWD as DROP_SECOND does, later ones as ANSWER.
 */
struct crowd {
    struct server *server;
    struct pollfd sockets[4 * CROWD]; /* the listener first */
    size_t answered[4 * CROWD];
    nfds_t count;
};

static void leave(struct crowd *crowd, nfds_t at) {
    (void)close(crowd->sockets[at].fd);
    crowd->sockets[at].fd = -1;
}

static void attend(struct crowd *crowd, nfds_t at) {
    const int fd = crowd->sockets[at].fd;
    const bool is_enough = at <= CROWD && crowd->answered[at] > 0;
    crowd->answered[at]++;
    if (!read_request(crowd->server, fd) || is_enough || !send_all(fd, crowd->server->answer)) {
        leave(crowd, at);
    }
}

static bool take_in(struct crowd *crowd) {
    const int fd = accept(crowd->server->listener, NULL, NULL);
    if (fd < 0 || crowd->count == 4 * CROWD) {
        return false;
    }
    crowd->server->connections++;
    crowd->sockets[crowd->count++] = (struct pollfd){.fd = fd, .events = POLLIN};
    return true;
}

static void *run_crowd(void *self) {
    struct crowd *const crowd = self;
    crowd->sockets[0] = (struct pollfd){.fd = crowd->server->listener, .events = POLLIN};
    crowd->count = 1;
    while (poll(crowd->sockets, crowd->count, 20000) > 0) {
        for (nfds_t i = crowd->count; i-- > 1;) {
            if (crowd->sockets[i].revents != 0) {
                attend(crowd, i);
            }
        }
        if (crowd->sockets[0].revents != 0 && !take_in(crowd)) {
            break;
        }
    }
    for (nfds_t i = 1; i < crowd->count; i++) {
        leave(crowd, i);
    }
    return NULL;
}

static struct crowd *start_crowd(void) {
    struct crowd *const crowd = calloc(1, sizeof *crowd);
    assert_non_null(crowd);
    crowd->server = open_server(DROP_SECOND, SSMSPEC_VIEW(OK_RESPONSE));
    assert_int_equal(pthread_create(&crowd->server->thread, NULL, run_crowd, crowd), 0);
    return crowd;
}

static void all_at_once(struct ssmspec_transporter *transporter) {
    struct ssmspec_arena arenas[CROWD] = {{0}};
    struct ssmspec_exchange results[CROWD];
    for (size_t i = 0; i < CROWD; i++) {
        ASSERT_OK(
            transporter->submit(transporter->self, &plain, &arenas[i], &results[i], &results[i]));
    }
    for (size_t i = 0; i < CROWD; i++) {
        void *tag = NULL;
        ASSERT_OK(transporter->next(transporter->self, 15000, &tag));
        assert_non_null(tag);
        const struct ssmspec_exchange *const result = tag;
        assert_int_equal(result->transport, SSMSPEC_DELIVERED);
        ASSERT_VIEW(result->response.body, "{}");
    }
    for (size_t i = 0; i < CROWD; i++) {
        ssmspec_arena_clear(&arenas[i]);
    }
}

/* Each request goes out anew on a connection of its own, and that leaves no trace. */
static void all_kept_connections_may_be_dead(void **state) {
    (void)state;
    struct crowd *const crowd = start_crowd();
    char url[64];
    struct ssmspec_http_options options = options_for(crowd->server->port, url);
    options.jobs = CROWD;
    struct client client;
    open_client(&client, &options);
    for (size_t i = 0; i < 3; i++) {
        all_at_once(&client.transporter);
    }
    close_client(&client);
    stop_server(crowd->server);
    assert_int_equal(crowd->server->connections, 2 * CROWD);
    free(crowd->server);
    free(crowd);
}

/* A body that should not be there may come late: it must not be read as the next answer. */
static void nothing_is_kept_behind_an_answer_without_a_body(void **state) {
    (void)state;
    struct ssmspec_request requests[2] = {plain, plain};
    requests[1].method = SSMSPEC_VIEW("HEAD");
    static const char *const answers[] = {"HTTP/1.1 204 None\r\n\r\n",
                                          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"};
    for (size_t i = 0; i < 2; i++) {
        struct server *const server = start_server(ANSWER, ssmspec_view_of(answers[i]));
        struct client client;
        open_plain_client(&client, server->port);
        for (size_t nth = 0; nth < 3; nth++) {
            exchange(&client, &requests[i]);
            assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
        }
        close_client(&client);
        stop_server(server);
        assert_int_equal(server->connections, 3);
        free(server);
    }
}

/* A connection that was new says what the server wants: nothing is sent twice over it. */
static void a_new_connection_that_closes_is_final(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER_ONCE, SSMSPEC_VIEW(""));
    struct client client;
    open_plain_client(&client, server->port);
    exchange(&client, &plain);
    assert_int_equal(client.exchange.transport, SSMSPEC_CLOSED);
    close_client(&client);
    stop_server(server);
    assert_int_equal(server->requests, 1);
    free(server);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uses_a_connection_again),
        cmocka_unit_test(tries_once_more_when_a_kept_connection_is_dead),
        cmocka_unit_test(all_kept_connections_may_be_dead),
        cmocka_unit_test(nothing_is_kept_behind_an_answer_without_a_body),
        cmocka_unit_test(a_new_connection_that_closes_is_final),
    };
    return RUN_TESTS(tests);
}
