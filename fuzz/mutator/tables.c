#include "fuzz/mutator/tables.h"

#include "suites/service.h"

static size_t operation_count(void) {
    size_t count = 0;
    while (ssmspec_run_command.operations[count] != NULL) {
        count++;
    }
    return count;
}

const struct ssmspec_operation *ssmspec_tables_any(struct ssmspec_dice *dice) {
    return ssmspec_run_command.operations[ssmspec_dice_below(dice, operation_count())];
}

/* Members known to the operation; a name that is not costs as much as two that are missing. */
static size_t score(const struct ssmspec_node *root, const struct ssmspec_shape *input) {
    size_t known = 1;
    for (size_t i = 0; i < input->member_count; i++) {
        const struct ssmspec_member *const member = &input->members[i];
        const bool is_there = ssmspec_node_member(root, ssmspec_view_of(member->name)) != NULL;
        known += is_there ? (member->is_required ? 3 : 2) : 0;
    }
    return known;
}

const struct ssmspec_operation *ssmspec_tables_fit(const struct ssmspec_node *root,
                                                   struct ssmspec_dice *dice) {
    const struct ssmspec_operation *best = ssmspec_tables_any(dice);
    if (root == NULL || ssmspec_dice_once_in(dice, 32)) {
        return best;
    }
    size_t best_score = 0;
    size_t equals = 0;
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        const struct ssmspec_operation *const operation = ssmspec_run_command.operations[i];
        const size_t points = score(root, operation->input);
        equals = points == best_score ? equals + 1 : 1;
        if (points > best_score || (points == best_score && ssmspec_dice_once_in(dice, equals))) {
            best = operation;
            best_score = points;
        }
    }
    return best;
}

static void annotate_child(struct ssmspec_node *node, const struct ssmspec_shape *above) {
    node->shape = NULL;
    node->member = NULL;
    if (above == NULL) {
        return;
    }
    const bool is_in_object = node->parent->type == SSMSPEC_JSON_OBJECT;
    if (above->type == SSMSPEC_LIST || above->type == SSMSPEC_MAP) {
        node->shape = is_in_object == (above->type == SSMSPEC_MAP) ? above->element : NULL;
        return;
    }
    for (size_t i = 0; is_in_object && i < above->member_count; i++) {
        if (ssmspec_view_is(node->name, above->members[i].name)) {
            node->member = &above->members[i];
            node->shape = node->member->shape;
        }
    }
}

void ssmspec_tables_annotate(struct ssmspec_node *root, const struct ssmspec_shape *shape) {
    root->shape = shape;
    for (struct ssmspec_node *at = ssmspec_node_after(root, root); at != NULL;
         at = ssmspec_node_after(root, at)) {
        annotate_child(at, at->parent->shape);
    }
}

/* What was written to text, as a part; text is given back. */
static struct ssmspec_node *read_text(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                      enum ssmspec_err err, struct ssmspec_bytes *text) {
    struct ssmspec_view kept = {NULL, 0};
    struct ssmspec_node *node = NULL;
    if (err == SSMSPEC_OK &&
        ssmspec_arena_copy(tree->arena, ssmspec_bytes_view(text), &kept) == SSMSPEC_OK) {
        node = ssmspec_tree_read(tree, kept);
    }
    ssmspec_bytes_clear(text);
    if (node != NULL) {
        ssmspec_tables_annotate(node, shape);
    }
    return node;
}

struct ssmspec_node *ssmspec_tables_example(struct ssmspec_tree *tree,
                                            const struct ssmspec_shape *shape) {
    struct ssmspec_bytes text = {0};
    const enum ssmspec_err err = ssmspec_shape_example(shape, &text);
    return read_text(tree, shape, err, &text);
}

struct ssmspec_node *ssmspec_tables_series(struct ssmspec_tree *tree,
                                           const struct ssmspec_shape *shape, unsigned index) {
    struct ssmspec_bytes text = {0};
    const enum ssmspec_err err = ssmspec_shape_series(shape, index, &text);
    return read_text(tree, shape, err, &text);
}

static bool is_role(const struct ssmspec_node *node) {
    return node->type == SSMSPEC_JSON_STRING && node->shape != NULL &&
           ssmspec_view_starts(node->text, SSMSPEC_VIEW("${"));
}

/* Roles become examples: a parser asks for well-formed values, not for ones that exist. */
static void fill_roles(struct ssmspec_tree *tree, struct ssmspec_node *root) {
    for (struct ssmspec_node *at = root; at != NULL; at = ssmspec_node_after(root, at)) {
        const struct ssmspec_node *const value =
            is_role(at) ? ssmspec_tables_example(tree, at->shape) : NULL;
        if (value != NULL) {
            at->text = value->text;
            at->spelling = (struct ssmspec_view){NULL, 0};
        }
    }
}

static void add_options(struct ssmspec_tree *tree, struct ssmspec_node *root,
                        const struct ssmspec_shape *input, struct ssmspec_dice *dice) {
    const size_t rarity = 2 + ssmspec_dice_below(dice, 8);
    for (size_t i = 0; i < input->member_count; i++) {
        const struct ssmspec_view name = ssmspec_view_of(input->members[i].name);
        if (!ssmspec_dice_once_in(dice, rarity) || ssmspec_node_member(root, name) != NULL) {
            continue;
        }
        struct ssmspec_node *const value = ssmspec_tables_example(tree, input->members[i].shape);
        if (value != NULL) {
            value->name = name;
            value->member = &input->members[i];
            ssmspec_node_insert(root, NULL, value);
        }
    }
}

struct ssmspec_node *ssmspec_tables_request(struct ssmspec_tree *tree,
                                            const struct ssmspec_operation *operation,
                                            struct ssmspec_dice *dice) {
    struct ssmspec_node *const root = ssmspec_tree_read(tree, ssmspec_view_of(operation->base));
    if (root != NULL) {
        ssmspec_tables_annotate(root, operation->input);
        fill_roles(tree, root);
        add_options(tree, root, operation->input, dice);
    }
    return root;
}
