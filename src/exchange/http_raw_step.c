/* The steps of a wire script. None waits: what cannot be done yet is tried again later. */
#include "src/exchange/http_raw.h"
#include "src/exchange/reply.h"
#include "src/exchange/reply_head.h"

#include <sys/socket.h>

#define HEADS_MAX ((size_t)128 * 1024) /* kept besides a body: heads, and answers before it */

#define PIECE_MAX ((size_t)64 * 1024)

#define WAITS SSMSPEC_HTTP_RAW_WAITS
#define STEPPED SSMSPEC_HTTP_RAW_STEPPED

/* Everything that has come. */
static void receive(struct ssmspec_http_raw *raw) {
    char piece[16 * 1024];
    size_t got = 0;
    while (!raw->is_over && !raw->is_flooded) {
        const CURLcode code = curl_easy_recv(raw->easy, piece, sizeof piece, &got);
        if (code == CURLE_AGAIN) {
            return;
        }
        raw->is_over = code != CURLE_OK || got == 0;
        raw->is_flooded = raw->in.len + got > raw->sender->body_limit + HEADS_MAX;
        if (!raw->is_over && !raw->is_flooded) {
            ssmspec_bytes_add(&raw->in, (struct ssmspec_view){piece, got});
        }
    }
}

static struct ssmspec_view unread(const struct ssmspec_http_raw *raw) {
    const struct ssmspec_view all = ssmspec_bytes_view(&raw->in);
    return ssmspec_view_sub(all, raw->in_used, all.len);
}

static enum ssmspec_err read_reply(struct ssmspec_http_raw *raw, struct ssmspec_reply *out) {
    const struct ssmspec_reply_reading how = {
        .is_over = raw->is_over,
        .is_to_head = ssmspec_view_is(raw->sent.method, "HEAD"),
        .body_limit = raw->sender->body_limit,
    };
    GUARD(ssmspec_bytes_status(&raw->in));
    return ssmspec_reply_read(unread(raw), &how, raw->arena, out);
}

static bool has_answer(struct ssmspec_http_raw *raw) {
    struct ssmspec_reply reply;
    receive(raw);
    return unread(raw).len > 0 && read_reply(raw, &reply) == SSMSPEC_OK &&
           reply.state == SSMSPEC_REPLY_WHOLE;
}

/* Sends what is left of the text, at most `most` bytes. */
static void send_some(struct ssmspec_http_raw *raw, size_t most) {
    const struct ssmspec_view text = ssmspec_view_sub(ssmspec_bytes_view(&raw->out), raw->out_sent,
                                                      most < raw->left ? most : raw->left);
    size_t sent = 0;
    const CURLcode code =
        text.len == 0 ? CURLE_OK : curl_easy_send(raw->easy, text.ptr, text.len, &sent);
    raw->is_stuck = code == CURLE_AGAIN;
    raw->is_deaf |= code != CURLE_OK && code != CURLE_AGAIN;
    raw->out_sent += sent;
    raw->left -= sent;
}

/* Whether nobody reads on: who answers early need not (RFC9112:9.3). */
static bool is_settled(struct ssmspec_http_raw *raw) {
    return has_answer(raw) || raw->is_over;
}

static enum ssmspec_http_raw_progress run_send(struct ssmspec_http_raw *raw, double now) {
    (void)now;
    while (raw->left > 0 && !raw->is_deaf) {
        send_some(raw, raw->out.len);
        if (raw->is_stuck) {
            return is_settled(raw) ? STEPPED : WAITS;
        }
        if (raw->out_sent == raw->out.len && raw->left > 0) {
            raw->out_sent = 0;
            raw->left = is_settled(raw) ? 0 : raw->left;
        }
    }
    return STEPPED;
}

static enum ssmspec_http_raw_progress run_dribble(struct ssmspec_http_raw *raw, double now) {
    if (now < raw->until) {
        return WAITS;
    }
    send_some(raw, 1);
    if (raw->is_deaf || raw->left == 0 || is_settled(raw)) {
        return STEPPED;
    }
    raw->until = now + (double)raw->step->ms / 1000;
    return WAITS;
}

static enum ssmspec_http_raw_progress run_pause(struct ssmspec_http_raw *raw, double now) {
    return now < raw->until ? WAITS : STEPPED;
}

/* Behind an answer that says close a client sends nothing: RFC9112:9.6. */
static enum ssmspec_http_raw_progress take(struct ssmspec_http_raw *raw,
                                           const struct ssmspec_reply *reply) {
    raw->response = reply->response;
    raw->in_used += reply->used;
    raw->answers++;
    raw->is_last = reply->ends_connection;
    raw->is_deaf |= raw->is_last;
    return STEPPED;
}

/* No whole answer, and none will come: the one before it stands, if there is one and nothing was
 * begun after it. */
static enum ssmspec_http_raw_progress run_out(struct ssmspec_http_raw *raw) {
    const bool stands = raw->answers > 0 && (raw->is_last || unread(raw).len == 0);
    raw->is_hushed = stands && !raw->is_last;
    return stands ? ssmspec_http_raw_end(raw, SSMSPEC_DELIVERED, NULL)
                  : ssmspec_http_raw_end(raw, SSMSPEC_CLOSED, "the connection was closed");
}

static enum ssmspec_http_raw_progress run_answer(struct ssmspec_http_raw *raw, double now) {
    struct ssmspec_reply reply;
    receive(raw);
    if (raw->is_last || (raw->is_over && unread(raw).len == 0)) {
        return run_out(raw);
    }
    if (read_reply(raw, &reply) != SSMSPEC_OK) {
        return ssmspec_http_raw_end(raw, SSMSPEC_BROKEN, "out of memory");
    }
    switch (reply.state) {
    case SSMSPEC_REPLY_WHOLE:
        return take(raw, &reply);
    case SSMSPEC_REPLY_CUT:
        return ssmspec_http_raw_end(raw, SSMSPEC_CLOSED, reply.why);
    case SSMSPEC_REPLY_BAD:
        return ssmspec_http_raw_end(raw, SSMSPEC_NOT_HTTP, reply.why);
    case SSMSPEC_REPLY_TOO_LARGE:
        return ssmspec_http_raw_end(raw, SSMSPEC_TOO_LARGE, reply.why);
    case SSMSPEC_REPLY_PARTIAL:
        break;
    }
    if (raw->is_flooded) {
        return ssmspec_http_raw_end(raw, SSMSPEC_TOO_LARGE, "the response exceeds the limit");
    }
    if (raw->until > 0 && now >= raw->until) {
        return ssmspec_http_raw_end(raw, SSMSPEC_TIMED_OUT, "no whole answer in time");
    }
    return WAITS;
}

/* A head and its empty line, whatever it says: 100 Continue is one. */
static bool has_head(const struct ssmspec_http_raw *raw) {
    return ssmspec_reply_head_find(unread(raw)) > 0;
}

static enum ssmspec_http_raw_progress run_head(struct ssmspec_http_raw *raw, double now) {
    receive(raw);
    if (has_head(raw)) {
        return STEPPED;
    }
    if (raw->is_over) {
        return run_out(raw);
    }
    if (raw->until > 0 && now >= raw->until) {
        return ssmspec_http_raw_end(raw, SSMSPEC_TIMED_OUT, "not even a head in time");
    }
    return WAITS;
}

static enum ssmspec_http_raw_progress run_listen(struct ssmspec_http_raw *raw, double now) {
    struct ssmspec_reply reply;
    receive(raw);
    while (unread(raw).len > 0 && read_reply(raw, &reply) == SSMSPEC_OK &&
           reply.state == SSMSPEC_REPLY_WHOLE) {
        raw->in_used += reply.used;
        raw->answers++;
    }
    return raw->is_over || raw->is_flooded || now >= raw->until ? STEPPED : WAITS;
}

static enum ssmspec_http_raw_progress run_half_close(struct ssmspec_http_raw *raw, double now) {
    (void)now;
    raw->is_deaf = true;
    (void)shutdown(raw->socket, SHUT_WR);
    return STEPPED;
}

static enum ssmspec_http_raw_progress run_end(struct ssmspec_http_raw *raw, double now) {
    (void)now;
    return raw->answers > 0 ? ssmspec_http_raw_end(raw, SSMSPEC_DELIVERED, NULL)
                            : ssmspec_http_raw_end(raw, SSMSPEC_CLOSED, "we went away");
}

/* Many repetitions of a short text are sent in few pieces. */
static void write_text(struct ssmspec_http_raw *raw) {
    const struct ssmspec_wire_step *const step = raw->step;
    const unsigned times = step->times == 0 ? 1 : step->times;
    ssmspec_bytes_reset(&raw->out);
    raw->out_sent = raw->left = 0;
    if (step->text.ptr == NULL) {
        return;
    }
    ssmspec_wire_text(&raw->parts, step->text, &raw->out);
    const size_t len = raw->out.len;
    raw->left = len * times;
    while (raw->out.len < raw->left && raw->out.len + len <= PIECE_MAX && !raw->out.failed) {
        ssmspec_wire_text(&raw->parts, step->text, &raw->out);
    }
}

/* Times count from when a step begins. */
static void enter(struct ssmspec_http_raw *raw, double now) {
    const struct ssmspec_wire_step *const step = raw->step;
    const bool is_timed = step->ms > 0 && step->verb != SSMSPEC_WIRE_DRIBBLE;
    raw->is_entered = true;
    raw->is_stuck = false;
    raw->until = is_timed ? now + (double)step->ms / 1000 : 0;
    write_text(raw);
}

enum ssmspec_http_raw_progress ssmspec_http_raw_step(struct ssmspec_http_raw *raw, double now) {
    static enum ssmspec_http_raw_progress (*const runs[])(struct ssmspec_http_raw *, double) = {
        [SSMSPEC_WIRE_END] = run_end,         [SSMSPEC_WIRE_SEND] = run_send,
        [SSMSPEC_WIRE_DRIBBLE] = run_dribble, [SSMSPEC_WIRE_PAUSE] = run_pause,
        [SSMSPEC_WIRE_HEAD] = run_head,       [SSMSPEC_WIRE_ANSWER] = run_answer,
        [SSMSPEC_WIRE_LISTEN] = run_listen,   [SSMSPEC_WIRE_HALF_CLOSE] = run_half_close,
        [SSMSPEC_WIRE_CLOSE] = run_end,
    };
    if (!raw->is_entered) {
        enter(raw, now);
        if (ssmspec_bytes_status(&raw->out) != SSMSPEC_OK) {
            return ssmspec_http_raw_end(raw, SSMSPEC_BROKEN, "out of memory");
        }
    }
    return runs[raw->step->verb](raw, now);
}
