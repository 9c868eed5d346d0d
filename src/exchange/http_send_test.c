/* What goes over the wire. */
#include "src/exchange/http.h"

#include "src/exchange/http_testing.h"

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

static void sends_a_signed_request_and_little_else(void **state) {
    (void)state;
    struct server *const server = send_one(&plain, true);
    struct ssmspec_header headers[16];
    size_t count = 0;
    const size_t body_at = split_headers(server, headers, 16, &count);
    static const char *const wanted[] = {"Host",       "Content-Type",  "X-Amz-Target",
                                         "X-Amz-Date", "Authorization", "Content-Length"};
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
    assert_start_line("OPTIONS", "*", "OPTIONS * HTTP/1.1");
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
    (void)snprintf(url, sizeof url, "http://user:secret@127.0.0.1:%d/x/../base/", server->port);
    options.url = ssmspec_view_of(url);
    struct client client;
    open_client(&client, &options);
    struct ssmspec_request request = plain;
    exchange(&client, &request);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    assert_memory_equal(server->received, "POST /x/../base/ HTTP/1.1\r\n", 27);
    request.path = SSMSPEC_VIEW("/x");
    exchange(&client, &request);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    close_client(&client);
    stop_server(server);
    assert_memory_equal(server->received, "POST /x/../base/x HTTP/1.1\r\n", 28);
    const struct ssmspec_view all = {server->received, server->received_bytes};
    assert_int_equal(ssmspec_view_find(all, SSMSPEC_VIEW("Basic")), all.len);
    free(server);
}

static void a_head_request_waits_for_no_body(void **state) {
    (void)state;
    struct server *const server =
        start_server(ANSWER, SSMSPEC_VIEW("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    struct client client;
    open_plain_client(&client, server->port);
    struct ssmspec_request request = plain;
    request.method = SSMSPEC_VIEW("HEAD");
    exchange(&client, &request);
    assert_int_equal(client.exchange.transport, SSMSPEC_DELIVERED);
    assert_true(client.exchange.seconds < 5);
    close_client(&client);
    stop_server(server);
    free(server);
}

static void a_host_taken_out_is_not_sent(void **state) {
    (void)state;
    const struct ssmspec_header own[] = {{SSMSPEC_VIEW("Host"), {NULL, 0}}};
    struct ssmspec_request request = plain;
    request.headers = own;
    request.header_count = 1;
    struct server *const server = send_one(&request, true);
    struct ssmspec_header headers[16];
    size_t count = 0;
    (void)split_headers(server, headers, 16, &count);
    assert_int_equal(occurrences(headers, count, "Host"), 0);
    free(server);
}

static void sends_a_large_body_without_asking(void **state) {
    (void)state;
    static char body[1200000];
    memset(body, 'x', sizeof body);
    struct ssmspec_request request = plain;
    request.body = (struct ssmspec_view){body, sizeof body};
    struct server *const server = send_one(&request, true);
    struct ssmspec_header headers[16];
    size_t count = 0;
    const size_t body_at = split_headers(server, headers, 16, &count);
    assert_int_equal(occurrences(headers, count, "Expect"), 0);
    assert_int_equal(server->received_bytes - body_at, sizeof body);
    assert_int_equal(verify(headers, count, request.body), SSMSPEC_AUTH_OK);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sends_a_signed_request_and_little_else),
        cmocka_unit_test(leaves_out_what_the_request_leaves_out),
        cmocka_unit_test(a_header_of_its_own_wins),
        cmocka_unit_test(sends_any_method_and_path),
        cmocka_unit_test(a_special_request_leaves_no_trace_on_the_next),
        cmocka_unit_test(puts_the_path_of_the_endpoint_first),
        cmocka_unit_test(a_head_request_waits_for_no_body),
        cmocka_unit_test(a_host_taken_out_is_not_sent),
        cmocka_unit_test(sends_a_large_body_without_asking),
        cmocka_unit_test(calls_what_cannot_be_sent_broken),
    };
    return RUN_TESTS(tests);
}
