/* A borrowed run of bytes. Passed by value, never freed, never assumed to end in NUL, and allowed
 * to contain NUL. Whoever keeps a view keeps its owner (an arena, a table, a caller's buffer). */
#ifndef SSMSPEC_SRC_BASE_VIEW_H
#define SSMSPEC_SRC_BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct ssmspec_view {
    const char *ptr;
    size_t len; /* bytes */
};

/* A view of a string literal or a char array, without its final NUL. */
#define SSMSPEC_VIEW(literal) ((struct ssmspec_view){(literal), sizeof(literal) - 1})

/* The same where C wants a constant initializer: in static tables. */
#define SSMSPEC_VIEW_INIT(literal) \
    { (literal), sizeof(literal) - 1 }

/* A view of a NUL-terminated text; NULL gives the absent view {NULL, 0}. */
static inline struct ssmspec_view ssmspec_view_of(const char *text) {
    return (struct ssmspec_view){text, text == NULL ? 0 : strlen(text)};
}

/* The part [from, from + len) cut to what exists. */
static inline struct ssmspec_view ssmspec_view_sub(struct ssmspec_view v, size_t from, size_t len) {
    if (from > v.len) {
        from = v.len;
    }
    if (len > v.len - from) {
        len = v.len - from;
    }
    return (struct ssmspec_view){v.ptr == NULL ? NULL : v.ptr + from, len};
}

static inline bool ssmspec_view_eq(struct ssmspec_view a, struct ssmspec_view b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool ssmspec_view_is(struct ssmspec_view v, const char *text) {
    return ssmspec_view_eq(v, ssmspec_view_of(text));
}

static inline bool ssmspec_view_starts(struct ssmspec_view v, struct ssmspec_view prefix) {
    return v.len >= prefix.len && (prefix.len == 0 || memcmp(v.ptr, prefix.ptr, prefix.len) == 0);
}

/* Whether v is one of texts, which end with NULL; texts NULL: it is not. */
bool ssmspec_view_among(struct ssmspec_view v, const char *const *texts);

/* ASCII case folding only, for header names. */
bool ssmspec_view_eq_nocase(struct ssmspec_view a, struct ssmspec_view b);

/* Where needle begins in v, or v.len when it does not occur. */
size_t ssmspec_view_find(struct ssmspec_view v, struct ssmspec_view needle);

/* v without leading and trailing blanks and tabs. */
struct ssmspec_view ssmspec_view_trim(struct ssmspec_view v);

/* Decimal, whole view, no sign but '-'; false when it is not a number or does not fit. */
bool ssmspec_view_to_int64(struct ssmspec_view v, long long *out);

#endif
