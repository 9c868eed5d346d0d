#include "src/json/write.h"

#include "src/base/utf8.h"
#include "src/json/reader.h"

#define DEL 0x7f

/* The letter of the two-character escape, 0 when there is none. */
static char escape_letter(unsigned char c) {
    switch (c) {
    case '"':
    case '\\':
        return (char)c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

static void write_escape(struct ssmspec_bytes *out, unsigned char c) {
    static const char HEX[] = "0123456789abcdef";
    const char letter = escape_letter(c);
    if (letter != 0) {
        ssmspec_bytes_add(out, (struct ssmspec_view){(const char[]){'\\', letter}, 2});
        return;
    }
    const char spelled[] = {'\\', 'u', '0', '0', HEX[c >> 4], HEX[c & 0xf]};
    ssmspec_bytes_add(out, (struct ssmspec_view){spelled, sizeof spelled});
}

/* One character that is not plain; returns its bytes. */
static size_t write_special(struct ssmspec_bytes *out, struct ssmspec_view rest) {
    const unsigned char c = (unsigned char)rest.ptr[0];
    if (c <= DEL) {
        write_escape(out, c);
        return 1;
    }
    const size_t bytes = ssmspec_utf8_decode(rest, NULL);
    if (bytes == 0) {
        ssmspec_bytes_add(out, SSMSPEC_VIEW("\xef\xbf\xbd"));
        return 1;
    }
    ssmspec_bytes_add(out, ssmspec_view_sub(rest, 0, bytes));
    return bytes;
}

/* Text without DEL, which the reader takes as plain and we spell out. */
static void write_plain(struct ssmspec_bytes *out, struct ssmspec_view text) {
    while (text.len > 0) {
        const size_t run = ssmspec_view_find(text, SSMSPEC_VIEW("\x7f"));
        ssmspec_bytes_add(out, ssmspec_view_sub(text, 0, run));
        if (run == text.len) {
            return;
        }
        write_escape(out, DEL);
        text = ssmspec_view_sub(text, run + 1, text.len);
    }
}

void ssmspec_json_write_text(struct ssmspec_bytes *out, struct ssmspec_view text) {
    size_t at = 0;
    while (at < text.len) {
        const char *const from = text.ptr + at;
        const char *const stop = ssmspec_json_skip_plain(from, text.ptr + text.len);
        write_plain(out, (struct ssmspec_view){from, (size_t)(stop - from)});
        at = (size_t)(stop - text.ptr);
        if (at < text.len) {
            at += write_special(out, ssmspec_view_sub(text, at, text.len));
        }
    }
}

void ssmspec_json_write_string(struct ssmspec_bytes *out, struct ssmspec_view text) {
    ssmspec_bytes_add_char(out, '"');
    ssmspec_json_write_text(out, text);
    ssmspec_bytes_add_char(out, '"');
}

static bool is_container(const struct ssmspec_json *value) {
    return value->type == SSMSPEC_JSON_LIST || value->type == SSMSPEC_JSON_OBJECT;
}

static void write_scalar(struct ssmspec_bytes *out, const struct ssmspec_json *value) {
    switch (value->type) {
    case SSMSPEC_JSON_BOOLEAN:
        ssmspec_bytes_add_text(out, value->truth ? "true" : "false");
        return;
    case SSMSPEC_JSON_NUMBER:
        ssmspec_bytes_add(out, value->text);
        return;
    case SSMSPEC_JSON_STRING:
        ssmspec_json_write_string(out, value->text);
        return;
    default:
        ssmspec_bytes_add_text(out, "null");
        return;
    }
}

/* The containers that are open, outermost first: a tree may be deeper than a call stack should be,
 * and nodes do not know their parents. */
struct path {
    struct ssmspec_bytes nodes; /* pointers */
};

static void push(struct path *path, const struct ssmspec_json *node) {
    ssmspec_bytes_add(&path->nodes, (struct ssmspec_view){(const char *)&node, sizeof node});
}

/* The innermost open container, NULL when there is none. */
static const struct ssmspec_json *top(const struct path *path) {
    const struct ssmspec_json *node = NULL;
    if (path->nodes.len > 0) {
        memcpy(&node, path->nodes.ptr + path->nodes.len - sizeof node, sizeof node);
    }
    return node;
}

static void pop(struct path *path) {
    path->nodes.len -= sizeof(const struct ssmspec_json *);
}

/* A scalar, or the beginning of a container, which is then open. */
static void write_start(struct ssmspec_bytes *out, const struct ssmspec_json *value,
                        struct path *path) {
    const struct ssmspec_json *const parent = top(path);
    if (parent != NULL && parent->type == SSMSPEC_JSON_OBJECT) {
        ssmspec_json_write_string(out, value->name);
        ssmspec_bytes_add_char(out, ':');
    }
    if (!is_container(value)) {
        write_scalar(out, value);
        return;
    }
    ssmspec_bytes_add_char(out, value->type == SSMSPEC_JSON_LIST ? '[' : '{');
    push(path, value);
}

/* Closes what ends with value, up to the first container that has a further child: returns that
 * child, NULL when all is written. */
static const struct ssmspec_json *write_end(struct ssmspec_bytes *out,
                                            const struct ssmspec_json *value, struct path *path) {
    for (const struct ssmspec_json *open = top(path); open != NULL; open = top(path)) {
        if (value != open && value->next != NULL) {
            ssmspec_bytes_add_char(out, ',');
            return value->next;
        }
        if (value == open && open->first != NULL) {
            return open->first;
        }
        ssmspec_bytes_add_char(out, open->type == SSMSPEC_JSON_LIST ? ']' : '}');
        pop(path);
        value = open;
    }
    return NULL;
}

void ssmspec_json_write(struct ssmspec_bytes *out, const struct ssmspec_json *value) {
    struct path path = {{0}};
    const struct ssmspec_json *at = value;
    while (at != NULL && !out->failed && !path.nodes.failed) {
        write_start(out, at, &path);
        at = write_end(out, at, &path);
    }
    out->failed = out->failed || path.nodes.failed;
    ssmspec_bytes_clear(&path.nodes);
}
