#include "src/exchange/reply_chunks.h"

#include "src/exchange/reply_head.h"

#define CHUNK_LINE_MAX 4096 /* size and extensions */

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

static bool stop(struct ssmspec_reply_chunks *chunks, enum ssmspec_reply_state state,
                 const char *why) {
    chunks->state = state;
    chunks->why = why;
    return false;
}

/* Trailers up to the empty line: read from their start whenever more comes, so not for ever. */
static bool read_trailers(struct ssmspec_reply_chunks *chunks, struct ssmspec_view rest) {
    const size_t before = rest.len;
    while (has_line(rest) && before - rest.len < SSMSPEC_REPLY_HEAD_BYTES_MAX) {
        if (ssmspec_reply_line(&rest).len == 0) {
            chunks->rest = rest;
            return stop(chunks, SSMSPEC_REPLY_WHOLE, NULL);
        }
    }
    return stop(chunks,
                before < SSMSPEC_REPLY_HEAD_BYTES_MAX ? SSMSPEC_REPLY_PARTIAL
                                                      : SSMSPEC_REPLY_TOO_LARGE,
                "the trailers exceed the limit");
}

/* The data and the line end behind it. */
static bool read_data(struct ssmspec_reply_chunks *chunks, struct ssmspec_view rest, size_t size) {
    const struct ssmspec_view data = ssmspec_view_sub(rest, 0, size);
    if (data.len < size) {
        return stop(chunks, SSMSPEC_REPLY_PARTIAL, NULL);
    }
    rest = ssmspec_view_sub(rest, size, rest.len);
    if (!has_line(rest)) {
        return stop(chunks, rest.len > 2 ? SSMSPEC_REPLY_BAD : SSMSPEC_REPLY_PARTIAL,
                    "a chunk is longer than it says");
    }
    if (ssmspec_reply_line(&rest).len != 0) {
        return stop(chunks, SSMSPEC_REPLY_BAD, "a chunk is longer than it says");
    }
    if (chunks->to != NULL) {
        memcpy(chunks->to + chunks->data_bytes, data.ptr, size);
    }
    chunks->data_bytes += size;
    chunks->rest = rest;
    return true;
}

/* One chunk; false at the end, whichever. */
static bool read_chunk(struct ssmspec_reply_chunks *chunks, size_t limit) {
    static const char too_long[] = "the line before a chunk exceeds the limit";
    struct ssmspec_view rest = chunks->rest;
    size_t size = 0;
    if (!has_line(rest)) {
        const bool is_endless = rest.len > CHUNK_LINE_MAX;
        return stop(chunks, is_endless ? SSMSPEC_REPLY_TOO_LARGE : SSMSPEC_REPLY_PARTIAL, too_long);
    }
    const struct ssmspec_view line = ssmspec_reply_line(&rest);
    if (line.len >= CHUNK_LINE_MAX) {
        return stop(chunks, SSMSPEC_REPLY_TOO_LARGE, too_long);
    }
    if (!read_size(line, &size)) {
        return stop(chunks, SSMSPEC_REPLY_BAD, "a chunk has no size");
    }
    if (size == 0) {
        return read_trailers(chunks, rest);
    }
    if (size > limit - chunks->data_bytes) {
        return stop(chunks, SSMSPEC_REPLY_TOO_LARGE, "the chunks exceed the limit");
    }
    return read_data(chunks, rest, size);
}

void ssmspec_reply_chunks_read(struct ssmspec_reply_chunks *chunks, size_t limit) {
    while (read_chunk(chunks, limit)) {
    }
}
