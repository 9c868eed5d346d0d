#include "src/exchange/http_slot.h"

#include "src/exchange/http_outcome.h"

#define SET SSMSPEC_HTTP_SET

static size_t on_line(char *bytes, size_t size, size_t count, void *self) {
    struct ssmspec_http_slot *const slot = self;
    const struct ssmspec_view line = {bytes, size * count};
    return ssmspec_http_reply_line(&slot->reply, line) ? line.len : CURL_WRITEFUNC_ERROR;
}

static size_t on_piece(char *bytes, size_t size, size_t count, void *self) {
    struct ssmspec_http_slot *const slot = self;
    const struct ssmspec_view piece = {bytes, size * count};
    return ssmspec_http_reply_piece(&slot->reply, piece) ? piece.len : CURL_WRITEFUNC_ERROR;
}

static enum ssmspec_err set_callbacks(struct ssmspec_http_slot *slot) {
    SET(slot->easy, CURLOPT_PRIVATE, slot);
    SET(slot->easy, CURLOPT_ERRORBUFFER, slot->message);
    SET(slot->easy, CURLOPT_HEADERFUNCTION, on_line);
    SET(slot->easy, CURLOPT_HEADERDATA, slot);
    SET(slot->easy, CURLOPT_WRITEFUNCTION, on_piece);
    SET(slot->easy, CURLOPT_WRITEDATA, slot);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_http_slot_open(struct ssmspec_http_slot *slot,
                                        const struct ssmspec_http_sender *sender,
                                        const struct ssmspec_http_options *options) {
    GUARD(ssmspec_http_sender_open(sender, options, &slot->easy));
    slot->reply.body.limit = sender->body_limit;
    slot->is_special = true;
    return set_callbacks(slot);
}

/* The start line's parts are divided by blanks and end at a line end. */
static bool fits_start_line(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];
        if (c <= ' ' || c == 0x7f) {
            return false;
        }
    }
    return true;
}

static bool is_plain(const struct ssmspec_http_sender *sender,
                     const struct ssmspec_request *request) {
    return ssmspec_view_is(request->method, "POST") && request->path.ptr == sender->url.path.ptr;
}

/* What a plain POST to the endpoint's own path needs nothing of. */
static enum ssmspec_err set_special(struct ssmspec_http_slot *slot,
                                    const struct ssmspec_request *request) {
    char *const method = ssmspec_arena_text(slot->arena, request->method);
    ENSURE(method != NULL, SSMSPEC_ERR_NOMEM);
    const bool is_head = ssmspec_view_is(request->method, "HEAD");
    const bool is_post = ssmspec_view_is(request->method, "POST");
    slot->is_special = true;
    SET(slot->easy, CURLOPT_REQUEST_TARGET, request->path.ptr);
    SET(slot->easy, CURLOPT_NOBODY, is_head ? 1L : 0L); /* else it would wait for a body */
    if (!is_head && !is_post && request->body.len == 0) {
        SET(slot->easy, CURLOPT_HTTPGET, 1L); /* no Content-Length of 0 */
    } else if (!is_head) {
        SET(slot->easy, CURLOPT_POST, 1L);
    }
    SET(slot->easy, CURLOPT_CUSTOMREQUEST, is_head ? NULL : method);
    return SSMSPEC_OK;
}

static enum ssmspec_err set_plain(struct ssmspec_http_slot *slot) {
    if (!slot->is_special) {
        return SSMSPEC_OK;
    }
    SET(slot->easy, CURLOPT_CUSTOMREQUEST, NULL);
    SET(slot->easy, CURLOPT_REQUEST_TARGET, NULL);
    SET(slot->easy, CURLOPT_NOBODY, 0L);
    SET(slot->easy, CURLOPT_POST, 1L);
    slot->is_special = false;
    return SSMSPEC_OK;
}

static enum ssmspec_err set_lines(struct ssmspec_http_slot *slot,
                                  struct ssmspec_http_sender *sender,
                                  const struct ssmspec_request *request) {
    const struct ssmspec_header *added = NULL;
    size_t added_count = 0;
    GUARD(ssmspec_http_sender_sign(sender, request, slot->arena, &added, &added_count));
    struct curl_slist *lines = NULL;
    GUARD(ssmspec_http_lines(request, added, added_count, &sender->tail, slot->arena, &lines));
    SET(slot->easy, CURLOPT_HTTPHEADER, lines);
    return SSMSPEC_OK;
}

static enum ssmspec_err set_any_connection(struct ssmspec_http_slot *slot) {
    if (slot->is_repeated) {
        SET(slot->easy, CURLOPT_FRESH_CONNECT, 0L);
        slot->is_repeated = false;
    }
    return SSMSPEC_OK;
}

/* Setting the body makes the request a POST, so that it comes first. */
static enum ssmspec_err set_body(struct ssmspec_http_slot *slot, struct ssmspec_view body) {
    SET(slot->easy, CURLOPT_POSTFIELDS, body.len == 0 ? "" : body.ptr);
    SET(slot->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body.len);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_http_slot_load(struct ssmspec_http_slot *slot,
                                        struct ssmspec_http_sender *sender,
                                        const struct ssmspec_request *request) {
    ENSURE(request->method.len > 0 && fits_start_line(request->method), SSMSPEC_ERR_USAGE);
    ENSURE(fits_start_line(request->path), SSMSPEC_ERR_USAGE);
    struct ssmspec_request sent;
    GUARD(ssmspec_http_sender_address(sender, request, slot->arena, &sent));
    GUARD(set_any_connection(slot));
    GUARD(set_body(slot, request->body));
    if (is_plain(sender, &sent)) {
        GUARD(set_plain(slot));
    } else {
        GUARD(set_special(slot, &sent));
    }
    GUARD(set_lines(slot, sender, &sent));
    ssmspec_http_reply_begin(&slot->reply, ssmspec_view_is(request->method, "HEAD"), slot->arena);
    slot->message[0] = '\0';
    return SSMSPEC_OK;
}

static bool has_sent(const struct ssmspec_http_slot *slot) {
    long bytes = 0;
    return slot->is_repeated ||
           (curl_easy_getinfo(slot->easy, CURLINFO_REQUEST_SIZE, &bytes) == CURLE_OK && bytes > 0);
}

static bool is_on_kept_connection(CURL *easy) {
    long made = 0;
    return curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &made) == CURLE_OK && made == 0;
}

/* curl itself tries a few other connections, but each of them may be a kept one too. */
bool ssmspec_http_slot_repeats(struct ssmspec_http_slot *slot, CURLcode code) {
    const bool is_closed =
        code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING;
    if (!is_closed || slot->is_repeated || slot->reply.header_bytes > 0 ||
        !is_on_kept_connection(slot->easy) ||
        curl_easy_setopt(slot->easy, CURLOPT_FRESH_CONNECT, 1L) != CURLE_OK) {
        return false;
    }
    slot->is_repeated = true;
    slot->message[0] = '\0';
    return true;
}

static double seconds_of(CURL *easy) {
    curl_off_t microseconds = 0;
    const CURLcode code = curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &microseconds);
    return code == CURLE_OK ? (double)microseconds / 1e6 : 0;
}

static enum ssmspec_transport outcome_of(const struct ssmspec_http_slot *slot, CURLcode code) {
    if (slot->reply.is_too_large) {
        return SSMSPEC_TOO_LARGE;
    }
    if (slot->reply.is_out_of_memory) {
        return SSMSPEC_BROKEN;
    }
    return ssmspec_http_outcome(code, slot->message, has_sent(slot));
}

static enum ssmspec_err fill(struct ssmspec_http_slot *slot, CURLcode code) {
    struct ssmspec_exchange *const result = slot->result;
    if (slot->reply.fault != NULL) {
        result->transport = SSMSPEC_NOT_HTTP;
        result->detail = ssmspec_view_of(slot->reply.fault);
        return SSMSPEC_OK;
    }
    result->transport = outcome_of(slot, code);
    if (result->transport == SSMSPEC_TOO_LARGE) {
        result->detail = SSMSPEC_VIEW("the response exceeds the limit");
        return SSMSPEC_OK;
    }
    if (result->transport != SSMSPEC_DELIVERED) {
        return ssmspec_http_detail(code, slot->message, slot->arena, &result->detail);
    }
    /* curl takes the end of the connection for the end of the head. */
    if (!slot->reply.has_headers) {
        result->transport = SSMSPEC_CLOSED;
        result->detail = SSMSPEC_VIEW("the connection ended within the head");
        return SSMSPEC_OK;
    }
    long status = 0;
    if (curl_easy_getinfo(slot->easy, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK ||
        status < 100 || status > 999) {
        result->transport = SSMSPEC_NOT_HTTP;
        result->detail = SSMSPEC_VIEW("the status code is not a number of three digits");
        return SSMSPEC_OK;
    }
    return ssmspec_http_reply_finish(&slot->reply, (int)status, &result->response);
}

void ssmspec_http_slot_finish(struct ssmspec_http_slot *slot, CURLcode code) {
    *slot->result = (struct ssmspec_exchange){.seconds = seconds_of(slot->easy)};
    const enum ssmspec_err err = fill(slot, code);
    ssmspec_http_reply_end(&slot->reply);
    if (err != SSMSPEC_OK) {
        ssmspec_http_slot_break(slot, ssmspec_err_text(err));
    }
}

void ssmspec_http_slot_break(struct ssmspec_http_slot *slot, const char *reason) {
    *slot->result =
        (struct ssmspec_exchange){.transport = SSMSPEC_BROKEN, .detail = ssmspec_view_of(reason)};
}

void ssmspec_http_slot_close(struct ssmspec_http_slot *slot) {
    ssmspec_http_raw_free(slot->raw);
    curl_easy_cleanup(slot->easy);
    ssmspec_http_reply_clear(&slot->reply);
}
