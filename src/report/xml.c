#include "src/report/xml.h"

#include "src/response/plain.h"

static const char *entity(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&apos;";
    default:
        return NULL;
    }
}

static void escape(struct ssmspec_bytes *out, struct ssmspec_view plain) {
    size_t from = 0;
    for (size_t at = 0; at < plain.len; at++) {
        const char *name = entity(plain.ptr[at]);
        if (name != NULL) {
            ssmspec_bytes_add(out, ssmspec_view_sub(plain, from, at - from));
            ssmspec_bytes_add_text(out, name);
            from = at + 1;
        }
    }
    ssmspec_bytes_add(out, ssmspec_view_sub(plain, from, plain.len));
}

static void escape_plain(struct ssmspec_bytes *out, struct ssmspec_view line) {
    struct ssmspec_bytes plain = {0};
    ssmspec_plain_add(&plain, line, SSMSPEC_PLAIN_RECORD);
    out->failed = out->failed || plain.failed;
    escape(out, ssmspec_bytes_view(&plain));
    ssmspec_bytes_clear(&plain);
}

void ssmspec_xml_attribute(struct ssmspec_bytes *out, const char *name, struct ssmspec_view text) {
    ssmspec_bytes_printf(out, " %s=\"", name);
    escape_plain(out, text);
    ssmspec_bytes_add_char(out, '"');
}

void ssmspec_xml_text(struct ssmspec_bytes *out, struct ssmspec_view text) {
    while (text.len > 0) {
        const size_t end = ssmspec_view_find(text, SSMSPEC_VIEW("\n"));
        escape_plain(out, ssmspec_view_sub(text, 0, end));
        if (end < text.len) {
            ssmspec_bytes_add_char(out, '\n');
        }
        text = ssmspec_view_sub(text, end + 1, text.len);
    }
}
