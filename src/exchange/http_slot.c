#include "src/exchange/http_slot.h"

#include "src/base/clock.h"
#include "src/exchange/http_outcome.h"

#define SET SSMSPEC_HTTP_SET
#define KEPT_BYTES ((size_t)1 << 16) /* larger buffers are given back after their exchange */

/* What a client does. */
static const struct ssmspec_wire_step usual[] = {
    {.verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT("{request}")},
    {.verb = SSMSPEC_WIRE_ANSWER},
    {.verb = SSMSPEC_WIRE_END},
};

enum ssmspec_err ssmspec_http_slot_open(struct ssmspec_http_slot *slot,
                                        const struct ssmspec_http_sender *sender,
                                        const struct ssmspec_http_options *options) {
    slot->sender = sender;
    slot->socket = CURL_SOCKET_BAD;
    GUARD(ssmspec_http_sender_open(sender, options, &slot->easy));
    SET(slot->easy, CURLOPT_PRIVATE, slot);
    SET(slot->easy, CURLOPT_ERRORBUFFER, slot->message);
    return SSMSPEC_OK;
}

void ssmspec_http_slot_close(struct ssmspec_http_slot *slot) {
    curl_easy_cleanup(slot->easy);
    ssmspec_bytes_clear(&slot->out);
    ssmspec_bytes_clear(&slot->in);
}

static void empty(struct ssmspec_bytes *bytes) {
    if (bytes->cap > KEPT_BYTES || bytes->failed) {
        ssmspec_bytes_clear(bytes);
    }
    ssmspec_bytes_reset(bytes);
}

void ssmspec_http_slot_empty(struct ssmspec_http_slot *slot) {
    empty(&slot->in);
    empty(&slot->out);
}

/* As before the first step. */
static void rewind_steps(struct ssmspec_http_slot *slot) {
    slot->step = slot->is_scripted ? slot->sent.wire : usual;
    slot->is_entered = slot->is_over = slot->is_deaf = slot->is_stuck = false;
    slot->is_flooded = slot->is_last = slot->is_hushed = slot->is_readable = false;
    slot->in_used = slot->out_sent = slot->left = slot->answers = 0;
    slot->until = 0;
    slot->response = (struct ssmspec_response){0};
    slot->message[0] = '\0';
    ssmspec_reply_begin(&slot->reader);
    ssmspec_http_slot_empty(slot);
}

enum ssmspec_err ssmspec_http_slot_load(struct ssmspec_http_slot *slot,
                                        const struct ssmspec_request *request) {
    const struct ssmspec_http_sender *const sender = slot->sender;
    slot->is_scripted = request->wire != NULL;
    slot->is_repeated = false;
    slot->began = ssmspec_clock_seconds();
    slot->deadline = slot->began + sender->timeout_seconds;
    GUARD(ssmspec_http_sender_address(sender, request, slot->arena, &slot->sent));
    slot->parts =
        (struct ssmspec_wire_parts){.request = &slot->sent, .host = sender->url.host_header};
    rewind_steps(slot);
    GUARD(ssmspec_http_sender_sign(sender, &slot->sent, slot->arena, &slot->parts.signed_headers,
                                   &slot->parts.signed_count));
    return slot->is_scripted || ssmspec_wire_is_sendable(&slot->parts) ? SSMSPEC_OK
                                                                       : SSMSPEC_ERR_USAGE;
}

/* Bytes that came before they were asked for answer nothing, and a close is one. */
bool ssmspec_http_slot_is_ready(struct ssmspec_http_slot *slot) {
    char byte;
    size_t got = 0;
    return slot->is_connected && !slot->is_scripted &&
           curl_easy_recv(slot->easy, &byte, 1, &got) == CURLE_AGAIN;
}

enum ssmspec_http_step_progress ssmspec_http_slot_end(struct ssmspec_http_slot *slot,
                                                      enum ssmspec_transport transport,
                                                      const char *detail) {
    slot->end = (struct ssmspec_exchange){.transport = transport,
                                          .detail = ssmspec_view_of(detail),
                                          .answers = slot->is_scripted ? slot->answers : 0,
                                          .is_hushed = slot->is_hushed,
                                          .seconds = ssmspec_clock_seconds() - slot->began};
    if (transport == SSMSPEC_DELIVERED) {
        slot->end.response = slot->response;
    }
    return SSMSPEC_HTTP_STEP_ENDED;
}

/* A request that died with a kept connection was sent, even if no new one can be made. */
static bool fail_to_connect(struct ssmspec_http_slot *slot, CURLcode code) {
    (void)ssmspec_http_slot_end(slot, ssmspec_http_outcome(code, slot->is_repeated), "");
    if (ssmspec_http_detail(code, slot->message, slot->arena, &slot->end.detail) != SSMSPEC_OK) {
        slot->end.transport = SSMSPEC_BROKEN;
    }
    return false;
}

bool ssmspec_http_slot_connected(struct ssmspec_http_slot *slot, CURLcode code) {
    if (code != CURLE_OK) {
        return fail_to_connect(slot, code);
    }
    if (curl_easy_getinfo(slot->easy, CURLINFO_ACTIVESOCKET, &slot->socket) != CURLE_OK) {
        (void)ssmspec_http_slot_end(slot, SSMSPEC_BROKEN, "the connection has no socket");
        return false;
    }
    slot->is_connected = true;
    slot->is_kept = false;
    return true;
}

static bool run_out_of_time(struct ssmspec_http_slot *slot) {
    (void)ssmspec_http_slot_end(slot, SSMSPEC_TIMED_OUT, "no whole answer in time");
    return true;
}

/* An answer that came in time may be seen too late, when this machine was busy: it is looked for
 * once more. */
bool ssmspec_http_slot_run(struct ssmspec_http_slot *slot, double now) {
    const bool is_late = now > slot->deadline;
    slot->is_readable |= is_late;
    for (;;) {
        if (is_late && slot->step->verb != SSMSPEC_WIRE_ANSWER &&
            slot->step->verb != SSMSPEC_WIRE_END) {
            return run_out_of_time(slot);
        }
        switch (ssmspec_http_step(slot, now)) {
        case SSMSPEC_HTTP_STEP_WAITS:
            return is_late && run_out_of_time(slot);
        case SSMSPEC_HTTP_STEP_ENDED:
            return true;
        case SSMSPEC_HTTP_STEP_STEPPED:
            slot->step++;
            slot->is_entered = false;
            break;
        }
    }
}

double ssmspec_http_slot_due(const struct ssmspec_http_slot *slot) {
    return slot->until > 0 && slot->until < slot->deadline ? slot->until : slot->deadline;
}

void ssmspec_http_slot_wants(const struct ssmspec_http_slot *slot, struct curl_waitfd *out) {
    const enum ssmspec_wire_verb verb = slot->step->verb;
    const bool is_listening = verb == SSMSPEC_WIRE_ANSWER || verb == SSMSPEC_WIRE_LISTEN ||
                              verb == SSMSPEC_WIRE_HEAD || verb == SSMSPEC_WIRE_HALF_CLOSE;
    *out = (struct curl_waitfd){.fd = CURL_SOCKET_BAD}; /* that a peer is gone is always news */
    if (is_listening || slot->is_stuck) {
        out->fd = slot->socket;
        out->events = (short)(CURL_WAIT_POLLIN | (slot->is_stuck ? CURL_WAIT_POLLOUT : 0));
    }
}

bool ssmspec_http_slot_can_move(const struct ssmspec_http_slot *slot, double now) {
    return slot->is_readable || slot->is_stuck || now >= ssmspec_http_slot_due(slot);
}

bool ssmspec_http_slot_should_repeat(const struct ssmspec_http_slot *slot) {
    return slot->is_kept && !slot->is_repeated && slot->end.transport == SSMSPEC_CLOSED &&
           slot->in.len == 0;
}

void ssmspec_http_slot_repeat(struct ssmspec_http_slot *slot) {
    rewind_steps(slot);
    slot->is_repeated = true;
}

/* A body that should not be there may still be on its way, and would be taken for the next answer.
 */
static bool has_no_body(const struct ssmspec_http_slot *slot) {
    const int status = slot->response.status;
    return status == 204 || status == 304 || ssmspec_view_is(slot->sent.method, "HEAD");
}

bool ssmspec_http_slot_can_keep(const struct ssmspec_http_slot *slot) {
    return slot->is_connected && !slot->is_scripted && slot->end.transport == SSMSPEC_DELIVERED &&
           !slot->is_last && !slot->is_deaf && !slot->is_over && slot->in_used == slot->in.len &&
           !has_no_body(slot) && !ssmspec_wire_says_connection(&slot->sent);
}
