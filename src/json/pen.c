#include "src/json/pen.h"

#include "src/json/write.h"

static void begin(struct ssmspec_pen *pen, const char *name) {
    if (pen->has_sibling) {
        ssmspec_bytes_add_char(pen->out, ',');
    }
    if (name != NULL) {
        ssmspec_bytes_printf(pen->out, "\"%s\":", name);
    }
    pen->has_sibling = true;
}

void ssmspec_pen_open(struct ssmspec_pen *pen, const char *name, char bracket) {
    begin(pen, name);
    ssmspec_bytes_add_char(pen->out, bracket);
    pen->has_sibling = false;
}

void ssmspec_pen_close(struct ssmspec_pen *pen, char bracket) {
    ssmspec_bytes_add_char(pen->out, bracket);
    pen->has_sibling = true;
}

void ssmspec_pen_text(struct ssmspec_pen *pen, const char *name, struct ssmspec_view text) {
    if (text.ptr != NULL) {
        begin(pen, name);
        ssmspec_json_write_string(pen->out, text);
    }
}

/* Three bytes, or what is left of them, as four characters. */
static void add_quad(struct ssmspec_bytes *out, struct ssmspec_view bytes) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned group = 0;
    for (size_t i = 0; i < 3; i++) {
        group = group << 8 | (i < bytes.len ? (unsigned char)bytes.ptr[i] : 0U);
    }
    char quad[4];
    for (size_t i = 0; i < 4; i++) {
        quad[i] = i <= bytes.len ? digits[group >> (18 - 6 * i) & 63U] : '=';
    }
    ssmspec_bytes_add(out, (struct ssmspec_view){quad, sizeof quad});
}

void ssmspec_pen_base64(struct ssmspec_pen *pen, const char *name, struct ssmspec_view bytes) {
    if (bytes.ptr == NULL) {
        return;
    }
    begin(pen, name);
    ssmspec_bytes_add_char(pen->out, '"');
    for (size_t at = 0; at < bytes.len; at += 3) {
        add_quad(pen->out, ssmspec_view_sub(bytes, at, 3));
    }
    ssmspec_bytes_add_char(pen->out, '"');
}

void ssmspec_pen_null(struct ssmspec_pen *pen, const char *name) {
    begin(pen, name);
    ssmspec_bytes_add_text(pen->out, "null");
}

void ssmspec_pen_number(struct ssmspec_pen *pen, const char *name, double number) {
    begin(pen, name);
    ssmspec_bytes_printf(pen->out, "%.17g", number);
}

void ssmspec_pen_flag(struct ssmspec_pen *pen, const char *name, bool is_set) {
    if (is_set) {
        begin(pen, name);
        ssmspec_bytes_add_text(pen->out, "true");
    }
}
