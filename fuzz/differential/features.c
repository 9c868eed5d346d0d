#include "fuzz/differential/features.h"

#define TABLE_DEPTH_MAX 32
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

static unsigned look_at_member(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               size_t depth) {
    for (size_t i = 0; i < shape->member_count; i++) {
        if (!ssmspec_view_is(value->name, shape->members[i].name)) {
            continue;
        }
        return value->type == SSMSPEC_JSON_NULL ? SSMSPEC_HAS_NULL
                                                : look(shape->members[i].shape, value, depth + 1);
    }
    return SSMSPEC_HAS_UNKNOWN;
}

static unsigned look_inside(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                            size_t depth) {
    unsigned found = 0;
    for (const struct ssmspec_json *at = value->first; at != NULL; at = at->next) {
        found |= shape->type == SSMSPEC_STRUCTURE ? look_at_member(shape, at, depth)
                                                  : look(shape->element, at, depth + 1);
        if (shape->type != SSMSPEC_LIST) {
            found |= has_twin(value, at) ? SSMSPEC_HAS_DUPLICATES : 0;
            found |= has_nul(at->name) ? SSMSPEC_HAS_NUL : 0;
        }
    }
    return found;
}

/* An earlier one of duplicates need not conform: what does not fit its shape is not looked into. */
static unsigned look(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                     size_t depth) {
    switch (value->type) {
    case SSMSPEC_JSON_STRING:
        return has_nul(value->text) ? SSMSPEC_HAS_NUL : 0;
    case SSMSPEC_JSON_NUMBER: {
        int64_t number = 0;
        long long plain = 0;
        const bool is_plain = ssmspec_view_to_int64(value->text, &plain);
        return !is_plain && ssmspec_json_to_int64(value, &number) ? SSMSPEC_HAS_DECIMALS : 0;
    }
    case SSMSPEC_JSON_LIST:
        return shape->type == SSMSPEC_LIST && depth < TABLE_DEPTH_MAX
                   ? look_inside(shape, value, depth)
                   : 0;
    case SSMSPEC_JSON_OBJECT:
        return (shape->type == SSMSPEC_MAP || shape->type == SSMSPEC_STRUCTURE) &&
                       depth < TABLE_DEPTH_MAX
                   ? look_inside(shape, value, depth)
                   : 0;
    default:
        return 0;
    }
}

unsigned ssmspec_features_of(const struct ssmspec_operation *operation,
                             const struct ssmspec_json *root) {
    return look(operation->input, root, 0);
}
