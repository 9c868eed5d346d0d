#include "fuzz/differential/features.h"

#define DEPTH_MAX 32
#define TWINS_MAX 64 /* of larger objects, only neighbours are compared: searching is quadratic */

static unsigned look(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                     size_t depth);

static bool has_nul(struct ssmspec_view text) {
    return text.len > 0 && memchr(text.ptr, '\0', text.len) != NULL;
}

static bool has_twin(const struct ssmspec_json *object, const struct ssmspec_json *child) {
    const struct ssmspec_json *at = object->count > TWINS_MAX ? child->next : object->first;
    const struct ssmspec_json *const end =
        object->count > TWINS_MAX && at != NULL ? at->next : child;
    for (; at != NULL && at != end; at = at->next) {
        if (ssmspec_view_eq(at->name, child->name)) {
            return true;
        }
    }
    return false;
}

static unsigned look_at_scalar(const struct ssmspec_json *value) {
    long long plain = 0;
    switch (value->type) {
    case SSMSPEC_JSON_STRING:
        return has_nul(value->text) ? SSMSPEC_HAS_NUL : 0;
    case SSMSPEC_JSON_NUMBER:
        return ssmspec_view_to_int64(value->text, &plain) ? 0 : SSMSPEC_HAS_DECIMALS;
    default:
        return 0;
    }
}

static unsigned look_at_name(const struct ssmspec_json *object, const struct ssmspec_json *child) {
    return (has_twin(object, child) ? SSMSPEC_HAS_DUPLICATES : 0) |
           (has_nul(child->name) ? SSMSPEC_HAS_NUL : 0);
}

/* A value that no table knows. */
static unsigned look_at_unknown(const struct ssmspec_json *value, size_t depth) {
    unsigned found = look_at_scalar(value);
    if (depth == DEPTH_MAX) {
        return found | SSMSPEC_HAS_DEPTH;
    }
    for (const struct ssmspec_json *at = value->first; at != NULL; at = at->next) {
        found |= look_at_unknown(at, depth + 1);
        found |= value->type == SSMSPEC_JSON_OBJECT ? look_at_name(value, at) : 0;
    }
    return found;
}

static unsigned look_at_member(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               size_t depth) {
    for (size_t i = 0; i < shape->member_count; i++) {
        if (!ssmspec_view_is(value->name, shape->members[i].name)) {
            continue;
        }
        return value->type == SSMSPEC_JSON_NULL ? SSMSPEC_HAS_NULL
                                                : look(shape->members[i].shape, value, depth + 1);
    }
    return SSMSPEC_HAS_UNKNOWN | look_at_unknown(value, depth + 1);
}

/* An earlier one of duplicates need not conform: it is looked at as if no table knew it. */
static unsigned look(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                     size_t depth) {
    const bool is_list = value->type == SSMSPEC_JSON_LIST && shape->type == SSMSPEC_LIST;
    const bool is_map = value->type == SSMSPEC_JSON_OBJECT && shape->type == SSMSPEC_MAP;
    const bool is_structure =
        value->type == SSMSPEC_JSON_OBJECT && shape->type == SSMSPEC_STRUCTURE;
    unsigned found = 0;
    if (depth >= DEPTH_MAX || !(is_list || is_map || is_structure)) {
        return look_at_unknown(value, depth);
    }
    for (const struct ssmspec_json *at = value->first; at != NULL; at = at->next) {
        found |=
            is_structure ? look_at_member(shape, at, depth) : look(shape->element, at, depth + 1);
        found |= is_list ? 0 : look_at_name(value, at);
    }
    return found;
}

unsigned ssmspec_features_of(const struct ssmspec_operation *operation,
                             const struct ssmspec_json *root) {
    return look(operation->input, root, 0);
}
