#include "fuzz/mutator/tree.h"

static const struct ssmspec_json_limits read_limits = {
    .bytes = SSMSPEC_TREE_BYTES_MAX,
    .depth = SSMSPEC_TREE_DEPTH_MAX,
    .nodes = SSMSPEC_TREE_NODES_MAX / 2, /* the other half is for edits */
};

struct ssmspec_node *ssmspec_node_new(struct ssmspec_tree *tree, enum ssmspec_json_type type) {
    if (tree->nodes >= SSMSPEC_TREE_NODES_MAX) {
        return NULL;
    }
    struct ssmspec_node *const node = ssmspec_arena_alloc(tree->arena, sizeof *node);
    if (node != NULL) {
        node->type = type;
        tree->nodes++;
    }
    return node;
}

static struct ssmspec_node *scalar(struct ssmspec_tree *tree, enum ssmspec_json_type type,
                                   struct ssmspec_view text) {
    struct ssmspec_node *const node = ssmspec_node_new(tree, type);
    if (node != NULL) {
        node->text = text;
    }
    return node;
}

struct ssmspec_node *ssmspec_node_text(struct ssmspec_tree *tree, struct ssmspec_view text) {
    return scalar(tree, SSMSPEC_JSON_STRING, text);
}

struct ssmspec_node *ssmspec_node_number(struct ssmspec_tree *tree, struct ssmspec_view text) {
    return scalar(tree, SSMSPEC_JSON_NUMBER, text);
}

bool ssmspec_node_is_container(const struct ssmspec_node *node) {
    return node->type == SSMSPEC_JSON_LIST || node->type == SSMSPEC_JSON_OBJECT;
}

static struct ssmspec_node *node_of(struct ssmspec_tree *tree, const struct ssmspec_json *value,
                                    struct ssmspec_view bytes) {
    struct ssmspec_node *const node = scalar(tree, value->type, value->text);
    if (node == NULL) {
        return NULL;
    }
    node->truth = value->truth;
    node->name = value->name;
    node->origin = value;
    if (value->type == SSMSPEC_JSON_STRING) {
        node->spelling = ssmspec_view_sub(bytes, value->offset, value->end - value->offset);
    }
    return node;
}

/* Where in the copy the next value of the original goes: below `at`, or beside it or something
 * around it. NULL when the original is at its end. */
static struct ssmspec_node *next_parent(const struct ssmspec_node *root, struct ssmspec_node *at,
                                        const struct ssmspec_json **value) {
    if (at->origin->first != NULL) {
        *value = at->origin->first;
        return at;
    }
    for (; at != root; at = at->parent) {
        if (at->origin->next != NULL) {
            *value = at->origin->next;
            return at->parent;
        }
    }
    return NULL;
}

struct ssmspec_node *ssmspec_tree_of(struct ssmspec_tree *tree, const struct ssmspec_json *value,
                                     struct ssmspec_view bytes) {
    struct ssmspec_node *const root = node_of(tree, value, bytes);
    struct ssmspec_node *at = root;
    while (at != NULL) {
        struct ssmspec_node *const parent = next_parent(root, at, &value);
        if (parent == NULL) {
            return root;
        }
        at = node_of(tree, value, bytes);
        if (at != NULL) {
            ssmspec_node_insert(parent, NULL, at);
        }
    }
    return NULL;
}

struct ssmspec_node *ssmspec_tree_read(struct ssmspec_tree *tree, struct ssmspec_view bytes) {
    const struct ssmspec_json *value = NULL;
    const enum ssmspec_err err = ssmspec_json_read(bytes, &read_limits, tree->arena, &value, NULL);
    return err == SSMSPEC_OK ? ssmspec_tree_of(tree, value, bytes) : NULL;
}

static struct ssmspec_node *copy_one(struct ssmspec_tree *tree, const struct ssmspec_node *node) {
    struct ssmspec_node *const copy = ssmspec_node_new(tree, node->type);
    if (copy == NULL) {
        return NULL;
    }
    *copy = *node;
    copy->parent = copy->first = copy->last = copy->prev = copy->next = NULL;
    copy->count = 0;
    return copy;
}

struct ssmspec_node *ssmspec_node_copy(struct ssmspec_tree *tree, const struct ssmspec_node *node) {
    struct ssmspec_node *const root = copy_one(tree, node);
    struct ssmspec_node *parent = root;
    const struct ssmspec_node *at = node;
    const struct ssmspec_node *above = node;
    while (parent != NULL && (at = ssmspec_node_after(node, at)) != NULL) {
        while (above != at->parent) {
            above = above->parent;
            parent = parent->parent;
        }
        struct ssmspec_node *const copy = copy_one(tree, at);
        if (copy == NULL) {
            return NULL;
        }
        ssmspec_node_insert(parent, NULL, copy);
        above = at;
        parent = copy;
    }
    return root;
}

void ssmspec_node_insert(struct ssmspec_node *parent, struct ssmspec_node *before,
                         struct ssmspec_node *part) {
    part->parent = parent;
    part->next = before;
    part->prev = before == NULL ? parent->last : before->prev;
    *(part->prev == NULL ? &parent->first : &part->prev->next) = part;
    *(before == NULL ? &parent->last : &before->prev) = part;
    parent->count++;
}

void ssmspec_node_remove(struct ssmspec_node *node) {
    struct ssmspec_node *const parent = node->parent;
    if (parent == NULL) {
        return;
    }
    *(node->prev == NULL ? &parent->first : &node->prev->next) = node->next;
    *(node->next == NULL ? &parent->last : &node->next->prev) = node->prev;
    parent->count--;
    node->parent = node->prev = node->next = NULL;
}

void ssmspec_node_replace(struct ssmspec_tree *tree, struct ssmspec_node *node,
                          struct ssmspec_node *part) {
    part->name = node->name;
    part->name_spelling = node->name_spelling;
    part->shape = node->shape;
    part->member = node->member;
    if (node->parent == NULL) {
        tree->root = part;
        return;
    }
    ssmspec_node_insert(node->parent, node, part);
    ssmspec_node_remove(node);
}

void ssmspec_node_swap(struct ssmspec_node *a, struct ssmspec_node *b) {
    struct ssmspec_node *const parent = a->parent;
    struct ssmspec_node *const behind = b->next;
    if (a == b || parent == NULL || b->parent != parent) {
        return;
    }
    ssmspec_node_remove(b);
    ssmspec_node_insert(parent, a, b);
    if (behind == a) {
        return;
    }
    ssmspec_node_remove(a);
    ssmspec_node_insert(parent, behind, a);
}

struct ssmspec_node *ssmspec_node_child(const struct ssmspec_node *parent, size_t index) {
    struct ssmspec_node *child = parent->first;
    for (; child != NULL && index > 0; index--) {
        child = child->next;
    }
    return child;
}

struct ssmspec_node *ssmspec_node_member(const struct ssmspec_node *object,
                                         struct ssmspec_view name) {
    struct ssmspec_node *child = object->type == SSMSPEC_JSON_OBJECT ? object->last : NULL;
    while (child != NULL && !ssmspec_view_eq(child->name, name)) {
        child = child->prev;
    }
    return child;
}

struct ssmspec_node *ssmspec_node_after(const struct ssmspec_node *root,
                                        const struct ssmspec_node *node) {
    if (node->first != NULL) {
        return node->first;
    }
    while (node != root && node->next == NULL) {
        node = node->parent;
    }
    return node == root ? NULL : node->next;
}

struct ssmspec_node *ssmspec_tree_pick(const struct ssmspec_tree *tree, struct ssmspec_dice *dice,
                                       ssmspec_node_fits_fn fits, const void *context) {
    struct ssmspec_node *picked = NULL;
    size_t seen = 0;
    for (struct ssmspec_node *at = tree->root; at != NULL;
         at = ssmspec_node_after(tree->root, at)) {
        if (fits(at, context) && ssmspec_dice_once_in(dice, ++seen)) {
            picked = at;
        }
    }
    return picked;
}
