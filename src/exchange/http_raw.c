#include "src/exchange/http_raw.h"

#include "src/base/clock.h"
#include "src/exchange/http_outcome.h"
#include "src/exchange/reply.h"

#include <stdlib.h>

#define SET SSMSPEC_HTTP_SET

static enum ssmspec_err open_handle(struct ssmspec_http_raw *raw, CURL *like) {
    raw->easy = curl_easy_duphandle(like);
    ENSURE(raw->easy != NULL, SSMSPEC_ERR_NOMEM);
    SET(raw->easy, CURLOPT_HTTPHEADER, NULL); /* of a request that is gone */
    SET(raw->easy, CURLOPT_CONNECT_ONLY, 1L);
    SET(raw->easy, CURLOPT_FRESH_CONNECT, 1L);
    SET(raw->easy, CURLOPT_HTTPPROXYTUNNEL, 1L); /* a proxy would read the bytes */
    SET(raw->easy, CURLOPT_ERRORBUFFER, raw->message);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_http_raw_new(CURL *like, const struct ssmspec_http_sender *sender,
                                      struct ssmspec_http_raw **out) {
    struct ssmspec_http_raw *const raw = calloc(1, sizeof *raw);
    ENSURE(raw != NULL, SSMSPEC_ERR_NOMEM);
    raw->sender = sender;
    const enum ssmspec_err err = open_handle(raw, like);
    if (err != SSMSPEC_OK) {
        ssmspec_http_raw_free(raw);
        return err;
    }
    *out = raw;
    return SSMSPEC_OK;
}

void ssmspec_http_raw_free(struct ssmspec_http_raw *raw) {
    if (raw == NULL) {
        return;
    }
    curl_easy_cleanup(raw->easy);
    ssmspec_bytes_clear(&raw->out);
    ssmspec_bytes_clear(&raw->in);
    free(raw);
}

static void forget(struct ssmspec_http_raw *raw) {
    raw->is_connected = raw->is_entered = raw->is_over = raw->is_deaf = false;
    raw->is_stuck = raw->is_flooded = raw->is_last = raw->is_hushed = false;
    raw->socket = CURL_SOCKET_BAD;
    raw->in_used = raw->out_sent = raw->answers = 0;
    raw->until = 0;
    raw->response = (struct ssmspec_response){0};
    raw->message[0] = '\0';
    ssmspec_bytes_clear(&raw->in);
    ssmspec_bytes_clear(&raw->out);
}

enum ssmspec_err ssmspec_http_raw_load(struct ssmspec_http_raw *raw,
                                       const struct ssmspec_request *request,
                                       struct ssmspec_arena *arena) {
    const struct ssmspec_http_sender *const sender = raw->sender;
    forget(raw);
    raw->arena = arena;
    raw->step = request->wire;
    raw->began = ssmspec_clock_seconds();
    raw->deadline = raw->began + sender->timeout_seconds;
    GUARD(ssmspec_http_sender_address(sender, request, arena, &raw->sent));
    raw->parts =
        (struct ssmspec_wire_parts){.request = &raw->sent, .host = sender->url.host_header};
    return ssmspec_http_sender_sign(sender, &raw->sent, arena, &raw->parts.signed_headers,
                                    &raw->parts.signed_count);
}

enum ssmspec_http_raw_progress ssmspec_http_raw_end(struct ssmspec_http_raw *raw,
                                                    enum ssmspec_transport transport,
                                                    const char *detail) {
    raw->end = (struct ssmspec_exchange){.transport = transport,
                                         .detail = ssmspec_view_of(detail),
                                         .answers = raw->answers,
                                         .is_hushed = raw->is_hushed,
                                         .seconds = ssmspec_clock_seconds() - raw->began};
    if (transport == SSMSPEC_DELIVERED) {
        raw->end.response = raw->response;
    }
    return SSMSPEC_HTTP_RAW_ENDED;
}

bool ssmspec_http_raw_connected(struct ssmspec_http_raw *raw, CURLcode code) {
    if (code != CURLE_OK) {
        (void)ssmspec_http_raw_end(raw, ssmspec_http_outcome(code, raw->message, false), "");
        if (ssmspec_http_detail(code, raw->message, raw->arena, &raw->end.detail) != SSMSPEC_OK) {
            raw->end.transport = SSMSPEC_BROKEN;
        }
        return false;
    }
    if (curl_easy_getinfo(raw->easy, CURLINFO_ACTIVESOCKET, &raw->socket) != CURLE_OK) {
        (void)ssmspec_http_raw_end(raw, SSMSPEC_BROKEN, "the connection has no socket");
        return false;
    }
    raw->is_connected = true;
    return true;
}

bool ssmspec_http_raw_run(struct ssmspec_http_raw *raw, double now) {
    for (;;) {
        if (now > raw->deadline) {
            (void)ssmspec_http_raw_end(raw, SSMSPEC_TIMED_OUT, "no whole answer in time");
            return true;
        }
        switch (ssmspec_http_raw_step(raw, now)) {
        case SSMSPEC_HTTP_RAW_WAITS:
            return false;
        case SSMSPEC_HTTP_RAW_ENDED:
            return true;
        case SSMSPEC_HTTP_RAW_STEPPED:
            raw->step++;
            raw->is_entered = false;
            break;
        }
    }
}

double ssmspec_http_raw_due(const struct ssmspec_http_raw *raw) {
    return raw->until > 0 && raw->until < raw->deadline ? raw->until : raw->deadline;
}

void ssmspec_http_raw_wants(const struct ssmspec_http_raw *raw, struct curl_waitfd *out) {
    const enum ssmspec_wire_verb verb = raw->step->verb;
    const bool is_listening =
        verb == SSMSPEC_WIRE_ANSWER || verb == SSMSPEC_WIRE_LISTEN || verb == SSMSPEC_WIRE_HEAD;
    *out = (struct curl_waitfd){.fd = raw->socket};
    out->events = (short)((is_listening || raw->is_stuck ? CURL_WAIT_POLLIN : 0) |
                          (raw->is_stuck ? CURL_WAIT_POLLOUT : 0));
}
