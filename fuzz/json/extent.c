#include "fuzz/json/extent.h"

#include "fuzz/oracle.h"

SSMSPEC_ORACLE_ID(json_extent);

/* A value begins and ends with the bytes that its type begins and ends with. */
static bool is_delimited(const struct ssmspec_json *value, struct ssmspec_view bytes) {
    const char first = bytes.ptr[value->offset];
    const char last = bytes.ptr[value->end - 1];
    switch (value->type) {
    case SSMSPEC_JSON_OBJECT:
        return first == '{' && last == '}';
    case SSMSPEC_JSON_LIST:
        return first == '[' && last == ']';
    case SSMSPEC_JSON_STRING:
        return first == '"' && last == '"' && value->end - value->offset >= 2;
    default:
        return memchr(" \t\r\n,:", last, 6) == NULL &&
               (value->end == bytes.len || memchr(" \t\r\n,]}", bytes.ptr[value->end], 7) != NULL);
    }
}

void ssmspec_check_extent(const struct ssmspec_json *value, struct ssmspec_view bytes,
                          size_t from) {
    SSMSPEC_ORACLE(json_extent,
                   value->offset >= from && value->end > value->offset && value->end <= bytes.len,
                   "at %u to %u", value->offset, value->end);
    SSMSPEC_ORACLE(json_extent, is_delimited(value, bytes), "cut at %u or %u", value->offset,
                   value->end);
    size_t at = value->offset;
    size_t count = 0;
    for (const struct ssmspec_json *each = value->first; each != NULL; each = each->next) {
        ssmspec_check_extent(each, bytes, at);
        at = each->end;
        count++;
    }
    SSMSPEC_ORACLE(json_extent, at <= value->end, "a child ends at %zu", at);
    SSMSPEC_ORACLE(json_extent, count == value->count, "%zu children, not %u", count, value->count);
}
