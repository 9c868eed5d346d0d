#include "src/exchange/reply.h"

#include "src/exchange/reply_head.h"

#define CHUNK_LINE_MAX 4096 /* size and extensions */

static enum ssmspec_err end_as(struct ssmspec_reply *out, enum ssmspec_reply_state state,
                               const char *why) {
    out->state = state;
    out->why = why;
    return SSMSPEC_OK;
}

/* What is missing never comes once the bytes are over. */
static enum ssmspec_err want_more(const struct ssmspec_reply_reading *how, const char *what,
                                  struct ssmspec_reply *out) {
    return how->is_over ? end_as(out, SSMSPEC_REPLY_CUT, what)
                        : end_as(out, SSMSPEC_REPLY_PARTIAL, NULL);
}

/* One pass over the chunks; with a place to write to, their data goes there. */
struct chunks {
    struct ssmspec_view rest;
    char *to; /* NULL: only measure */
    size_t data_bytes;
    enum ssmspec_reply_state state;
    const char *why;
};

static int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char low = (char)(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* The digits before any extension. */
static bool read_size(struct ssmspec_view line, size_t *out) {
    size_t size = 0;
    size_t digits = 0;
    while (digits < line.len && hex_value(line.ptr[digits]) >= 0 && digits < 15) {
        size = size * 16 + (size_t)hex_value(line.ptr[digits++]);
    }
    *out = size;
    return digits > 0 && (digits == line.len || line.ptr[digits] == ';' ||
                          line.ptr[digits] == ' ' || line.ptr[digits] == '\t');
}

static bool has_line(struct ssmspec_view bytes) {
    return bytes.len > 0 && memchr(bytes.ptr, '\n', bytes.len) != NULL;
}

static bool stop(struct chunks *chunks, enum ssmspec_reply_state state, const char *why) {
    chunks->state = state;
    chunks->why = why;
    return false;
}

/* Trailers up to the empty line. */
static bool read_trailers(struct chunks *chunks) {
    while (has_line(chunks->rest)) {
        if (ssmspec_reply_line(&chunks->rest).len == 0) {
            return stop(chunks, SSMSPEC_REPLY_WHOLE, NULL);
        }
    }
    return stop(chunks, SSMSPEC_REPLY_PARTIAL, NULL);
}

/* One chunk; false at the end, whichever. */
static bool read_chunk(struct chunks *chunks, size_t limit) {
    size_t size = 0;
    if (!has_line(chunks->rest)) {
        const bool is_endless = chunks->rest.len > CHUNK_LINE_MAX;
        return stop(chunks, is_endless ? SSMSPEC_REPLY_BAD : SSMSPEC_REPLY_PARTIAL,
                    "a chunk has no size");
    }
    const struct ssmspec_view line = ssmspec_reply_line(&chunks->rest);
    if (line.len >= CHUNK_LINE_MAX || !read_size(line, &size)) {
        return stop(chunks, SSMSPEC_REPLY_BAD, "a chunk has no size");
    }
    if (size == 0) {
        return read_trailers(chunks);
    }
    if (size > limit - chunks->data_bytes) {
        return stop(chunks, SSMSPEC_REPLY_TOO_LARGE, "the chunks exceed the limit");
    }
    if (chunks->rest.len < size) {
        return stop(chunks, SSMSPEC_REPLY_PARTIAL, NULL);
    }
    if (chunks->to != NULL) {
        memcpy(chunks->to + chunks->data_bytes, chunks->rest.ptr, size);
    }
    chunks->data_bytes += size;
    chunks->rest = ssmspec_view_sub(chunks->rest, size, chunks->rest.len);
    if (!has_line(chunks->rest)) {
        return stop(chunks, chunks->rest.len > 2 ? SSMSPEC_REPLY_BAD : SSMSPEC_REPLY_PARTIAL,
                    "a chunk is longer than it says");
    }
    return ssmspec_reply_line(&chunks->rest).len == 0 ||
           stop(chunks, SSMSPEC_REPLY_BAD, "a chunk is longer than it says");
}

static struct chunks read_chunks(struct ssmspec_view bytes, size_t limit, char *to) {
    struct chunks chunks = {.rest = bytes, .to = to};
    while (read_chunk(&chunks, limit)) {
    }
    return chunks;
}

static enum ssmspec_err take_chunks(struct ssmspec_view bytes,
                                    const struct ssmspec_reply_reading *how,
                                    struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    const struct chunks measured = read_chunks(bytes, how->body_limit, NULL);
    if (measured.state == SSMSPEC_REPLY_PARTIAL) {
        return want_more(how, "the chunks do not end", out);
    }
    if (measured.state != SSMSPEC_REPLY_WHOLE) {
        return end_as(out, measured.state, measured.why);
    }
    char *const body = ssmspec_arena_raw(arena, measured.data_bytes + 1);
    ENSURE(body != NULL, SSMSPEC_ERR_NOMEM);
    (void)read_chunks(bytes, how->body_limit, body);
    body[measured.data_bytes] = '\0';
    out->response.body = (struct ssmspec_view){body, measured.data_bytes};
    out->used += bytes.len - measured.rest.len;
    return end_as(out, SSMSPEC_REPLY_WHOLE, NULL);
}

static enum ssmspec_err take_bytes(struct ssmspec_view bytes, size_t length,
                                   struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    GUARD(ssmspec_arena_copy(arena, ssmspec_view_sub(bytes, 0, length), &out->response.body));
    out->used += length;
    return end_as(out, SSMSPEC_REPLY_WHOLE, NULL);
}

static enum ssmspec_err take_body(struct ssmspec_view bytes, const struct ssmspec_reply_head *head,
                                  const struct ssmspec_reply_reading *how,
                                  struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    switch (head->framing) {
    case SSMSPEC_REPLY_BY_CHUNKS:
        return take_chunks(bytes, how, arena, out);
    case SSMSPEC_REPLY_BY_LENGTH:
        if (head->length > how->body_limit) {
            return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "the body exceeds the limit");
        }
        return bytes.len < head->length ? want_more(how, "the body is cut short", out)
                                        : take_bytes(bytes, head->length, arena, out);
    case SSMSPEC_REPLY_BY_CLOSE:
        if (bytes.len > how->body_limit) {
            return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "the body exceeds the limit");
        }
        return how->is_over ? take_bytes(bytes, bytes.len, arena, out)
                            : end_as(out, SSMSPEC_REPLY_PARTIAL, NULL);
    }
    return end_as(out, SSMSPEC_REPLY_BAD, "the body has no end");
}

static bool says(const struct ssmspec_reply_head *head, const char *word) {
    const struct ssmspec_view value =
        ssmspec_headers_find(head->headers, head->header_count, "Connection");
    return ssmspec_view_eq_nocase(value, ssmspec_view_of(word));
}

/* RFC9112:9.3 */
static bool ends_connection(const struct ssmspec_reply_head *head) {
    return says(head, "close") || (head->is_old && !says(head, "keep-alive")) ||
           head->framing == SSMSPEC_REPLY_BY_CLOSE;
}

static enum ssmspec_err keep_head(const struct ssmspec_reply_head *head,
                                  struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    const size_t bytes = head->header_count * sizeof(struct ssmspec_header);
    struct ssmspec_header *const headers = ssmspec_arena_raw(arena, bytes + 1);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    memcpy(headers, head->headers, bytes);
    out->ends_connection = ends_connection(head);
    out->response.status = head->status;
    out->response.headers = headers;
    out->response.header_count = head->header_count;
    return SSMSPEC_OK;
}

static bool starts_as_http(struct ssmspec_view bytes) {
    const struct ssmspec_view wanted = SSMSPEC_VIEW("HTTP/1.");
    const size_t most = bytes.len < wanted.len ? bytes.len : wanted.len;
    return memcmp(bytes.ptr, wanted.ptr, most) == 0;
}

/* The head at out->used; *is_final whether it is the one that counts. */
static enum ssmspec_err take_head(struct ssmspec_view bytes,
                                  const struct ssmspec_reply_reading *how,
                                  struct ssmspec_arena *arena, struct ssmspec_reply_head *head,
                                  struct ssmspec_reply *out) {
    const struct ssmspec_view rest = ssmspec_view_sub(bytes, out->used, bytes.len);
    if (rest.len > 0 && !starts_as_http(rest)) {
        return end_as(out, SSMSPEC_REPLY_BAD, "there is no status line");
    }
    const size_t end =
        ssmspec_reply_head_find(ssmspec_view_sub(rest, 0, SSMSPEC_REPLY_HEAD_BYTES_MAX));
    if (end == 0 && rest.len >= SSMSPEC_REPLY_HEAD_BYTES_MAX) {
        return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "the headers exceed the limit");
    }
    if (end == 0) {
        return want_more(how, "the headers are cut short", out);
    }
    char *const text = ssmspec_arena_text(arena, ssmspec_view_sub(rest, 0, end));
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    out->used += end;
    const char *const fault = ssmspec_reply_head_read(text, end, how->is_to_head, head);
    return fault == NULL ? end_as(out, SSMSPEC_REPLY_WHOLE, NULL)
                         : end_as(out, SSMSPEC_REPLY_BAD, fault);
}

enum ssmspec_err ssmspec_reply_read(struct ssmspec_view bytes,
                                    const struct ssmspec_reply_reading *how,
                                    struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    struct ssmspec_reply_head head;
    *out = (struct ssmspec_reply){.state = SSMSPEC_REPLY_PARTIAL};
    for (unsigned i = 0; i <= SSMSPEC_REPLY_INTERIM_MAX; i++) {
        GUARD(take_head(bytes, how, arena, &head, out));
        if (out->state != SSMSPEC_REPLY_WHOLE) {
            return SSMSPEC_OK;
        }
        if (head.status >= 200) {
            GUARD(keep_head(&head, arena, out));
            return take_body(ssmspec_view_sub(bytes, out->used, bytes.len), &head, how, arena, out);
        }
    }
    return end_as(out, SSMSPEC_REPLY_BAD, "there are too many interim answers");
}
