#include "src/response/plain.h"

#include "src/base/utf8.h"

static const struct ssmspec_view replacement = {"\xEF\xBF\xBD", 3};
static const struct ssmspec_view ellipsis = {"\xE2\x80\xA6", 3};

/* Characters that move the cursor, hide text, turn its direction or are illegal in XML 1.0. */
static bool is_unsafe(uint32_t c) {
    const bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool is_direction = c == 0x61C || c == 0x200E || c == 0x200F ||
                              (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool is_break = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    const bool is_noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return is_control || is_direction || is_break || is_noncharacter;
}

static bool is_blank(char c) {
    return c == '\n' || c == '\r' || c == '\t';
}

/* What stands for the first character of text, and how many bytes of text it stands for. */
static struct ssmspec_view stand_in(struct ssmspec_view text, size_t *taken) {
    uint32_t code_point = 0;
    const size_t width = ssmspec_utf8_decode(text, &code_point);
    *taken = width == 0 ? 1 : width;
    if (is_blank(text.ptr[0])) {
        return SSMSPEC_VIEW(" ");
    }
    if (width == 0 || is_unsafe(code_point)) {
        return replacement;
    }
    return ssmspec_view_sub(text, 0, width);
}

/* Bytes at the start of text that are printable ASCII, the usual case. */
static size_t plain_run(struct ssmspec_view text) {
    size_t len = 0;
    while (len < text.len && text.ptr[len] >= 0x20 && text.ptr[len] < 0x7F) {
        len++;
    }
    return len;
}

/* Bytes of text that its first `most` characters take. */
static size_t prefix(struct ssmspec_view text, size_t most) {
    size_t at = 0;
    size_t count = 0;
    while (at < text.len && count < most) {
        size_t taken = plain_run(ssmspec_view_sub(text, at, most - count));
        count += taken;
        at += taken;
        if (at < text.len && count < most) {
            (void)stand_in(ssmspec_view_sub(text, at, text.len), &taken);
            at += taken;
            count++;
        }
    }
    return at;
}

static void add_all(struct ssmspec_bytes *out, struct ssmspec_view text) {
    for (size_t at = 0; at < text.len;) {
        const struct ssmspec_view rest = ssmspec_view_sub(text, at, text.len);
        size_t taken = plain_run(rest);
        if (taken > 0) {
            ssmspec_bytes_add(out, ssmspec_view_sub(rest, 0, taken));
        } else {
            const struct ssmspec_view shown = stand_in(rest, &taken);
            ssmspec_bytes_add(out, shown);
        }
        at += taken;
    }
}

void ssmspec_plain_add(struct ssmspec_bytes *out, struct ssmspec_view text, size_t most) {
    if (most == 0 || text.len <= most || prefix(text, most) == text.len) {
        add_all(out, text);
        return;
    }
    add_all(out, ssmspec_view_sub(text, 0, prefix(text, most - 1)));
    ssmspec_bytes_add(out, ellipsis);
}

enum ssmspec_err ssmspec_plain_copy(struct ssmspec_view text, size_t most,
                                    struct ssmspec_arena *arena, struct ssmspec_view *out) {
    if (text.ptr == NULL) {
        *out = text;
        return SSMSPEC_OK;
    }
    if ((most == 0 || text.len <= most) && plain_run(text) == text.len) {
        return ssmspec_arena_copy(arena, text, out);
    }
    struct ssmspec_bytes bytes = {0};
    ssmspec_plain_add(&bytes, text, most);
    enum ssmspec_err err = ssmspec_bytes_status(&bytes);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&bytes), out);
    }
    ssmspec_bytes_clear(&bytes);
    return err;
}

const char *ssmspec_plain_text(struct ssmspec_view text, size_t most, struct ssmspec_arena *arena) {
    struct ssmspec_view copy = {0};
    if (ssmspec_plain_copy(text, most, arena, &copy) != SSMSPEC_OK) {
        return NULL;
    }
    return copy.ptr == NULL ? "" : copy.ptr;
}
