/* Exchanges with throw-away servers: one thread each, on a free port of the loopback. */
#include "src/exchange/http.h"

#include "src/base/testing.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#define RECEIVED_MAX ((size_t)1 << 17)
#define OK_RESPONSE "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

/* What a server does with a connection once it has read a request. */
enum manner {
    ANSWER,        /* send the answer, read the next request */
    ANSWER_ONCE,   /* send the answer, then close */
    CLOSE_AT_ONCE, /* not even read */
    STAY_SILENT,
    DROP_SECOND, /* answer the connection's first request, close on reading its second */
    FLOOD,       /* send the answer until the client goes away, at most 64 MiB */
};

struct server {
    int listener;
    int port;
    pthread_t thread;
    enum manner manner;
    struct ssmspec_view answer;
    size_t connections;
    size_t requests;
    char received[RECEIVED_MAX]; /* the last request */
    size_t received_bytes;
};

static bool send_all(int fd, struct ssmspec_view bytes) {
    while (bytes.len > 0) {
        const ssize_t sent = send(fd, bytes.ptr, bytes.len, MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes = ssmspec_view_sub(bytes, (size_t)sent, bytes.len);
    }
    return true;
}

/* Bytes of the request at the start of text, 0 while it is not all there. */
static size_t request_bytes(struct ssmspec_view text) {
    const size_t end = ssmspec_view_find(text, SSMSPEC_VIEW("\r\n\r\n"));
    if (end == text.len) {
        return 0;
    }
    const struct ssmspec_view name = SSMSPEC_VIEW("\r\nContent-Length: ");
    const size_t at = ssmspec_view_find(ssmspec_view_sub(text, 0, end), name);
    long long length = 0;
    if (at < end) {
        const struct ssmspec_view rest = ssmspec_view_sub(text, at + name.len, text.len);
        const size_t digits = ssmspec_view_find(rest, SSMSPEC_VIEW("\r"));
        if (!ssmspec_view_to_int64(ssmspec_view_sub(rest, 0, digits), &length)) {
            return 0;
        }
    }
    const size_t all = end + 4 + (size_t)length;
    return all <= text.len ? all : 0;
}

static bool read_request(struct server *server, int fd) {
    server->received_bytes = 0;
    while (server->received_bytes < RECEIVED_MAX) {
        const ssize_t got = recv(fd, server->received + server->received_bytes,
                                 RECEIVED_MAX - server->received_bytes, 0);
        if (got <= 0) {
            return false;
        }
        server->received_bytes += (size_t)got;
        if (request_bytes((struct ssmspec_view){server->received, server->received_bytes}) > 0) {
            server->requests++;
            return true;
        }
    }
    return false;
}

static void wait_for_close(int fd) {
    char byte;
    while (recv(fd, &byte, 1, 0) > 0) {
    }
}

static void flood(int fd, struct ssmspec_view answer) {
    for (size_t sent = 0; sent < ((size_t)64 << 20) && send_all(fd, answer); sent += answer.len) {
    }
}

static void serve(struct server *server, int fd) {
    if (server->manner == CLOSE_AT_ONCE) {
        return;
    }
    for (size_t nth = 1; read_request(server, fd); nth++) {
        if (server->manner == STAY_SILENT) {
            wait_for_close(fd);
            return;
        }
        if (server->manner == FLOOD) {
            flood(fd, server->answer);
            return;
        }
        if ((server->manner == DROP_SECOND && nth > 1) || !send_all(fd, server->answer) ||
            server->manner == ANSWER_ONCE) {
            return;
        }
    }
}

static void *run_server(void *self) {
    struct server *const server = self;
    for (;;) {
        const int fd = accept(server->listener, NULL, NULL);
        if (fd < 0) {
            return NULL;
        }
        const struct timeval patience = {.tv_sec = 20};
        (void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        (void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        server->connections++;
        serve(server, fd);
        (void)close(fd);
    }
}

static int listen_somewhere(int *port) {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &length), 0);
    *port = ntohs(address.sin_port);
    return fd;
}

static struct server *start_server(enum manner manner, struct ssmspec_view answer) {
    struct server *const server = calloc(1, sizeof *server);
    assert_non_null(server);
    server->manner = manner;
    server->answer = answer;
    server->listener = listen_somewhere(&server->port);
    assert_int_equal(listen(server->listener, 16), 0);
    assert_int_equal(pthread_create(&server->thread, NULL, run_server, server), 0);
    return server;
}

/* After this its fields may be looked at; free() is the caller's. */
static void stop_server(struct server *server) {
    (void)shutdown(server->listener, SHUT_RDWR);
    assert_int_equal(pthread_join(server->thread, NULL), 0);
    (void)close(server->listener);
}

static const struct ssmspec_credentials sample = {
    .access_key_id = {"AKIDEXAMPLE", 11},
    .secret_access_key = {"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", 40},
};

static const struct ssmspec_request plain = {
    .method = {"POST", 4},
    .path = {"/", 1},
    .target = {"AmazonSSM.ListCommands", 22},
    .content_type = {"application/x-amz-json-1.1", 26},
    .body = {"{\"a\":\0}", 7},
};

/* A transporter with its arena and the last exchange. */
struct client {
    struct ssmspec_transporter transporter;
    struct ssmspec_arena arena;
    struct ssmspec_exchange exchange;
};

static struct ssmspec_http_options options_for(int port, char url[64]) {
    (void)snprintf(url, 64, "http://127.0.0.1:%d", port);
    return (struct ssmspec_http_options){
        .url = ssmspec_view_of(url),
        .credentials = &sample,
        .scope = {SSMSPEC_VIEW("us-east-1"), SSMSPEC_VIEW("ssm")},
        .jobs = 1,
        .timeout_seconds = 10,
        .response_limit = 100000,
    };
}

static void open_client(struct client *client, const struct ssmspec_http_options *options) {
    *client = (struct client){.exchange = {.transport = SSMSPEC_BROKEN}};
    ASSERT_OK(ssmspec_http_new(options, &client->transporter, NULL));
}

static void close_client(struct client *client) {
    client->transporter.free(client->transporter.self);
    ssmspec_arena_clear(&client->arena);
}

static void exchange(struct client *client, const struct ssmspec_request *request) {
    void *const self = client->transporter.self;
    void *tag = NULL;
    ASSERT_OK(client->transporter.submit(self, request, &client->arena, &client->exchange, client));
    ASSERT_OK(client->transporter.next(self, 15000, &tag));
    assert_ptr_equal(tag, client);
    for (size_t i = 0; i < client->exchange.detail.len; i++) {
        assert_in_range(client->exchange.detail.ptr[i], ' ', '~');
    }
    assert_true((client->exchange.detail.len == 0) ==
                (client->exchange.transport == SSMSPEC_DELIVERED));
}

static void open_plain_client(struct client *client, int port) {
    char url[64];
    const struct ssmspec_http_options options = options_for(port, url);
    open_client(client, &options);
}

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
    static char many[17 + 201 * 6];
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

static bool find_secret(void *context, struct ssmspec_view key, struct ssmspec_credentials *out) {
    (void)context;
    *out = sample;
    return ssmspec_view_eq(key, sample.access_key_id);
}

/* The header block of what a server received, and where its body starts. */
static size_t split_headers(struct server *server, struct ssmspec_header *headers, size_t max,
                            size_t *count) {
    const struct ssmspec_view all = {server->received, server->received_bytes};
    size_t at = ssmspec_view_find(all, SSMSPEC_VIEW("\r\n")) + 2;
    *count = 0;
    for (;;) {
        const struct ssmspec_view rest = ssmspec_view_sub(all, at, all.len);
        const struct ssmspec_view line =
            ssmspec_view_sub(rest, 0, ssmspec_view_find(rest, SSMSPEC_VIEW("\r\n")));
        at += line.len + 2;
        if (line.len == 0) {
            return at;
        }
        assert_true(*count < max);
        const size_t colon = ssmspec_view_find(line, SSMSPEC_VIEW(":"));
        headers[(*count)++] =
            (struct ssmspec_header){ssmspec_view_sub(line, 0, colon),
                                    ssmspec_view_trim(ssmspec_view_sub(line, colon + 1, line.len))};
    }
}

static size_t occurrences(const struct ssmspec_header *headers, size_t count, const char *name) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        found += ssmspec_view_eq_nocase(headers[i].name, ssmspec_view_of(name)) ? 1 : 0;
    }
    return found;
}

static enum ssmspec_auth_fault verify(const struct ssmspec_header *headers, size_t count,
                                      struct ssmspec_view body) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_signer *signer = NULL;
    ASSERT_OK(ssmspec_signer_new(&signer));
    const struct ssmspec_verifier verifier = {
        .signer = signer,
        .scope = {SSMSPEC_VIEW("us-east-1"), SSMSPEC_VIEW("ssm")},
        .secret = find_secret,
        .now = time(NULL),
        .skew_seconds = 300,
    };
    enum ssmspec_auth_fault fault = SSMSPEC_AUTH_OK;
    const char *text = NULL;
    ASSERT_OK(ssmspec_verify_request(&verifier, SSMSPEC_VIEW("POST"), SSMSPEC_VIEW("/"),
                                     SSMSPEC_VIEW(""), headers, count, body, &arena, &fault,
                                     &text));
    ssmspec_signer_free(signer);
    ssmspec_arena_clear(&arena);
    return fault;
}

/* Sends one request and gives back the stopped server that received it. */
static struct server *send_one(const struct ssmspec_request *request, bool is_signing) {
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    struct client client;
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    options.credentials = is_signing ? &sample : NULL;
    open_client(&client, &options);
    exchange(&client, request);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    stop_server(server);
    return server;
}

static void sends_a_signed_request_and_nothing_else(void **state) {
    (void)state;
    struct server *const server = send_one(&plain, true);
    struct ssmspec_header headers[16];
    size_t count = 0;
    const size_t body_at = split_headers(server, headers, 16, &count);
    static const char *const wanted[] = {"Host",          "User-Agent", "Content-Type",
                                         "X-Amz-Target",  "X-Amz-Date", "Authorization",
                                         "Content-Length"};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        assert_int_equal(occurrences(headers, count, wanted[i]), 1);
    }
    assert_int_equal(count, sizeof wanted / sizeof wanted[0]);
    assert_memory_equal(server->received, "POST / HTTP/1.1\r\n", 17);
    assert_int_equal(server->received_bytes - body_at, plain.body.len);
    assert_memory_equal(server->received + body_at, plain.body.ptr, plain.body.len);
    assert_int_equal(verify(headers, count, plain.body), SSMSPEC_AUTH_OK);
    free(server);
}

static void leaves_out_what_the_request_leaves_out(void **state) {
    (void)state;
    const struct ssmspec_header own[] = {{SSMSPEC_VIEW("User-Agent"), {NULL, 0}},
                                         {SSMSPEC_VIEW("X-Empty"), SSMSPEC_VIEW("")}};
    const struct ssmspec_request request = {.method = SSMSPEC_VIEW("POST"),
                                            .path = SSMSPEC_VIEW("/"),
                                            .headers = own,
                                            .header_count = 2};
    struct server *const server = send_one(&request, false);
    struct ssmspec_header headers[16];
    size_t count = 0;
    const size_t body_at = split_headers(server, headers, 16, &count);
    assert_int_equal(count, 3);
    assert_int_equal(occurrences(headers, count, "Host"), 1);
    assert_int_equal(occurrences(headers, count, "X-Empty"), 1);
    assert_int_equal(occurrences(headers, count, "Content-Length"), 1);
    assert_int_equal(server->received_bytes, body_at);
    free(server);
}

static void a_header_of_its_own_wins(void **state) {
    (void)state;
    const struct ssmspec_header own[] = {
        {SSMSPEC_VIEW("Host"), SSMSPEC_VIEW("other.example")},
        {SSMSPEC_VIEW("x-amz-date"), SSMSPEC_VIEW("20150830T123600Z")},
        {SSMSPEC_VIEW("Authorization"), SSMSPEC_VIEW("garbage")}};
    struct ssmspec_request request = plain;
    request.headers = own;
    request.header_count = 3;
    struct server *const server = send_one(&request, true);
    struct ssmspec_header headers[16];
    size_t count = 0;
    (void)split_headers(server, headers, 16, &count);
    for (size_t i = 0; i < 3; i++) {
        size_t found = 0;
        for (size_t at = 0; at < count; at++) {
            if (ssmspec_view_eq_nocase(headers[at].name, own[i].name)) {
                assert_true(ssmspec_view_eq(headers[at].value, own[i].value));
                found++;
            }
        }
        assert_int_equal(found, 1);
    }
    free(server);
}

static void assert_start_line(const char *method, const char *path, const char *line) {
    struct ssmspec_request request = plain;
    request.method = ssmspec_view_of(method);
    request.path = ssmspec_view_of(path);
    request.body = (struct ssmspec_view){NULL, 0};
    struct server *const server = send_one(&request, true);
    const struct ssmspec_view all = {server->received, server->received_bytes};
    ASSERT_VIEW(ssmspec_view_sub(all, 0, ssmspec_view_find(all, SSMSPEC_VIEW("\r\n"))), line);
    free(server);
}

static void sends_any_method_and_path(void **state) {
    (void)state;
    assert_start_line("PUT", "/", "PUT / HTTP/1.1");
    assert_start_line("GET", "/", "GET / HTTP/1.1");
    assert_start_line("BREW", "/", "BREW / HTTP/1.1");
    assert_start_line("POST", "/a/../b?c=%20", "POST /a/../b?c=%20 HTTP/1.1");
    assert_start_line("OPTIONS", "*", "OPTIONS /* HTTP/1.1");
}

static void a_special_request_leaves_no_trace_on_the_next(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    struct client client;
    open_plain_client(&client, server->port);
    static const char *const methods[] = {"HEAD", "GET", "DELETE", "HEAD"};
    for (size_t i = 0; i < 4; i++) {
        struct ssmspec_request request = plain;
        request.method = ssmspec_view_of(methods[i]);
        request.path = SSMSPEC_VIEW("/x");
        exchange(&client, &request);
        assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
        exchange(&client, &plain);
        assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    }
    close_client(&client);
    stop_server(server);
    assert_memory_equal(server->received, "POST / HTTP/1.1\r\n", 17);
    assert_memory_equal(server->received + server->received_bytes - plain.body.len, plain.body.ptr,
                        plain.body.len);
    free(server);
}

static void puts_the_path_of_the_endpoint_first(void **state) {
    (void)state;
    struct server *const server = start_server(ANSWER, SSMSPEC_VIEW(OK_RESPONSE));
    char url[64];
    struct ssmspec_http_options options = options_for(server->port, url);
    (void)snprintf(url, sizeof url, "http://user:secret@127.0.0.1:%d/base/", server->port);
    options.url = ssmspec_view_of(url);
    struct client client;
    open_client(&client, &options);
    struct ssmspec_request request = plain;
    request.path = SSMSPEC_VIEW("/x");
    exchange(&client, &request);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    stop_server(server);
    struct ssmspec_header headers[16];
    size_t count = 0;
    (void)split_headers(server, headers, 16, &count);
    assert_memory_equal(server->received, "POST /base/x HTTP/1.1\r\n", 23);
    const struct ssmspec_view all = {server->received, server->received_bytes};
    assert_int_equal(ssmspec_view_find(all, SSMSPEC_VIEW("Basic")), all.len);
    free(server);
}

static void calls_what_cannot_be_sent_broken(void **state) {
    (void)state;
    struct client client;
    int port = 0;
    const int fd = listen_somewhere(&port);
    open_plain_client(&client, port);
    const struct ssmspec_header own[] = {{SSMSPEC_VIEW("X-A"), SSMSPEC_VIEW("a\r\nX-Injected: 1")}};
    struct ssmspec_request requests[4] = {plain, plain, plain, plain};
    requests[0].headers = own;
    requests[0].header_count = 1;
    requests[1].method = SSMSPEC_VIEW("PO ST");
    requests[2].path = SSMSPEC_VIEW("/ HTTP/1.1\r\n");
    requests[3].target = SSMSPEC_VIEW("a\0b");
    for (size_t i = 0; i < 4; i++) {
        exchange(&client, &requests[i]);
        assert_int_equal(client.exchange.transport, SSMSPEC_BROKEN);
    }
    close_client(&client);
    (void)close(fd);
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
        cmocka_unit_test(calls_silence_timed_out),
        cmocka_unit_test(calls_garbage_not_http),
        cmocka_unit_test(bounds_what_it_takes_in),
        cmocka_unit_test(a_body_of_just_the_limit_is_fine),
        cmocka_unit_test(calls_a_refused_connection_unreachable),
        cmocka_unit_test(calls_a_failed_handshake_unreachable),
        cmocka_unit_test(uses_a_connection_again),
        cmocka_unit_test(tries_once_more_when_a_kept_connection_is_dead),
        cmocka_unit_test(sends_a_signed_request_and_nothing_else),
        cmocka_unit_test(leaves_out_what_the_request_leaves_out),
        cmocka_unit_test(a_header_of_its_own_wins),
        cmocka_unit_test(sends_any_method_and_path),
        cmocka_unit_test(a_special_request_leaves_no_trace_on_the_next),
        cmocka_unit_test(puts_the_path_of_the_endpoint_first),
        cmocka_unit_test(calls_what_cannot_be_sent_broken),
        cmocka_unit_test(has_several_under_way),
        cmocka_unit_test(waits_no_longer_than_told_and_stops_when_told),
        cmocka_unit_test(refuses_a_url_that_is_none),
    };
    return RUN_TESTS(tests);
}
