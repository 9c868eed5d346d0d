#include "src/json/reader.h"

#include "src/base/utf8.h"

#define UNIT_BYTES 6 /* of \uXXXX */

static const char *syntax(struct ssmspec_json_reader *r, const char *at, const char *reason) {
    ssmspec_json_reader_fault(r, SSMSPEC_ERR_SYNTAX, at, reason);
    return NULL;
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The UTF-16 code unit of the \uXXXX at `at`, -1 when no such escape stands there. */
static int32_t code_unit(const char *at, const char *end) {
    if (end - at < UNIT_BYTES || at[0] != '\\' || at[1] != 'u') {
        return -1;
    }
    int32_t unit = 0;
    for (int i = 2; i < UNIT_BYTES; i++) {
        const int digit = hex_digit(at[i]);
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

static bool is_high_surrogate(int32_t unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low_surrogate(int32_t unit) {
    return unit >= 0xdc00 && unit <= 0xdfff;
}

static const char *read_unicode(struct ssmspec_json_reader *r, const char *at, char **to) {
    const int32_t unit = code_unit(at, r->end);
    if (unit < 0) {
        return syntax(r, at, "invalid \\u escape");
    }
    if (is_low_surrogate(unit)) {
        return syntax(r, at, "lone surrogate");
    }
    if (!is_high_surrogate(unit)) {
        *to += ssmspec_utf8_encode((uint32_t)unit, *to);
        return at + UNIT_BYTES;
    }
    const int32_t low = code_unit(at + UNIT_BYTES, r->end);
    if (!is_low_surrogate(low)) {
        return syntax(r, at, "lone surrogate");
    }
    const int32_t code_point = 0x10000 + (unit - 0xd800) * 0x400 + (low - 0xdc00);
    *to += ssmspec_utf8_encode((uint32_t)code_point, *to);
    return at + 2 * UNIT_BYTES;
}

/* What a two-character escape stands for; 0 when there is no such escape. */
static char short_escape(char c) {
    switch (c) {
    case '"':
    case '\\':
    case '/':
        return c;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return 0;
    }
}

const char *ssmspec_json_read_escape(struct ssmspec_json_reader *reader, const char *at,
                                     char **to) {
    if (reader->end - at < 2) {
        return syntax(reader, reader->at, "unterminated string");
    }
    if (at[1] == 'u') {
        return read_unicode(reader, at, to);
    }
    const char meant = short_escape(at[1]);
    if (meant == 0) {
        return syntax(reader, at, "invalid escape");
    }
    *(*to)++ = meant;
    return at + 2;
}
