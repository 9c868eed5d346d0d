#include "src/json/reader.h"

#include "src/base/utf8.h"

#define ONES UINT64_C(0x0101010101010101)
#define HIGH_BITS (ONES * 0x80)

static bool is_plain(char c) {
    const unsigned char byte = (unsigned char)c;
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/* Eight bytes, the first in memory lowest. */
static inline uint64_t load(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The high bit of each byte that is_plain rejects; bits above the lowest one set may be wrong,
 * since a subtraction borrows only from a byte that is rejected itself. */
static inline uint64_t find_special(uint64_t word) {
    const uint64_t quote = word ^ (ONES * '"');
    const uint64_t backslash = word ^ (ONES * '\\');
    return (word | (word - ONES * 0x20) | (quote - ONES) | (backslash - ONES)) & HIGH_BITS;
}

static inline const char *skip_plain(const char *at, const char *end) {
    while (end - at >= (ptrdiff_t)sizeof(uint64_t)) {
        const uint64_t special = find_special(load(at));
        if (special != 0) {
            return at + __builtin_ctzll(special) / 8;
        }
        at += sizeof(uint64_t);
    }
    while (at < end && is_plain(*at)) {
        at++;
    }
    return at;
}

const char *ssmspec_json_skip_plain(const char *at, const char *end) {
    return skip_plain(at, end);
}

static bool syntax(struct ssmspec_json_reader *r, const char *at, const char *reason) {
    return ssmspec_json_reader_fault(r, SSMSPEC_ERR_SYNTAX, at, reason);
}

/* The next quote or backslash from at on, all before it being text; NULL after a fault. */
static const char *skip_text(struct ssmspec_json_reader *r, const char *at) {
    for (;;) {
        at = skip_plain(at, r->end);
        if (at == r->end) {
            syntax(r, r->at, "unterminated string");
            return NULL;
        }
        if (*at == '"' || *at == '\\') {
            return at;
        }
        if ((unsigned char)*at < 0x20) {
            syntax(r, at, "control character in string");
            return NULL;
        }
        const struct ssmspec_view rest = {at, (size_t)(r->end - at)};
        const size_t step = ssmspec_utf8_decode(rest, NULL);
        if (step == 0) {
            syntax(r, at, "invalid UTF-8");
            return NULL;
        }
        at += step;
    }
}

/* Where the string's raw bytes end, or the input does: no decoded text is longer. */
static const char *find_close(const char *at, const char *end) {
    while (at < end && *at != '"') {
        if (*at == '\\' && end - at > 1) {
            at++;
        }
        at = skip_plain(at + 1, end);
    }
    return at;
}

static char *copy(char *to, const char *from, const char *end) {
    const size_t bytes = (size_t)(end - from);
    memcpy(to, from, bytes);
    return to + bytes;
}

/* A string whose first backslash stands at `at`. */
static bool read_escaped(struct ssmspec_json_reader *r, const char *at, struct ssmspec_view *out) {
    const char *from = r->at + 1;
    const size_t raw_bytes = (size_t)(find_close(at, r->end) - from);
    char *const text = ssmspec_arena_raw(r->arena, raw_bytes);
    if (text == NULL) {
        return ssmspec_json_reader_fault(r, SSMSPEC_ERR_NOMEM, at, "out of memory");
    }
    char *to = text;
    while (*at == '\\') {
        to = copy(to, from, at);
        from = ssmspec_json_read_escape(r, at, &to);
        if (from == NULL) {
            return false;
        }
        at = skip_text(r, from);
        if (at == NULL) {
            return false;
        }
    }
    to = copy(to, from, at);
    *out = (struct ssmspec_view){text, (size_t)(to - text)};
    r->at = at + 1;
    return true;
}

bool ssmspec_json_read_string(struct ssmspec_json_reader *reader, struct ssmspec_view *out) {
    const char *const begin = reader->at + 1;
    const char *at = skip_plain(begin, reader->end);
    /* Most strings end here: plain ASCII throughout. */
    if (at == reader->end || *at != '"') {
        at = skip_text(reader, at);
        if (at == NULL) {
            return false;
        }
        if (*at == '\\') {
            return read_escaped(reader, at, out);
        }
    }
    *out = (struct ssmspec_view){begin, (size_t)(at - begin)};
    reader->at = at + 1;
    return true;
}
