#include "src/exchange/canonical.h"

#include "src/exchange/put.h"

/* One header in canonical spelling, before repeats are merged. */
struct field {
    struct ssmspec_view name; /* lower case */
    struct ssmspec_view value;
};

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int ssmspec_canonical_compare(struct ssmspec_view a, struct ssmspec_view b) {
    const size_t shorter = a.len < b.len ? a.len : b.len;
    const int order = shorter == 0 ? 0 : memcmp(a.ptr, b.ptr, shorter);
    if (order != 0) {
        return order;
    }
    return a.len < b.len ? -1 : (a.len > b.len ? 1 : 0);
}

/* Insertion keeps repeats in wire order and is quick, for there are few and they come almost
 * sorted. */
static void insert(struct field *fields, size_t count, struct field field) {
    size_t at = count;
    while (at > 0 && ssmspec_canonical_compare(fields[at - 1].name, field.name) > 0) {
        fields[at] = fields[at - 1];
        at--;
    }
    fields[at] = field;
}

static char *put_line(char *at, struct ssmspec_view v) {
    at = ssmspec_put(at, v);
    *at = '\n';
    return at + 1;
}

/* Almost every value is canonical as it stands. Without a way out early, so that
 * compilers look at many bytes at once. */
static bool has_blank(struct ssmspec_view value) {
    unsigned char found = 0;
    for (size_t i = 0; i < value.len; i++) {
        found |= (unsigned char)is_blank(value.ptr[i]);
    }
    return found != 0;
}

/* Without blanks at the ends, and with one where there were several. */
static char *put_value(char *at, struct ssmspec_view value) {
    if (!has_blank(value)) {
        return ssmspec_put(at, value);
    }
    bool is_first = true;
    bool has_gap = false;
    for (size_t i = 0; i < value.len; i++) {
        if (is_blank(value.ptr[i])) {
            has_gap = true;
            continue;
        }
        if (has_gap && !is_first) {
            *at++ = ' ';
        }
        *at++ = value.ptr[i];
        is_first = false;
        has_gap = false;
    }
    return at;
}

static struct ssmspec_view lower_name(struct ssmspec_view name, char **at) {
    const struct ssmspec_view lowered = {*at, name.len};
    for (size_t i = 0; i < name.len; i++) {
        *(*at)++ = lower(name.ptr[i]);
    }
    return lowered;
}

static bool repeats(const struct field *fields, size_t i) {
    return i > 0 && ssmspec_view_eq(fields[i - 1].name, fields[i].name);
}

static char *put_fields(char *at, const struct field *fields, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (repeats(fields, i)) {
            at[-1] = ','; /* in place of the line end: the values share a line */
        } else {
            at = ssmspec_put(at, fields[i].name);
            *at++ = ':';
        }
        at = put_value(at, fields[i].value);
        *at++ = '\n';
    }
    return at;
}

static char *put_names(char *at, const struct field *fields, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (repeats(fields, i)) {
            continue;
        }
        if (i > 0) {
            *at++ = ';';
        }
        at = ssmspec_put(at, fields[i].name);
    }
    return at;
}

/* The headers, sorted; their names stand in lower case behind them. */
static enum ssmspec_err sort_headers(const struct ssmspec_to_sign *what,
                                     struct ssmspec_arena *arena, struct field **out,
                                     size_t *text_bytes) {
    ENSURE(what->header_count <= SSMSPEC_SIGNED_HEADERS_MAX, SSMSPEC_ERR_LIMIT);
    size_t name_bytes = 0;
    size_t value_bytes = 0;
    for (size_t i = 0; i < what->header_count; i++) {
        name_bytes += what->headers[i].name.len;
        value_bytes += what->headers[i].value.len;
    }
    const size_t count = what->header_count;
    struct field *const fields = ssmspec_arena_raw(arena, count * sizeof *fields + name_bytes);
    ENSURE(fields != NULL, SSMSPEC_ERR_NOMEM);
    char *names = (char *)(fields + count);
    for (size_t i = 0; i < count; i++) {
        const struct ssmspec_view name = lower_name(what->headers[i].name, &names);
        insert(fields, i, (struct field){name, what->headers[i].value});
    }
    *out = fields;
    *text_bytes = 2 * name_bytes + value_bytes + 3 * count;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_canonical_request(const struct ssmspec_to_sign *what,
                                           struct ssmspec_arena *arena, struct ssmspec_view *text,
                                           struct ssmspec_view *signed_names) {
    struct ssmspec_view path;
    struct ssmspec_view query;
    struct field *fields = NULL;
    size_t header_bytes = 0;
    GUARD(ssmspec_canonical_path(what->path, arena, &path));
    GUARD(ssmspec_canonical_query(what->query, arena, &query));
    GUARD(sort_headers(what, arena, &fields, &header_bytes));
    char *const start = ssmspec_arena_raw(arena, what->method.len + path.len + query.len +
                                                     header_bytes + what->payload_hash.len + 5);
    ENSURE(start != NULL, SSMSPEC_ERR_NOMEM);
    char *at = put_line(start, what->method);
    at = put_line(at, path);
    at = put_line(at, query);
    at = put_fields(at, fields, what->header_count);
    *at++ = '\n';
    char *const names = at;
    at = put_names(at, fields, what->header_count);
    if (signed_names != NULL) {
        *signed_names = (struct ssmspec_view){names, (size_t)(at - names)};
    }
    *at++ = '\n';
    at = ssmspec_put(at, what->payload_hash);
    *text = (struct ssmspec_view){start, (size_t)(at - start)};
    return SSMSPEC_OK;
}
