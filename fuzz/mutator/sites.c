#include "fuzz/mutator/tables.h"

#define PLACES_MAX 256
#define DEPTH_MAX 8

/* One step into the tables; the chain ends at the input structure. */
struct place {
    const struct place *parent;
    const struct ssmspec_shape *shape;
    const struct ssmspec_member *member; /* NULL: a list's element or a map's value */
    size_t depth;
};

struct places {
    struct place rows[PLACES_MAX];
    size_t count;
};

static void add(struct places *places, const struct place *parent,
                const struct ssmspec_shape *shape, const struct ssmspec_member *member) {
    if (places->count < PLACES_MAX && parent->depth + 1 < DEPTH_MAX) {
        places->rows[places->count++] = (struct place){parent, shape, member, parent->depth + 1};
    }
}

/* Every place of the operation's input, breadth first. */
static void find_places(const struct ssmspec_operation *operation, struct places *out) {
    out->rows[0] = (struct place){.shape = operation->input};
    out->count = 1;
    for (size_t i = 0; i < out->count; i++) {
        const struct place *const place = &out->rows[i];
        for (size_t m = 0; m < place->shape->member_count; m++) {
            add(out, place, place->shape->members[m].shape, &place->shape->members[m]);
        }
        if (place->shape->element != NULL) {
            add(out, place, place->shape->element, NULL);
        }
    }
}

static const struct place *pick_place(const struct places *places, enum ssmspec_kind kind,
                                      struct ssmspec_dice *dice) {
    const struct place *picked = NULL;
    size_t seen = 0;
    for (size_t i = 1; i < places->count; i++) {
        const struct place *const place = &places->rows[i];
        if (ssmspec_tables_has(place->shape, place->member, kind) &&
            ssmspec_dice_once_in(dice, ++seen)) {
            picked = place;
        }
    }
    return picked;
}

static enum ssmspec_json_type container_type(const struct ssmspec_shape *shape) {
    return shape->type == SSMSPEC_LIST ? SSMSPEC_JSON_LIST : SSMSPEC_JSON_OBJECT;
}

/* The key of a new map entry: the table's example. */
static struct ssmspec_view entry_name(struct ssmspec_tree *tree, const struct ssmspec_shape *map) {
    const struct ssmspec_node *const key =
        map->key == NULL ? NULL : ssmspec_tables_example(tree, map->key);
    return key == NULL ? SSMSPEC_VIEW("") : key->text;
}

/* The node below `above` that the step leads to, from the document or else from the tables. */
static struct ssmspec_node *step_into(struct ssmspec_tree *tree, struct ssmspec_node *above,
                                      const struct place *place, struct ssmspec_dice *dice) {
    const struct ssmspec_view name =
        ssmspec_view_of(place->member == NULL ? NULL : place->member->name);
    struct ssmspec_node *found =
        place->member == NULL ? ssmspec_node_child(above, ssmspec_dice_below(dice, above->count))
                              : ssmspec_node_member(above, name);
    if (found == NULL) {
        found = ssmspec_tables_example(tree, place->shape);
        if (found == NULL) {
            return NULL;
        }
        found->name = place->member != NULL ? name : entry_name(tree, place->parent->shape);
        ssmspec_node_insert(above, NULL, found);
    }
    found->shape = place->shape;
    found->member = place->member;
    return found;
}

/* The node, or an example in its place where it cannot hold what comes below. */
static struct ssmspec_node *make_container(struct ssmspec_tree *tree, struct ssmspec_node *node,
                                           const struct ssmspec_shape *shape) {
    if (node->type == container_type(shape)) {
        return node;
    }
    struct ssmspec_node *const example = ssmspec_tables_example(tree, shape);
    if (example != NULL) {
        ssmspec_node_replace(tree, node, example);
    }
    return example;
}

struct ssmspec_node *ssmspec_tables_site(struct ssmspec_tree *tree,
                                         const struct ssmspec_operation *operation,
                                         enum ssmspec_kind kind, struct ssmspec_dice *dice) {
    struct places *const places = ssmspec_arena_raw(tree->arena, sizeof *places);
    if (places == NULL) {
        return NULL;
    }
    find_places(operation, places);
    const struct place *const picked = pick_place(places, kind, dice);
    const struct place *way[DEPTH_MAX] = {NULL};
    for (const struct place *at = picked; at != NULL; at = at->parent) {
        way[at->depth] = at;
    }
    struct ssmspec_node *node = picked == NULL ? NULL : tree->root;
    for (size_t i = 1; node != NULL && i <= picked->depth; i++) {
        node = make_container(tree, node, way[i]->parent->shape);
        node = node == NULL ? NULL : step_into(tree, node, way[i], dice);
    }
    return node;
}
