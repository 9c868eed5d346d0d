#include "src/exchange/http_lines.h"

#include "src/exchange/put.h"

/* From this size on curl sends Expect: 100-continue of itself. */
#define ASKS_FIRST ((size_t)1 << 20)

#define LINE_END_BYTES 2

/* Whether curl sends this host as it stands: lower case, no brackets, nothing to decode. */
static bool is_spelled_by_curl(const char *host_header) {
    const char *c = host_header + sizeof "Host: " - 1;
    while ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '.' || *c == '-' ||
           *c == ':') {
        c++;
    }
    return *c == '\0';
}

void ssmspec_http_tail_init(struct ssmspec_http_tail *tail, char *host_header) {
    memcpy(tail->expect_line, "Expect:", sizeof tail->expect_line);
    tail->has_host = !is_spelled_by_curl(host_header);
    tail->expect = (struct curl_slist){tail->expect_line, NULL};
    tail->host = (struct curl_slist){host_header, NULL};
    tail->host_and_expect = (struct curl_slist){host_header, &tail->expect};
}

static struct curl_slist *tail_of(struct ssmspec_http_tail *tail, bool has_host, bool asks_first) {
    if (has_host) {
        return asks_first ? &tail->host_and_expect : &tail->host;
    }
    return asks_first ? &tail->expect : NULL;
}

/* Where lines and nodes are written; both have room for every line. */
struct pen {
    struct curl_slist *node;
    char *at;
    bool is_open; /* the last line may be followed by another in the same node */
};

static bool has(struct ssmspec_view text, char c) {
    return text.len > 0 && memchr(text.ptr, c, text.len) != NULL;
}

static bool is_sendable(struct ssmspec_view text) {
    return !has(text, '\0') && !has(text, '\r') && !has(text, '\n');
}

static bool is_plain(struct ssmspec_view value) {
    return value.ptr != NULL && ssmspec_view_trim(value).len > 0;
}

/* curl's spellings: "Name: value", "Name;" for an empty value, "Name:" for a header taken out. Two
 * bytes end a line, so that a line end fits there. */
static void put_text(struct pen *pen, const struct ssmspec_header *line) {
    pen->is_open = is_plain(line->value);
    pen->at = ssmspec_put(pen->at, line->name);
    if (pen->is_open) {
        pen->at = ssmspec_put(pen->at, SSMSPEC_VIEW(": "));
        pen->at = ssmspec_put(pen->at, line->value);
    } else {
        *pen->at++ = line->value.ptr == NULL ? ':' : ';';
    }
    *pen->at++ = '\0';
    *pen->at++ = '\0';
}

static void put_line(struct pen *pen, const struct ssmspec_header *line) {
    struct curl_slist *const node = pen->node++;
    node->data = pen->at;
    node->next = pen->node;
    put_text(pen, line);
}

/* In the node of the line before: for each header that it might add of itself curl goes through all
 * nodes, and in what the signer adds and in the target there is nothing that it would have to know.
 */
static void put_behind(struct pen *pen, const struct ssmspec_header *line) {
    memcpy(pen->at - LINE_END_BYTES, "\r\n", LINE_END_BYTES);
    put_text(pen, line);
}

static bool is_legal(const struct ssmspec_header *line) {
    return line->name.len > 0 && is_sendable(line->name) && is_sendable(line->value);
}

static enum ssmspec_err put_lines(struct pen *pen, const struct ssmspec_header *lines,
                                  size_t count) {
    for (size_t i = 0; i < count; i++) {
        ENSURE(is_legal(&lines[i]), SSMSPEC_ERR_USAGE);
        put_line(pen, &lines[i]);
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err put_joined(struct pen *pen, const struct ssmspec_header *lines,
                                   size_t count) {
    for (size_t i = 0; i < count; i++) {
        ENSURE(is_legal(&lines[i]), SSMSPEC_ERR_USAGE);
        if (pen->is_open && is_plain(lines[i].value)) {
            put_behind(pen, &lines[i]);
        } else {
            put_line(pen, &lines[i]);
        }
    }
    return SSMSPEC_OK;
}

static size_t line_bytes(const struct ssmspec_header *headers, size_t count) {
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++) {
        bytes += headers[i].name.len + headers[i].value.len + 2 + LINE_END_BYTES;
    }
    return bytes;
}

static bool has_own(const struct ssmspec_request *request, struct ssmspec_view name) {
    for (size_t i = 0; i < request->header_count; i++) {
        if (request->headers[i].name.len == name.len &&
            ssmspec_view_eq_nocase(request->headers[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* The headers that a request has in fields of their own. */
static size_t fixed_headers(const struct ssmspec_request *request, struct ssmspec_header out[2]) {
    static const struct ssmspec_view type = {"Content-Type", 12};
    size_t count = 0;
    if (request->content_type.ptr != NULL || !has_own(request, type)) {
        out[count++] = (struct ssmspec_header){type, request->content_type};
    }
    if (request->target.ptr != NULL) {
        out[count++] = (struct ssmspec_header){SSMSPEC_VIEW("X-Amz-Target"), request->target};
    }
    return count;
}

enum ssmspec_err ssmspec_http_lines(const struct ssmspec_request *request,
                                    const struct ssmspec_header *added, size_t added_count,
                                    struct ssmspec_http_tail *tail, struct ssmspec_arena *arena,
                                    struct curl_slist **out) {
    struct ssmspec_header fixed[2];
    const size_t fixed_count = fixed_headers(request, fixed);
    const size_t count = fixed_count + request->header_count + added_count;
    const size_t bytes = line_bytes(fixed, fixed_count) +
                         line_bytes(request->headers, request->header_count) +
                         line_bytes(added, added_count);
    const bool has_host = tail->has_host && !has_own(request, SSMSPEC_VIEW("Host"));
    struct curl_slist *const tail_from = tail_of(tail, has_host, request->body.len >= ASKS_FIRST);
    if (count == 0) {
        *out = tail_from;
        return SSMSPEC_OK;
    }
    struct curl_slist *const nodes = ssmspec_arena_raw(arena, count * sizeof *nodes + bytes);
    ENSURE(nodes != NULL, SSMSPEC_ERR_NOMEM);
    struct pen pen = {.node = nodes, .at = (char *)(nodes + count)};
    GUARD(put_joined(&pen, fixed, fixed_count));
    GUARD(put_lines(&pen, request->headers, request->header_count));
    pen.is_open = pen.is_open && request->header_count == 0; /* curl knows many by their names */
    GUARD(put_joined(&pen, added, added_count));
    pen.node[-1].next = tail_from;
    *out = nodes;
    return SSMSPEC_OK;
}
