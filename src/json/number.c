#include "src/json/reader.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *at, const char *end) {
    while (at < end && is_digit(*at)) {
        at++;
    }
    return at;
}

/* One digit or more, NULL after a fault. */
static const char *read_digits(struct ssmspec_json_reader *r, const char *at) {
    if (at == r->end || !is_digit(*at)) {
        ssmspec_json_reader_fault(r, SSMSPEC_ERR_SYNTAX, at, "digit expected");
        return NULL;
    }
    return skip_digits(at, r->end);
}

static const char *read_whole_part(struct ssmspec_json_reader *r, const char *at) {
    const char *const behind = read_digits(r, at);
    if (behind != NULL && *at == '0' && behind - at > 1) {
        ssmspec_json_reader_fault(r, SSMSPEC_ERR_SYNTAX, at, "leading zero");
        return NULL;
    }
    return behind;
}

static const char *read_fraction(struct ssmspec_json_reader *r, const char *at) {
    if (at == NULL || at == r->end || *at != '.') {
        return at;
    }
    return read_digits(r, at + 1);
}

static const char *read_exponent(struct ssmspec_json_reader *r, const char *at) {
    if (at == NULL || at == r->end || (*at != 'e' && *at != 'E')) {
        return at;
    }
    at++;
    if (at < r->end && (*at == '+' || *at == '-')) {
        at++;
    }
    return read_digits(r, at);
}

bool ssmspec_json_read_number(struct ssmspec_json_reader *reader, struct ssmspec_view *out) {
    const char *const begin = reader->at;
    const char *at = read_whole_part(reader, *begin == '-' ? begin + 1 : begin);
    at = read_fraction(reader, at);
    at = read_exponent(reader, at);
    if (at == NULL) {
        return false;
    }
    *out = (struct ssmspec_view){begin, (size_t)(at - begin)};
    reader->at = at;
    return true;
}
