#include "src/exchange/reply.h"

#include "src/exchange/list.h"
#include "src/exchange/reply_chunks.h"
#include "src/exchange/reply_head.h"

static enum ssmspec_err end_as(struct ssmspec_reply *out, enum ssmspec_reply_state state,
                               const char *why) {
    out->state = state;
    out->why = why;
    return SSMSPEC_OK;
}

/* What is missing never comes once the bytes are over. */
static enum ssmspec_err want(struct ssmspec_reply_reader *reader, size_t bytes,
                             const struct ssmspec_reply_reading *how, const char *what,
                             struct ssmspec_reply *out) {
    reader->wanted = bytes;
    return how->is_over ? end_as(out, SSMSPEC_REPLY_CUT, what)
                        : end_as(out, SSMSPEC_REPLY_PARTIAL, NULL);
}

/* Measured as they come, copied once all are there. */
static enum ssmspec_err take_chunks(struct ssmspec_reply_reader *reader, struct ssmspec_view bytes,
                                    const struct ssmspec_reply_reading *how,
                                    struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    struct ssmspec_reply_chunks chunks = {.rest =
                                              ssmspec_view_sub(bytes, reader->chunk_at, bytes.len),
                                          .data_bytes = reader->chunk_bytes};
    ssmspec_reply_chunks_read(&chunks, how->body_limit);
    if (chunks.state == SSMSPEC_REPLY_PARTIAL) {
        reader->chunk_at = bytes.len - chunks.rest.len;
        reader->chunk_bytes = chunks.data_bytes;
        return want(reader, bytes.len + 1, how, "the chunks do not end", out);
    }
    if (chunks.state != SSMSPEC_REPLY_WHOLE) {
        return end_as(out, chunks.state, chunks.why);
    }
    char *const body = ssmspec_arena_raw(arena, chunks.data_bytes + 1);
    ENSURE(body != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_reply_chunks copied = {
        .rest = ssmspec_view_sub(bytes, reader->body_at, bytes.len), .to = body};
    ssmspec_reply_chunks_read(&copied, how->body_limit);
    body[chunks.data_bytes] = '\0';
    out->response.body = (struct ssmspec_view){body, chunks.data_bytes};
    out->used = bytes.len - chunks.rest.len;
    return end_as(out, SSMSPEC_REPLY_WHOLE, NULL);
}

static enum ssmspec_err take_bytes(const struct ssmspec_reply_reader *reader,
                                   struct ssmspec_view bytes, size_t length,
                                   struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    const size_t end = reader->body_at + length;
    GUARD(ssmspec_arena_copy(arena, ssmspec_view_sub(bytes, reader->body_at, length),
                             &out->response.body));
    out->used = end;
    return end_as(out, SSMSPEC_REPLY_WHOLE, NULL);
}

static enum ssmspec_err take_body(struct ssmspec_reply_reader *reader, struct ssmspec_view bytes,
                                  const struct ssmspec_reply_reading *how,
                                  struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    const struct ssmspec_reply_head *const head = &reader->head;
    const size_t there = bytes.len - reader->body_at;
    switch (head->framing) {
    case SSMSPEC_REPLY_BY_CHUNKS:
        return take_chunks(reader, bytes, how, arena, out);
    case SSMSPEC_REPLY_BY_LENGTH:
        if (head->length > how->body_limit) {
            return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "the body exceeds the limit");
        }
        return there < head->length
                   ? want(reader, reader->body_at + head->length, how, "the body is cut short", out)
                   : take_bytes(reader, bytes, head->length, arena, out);
    case SSMSPEC_REPLY_BY_CLOSE:
        if (there > how->body_limit) {
            return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "the body exceeds the limit");
        }
        return how->is_over ? take_bytes(reader, bytes, there, arena, out)
                            : want(reader, reader->body_at + how->body_limit + 1, how, NULL, out);
    }
    return end_as(out, SSMSPEC_REPLY_BAD, "the body has no end");
}

static bool lists(struct ssmspec_view value, struct ssmspec_view word) {
    for (struct ssmspec_view rest = value; rest.ptr != NULL;) {
        if (ssmspec_view_eq_nocase(ssmspec_list_cut(&rest), word)) {
            return true;
        }
    }
    return false;
}

static bool says(const struct ssmspec_reply_head *head, const char *word) {
    for (size_t i = 0; i < head->header_count; i++) {
        const struct ssmspec_header *const header = &head->headers[i];
        if (ssmspec_view_eq_nocase(header->name, SSMSPEC_VIEW("Connection")) &&
            lists(header->value, ssmspec_view_of(word))) {
            return true;
        }
    }
    return false;
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

/* The head at reader->body_at; WHOLE: it is read, and body_at behind it. */
static enum ssmspec_err take_head(struct ssmspec_reply_reader *reader, struct ssmspec_view bytes,
                                  const struct ssmspec_reply_reading *how,
                                  struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    const struct ssmspec_view rest = ssmspec_view_sub(bytes, reader->body_at, bytes.len);
    if (rest.len > 0 && !starts_as_http(rest)) {
        return end_as(out, SSMSPEC_REPLY_BAD, "there is no status line");
    }
    const size_t end =
        ssmspec_reply_head_find(ssmspec_view_sub(rest, 0, SSMSPEC_REPLY_HEAD_BYTES_MAX));
    if (end == 0 && rest.len >= SSMSPEC_REPLY_HEAD_BYTES_MAX) {
        return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "the headers exceed the limit");
    }
    if (end == 0) {
        return want(reader, bytes.len + 1, how, "the headers are cut short", out);
    }
    char *const text = ssmspec_arena_text(arena, ssmspec_view_sub(rest, 0, end));
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    out->state = ssmspec_reply_head_read(text, end, how->is_to_head, &reader->head, &out->why);
    reader->body_at += out->state == SSMSPEC_REPLY_WHOLE ? end : 0;
    return SSMSPEC_OK;
}

/* Up to the final head. */
static enum ssmspec_err take_heads(struct ssmspec_reply_reader *reader, struct ssmspec_view bytes,
                                   const struct ssmspec_reply_reading *how,
                                   struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    while (!reader->has_head) {
        GUARD(take_head(reader, bytes, how, arena, out));
        if (out->state != SSMSPEC_REPLY_WHOLE) {
            return SSMSPEC_OK;
        }
        reader->has_head = reader->head.status >= 200;
        if (!reader->has_head && reader->interim++ >= SSMSPEC_REPLY_INTERIM_MAX) {
            return end_as(out, SSMSPEC_REPLY_TOO_LARGE, "there are too many interim answers");
        }
    }
    if (reader->chunk_at == 0) {
        reader->chunk_at = reader->body_at;
    }
    return end_as(out, SSMSPEC_REPLY_WHOLE, NULL);
}

void ssmspec_reply_begin(struct ssmspec_reply_reader *reader) {
    reader->has_head = false;
    reader->interim = 0;
    reader->body_at = reader->chunk_at = reader->chunk_bytes = reader->wanted = 0;
}

enum ssmspec_err ssmspec_reply_go_on(struct ssmspec_reply_reader *reader, struct ssmspec_view bytes,
                                     const struct ssmspec_reply_reading *how,
                                     struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    *out = (struct ssmspec_reply){.state = SSMSPEC_REPLY_PARTIAL};
    if (bytes.len < reader->wanted && !how->is_over) {
        return SSMSPEC_OK;
    }
    GUARD(take_heads(reader, bytes, how, arena, out));
    if (out->state != SSMSPEC_REPLY_WHOLE) {
        return SSMSPEC_OK;
    }
    GUARD(take_body(reader, bytes, how, arena, out));
    return out->state == SSMSPEC_REPLY_WHOLE ? keep_head(&reader->head, arena, out) : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_reply_read(struct ssmspec_view bytes,
                                    const struct ssmspec_reply_reading *how,
                                    struct ssmspec_arena *arena, struct ssmspec_reply *out) {
    struct ssmspec_reply_reader reader;
    ssmspec_reply_begin(&reader);
    return ssmspec_reply_go_on(&reader, bytes, how, arena, out);
}
