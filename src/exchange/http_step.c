/* The steps of an exchange. None waits: what cannot be done yet is tried again later. */
#include "src/exchange/http_slot.h"
#include "src/exchange/reply_head.h"

#include <sys/socket.h>

#define HEADS_MAX ((size_t)128 * 1024) /* kept besides a body: heads, and answers before it */

#define PIECE_MAX ((size_t)64 * 1024)
#define PIECE_IN ((size_t)16 * 1024)

#define WAITS SSMSPEC_HTTP_STEP_WAITS
#define STEPPED SSMSPEC_HTTP_STEP_STEPPED

/* Everything that has come. A script may have sent for long without anybody waiting for bytes. */
static void receive(struct ssmspec_http_slot *slot) {
    char piece[PIECE_IN];
    slot->is_readable |= slot->is_scripted;
    while (slot->is_readable && !slot->is_over && !slot->is_flooded) {
        size_t got = 0;
        const CURLcode code = curl_easy_recv(slot->easy, piece, sizeof piece, &got);
        if (code == CURLE_AGAIN) {
            slot->is_readable = false;
            return;
        }
        slot->is_over = code != CURLE_OK || got == 0;
        slot->is_flooded = slot->in.len + got > slot->sender->body_limit + HEADS_MAX;
        if (!slot->is_over && !slot->is_flooded) {
            ssmspec_bytes_add(&slot->in, (struct ssmspec_view){piece, got});
        }
        /* Encrypted bytes may wait where nobody sees them. */
        slot->is_readable = got == sizeof piece || slot->sender->url.is_encrypted;
    }
}

static struct ssmspec_view unread(const struct ssmspec_http_slot *slot) {
    const struct ssmspec_view all = ssmspec_bytes_view(&slot->in);
    return ssmspec_view_sub(all, slot->in_used, all.len);
}

static enum ssmspec_err read_reply(struct ssmspec_http_slot *slot, struct ssmspec_reply *out) {
    const struct ssmspec_reply_reading how = {
        .is_over = slot->is_over,
        .is_to_head = ssmspec_view_is(slot->sent.method, "HEAD"),
        .body_limit = slot->sender->body_limit,
    };
    GUARD(ssmspec_bytes_status(&slot->in));
    return ssmspec_reply_go_on(&slot->reader, unread(slot), &how, slot->arena, out);
}

/* What follows is another answer. */
static void pass(struct ssmspec_http_slot *slot, const struct ssmspec_reply *reply) {
    slot->in_used += reply->used;
    slot->answers++;
    ssmspec_reply_begin(&slot->reader);
}

/* Sends what is left of the text, at most `most` bytes. */
static void send_some(struct ssmspec_http_slot *slot, size_t most) {
    const struct ssmspec_view text = ssmspec_view_sub(
        ssmspec_bytes_view(&slot->out), slot->out_sent, most < slot->left ? most : slot->left);
    size_t sent = 0;
    const CURLcode code =
        text.len == 0 ? CURLE_OK : curl_easy_send(slot->easy, text.ptr, text.len, &sent);
    slot->is_stuck = code == CURLE_AGAIN;
    slot->is_deaf |= code != CURLE_OK && code != CURLE_AGAIN;
    slot->out_sent += sent;
    slot->left -= sent;
}

/* Whether nobody reads on: who answers early need not (RFC9112:9.3), whatever the answer is. */
static bool is_settled(struct ssmspec_http_slot *slot) {
    struct ssmspec_reply reply;
    receive(slot);
    if (slot->is_over || slot->is_flooded) {
        return true;
    }
    return unread(slot).len > 0 &&
           (read_reply(slot, &reply) != SSMSPEC_OK || reply.state != SSMSPEC_REPLY_PARTIAL);
}

/* What is left of the text stays unsent, and what followed it would be taken for it. */
static enum ssmspec_http_step_progress give_up_sending(struct ssmspec_http_slot *slot) {
    slot->is_deaf = true;
    return STEPPED;
}

static enum ssmspec_http_step_progress run_send(struct ssmspec_http_slot *slot, double now) {
    (void)now;
    while (slot->left > 0 && !slot->is_deaf) {
        send_some(slot, slot->out.len);
        if (slot->is_stuck) {
            return is_settled(slot) ? give_up_sending(slot) : WAITS;
        }
        if (slot->out_sent == slot->out.len && slot->left > 0) {
            slot->out_sent = 0;
            slot->left = is_settled(slot) ? 0 : slot->left;
        }
    }
    return STEPPED;
}

static enum ssmspec_http_step_progress run_dribble(struct ssmspec_http_slot *slot, double now) {
    if (now < slot->until) {
        return WAITS;
    }
    send_some(slot, 1);
    if (slot->is_deaf || slot->left == 0 || is_settled(slot)) {
        return STEPPED;
    }
    slot->until = now + (double)slot->step->ms / 1000;
    return WAITS;
}

static enum ssmspec_http_step_progress run_pause(struct ssmspec_http_slot *slot, double now) {
    return now < slot->until ? WAITS : STEPPED;
}

/* Behind an answer that says close a client sends nothing: RFC9112:9.6. */
static enum ssmspec_http_step_progress take(struct ssmspec_http_slot *slot,
                                            const struct ssmspec_reply *reply) {
    slot->response = reply->response;
    pass(slot, reply);
    slot->is_last = reply->ends_connection;
    slot->is_deaf |= slot->is_last;
    return STEPPED;
}

/* No whole answer, and none will come: the one before it stands, if there is one and nothing was
 * begun after it. */
static enum ssmspec_http_step_progress run_out(struct ssmspec_http_slot *slot) {
    const bool stands = slot->answers > 0 && (slot->is_last || unread(slot).len == 0);
    slot->is_hushed = stands && !slot->is_last;
    return stands ? ssmspec_http_slot_end(slot, SSMSPEC_DELIVERED, NULL)
                  : ssmspec_http_slot_end(slot, SSMSPEC_CLOSED, "the connection was closed");
}

static enum ssmspec_http_step_progress run_answer(struct ssmspec_http_slot *slot, double now) {
    struct ssmspec_reply reply;
    receive(slot);
    if (slot->is_last || (slot->is_over && unread(slot).len == 0)) {
        return run_out(slot);
    }
    if (read_reply(slot, &reply) != SSMSPEC_OK) {
        return ssmspec_http_slot_end(slot, SSMSPEC_BROKEN, "out of memory");
    }
    switch (reply.state) {
    case SSMSPEC_REPLY_WHOLE:
        return take(slot, &reply);
    case SSMSPEC_REPLY_CUT:
        return ssmspec_http_slot_end(slot, SSMSPEC_CLOSED, reply.why);
    case SSMSPEC_REPLY_BAD:
        return ssmspec_http_slot_end(slot, SSMSPEC_NOT_HTTP, reply.why);
    case SSMSPEC_REPLY_TOO_LARGE:
        return ssmspec_http_slot_end(slot, SSMSPEC_TOO_LARGE, reply.why);
    case SSMSPEC_REPLY_PARTIAL:
        break;
    }
    if (slot->is_flooded) {
        return ssmspec_http_slot_end(slot, SSMSPEC_TOO_LARGE, "the response exceeds the limit");
    }
    if (slot->until > 0 && now >= slot->until) {
        return ssmspec_http_slot_end(slot, SSMSPEC_TIMED_OUT, "no whole answer in time");
    }
    return WAITS;
}

/* A head and its empty line, whatever it says: 100 Continue is one. */
static enum ssmspec_http_step_progress run_head(struct ssmspec_http_slot *slot, double now) {
    receive(slot);
    const struct ssmspec_view start =
        ssmspec_view_sub(unread(slot), 0, SSMSPEC_REPLY_HEAD_BYTES_MAX);
    if (ssmspec_reply_head_find(start) > 0) {
        return STEPPED;
    }
    if (start.len == SSMSPEC_REPLY_HEAD_BYTES_MAX) {
        return ssmspec_http_slot_end(slot, SSMSPEC_TOO_LARGE, "the headers exceed the limit");
    }
    if (slot->is_over) {
        return run_out(slot);
    }
    if (slot->until > 0 && now >= slot->until) {
        return ssmspec_http_slot_end(slot, SSMSPEC_TIMED_OUT, "not even a head in time");
    }
    return WAITS;
}

static enum ssmspec_http_step_progress run_listen(struct ssmspec_http_slot *slot, double now) {
    struct ssmspec_reply reply;
    receive(slot);
    while (unread(slot).len > 0 && read_reply(slot, &reply) == SSMSPEC_OK &&
           reply.state == SSMSPEC_REPLY_WHOLE) {
        pass(slot, &reply);
    }
    return slot->is_over || slot->is_flooded || now >= slot->until ? STEPPED : WAITS;
}

/* Many a server takes the end of a client's bytes for the end of its interest, and over TLS it
 * looks as if bytes had been cut off: whoever answers anyway is not told. */
static enum ssmspec_http_step_progress run_half_close(struct ssmspec_http_slot *slot, double now) {
    slot->is_deaf = true;
    if (is_settled(slot)) {
        return STEPPED;
    }
    if (now < slot->until) {
        return WAITS;
    }
    (void)shutdown(slot->socket, SHUT_WR);
    return STEPPED;
}

static enum ssmspec_http_step_progress run_end(struct ssmspec_http_slot *slot, double now) {
    (void)now;
    return slot->answers > 0 ? ssmspec_http_slot_end(slot, SSMSPEC_DELIVERED, NULL)
                             : ssmspec_http_slot_end(slot, SSMSPEC_CLOSED, "we went away");
}

/* Many repetitions of a short text are sent in few pieces. */
static void write_text(struct ssmspec_http_slot *slot) {
    const struct ssmspec_wire_step *const step = slot->step;
    const unsigned times = step->times == 0 ? 1 : step->times;
    ssmspec_bytes_reset(&slot->out);
    slot->out_sent = slot->left = 0;
    if (step->text.ptr == NULL) {
        return;
    }
    ssmspec_wire_text(&slot->parts, step->text, &slot->out);
    const size_t len = slot->out.len;
    slot->left = len * times;
    while (slot->out.len < slot->left && slot->out.len + len <= PIECE_MAX && !slot->out.failed) {
        ssmspec_wire_text(&slot->parts, step->text, &slot->out);
    }
}

/* Times count from when a step begins. */
static void enter(struct ssmspec_http_slot *slot, double now) {
    const struct ssmspec_wire_step *const step = slot->step;
    const bool is_timed = step->ms > 0 && step->verb != SSMSPEC_WIRE_DRIBBLE;
    slot->is_entered = true;
    slot->is_stuck = false;
    slot->until = is_timed ? now + (double)step->ms / 1000 : 0;
    write_text(slot);
}

enum ssmspec_http_step_progress ssmspec_http_step(struct ssmspec_http_slot *slot, double now) {
    static enum ssmspec_http_step_progress (*const runs[])(struct ssmspec_http_slot *, double) = {
        [SSMSPEC_WIRE_END] = run_end,         [SSMSPEC_WIRE_SEND] = run_send,
        [SSMSPEC_WIRE_DRIBBLE] = run_dribble, [SSMSPEC_WIRE_PAUSE] = run_pause,
        [SSMSPEC_WIRE_HEAD] = run_head,       [SSMSPEC_WIRE_ANSWER] = run_answer,
        [SSMSPEC_WIRE_LISTEN] = run_listen,   [SSMSPEC_WIRE_HALF_CLOSE] = run_half_close,
        [SSMSPEC_WIRE_CLOSE] = run_end,
    };
    if (!slot->is_entered) {
        enter(slot, now);
        if (ssmspec_bytes_status(&slot->out) != SSMSPEC_OK) {
            return ssmspec_http_slot_end(slot, SSMSPEC_BROKEN, "out of memory");
        }
    }
    return runs[slot->step->verb](slot, now);
}
