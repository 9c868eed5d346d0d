#include "src/exchange/reply_head.h"

#include "src/exchange/body_length.h"
#include "src/exchange/list.h"

struct ssmspec_view ssmspec_reply_line(struct ssmspec_view *rest) {
    const char *const end = rest->len == 0 ? NULL : memchr(rest->ptr, '\n', rest->len);
    const size_t taken = end == NULL ? rest->len : (size_t)(end - rest->ptr) + 1;
    struct ssmspec_view line = ssmspec_view_sub(*rest, 0, end == NULL ? taken : taken - 1);
    *rest = ssmspec_view_sub(*rest, taken, rest->len);
    if (line.len > 0 && line.ptr[line.len - 1] == '\r') {
        line.len--;
    }
    return line;
}

size_t ssmspec_reply_head_find(struct ssmspec_view bytes) {
    for (size_t at = 0; at < bytes.len;) {
        const char *const end = memchr(bytes.ptr + at, '\n', bytes.len - at);
        if (end == NULL) {
            return 0;
        }
        const size_t next = (size_t)(end - bytes.ptr) + 1;
        const size_t line = next - at;
        if (at > 0 && (line == 1 || (line == 2 && bytes.ptr[at] == '\r'))) {
            return next;
        }
        at = next;
    }
    return 0;
}

static const char too_many[] = "there are too many headers";

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* HTTP/1.x, a blank, three digits, and nothing or a blank and any phrase. */
static bool read_status(struct ssmspec_view line, struct ssmspec_reply_head *out) {
    if (!ssmspec_view_starts(line, SSMSPEC_VIEW("HTTP/1.")) || line.len < 12) {
        return false;
    }
    const char *const at = line.ptr;
    if (!is_digit(at[7]) || at[8] != ' ' || !is_digit(at[9]) || !is_digit(at[10]) ||
        !is_digit(at[11]) || (line.len > 12 && at[12] != ' ')) {
        return false;
    }
    out->is_old = at[7] == '0';
    out->status = (at[9] - '0') * 100 + (at[10] - '0') * 10 + (at[11] - '0');
    return out->status >= 100;
}

static bool is_name(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];
        if (c <= ' ' || c >= 0x7f) {
            return false;
        }
    }
    return text.len > 0;
}

/* A folded line belongs to the value before it; what lies between becomes blanks. */
static bool fold(struct ssmspec_reply_head *out, char *text, struct ssmspec_view line) {
    if (out->header_count == 0) {
        return false;
    }
    struct ssmspec_view *const value = &out->headers[out->header_count - 1].value;
    const size_t from = (size_t)(value->ptr - text) + value->len;
    const size_t to = (size_t)(line.ptr - text);
    memset(text + from, ' ', to - from);
    *value = ssmspec_view_trim(
        (struct ssmspec_view){value->ptr, (size_t)(line.ptr + line.len - value->ptr)});
    return true;
}

/* NULL, or what is wrong. */
static const char *read_line(struct ssmspec_view line, char *text, struct ssmspec_reply_head *out) {
    if (memchr(line.ptr, '\0', line.len) != NULL) {
        return "a header line holds a NUL";
    }
    if (line.ptr[0] == ' ' || line.ptr[0] == '\t') {
        return fold(out, text, line) ? NULL : "a folded line follows no header";
    }
    if (out->header_count == SSMSPEC_REPLY_HEADERS_MAX) {
        return too_many;
    }
    const size_t colon = ssmspec_view_find(line, SSMSPEC_VIEW(":"));
    const struct ssmspec_view name = ssmspec_view_sub(line, 0, colon);
    if (colon == line.len || !is_name(name)) {
        return "a header line has no valid name";
    }
    out->headers[out->header_count++] = (struct ssmspec_header){
        name, ssmspec_view_trim(ssmspec_view_sub(line, colon + 1, line.len))};
    return NULL;
}

/* The transfer codings of an answer. "identity" once said that there is none (RFC2616:3.6). */
struct codings {
    bool is_chunked; /* the last of them */
    bool is_strange; /* the last of them is one that nobody asked for */
};

/* What other codings left of the body is the judge's affair, where it ends is known.
 * Source: RFC9112:6.3, RFC9112:7.4. */
static void add_codings(struct codings *codings, struct ssmspec_view value) {
    for (struct ssmspec_view rest = value; rest.ptr != NULL;) {
        const struct ssmspec_view coding = ssmspec_list_cut(&rest);
        if (coding.len > 0 && !ssmspec_view_eq_nocase(coding, SSMSPEC_VIEW("identity"))) {
            codings->is_chunked = ssmspec_view_eq_nocase(coding, SSMSPEC_VIEW("chunked"));
            codings->is_strange = !codings->is_chunked;
        }
    }
}

/* RFC9112:6.3. A coding counts whatever the length says. */
static const char *frame(struct ssmspec_reply_head *out) {
    struct ssmspec_body_length length = {0};
    struct codings codings = {0};
    for (size_t i = 0; i < out->header_count; i++) {
        const struct ssmspec_header *const header = &out->headers[i];
        if (ssmspec_view_eq_nocase(header->name, SSMSPEC_VIEW("Transfer-Encoding"))) {
            add_codings(&codings, header->value);
        } else if (ssmspec_view_eq_nocase(header->name, SSMSPEC_VIEW("Content-Length"))) {
            ssmspec_body_length_add(&length, header->value);
        }
    }
    if (codings.is_strange) {
        return "the body has a transfer coding that nobody asked for";
    }
    if (codings.is_chunked) {
        out->framing = SSMSPEC_REPLY_BY_CHUNKS;
        return NULL;
    }
    out->length = length.bytes;
    out->framing = length.is_given ? SSMSPEC_REPLY_BY_LENGTH : SSMSPEC_REPLY_BY_CLOSE;
    return length.fault;
}

static const char *read_lines(struct ssmspec_view rest, char *text,
                              struct ssmspec_reply_head *out) {
    out->status = 0;
    out->header_count = 0;
    out->length = 0;
    if (!read_status(ssmspec_reply_line(&rest), out)) {
        return "there is no status line";
    }
    for (struct ssmspec_view line = ssmspec_reply_line(&rest); line.len > 0;
         line = ssmspec_reply_line(&rest)) {
        const char *const fault = read_line(line, text, out);
        if (fault != NULL) {
            return fault;
        }
    }
    return NULL;
}

enum ssmspec_reply_state ssmspec_reply_head_read(char *text, size_t len, bool is_to_head,
                                                 struct ssmspec_reply_head *out, const char **why) {
    *why = read_lines((struct ssmspec_view){text, len}, text, out);
    const bool is_bare =
        is_to_head || out->status < 200 || out->status == 204 || out->status == 304;
    if (*why == NULL && is_bare) {
        out->framing = SSMSPEC_REPLY_BY_LENGTH;
    } else if (*why == NULL) {
        *why = frame(out);
    }
    if (*why == NULL) {
        return SSMSPEC_REPLY_WHOLE;
    }
    return *why == too_many ? SSMSPEC_REPLY_TOO_LARGE : SSMSPEC_REPLY_BAD;
}
