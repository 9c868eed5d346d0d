#include "src/response/casing.h"

#define DEPTH_MAX 64

static const struct ssmspec_json *find(const struct ssmspec_json *value,
                                       const struct ssmspec_shape *shape, unsigned depth);

static const struct ssmspec_member *member_of(const struct ssmspec_shape *shape,
                                              struct ssmspec_view name, bool *is_miscased) {
    *is_miscased = false;
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct ssmspec_view known = ssmspec_view_of(shape->members[i].name);
        if (ssmspec_view_eq(known, name)) {
            *is_miscased = false;
            return &shape->members[i];
        }
        *is_miscased |= known.len == name.len && ssmspec_view_eq_nocase(known, name);
    }
    return NULL;
}

static const struct ssmspec_json *find_in_members(const struct ssmspec_json *value,
                                                  const struct ssmspec_shape *shape,
                                                  unsigned depth) {
    for (const struct ssmspec_json *child = value->first; child != NULL; child = child->next) {
        bool is_miscased = false;
        const struct ssmspec_member *member = member_of(shape, child->name, &is_miscased);
        if (is_miscased) {
            return child;
        }
        const struct ssmspec_json *found =
            member == NULL ? NULL : find(child, member->shape, depth + 1);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

static const struct ssmspec_json *find_in_elements(const struct ssmspec_json *value,
                                                   const struct ssmspec_shape *element,
                                                   unsigned depth) {
    for (const struct ssmspec_json *child = value->first; child != NULL; child = child->next) {
        const struct ssmspec_json *found = find(child, element, depth + 1);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

static const struct ssmspec_json *find(const struct ssmspec_json *value,
                                       const struct ssmspec_shape *shape, unsigned depth) {
    if (shape == NULL || depth > DEPTH_MAX) {
        return NULL;
    }
    if (shape->type == SSMSPEC_STRUCTURE && value->type == SSMSPEC_JSON_OBJECT) {
        return find_in_members(value, shape, depth);
    }
    const bool is_nest = shape->type == SSMSPEC_LIST || shape->type == SSMSPEC_MAP;
    return is_nest ? find_in_elements(value, shape->element, depth) : NULL;
}

const struct ssmspec_json *ssmspec_miscased_member(const struct ssmspec_json *root,
                                                   const struct ssmspec_shape *shape) {
    return root == NULL ? NULL : find(root, shape, 0);
}
