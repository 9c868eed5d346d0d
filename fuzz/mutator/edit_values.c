#include "fuzz/mutator/edits.h"

#include "suites/service.h"

static bool is_any(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->parent != NULL;
}

static bool is_shaped(const struct ssmspec_node *node, const void *context) {
    return is_any(node, context) && node->shape != NULL;
}

static bool is_number(const struct ssmspec_node *node, const void *context) {
    return is_any(node, context) && (node->type == SSMSPEC_JSON_NUMBER ||
                                     (node->shape != NULL && node->shape->type == SSMSPEC_INTEGER));
}

static bool is_text(const struct ssmspec_node *node, const void *context) {
    return is_any(node, context) && node->type == SSMSPEC_JSON_STRING;
}

static bool has_kind(const struct ssmspec_node *node, const void *context) {
    const enum ssmspec_kind *const kind = context;
    return is_shaped(node, NULL) && ssmspec_tables_has(node->shape, node->member, *kind);
}

static struct ssmspec_node *pick(const struct ssmspec_editing *editing, ssmspec_node_fits_fn fits) {
    return ssmspec_tree_pick(&editing->tree, editing->dice, fits, NULL);
}

static bool put(struct ssmspec_editing *editing, struct ssmspec_node *node,
                struct ssmspec_node *value) {
    if (value == NULL) {
        return false;
    }
    ssmspec_node_replace(&editing->tree, node, value);
    return true;
}

/* Every second probe goes where the document has no value yet, else rare members stay untested. */
static struct ssmspec_node *find_site(struct ssmspec_editing *editing, enum ssmspec_kind kind) {
    struct ssmspec_node *node = NULL;
    if (ssmspec_dice_once_in(editing->dice, 2)) {
        node = ssmspec_tree_pick(&editing->tree, editing->dice, has_kind, &kind);
    }
    if (node == NULL && editing->tree.root->type == SSMSPEC_JSON_OBJECT) {
        node = ssmspec_tables_site(&editing->tree, editing->operation, kind, editing->dice);
    }
    return node;
}

bool ssmspec_edit_probe(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    struct ssmspec_node *const node = find_site(editing, edit->kind);
    if (node == NULL) {
        return false;
    }
    bool is_absent = false;
    struct ssmspec_node *const value = ssmspec_tables_probe(
        &editing->tree, node, edit->kind, editing->bytes_max, editing->dice, &is_absent);
    if (is_absent) {
        ssmspec_node_remove(node);
        return true;
    }
    return put(editing, node, value);
}

/* Back to a valid value, so that one fault is often alone. */
bool ssmspec_edit_repair(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_shaped);
    return node != NULL && put(editing, node, ssmspec_tables_example(&editing->tree, node->shape));
}

bool ssmspec_edit_null(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_any);
    return node != NULL && put(editing, node, ssmspec_node_new(&editing->tree, SSMSPEC_JSON_NULL));
}

/* The value inside a list or an object, once. */
static struct ssmspec_node *wrap(struct ssmspec_tree *tree, const struct ssmspec_node *node,
                                 enum ssmspec_json_type type) {
    struct ssmspec_node *const box = ssmspec_node_new(tree, type);
    struct ssmspec_node *const inside = ssmspec_node_copy(tree, node);
    if (box == NULL || inside == NULL) {
        return NULL;
    }
    inside->name = SSMSPEC_VIEW("value");
    inside->name_spelling = (struct ssmspec_view){NULL, 0};
    ssmspec_node_insert(box, NULL, inside);
    return box;
}

/* What a client that coerces would make of it, or a box around it or none. */
static struct ssmspec_node *retype(struct ssmspec_editing *editing,
                                   const struct ssmspec_node *node) {
    struct ssmspec_tree *const tree = &editing->tree;
    switch (ssmspec_dice_below(editing->dice, 6)) {
    case 0:
        return ssmspec_node_new(tree, SSMSPEC_JSON_BOOLEAN);
    case 1:
        return ssmspec_node_number(tree, SSMSPEC_VIEW("1"));
    case 2:
        return ssmspec_node_text(tree, node->text.len > 0 ? node->text : SSMSPEC_VIEW("true"));
    case 3:
        return wrap(tree, node, SSMSPEC_JSON_LIST);
    case 4:
        return wrap(tree, node, SSMSPEC_JSON_OBJECT);
    default:
        return node->first == NULL ? ssmspec_node_new(tree, SSMSPEC_JSON_OBJECT)
                                   : ssmspec_node_copy(tree, node->first);
    }
}

bool ssmspec_edit_swap_type(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_any);
    struct ssmspec_node *const value = node == NULL ? NULL : retype(editing, node);
    if (value == NULL || value->type == node->type) {
        return false;
    }
    return put(editing, node, value);
}

bool ssmspec_edit_odd_number(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    static const char *const texts[] = {
        "0", "-0", "-1", "1e0", "3e1", "30.0", "30.5", "1E+2", "1e-1", "1e400", "-1e400", "1e-400",
        "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967326",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "18446744073709551616", "18446744073709551646",
        "3000000000000000000000000000000000000000000000000000000000000000000000e-68",
        "0.0000000000000000000000000000000000000000000000000000000000000000000003e71",
        /* no JSON: */
        "00", "01", "-01", "1.", "1.e1", "-.5", ".5", "+1", "-", "1e", "1e+", "--1", "0x1e", "1_0",
        "1,0", "NaN", "Infinity", "-Infinity", "30L", "True", "nul", "undefined", "'30'"};
    (void)edit;
    struct ssmspec_node *node = pick(editing, is_number);
    if (node == NULL && editing->tree.root->type == SSMSPEC_JSON_OBJECT) {
        node =
            ssmspec_tables_site(&editing->tree, editing->operation, SSMSPEC_RANGE, editing->dice);
    }
    if (node == NULL) {
        return false;
    }
    const char *const text = texts[ssmspec_dice_below(editing->dice, sizeof texts / sizeof *texts)];
    struct ssmspec_node *const value = ssmspec_node_number(&editing->tree, ssmspec_view_of(text));
    if (value != NULL) {
        value->is_raw = true;
        value->spelling = value->text;
    }
    return put(editing, node, value);
}

static struct ssmspec_view service_word(struct ssmspec_dice *dice) {
    const struct ssmspec_operation *const operation = ssmspec_tables_any(dice);
    const struct ssmspec_shape *const input = operation->input;
    switch (ssmspec_dice_below(dice, 3)) {
    case 0:
        return ssmspec_view_of(operation->name);
    case 1:
        return ssmspec_view_of(operation->modelled[0].name);
    default:
        return ssmspec_view_of(input->members[ssmspec_dice_below(dice, input->member_count)].name);
    }
}

/* A text that means something elsewhere: in this document or in the tables. */
bool ssmspec_edit_borrow(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_text);
    struct ssmspec_node *const other = pick(editing, is_text);
    if (node == NULL) {
        return false;
    }
    struct ssmspec_node *const value =
        node == other || ssmspec_dice_once_in(editing->dice, 2)
            ? ssmspec_node_text(&editing->tree, service_word(editing->dice))
            : ssmspec_node_copy(&editing->tree, other);
    return put(editing, node, value);
}

/* Depths that are nobody's limit, and those around the usual ones. */
static size_t any_depth(struct ssmspec_dice *dice) {
    static const size_t usual[] = {16, 20, 32, 64, 100, 128, 256, 500, 510, 511, 512, 513, 600};
    return ssmspec_dice_once_in(dice, 3)
               ? usual[ssmspec_dice_below(dice, sizeof usual / sizeof *usual)]
               : 1 + ssmspec_dice_below(dice, 15);
}

bool ssmspec_edit_deepen(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_any);
    const size_t depth = any_depth(editing->dice);
    if (node == NULL || depth * 2 > editing->bytes_max) {
        return false;
    }
    const size_t kinds = 1 + ssmspec_dice_below(editing->dice, 2);
    struct ssmspec_node *inside = ssmspec_node_copy(&editing->tree, node);
    for (size_t i = 0; i < depth && inside != NULL; i++) {
        const bool is_list = ssmspec_dice_once_in(editing->dice, kinds);
        struct ssmspec_node *const box =
            ssmspec_node_new(&editing->tree, is_list ? SSMSPEC_JSON_LIST : SSMSPEC_JSON_OBJECT);
        if (box == NULL) {
            return false;
        }
        inside->name = SSMSPEC_VIEW("a");
        inside->name_spelling = (struct ssmspec_view){NULL, 0};
        ssmspec_node_insert(box, NULL, inside);
        inside = box;
    }
    return put(editing, node, inside);
}
