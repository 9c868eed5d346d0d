#include "src/base/utf8.h"

#define ONES UINT64_C(0x0101010101010101)

/* What a first byte promises. The second byte's range carries the rules against overlong forms,
 * surrogates and values above U+10FFFF (RFC 3629, section 4). */
struct lead {
    unsigned char first_low, first_high;
    unsigned char second_low, second_high;
    unsigned char bytes;
    unsigned char mask; /* payload bits of the first byte */
};

static const struct lead LEADS[] = {
    {0x00, 0x7f, 0x00, 0x00, 1, 0x7f}, {0xc2, 0xdf, 0x80, 0xbf, 2, 0x1f},
    {0xe0, 0xe0, 0xa0, 0xbf, 3, 0x0f}, {0xe1, 0xec, 0x80, 0xbf, 3, 0x0f},
    {0xed, 0xed, 0x80, 0x9f, 3, 0x0f}, {0xee, 0xef, 0x80, 0xbf, 3, 0x0f},
    {0xf0, 0xf0, 0x90, 0xbf, 4, 0x07}, {0xf1, 0xf3, 0x80, 0xbf, 4, 0x07},
    {0xf4, 0xf4, 0x80, 0x8f, 4, 0x07},
};

static const struct lead *find_lead(unsigned char first) {
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++) {
        if (first >= LEADS[i].first_low && first <= LEADS[i].first_high) {
            return &LEADS[i];
        }
    }
    return NULL;
}

size_t ssmspec_utf8_decode(struct ssmspec_view text, uint32_t *code_point) {
    if (text.len == 0) {
        return 0;
    }
    const unsigned char *const at = (const unsigned char *)text.ptr;
    const struct lead *const lead = find_lead(at[0]);
    if (lead == NULL || text.len < lead->bytes) {
        return 0;
    }
    if (lead->bytes > 1 && (at[1] < lead->second_low || at[1] > lead->second_high)) {
        return 0;
    }
    uint32_t value = at[0] & lead->mask;
    for (size_t i = 1; i < lead->bytes; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            return 0;
        }
        value = value << 6 | (at[i] & 0x3f);
    }
    if (code_point != NULL) {
        *code_point = value;
    }
    return lead->bytes;
}

size_t ssmspec_utf8_encode(uint32_t code_point, char out[4]) {
    const uint32_t c = code_point;
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) {
        return 0;
    }
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

enum ssmspec_err ssmspec_utf8_count(struct ssmspec_view text, size_t *count, size_t *bad_offset) {
    size_t found = 0;
    size_t at = 0;
    while (at < text.len) {
        const struct ssmspec_view rest = {text.ptr + at, text.len - at};
        const size_t step = (unsigned char)*rest.ptr < 0x80 ? 1 : ssmspec_utf8_decode(rest, NULL);
        if (step == 0) {
            break;
        }
        at += step;
        found++;
    }
    *count = found;
    if (at == text.len) {
        return SSMSPEC_OK;
    }
    *bad_offset = at;
    return SSMSPEC_ERR_UTF8;
}

/* Bytes of the form 10xxxxxx among eight, added up in the topmost byte. */
static size_t count_continuations(const char *eight) {
    uint64_t word;
    memcpy(&word, eight, sizeof word);
    return (size_t)(((word >> 7 & ~(word >> 6) & ONES) * ONES) >> 56);
}

size_t ssmspec_utf8_length(struct ssmspec_view text) {
    size_t continuations = 0;
    size_t i = 0;
    for (; text.len - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
        continuations += count_continuations(text.ptr + i);
    }
    for (; i < text.len; i++) {
        continuations += ((unsigned char)text.ptr[i] & 0xc0) == 0x80;
    }
    return text.len - continuations;
}

size_t ssmspec_utf8_length_utf16(struct ssmspec_view text) {
    size_t pairs = 0;
    for (size_t i = 0; i < text.len; i++) {
        pairs += (unsigned char)text.ptr[i] >= 0xf0;
    }
    return ssmspec_utf8_length(text) + pairs;
}
