/* Throw-away servers for tests of the client: one thread each, on a free port of the loopback, and
 * a client to aim at them. For tests only. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_TESTING_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_TESTING_H

#include "src/base/testing.h"
#include "src/exchange/http.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#define RECEIVED_MAX ((size_t)1 << 21)
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

static inline bool send_all(int fd, struct ssmspec_view bytes) {
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
static inline size_t request_bytes(struct ssmspec_view text) {
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

static inline bool read_request(struct server *server, int fd) {
    size_t bytes = 0;
    while (bytes < RECEIVED_MAX) {
        const ssize_t got = recv(fd, server->received + bytes, RECEIVED_MAX - bytes, 0);
        if (got <= 0) {
            return false;
        }
        bytes += (size_t)got;
        if (request_bytes((struct ssmspec_view){server->received, bytes}) > 0) {
            server->received_bytes = bytes;
            server->requests++;
            return true;
        }
    }
    return false;
}

static inline void wait_for_close(int fd) {
    char byte;
    while (recv(fd, &byte, 1, 0) > 0) {
    }
}

static inline void flood(int fd, struct ssmspec_view answer) {
    for (size_t sent = 0; sent < ((size_t)64 << 20) && send_all(fd, answer); sent += answer.len) {
    }
}

static inline void serve(struct server *server, int fd) {
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

/* The next client, whom nobody waits for without an end; negative when the listener is shut down.
 */
static inline int accept_patiently(const struct server *server) {
    const int fd = accept(server->listener, NULL, NULL);
    const struct timeval patience = {.tv_sec = 20};
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    (void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return fd;
}

static inline void *run_server(void *self) {
    struct server *const server = self;
    for (;;) {
        const int fd = accept_patiently(server);
        if (fd < 0) {
            return NULL;
        }
        server->connections++;
        serve(server, fd);
        (void)close(fd);
    }
}

static inline int listen_somewhere(int *port) {
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

/* A server that listens, and that nobody runs yet. */
static inline struct server *open_server(enum manner manner, struct ssmspec_view answer) {
    struct server *const server = calloc(1, sizeof *server);
    assert_non_null(server);
    server->manner = manner;
    server->answer = answer;
    server->listener = listen_somewhere(&server->port);
    assert_int_equal(listen(server->listener, 16), 0);
    return server;
}

static inline struct server *start_server(enum manner manner, struct ssmspec_view answer) {
    struct server *const server = open_server(manner, answer);
    assert_int_equal(pthread_create(&server->thread, NULL, run_server, server), 0);
    return server;
}

/* After this its fields may be looked at; free() is the caller's. */
static inline void stop_server(struct server *server) {
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
    .target = {"Service.Operation", 17},
    .content_type = {"application/x-amz-json-1.1", 26},
    .body = {"{\"a\":\0}", 7},
};

/* A transporter with its arena and the last exchange. */
struct client {
    struct ssmspec_transporter transporter;
    struct ssmspec_arena arena;
    struct ssmspec_exchange exchange;
};

static inline struct ssmspec_http_options options_for(int port, char url[64]) {
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

static inline void open_client(struct client *client, const struct ssmspec_http_options *options) {
    *client = (struct client){.exchange = {.transport = SSMSPEC_BROKEN}};
    ASSERT_OK(ssmspec_http_new(options, &client->transporter, NULL));
}

static inline void close_client(struct client *client) {
    client->transporter.free(client->transporter.self);
    ssmspec_arena_clear(&client->arena);
}

static inline void exchange(struct client *client, const struct ssmspec_request *request) {
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

static inline void open_plain_client(struct client *client, int port) {
    char url[64];
    const struct ssmspec_http_options options = options_for(port, url);
    open_client(client, &options);
}

#endif
