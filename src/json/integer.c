#include "src/json/json.h"

/* Far beyond any exponent that matters, and far from overflowing when a text's length is added. */
#define EXPONENT_MAX ((int64_t)1 << 50)
#define POWER_MAX 18 /* 10^18 is the biggest power of ten in an int64 */

/* A decimal text as magnitude * 10^scale, without the zeros at the magnitude's end. */
struct decimal {
    uint64_t magnitude;
    int64_t scale;
};

static bool times_power_of_ten(uint64_t *value, int64_t power) {
    if (*value == 0) {
        return true;
    }
    if (power > POWER_MAX) {
        return false;
    }
    for (; power > 0; power--) {
        if (*value > UINT64_MAX / 10) {
            return false;
        }
        *value *= 10;
    }
    return true;
}

/* Append a digit other than zero behind `zeros` zeros. */
static bool append_digit(uint64_t *value, int64_t zeros, unsigned digit) {
    if (!times_power_of_ten(value, zeros + 1) || *value > UINT64_MAX - digit) {
        return false;
    }
    *value += digit;
    return true;
}

/* Digits and at most one point. Zeros are kept back until a later digit needs them, so that a long
 * tail of zeros is no overflow. false: more digits than any int64 has, or no such text. */
static bool read_magnitude(struct ssmspec_view text, struct decimal *out) {
    int64_t zeros = 0;
    bool has_point = false;
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        if (c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9') {
            return false;
        }
        out->scale -= has_point;
        zeros++;
        if (c != '0') {
            if (!append_digit(&out->magnitude, zeros - 1, (unsigned)(c - '0'))) {
                return false;
            }
            zeros = 0;
        }
    }
    out->scale += zeros;
    return true;
}

/* The digits behind e or E, cut at a bound that is as good as infinite. */
static bool read_exponent(struct ssmspec_view text, int64_t *out) {
    const bool is_negative = text.len > 0 && text.ptr[0] == '-';
    const bool has_sign = is_negative || (text.len > 0 && text.ptr[0] == '+');
    int64_t value = 0;
    for (size_t i = has_sign ? 1 : 0; i < text.len; i++) {
        const int digit = text.ptr[i] - '0';
        if (digit < 0 || digit > 9) {
            return false;
        }
        value = value < EXPONENT_MAX ? value * 10 + digit : EXPONENT_MAX;
    }
    *out = is_negative ? -value : value;
    return true;
}

static bool with_sign(uint64_t magnitude, bool is_negative, int64_t *out) {
    const uint64_t most = (uint64_t)INT64_MAX + (is_negative ? 1 : 0);
    if (magnitude > most) {
        return false;
    }
    if (magnitude == most && is_negative) {
        *out = INT64_MIN;
        return true;
    }
    *out = is_negative ? -(int64_t)magnitude : (int64_t)magnitude;
    return true;
}

static size_t find_exponent(struct ssmspec_view text) {
    size_t at = 0;
    while (at < text.len && text.ptr[at] != 'e' && text.ptr[at] != 'E') {
        at++;
    }
    return at;
}

bool ssmspec_json_to_int64(const struct ssmspec_json *number, int64_t *out) {
    if (number == NULL || number->type != SSMSPEC_JSON_NUMBER || number->text.len == 0) {
        return false;
    }
    const bool is_negative = number->text.ptr[0] == '-';
    const struct ssmspec_view text =
        ssmspec_view_sub(number->text, is_negative ? 1 : 0, number->text.len);
    const size_t mark = find_exponent(text);
    struct decimal decimal = {0, 0};
    int64_t exponent = 0;
    if (!read_magnitude(ssmspec_view_sub(text, 0, mark), &decimal) ||
        !read_exponent(ssmspec_view_sub(text, mark + 1, text.len), &exponent)) {
        return false;
    }
    if (decimal.magnitude == 0) {
        *out = 0;
        return true;
    }
    decimal.scale += exponent;
    if (decimal.scale < 0 || !times_power_of_ten(&decimal.magnitude, decimal.scale)) {
        return false;
    }
    return with_sign(decimal.magnitude, is_negative, out);
}
