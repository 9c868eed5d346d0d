#include "src/exchange/canonical.h"

#include "src/exchange/put.h"

#include <stdint.h>
#include <stdlib.h>

#define PARAMETERS_MAX 1000

static bool is_unreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

static char *put_escaped(char *at, struct ssmspec_view segment) {
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < segment.len; i++) {
        const char c = segment.ptr[i];
        if (is_unreserved(c)) {
            *at++ = c;
            continue;
        }
        *at++ = '%';
        *at++ = digits[(unsigned char)c >> 4];
        *at++ = digits[(unsigned char)c & 15];
    }
    return at;
}

/* Back before the '/' of the last segment written, never before start. */
static char *drop_segment(const char *start, char *at) {
    while (at > start && at[-1] != '/') {
        at--;
    }
    return at > start ? at - 1 : at;
}

/* Writes "/segment" for each segment that counts. */
static char *put_segments(char *start, struct ssmspec_view path) {
    char *at = start;
    size_t from = 0;
    while (from < path.len) {
        size_t to = from;
        while (to < path.len && path.ptr[to] != '/') {
            to++;
        }
        const struct ssmspec_view segment = ssmspec_view_sub(path, from, to - from);
        from = to + 1;
        if (segment.len == 0 || ssmspec_view_is(segment, ".")) {
            continue;
        }
        if (ssmspec_view_is(segment, "..")) {
            at = drop_segment(start, at);
            continue;
        }
        *at++ = '/';
        at = put_escaped(at, segment);
    }
    return at;
}

enum ssmspec_err ssmspec_canonical_path(struct ssmspec_view path, struct ssmspec_arena *arena,
                                        struct ssmspec_view *out) {
    if (path.len == 0 || ssmspec_view_is(path, "/")) {
        *out = SSMSPEC_VIEW("/");
        return SSMSPEC_OK;
    }
    ENSURE(path.len < SIZE_MAX / 8, SSMSPEC_ERR_LIMIT);
    char *const start = ssmspec_arena_raw(arena, path.len * 3 + 2);
    ENSURE(start != NULL, SSMSPEC_ERR_NOMEM);
    char *at = put_segments(start, path);
    if (path.ptr[path.len - 1] == '/' || at == start) {
        *at++ = '/';
    }
    *out = (struct ssmspec_view){start, (size_t)(at - start)};
    return SSMSPEC_OK;
}

struct parameter {
    struct ssmspec_view name;
    struct ssmspec_view value;
};

static int compare_parameters(const void *left, const void *right) {
    const struct parameter *const a = left;
    const struct parameter *const b = right;
    const int order = ssmspec_canonical_compare(a->name, b->name);
    return order != 0 ? order : ssmspec_canonical_compare(a->value, b->value);
}

static struct parameter split_parameter(struct ssmspec_view text) {
    const size_t equals = ssmspec_view_find(text, SSMSPEC_VIEW("="));
    return (struct parameter){ssmspec_view_sub(text, 0, equals),
                              ssmspec_view_sub(text, equals + 1, text.len)};
}

/* At least as many as there are. */
static size_t count_parameters(struct ssmspec_view query) {
    size_t most = 1;
    for (size_t i = 0; i < query.len; i++) {
        most += query.ptr[i] == '&' ? 1 : 0;
    }
    return most;
}

static size_t split_query(struct ssmspec_view query, struct parameter *parameters) {
    size_t count = 0;
    size_t from = 0;
    while (from < query.len) {
        const struct ssmspec_view rest = ssmspec_view_sub(query, from, query.len);
        const size_t end = ssmspec_view_find(rest, SSMSPEC_VIEW("&"));
        if (end > 0) {
            parameters[count++] = split_parameter(ssmspec_view_sub(rest, 0, end));
        }
        from += end + 1;
    }
    return count;
}

static char *put_parameter(char *at, const struct parameter *parameter) {
    at = ssmspec_put(at, parameter->name);
    *at++ = '=';
    return ssmspec_put(at, parameter->value);
}

enum ssmspec_err ssmspec_canonical_query(struct ssmspec_view query, struct ssmspec_arena *arena,
                                         struct ssmspec_view *out) {
    if (query.len == 0) {
        *out = SSMSPEC_VIEW("");
        return SSMSPEC_OK;
    }
    const size_t most = count_parameters(query);
    ENSURE(most <= PARAMETERS_MAX, SSMSPEC_ERR_LIMIT);
    struct parameter *const parameters = ssmspec_arena_raw(arena, most * sizeof *parameters);
    char *const start = ssmspec_arena_raw(arena, query.len + most + 1);
    ENSURE(parameters != NULL && start != NULL, SSMSPEC_ERR_NOMEM);
    const size_t count = split_query(query, parameters);
    qsort(parameters, count, sizeof *parameters, compare_parameters);
    char *at = start;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            *at++ = '&';
        }
        at = put_parameter(at, &parameters[i]);
    }
    *out = (struct ssmspec_view){start, (size_t)(at - start)};
    return SSMSPEC_OK;
}
