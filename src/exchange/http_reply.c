#include "src/exchange/http_reply.h"

#include "src/exchange/body_length.h"

#define BODY_KEPT ((size_t)1 << 16) /* a larger buffer is given back after its response */

static void clear_body(struct ssmspec_http_reply *reply) {
    const size_t limit = reply->body.limit;
    ssmspec_bytes_clear(&reply->body);
    reply->body.limit = limit;
}

void ssmspec_http_reply_begin(struct ssmspec_http_reply *reply, bool is_to_head,
                              struct ssmspec_arena *arena) {
    reply->arena = arena;
    reply->header_count = 0;
    reply->header_bytes = 0;
    ssmspec_bytes_reset(&reply->head);
    reply->is_to_head = is_to_head;
    reply->is_final = false;
    reply->is_bare = false;
    reply->has_headers = false;
    reply->fault = NULL;
    reply->is_too_large = false;
    reply->is_out_of_memory = false;
    ssmspec_http_reply_end(reply);
}

void ssmspec_http_reply_end(struct ssmspec_http_reply *reply) {
    if (reply->body.cap > BODY_KEPT) {
        clear_body(reply);
    }
    ssmspec_bytes_reset(&reply->body);
}

static struct ssmspec_view without_line_end(struct ssmspec_view line) {
    while (line.len > 0 && (line.ptr[line.len - 1] == '\n' || line.ptr[line.len - 1] == '\r')) {
        line.len--;
    }
    return line;
}

static bool fail_memory(struct ssmspec_http_reply *reply) {
    reply->is_out_of_memory = true;
    return false;
}

static bool fail_size(struct ssmspec_http_reply *reply) {
    reply->is_too_large = true;
    return false;
}

static void start_response(struct ssmspec_http_reply *reply, struct ssmspec_view status_line) {
    const size_t blank = ssmspec_view_find(status_line, SSMSPEC_VIEW(" "));
    const struct ssmspec_view status = ssmspec_view_sub(status_line, blank, 4);
    reply->is_final = !ssmspec_view_starts(status, SSMSPEC_VIEW(" 1"));
    reply->is_bare =
        reply->is_to_head || ssmspec_view_is(status, " 204") || ssmspec_view_is(status, " 304");
    reply->header_count = 0;
    ssmspec_bytes_reset(&reply->head);
}

static struct ssmspec_view without_blanks_behind(struct ssmspec_view line) {
    while (line.len > 0 && (line.ptr[line.len - 1] == ' ' || line.ptr[line.len - 1] == '\t')) {
        line.len--;
    }
    return line;
}

static bool keep_text(struct ssmspec_http_reply *reply, struct ssmspec_view text) {
    ssmspec_bytes_add(&reply->head, without_blanks_behind(text));
    return ssmspec_bytes_status(&reply->head) == SSMSPEC_OK || fail_memory(reply);
}

/* A line that starts with a blank continues the value before it. Source: RFC9112:5.2. */
static bool continue_value(struct ssmspec_http_reply *reply, struct ssmspec_view line) {
    if (reply->header_count == 0) {
        return true;
    }
    const struct ssmspec_view more = ssmspec_view_trim(line);
    ssmspec_bytes_add_text(&reply->head, more.len == 0 ? "" : " ");
    return keep_text(reply, more);
}

static bool keep_header(struct ssmspec_http_reply *reply, struct ssmspec_view line) {
    if (reply->header_count == SSMSPEC_HTTP_REPLY_HEADERS_MAX) {
        return fail_size(reply);
    }
    reply->starts[reply->header_count++] = reply->head.len;
    return keep_text(reply, line);
}

static struct ssmspec_header header_of(struct ssmspec_view line) {
    const size_t colon = ssmspec_view_find(line, SSMSPEC_VIEW(":"));
    return (struct ssmspec_header){
        ssmspec_view_sub(line, 0, colon),
        ssmspec_view_trim(ssmspec_view_sub(line, colon + 1, line.len)),
    };
}

static struct ssmspec_header header_at(const struct ssmspec_http_reply *reply,
                                       struct ssmspec_view head, size_t at) {
    const size_t end = at + 1 < reply->header_count ? reply->starts[at + 1] : head.len;
    return header_of(ssmspec_view_sub(head, reply->starts[at], end - reply->starts[at]));
}

/* Lengths that differ leave in doubt where the body ends, and curl believes one of them. Where
 * there is a coding they do not count. Source: RFC9112:6.3. */
static bool check_length(struct ssmspec_http_reply *reply) {
    const struct ssmspec_view head = ssmspec_bytes_view(&reply->head);
    struct ssmspec_body_length length = {0};
    for (size_t i = 0; i < reply->header_count; i++) {
        const struct ssmspec_header header = header_at(reply, head, i);
        if (ssmspec_view_eq_nocase(header.name, SSMSPEC_VIEW("Transfer-Encoding"))) {
            return true;
        }
        if (ssmspec_view_eq_nocase(header.name, SSMSPEC_VIEW("Content-Length"))) {
            ssmspec_body_length_add(&length, header.value);
        }
    }
    reply->fault = length.fault;
    return length.fault == NULL;
}

static bool end_head(struct ssmspec_http_reply *reply) {
    reply->has_headers = reply->is_final;
    return !reply->is_final || reply->is_bare || check_length(reply);
}

bool ssmspec_http_reply_line(struct ssmspec_http_reply *reply, struct ssmspec_view line) {
    reply->header_bytes += line.len;
    if (reply->header_bytes > SSMSPEC_HTTP_REPLY_HEADER_BYTES_MAX) {
        return fail_size(reply);
    }
    if (reply->has_headers) {
        return true;
    }
    const struct ssmspec_view text = without_line_end(line);
    if (ssmspec_view_starts(text, SSMSPEC_VIEW("HTTP/"))) {
        start_response(reply, text);
        return true;
    }
    if (text.len == 0) {
        return end_head(reply);
    }
    const bool is_continued = text.ptr[0] == ' ' || text.ptr[0] == '\t';
    return is_continued ? continue_value(reply, text) : keep_header(reply, text);
}

bool ssmspec_http_reply_piece(struct ssmspec_http_reply *reply, struct ssmspec_view piece) {
    ssmspec_bytes_add(&reply->body, piece);
    const enum ssmspec_err err = ssmspec_bytes_status(&reply->body);
    if (err == SSMSPEC_OK) {
        return true;
    }
    return err == SSMSPEC_ERR_LIMIT ? fail_size(reply) : fail_memory(reply);
}

/* One copy for all, cut where each header begins. */
static enum ssmspec_err finish_headers(const struct ssmspec_http_reply *reply,
                                       const struct ssmspec_header **out) {
    const size_t count = reply->header_count;
    struct ssmspec_header *const headers = ssmspec_arena_raw(reply->arena, count * sizeof *headers);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_view head;
    GUARD(ssmspec_arena_copy(reply->arena, ssmspec_bytes_view(&reply->head), &head));
    for (size_t i = 0; i < count; i++) {
        headers[i] = header_at(reply, head, i);
    }
    *out = headers;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_http_reply_finish(struct ssmspec_http_reply *reply, int status,
                                           struct ssmspec_response *out) {
    const struct ssmspec_header *headers = NULL;
    GUARD(finish_headers(reply, &headers));
    struct ssmspec_view body;
    GUARD(ssmspec_arena_copy(reply->arena, ssmspec_bytes_view(&reply->body), &body));
    *out = (struct ssmspec_response){
        .status = status, .headers = headers, .header_count = reply->header_count, .body = body};
    return SSMSPEC_OK;
}

void ssmspec_http_reply_clear(struct ssmspec_http_reply *reply) {
    ssmspec_bytes_clear(&reply->head);
    clear_body(reply);
}
