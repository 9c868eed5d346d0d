#include "runner/repeat.h"

static bool is_plain(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || strchr("_./:=@,+-", c) != NULL;
        if (!is_word || c == '\0') {
            return false;
        }
    }
    return text.len > 0;
}

static void add_quoted(struct ssmspec_bytes *out, struct ssmspec_view text) {
    if (is_plain(text)) {
        ssmspec_bytes_add(out, text);
        return;
    }
    ssmspec_bytes_add_char(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\'') {
            ssmspec_bytes_add_text(out, "'\\''");
        } else {
            ssmspec_bytes_add_char(out, text.ptr[i]);
        }
    }
    ssmspec_bytes_add_char(out, '\'');
}

static void add_flag(struct ssmspec_bytes *out, const char *name, struct ssmspec_view value) {
    ssmspec_bytes_printf(out, "%s--%s", out->len == 0 ? "" : " ", name);
    if (value.len > 0) {
        ssmspec_bytes_add_char(out, ' ');
        add_quoted(out, value);
    }
}

void ssmspec_repeat_flags(const struct ssmspec_options *options, struct ssmspec_view shown,
                          struct ssmspec_bytes *out) {
    static const enum ssmspec_flag kept[] = {
        SSMSPEC_FLAG_REGION,    SSMSPEC_FLAG_PROFILE,        SSMSPEC_FLAG_NO_SIGN_REQUEST,
        SSMSPEC_FLAG_CA_BUNDLE, SSMSPEC_FLAG_NO_VERIFY_SSL,  SSMSPEC_FLAG_BINDINGS,
        SSMSPEC_FLAG_EFFECTS,   SSMSPEC_FLAG_ALLOW_LIVE_AWS, SSMSPEC_FLAG_MATCH,
        SSMSPEC_FLAG_FULL,      SSMSPEC_FLAG_KNOWN,          SSMSPEC_FLAG_CASES,
    };
    if (shown.ptr != NULL) {
        add_flag(out, "endpoint-url", shown);
    }
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        const struct ssmspec_views *values = &options->values[kept[i]];
        for (size_t value = 0; value < values->count; value++) {
            add_flag(out, ssmspec_flags[kept[i]].name, values->items[value]);
        }
    }
}
