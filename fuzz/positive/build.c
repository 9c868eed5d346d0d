#include "fuzz/positive/build.h"

#include "fuzz/mutator/tables.h"

#include <inttypes.h>

#define DEPTH_MAX 16
#define ELEMENTS_USUAL 3

static struct ssmspec_node *build(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                  struct ssmspec_choices *choices, size_t depth);

static struct ssmspec_node *build_string(struct ssmspec_tree *tree,
                                         const struct ssmspec_shape *shape,
                                         struct ssmspec_choices *choices) {
    const struct ssmspec_view text = ssmspec_build_text(tree, shape, choices);
    return text.ptr == NULL ? NULL : ssmspec_node_text(tree, text);
}

static struct ssmspec_node *build_integer(struct ssmspec_tree *tree,
                                          const struct ssmspec_shape *shape,
                                          struct ssmspec_choices *choices) {
    const struct ssmspec_constraint *const row = ssmspec_tables_row(shape, SSMSPEC_RANGE);
    const int64_t min = row == NULL || row->min == SSMSPEC_NO_MIN ? INT32_MIN : row->min;
    const int64_t max = row == NULL || row->max == SSMSPEC_NO_MAX ? INT32_MAX : row->max;
    const int64_t step = (int64_t)ssmspec_choices_below(choices, 65536) % (max - min + 1);
    const int64_t value = ssmspec_choices_below(choices, 2) == 0 ? min + step : max - step;
    const char *const text = ssmspec_arena_printf(tree->arena, "%" PRId64, value);
    return text == NULL ? NULL : ssmspec_node_number(tree, ssmspec_view_of(text));
}

static struct ssmspec_node *build_boolean(struct ssmspec_tree *tree,
                                          struct ssmspec_choices *choices) {
    struct ssmspec_node *const node = ssmspec_node_new(tree, SSMSPEC_JSON_BOOLEAN);
    if (node != NULL) {
        node->truth = ssmspec_choices_below(choices, 2) == 1;
    }
    return node;
}

/* Few as a rule, now and then as many as there may be. */
static size_t pick_count(const struct ssmspec_shape *shape, struct ssmspec_choices *choices) {
    const struct ssmspec_constraint *const row = ssmspec_tables_row(shape, SSMSPEC_COUNT);
    const size_t min = row == NULL || row->min < 0 ? 0 : (size_t)row->min;
    const size_t least = row != NULL && row->is_min_unsettled ? min + 1 : min;
    const size_t max =
        row == NULL || row->max == SSMSPEC_NO_MAX ? ELEMENTS_USUAL : (size_t)row->max;
    const size_t usual = least + ELEMENTS_USUAL < max ? ELEMENTS_USUAL : max - least;
    const uint8_t choice = ssmspec_choices_next(choices);
    return choice >= 0xf0 ? max : least + choice % (usual + 1);
}

static struct ssmspec_node *build_list(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                       struct ssmspec_choices *choices, size_t depth) {
    struct ssmspec_node *const list = ssmspec_node_new(tree, SSMSPEC_JSON_LIST);
    const size_t count = pick_count(shape, choices);
    for (size_t i = 0; list != NULL && i < count; i++) {
        struct ssmspec_node *const element = build(tree, shape->element, choices, depth + 1);
        if (element == NULL) {
            return NULL;
        }
        ssmspec_node_insert(list, NULL, element);
    }
    return list;
}

static int compare(struct ssmspec_view a, struct ssmspec_view b) {
    const size_t common = a.len < b.len ? a.len : b.len;
    const int order = common == 0 ? 0 : memcmp(a.ptr, b.ptr, common);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Sorted by key; a key that is there already is not added again. */
static bool add_entry(struct ssmspec_tree *tree, struct ssmspec_node *map,
                      const struct ssmspec_shape *shape, struct ssmspec_choices *choices,
                      size_t depth) {
    const struct ssmspec_view key = ssmspec_build_text(tree, shape->key, choices);
    struct ssmspec_node *const value = build(tree, shape->element, choices, depth + 1);
    struct ssmspec_node *before = map->first;
    if (key.ptr == NULL || value == NULL) {
        return false;
    }
    while (before != NULL && compare(before->name, key) < 0) {
        before = before->next;
    }
    if (before == NULL || compare(before->name, key) != 0) {
        value->name = key;
        ssmspec_node_insert(map, before, value);
    }
    return true;
}

static struct ssmspec_node *build_map(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                      struct ssmspec_choices *choices, size_t depth) {
    struct ssmspec_node *const map = ssmspec_node_new(tree, SSMSPEC_JSON_OBJECT);
    const size_t count = pick_count(shape, choices);
    for (size_t i = 0; map != NULL && i < count; i++) {
        if (!add_entry(tree, map, shape, choices, depth)) {
            return NULL;
        }
    }
    return map;
}

/* Siblings that exclude each other are not both there: which rule that breaks is no parser's. */
static bool is_wanted(const struct ssmspec_member *member, const struct ssmspec_node *object,
                      struct ssmspec_choices *choices) {
    if (member->is_required) {
        return true;
    }
    const bool is_taken = member->instead_of != NULL &&
                          ssmspec_node_member(object, ssmspec_view_of(member->instead_of)) != NULL;
    return ssmspec_choices_below(choices, 4) == 1 && !is_taken;
}

static struct ssmspec_node *build_structure(struct ssmspec_tree *tree,
                                            const struct ssmspec_shape *shape,
                                            struct ssmspec_choices *choices, size_t depth) {
    struct ssmspec_node *const object = ssmspec_node_new(tree, SSMSPEC_JSON_OBJECT);
    for (size_t i = 0; object != NULL && i < shape->member_count; i++) {
        const struct ssmspec_member *const member = &shape->members[i];
        if (!is_wanted(member, object, choices)) {
            continue;
        }
        struct ssmspec_node *const value = build(tree, member->shape, choices, depth + 1);
        if (value == NULL) {
            return NULL;
        }
        value->name = ssmspec_view_of(member->name);
        ssmspec_node_insert(object, NULL, value);
    }
    return object;
}

static struct ssmspec_node *build(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                  struct ssmspec_choices *choices, size_t depth) {
    if (depth > DEPTH_MAX) {
        return NULL;
    }
    switch (shape->type) {
    case SSMSPEC_STRING:
        return build_string(tree, shape, choices);
    case SSMSPEC_INTEGER:
        return build_integer(tree, shape, choices);
    case SSMSPEC_BOOLEAN:
        return build_boolean(tree, choices);
    case SSMSPEC_LIST:
        return build_list(tree, shape, choices, depth);
    case SSMSPEC_MAP:
        return build_map(tree, shape, choices, depth);
    case SSMSPEC_STRUCTURE:
        return build_structure(tree, shape, choices, depth);
    default:
        return NULL;
    }
}

struct ssmspec_node *ssmspec_build_request(struct ssmspec_tree *tree,
                                           const struct ssmspec_operation *operation,
                                           struct ssmspec_choices *choices) {
    tree->root = build(tree, operation->input, choices, 0);
    return tree->root;
}
