#include "src/exchange/http_reply.h"

#define BODY_KEPT ((size_t)1 << 20) /* a larger buffer is given back after its response */

void ssmspec_http_reply_begin(struct ssmspec_http_reply *reply, struct ssmspec_arena *arena) {
    reply->arena = arena;
    reply->header_count = 0;
    reply->header_bytes = 0;
    reply->is_final = false;
    reply->has_headers = false;
    reply->is_too_large = false;
    reply->is_out_of_memory = false;
    if (reply->body.cap > BODY_KEPT) {
        ssmspec_http_reply_clear(reply);
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
    reply->is_final =
        !ssmspec_view_starts(ssmspec_view_sub(status_line, blank, 2), SSMSPEC_VIEW(" 1"));
    reply->header_count = 0;
}

/* A line that starts with a blank continues the value before it. Source: RFC9112:5.2. */
static bool continue_value(struct ssmspec_http_reply *reply, struct ssmspec_view line) {
    if (reply->header_count == 0) {
        return true;
    }
    struct ssmspec_view *const value = &reply->headers[reply->header_count - 1].value;
    const struct ssmspec_view more = ssmspec_view_trim(line);
    const char *const joined =
        ssmspec_arena_printf(reply->arena, "%.*s %.*s", (int)value->len,
                             value->ptr == NULL ? "" : value->ptr, (int)more.len, more.ptr);
    if (joined == NULL) {
        return fail_memory(reply);
    }
    *value = ssmspec_view_of(joined);
    return true;
}

static bool keep_header(struct ssmspec_http_reply *reply, struct ssmspec_view line) {
    if (reply->header_count == SSMSPEC_HTTP_REPLY_HEADERS_MAX) {
        return fail_size(reply);
    }
    struct ssmspec_view copy;
    if (ssmspec_arena_copy(reply->arena, line, &copy) != SSMSPEC_OK) {
        return fail_memory(reply);
    }
    const size_t colon = ssmspec_view_find(copy, SSMSPEC_VIEW(":"));
    reply->headers[reply->header_count++] = (struct ssmspec_header){
        ssmspec_view_sub(copy, 0, colon),
        ssmspec_view_trim(ssmspec_view_sub(copy, colon + 1, copy.len)),
    };
    return true;
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
        reply->has_headers = reply->is_final;
        return true;
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

enum ssmspec_err ssmspec_http_reply_finish(struct ssmspec_http_reply *reply, int status,
                                           struct ssmspec_response *out) {
    const size_t count = reply->header_count;
    struct ssmspec_header *const headers = ssmspec_arena_raw(reply->arena, count * sizeof *headers);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    if (count > 0) {
        memcpy(headers, reply->headers, count * sizeof *headers);
    }
    struct ssmspec_view body;
    GUARD(ssmspec_arena_copy(reply->arena, ssmspec_bytes_view(&reply->body), &body));
    *out = (struct ssmspec_response){
        .status = status, .headers = headers, .header_count = count, .body = body};
    return SSMSPEC_OK;
}

void ssmspec_http_reply_clear(struct ssmspec_http_reply *reply) {
    const size_t limit = reply->body.limit;
    ssmspec_bytes_clear(&reply->body);
    reply->body.limit = limit;
}
