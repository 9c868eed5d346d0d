#include "src/exchange/wire_text.h"

static void add_line(struct ssmspec_bytes *out, struct ssmspec_view name,
                     struct ssmspec_view value) {
    if (value.ptr == NULL) {
        return; /* a header that is not sent at all */
    }
    ssmspec_bytes_add(out, name);
    ssmspec_bytes_add_text(out, ": ");
    ssmspec_bytes_add(out, value);
    ssmspec_bytes_add_text(out, "\r\n");
}

static bool has_own(const struct ssmspec_request *request, const char *name) {
    for (size_t i = 0; i < request->header_count; i++) {
        if (ssmspec_view_eq_nocase(request->headers[i].name, ssmspec_view_of(name))) {
            return true;
        }
    }
    return false;
}

/* The start line's parts are divided by blanks and end at a line end. */
static bool fits_start_line(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];
        if (c <= ' ' || c == 0x7f) {
            return false;
        }
    }
    return text.len > 0;
}

static bool has_byte(struct ssmspec_view text, char c) {
    return text.len > 0 && memchr(text.ptr, c, text.len) != NULL;
}

static bool fits_line(struct ssmspec_view text) {
    return !has_byte(text, '\0') && !has_byte(text, '\r') && !has_byte(text, '\n');
}

static bool are_lines(const struct ssmspec_header *headers, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (headers[i].name.len == 0 || !fits_line(headers[i].name) ||
            !fits_line(headers[i].value)) {
            return false;
        }
    }
    return true;
}

bool ssmspec_wire_is_sendable(const struct ssmspec_wire_parts *parts) {
    const struct ssmspec_request *const request = parts->request;
    return fits_start_line(request->method) && fits_start_line(request->path) &&
           fits_line(request->content_type) && fits_line(request->target) &&
           are_lines(request->headers, request->header_count) &&
           are_lines(parts->signed_headers, parts->signed_count);
}

bool ssmspec_wire_says_connection(const struct ssmspec_request *request) {
    return has_own(request, "Connection");
}

static void add_start(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    ssmspec_bytes_add(out, parts->request->method);
    ssmspec_bytes_add_char(out, ' ');
    ssmspec_bytes_add(out, parts->request->path);
    ssmspec_bytes_add_text(out, " HTTP/1.1\r\n");
}

static void add_head(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    const struct ssmspec_request *const request = parts->request;
    if (!has_own(request, "Host")) {
        add_line(out, SSMSPEC_VIEW("Host"), parts->host);
    }
    add_line(out, SSMSPEC_VIEW("Content-Type"), request->content_type);
    add_line(out, SSMSPEC_VIEW("X-Amz-Target"), request->target);
    for (size_t i = 0; i < request->header_count; i++) {
        add_line(out, request->headers[i].name, request->headers[i].value);
    }
    for (size_t i = 0; i < parts->signed_count; i++) {
        add_line(out, parts->signed_headers[i].name, parts->signed_headers[i].value);
    }
}

static void add_host(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    ssmspec_bytes_add(out, parts->host);
}

static void add_path(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    ssmspec_bytes_add(out, parts->request->path);
}

static void add_length(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%zu", parts->request->body.len);
}

static void add_size(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%zx", parts->request->body.len);
}

static void add_body(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    ssmspec_bytes_add(out, parts->request->body);
}

/* Where a request has no meaning of a body, one of no bytes goes unsaid (RFC9110:8.6). */
static bool states_length(const struct ssmspec_request *request) {
    return (request->body.len > 0 || ssmspec_view_is(request->method, "POST")) &&
           !has_own(request, "Content-Length") && !has_own(request, "Transfer-Encoding");
}

static void add_request(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out) {
    const struct ssmspec_request *const request = parts->request;
    const bool has_body = !ssmspec_view_is(request->method, "HEAD");
    add_start(parts, out);
    add_head(parts, out);
    if (has_body && states_length(request)) {
        ssmspec_bytes_printf(out, "Content-Length: %zu\r\n", request->body.len);
    }
    ssmspec_bytes_add_text(out, "\r\n");
    if (has_body) {
        add_body(parts, out);
    }
}

static const struct {
    struct ssmspec_view word;
    void (*add)(const struct ssmspec_wire_parts *parts, struct ssmspec_bytes *out);
} words[] = {
    {SSMSPEC_VIEW_INIT("{start}"), add_start},   {SSMSPEC_VIEW_INIT("{head}"), add_head},
    {SSMSPEC_VIEW_INIT("{host}"), add_host},     {SSMSPEC_VIEW_INIT("{path}"), add_path},
    {SSMSPEC_VIEW_INIT("{length}"), add_length}, {SSMSPEC_VIEW_INIT("{size}"), add_size},
    {SSMSPEC_VIEW_INIT("{body}"), add_body},     {SSMSPEC_VIEW_INIT("{request}"), add_request},
};

/* The length of the word that rest starts with; 0: it starts with none. */
static size_t add_word(const struct ssmspec_wire_parts *parts, struct ssmspec_view rest,
                       struct ssmspec_bytes *out) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ssmspec_view_starts(rest, words[i].word)) {
            words[i].add(parts, out);
            return words[i].word.len;
        }
    }
    return 0;
}

void ssmspec_wire_text(const struct ssmspec_wire_parts *parts, struct ssmspec_view text,
                       struct ssmspec_bytes *out) {
    while (text.len > 0) {
        const size_t brace = ssmspec_view_find(text, SSMSPEC_VIEW("{"));
        ssmspec_bytes_add(out, ssmspec_view_sub(text, 0, brace));
        text = ssmspec_view_sub(text, brace, text.len);
        const size_t word = add_word(parts, text, out);
        if (word == 0) {
            ssmspec_bytes_add(out, ssmspec_view_sub(text, 0, 1));
        }
        text = ssmspec_view_sub(text, word == 0 ? 1 : word, text.len);
    }
}
