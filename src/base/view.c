#include "src/base/view.h"

#include <limits.h>

static unsigned char lower(char c) {
    const unsigned char byte = (unsigned char)c;
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

bool ssmspec_view_among(struct ssmspec_view v, const char *const *texts) {
    for (; texts != NULL && *texts != NULL; texts++) {
        if (ssmspec_view_is(v, *texts)) {
            return true;
        }
    }
    return false;
}

bool ssmspec_view_eq_nocase(struct ssmspec_view a, struct ssmspec_view b) {
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        if (lower(a.ptr[i]) != lower(b.ptr[i])) {
            return false;
        }
    }
    return true;
}

size_t ssmspec_view_find(struct ssmspec_view v, struct ssmspec_view needle) {
    if (needle.len == 0) {
        return 0;
    }
    size_t at = 0;
    while (v.len - at >= needle.len) {
        /* Only where a whole needle still fits. */
        const char *const hit = memchr(v.ptr + at, needle.ptr[0], v.len - at - needle.len + 1);
        if (hit == NULL) {
            return v.len;
        }
        if (memcmp(hit, needle.ptr, needle.len) == 0) {
            return (size_t)(hit - v.ptr);
        }
        at = (size_t)(hit - v.ptr) + 1;
    }
    return v.len;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

struct ssmspec_view ssmspec_view_trim(struct ssmspec_view v) {
    while (v.len > 0 && is_blank(v.ptr[v.len - 1])) {
        v.len--;
    }
    while (v.len > 0 && is_blank(v.ptr[0])) {
        v.ptr++;
        v.len--;
    }
    return v;
}

bool ssmspec_view_to_int64(struct ssmspec_view v, long long *out) {
    const bool is_negative = v.len > 0 && v.ptr[0] == '-';
    if (v.len == (is_negative ? 1U : 0U)) {
        return false;
    }
    /* Counted downwards, because the smallest value has no positive twin. */
    long long value = 0;
    for (size_t i = is_negative ? 1 : 0; i < v.len; i++) {
        const int digit = v.ptr[i] - '0';
        if (digit < 0 || digit > 9 || value < (LLONG_MIN + digit) / 10) {
            return false;
        }
        value = value * 10 - digit;
    }
    if (!is_negative && value == LLONG_MIN) {
        return false;
    }
    *out = is_negative ? value : -value;
    return true;
}
