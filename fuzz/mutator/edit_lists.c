#include "fuzz/mutator/edits.h"

#define GROWN_MAX 1024 /* elements at once */

static bool is_list(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->type == SSMSPEC_JSON_LIST;
}

static bool is_known_list(const struct ssmspec_node *node, const void *context) {
    return is_list(node, context) && node->shape != NULL && node->shape->type == SSMSPEC_LIST;
}

static bool is_element(const struct ssmspec_node *node, const void *context) {
    return node->parent != NULL && is_list(node->parent, context);
}

static struct ssmspec_node *pick(const struct ssmspec_editing *editing, ssmspec_node_fits_fn fits) {
    return ssmspec_tree_pick(&editing->tree, editing->dice, fits, NULL);
}

bool ssmspec_edit_duplicate_element(struct ssmspec_editing *editing,
                                    const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_element);
    struct ssmspec_node *const copy = node == NULL ? NULL : ssmspec_node_copy(&editing->tree, node);
    if (copy == NULL) {
        return false;
    }
    ssmspec_node_insert(node->parent, ssmspec_dice_once_in(editing->dice, 2) ? NULL : node, copy);
    return true;
}

bool ssmspec_edit_drop_element(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_element);
    if (node == NULL) {
        return false;
    }
    ssmspec_node_remove(node);
    return true;
}

/* A further element: one of a series, an example, or a probe of one of its rules. */
static struct ssmspec_node *new_element(struct ssmspec_editing *editing,
                                        const struct ssmspec_shape *shape) {
    struct ssmspec_node *const plain = ssmspec_tables_series(
        &editing->tree, shape, (unsigned)ssmspec_dice_below(editing->dice, 60));
    if (plain == NULL || shape->constraint_count == 0 || ssmspec_dice_once_in(editing->dice, 2)) {
        return plain;
    }
    const struct ssmspec_constraint *const row =
        &shape->constraints[ssmspec_dice_below(editing->dice, shape->constraint_count)];
    bool is_absent = false;
    struct ssmspec_node *const probe = ssmspec_tables_probe(
        &editing->tree, plain, row->kind, editing->bytes_max, editing->dice, &is_absent);
    return probe == NULL ? plain : probe;
}

bool ssmspec_edit_add_element(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const list = pick(editing, is_known_list);
    if (list == NULL) {
        return false;
    }
    struct ssmspec_node *const element = new_element(editing, list->shape->element);
    if (element == NULL) {
        return false;
    }
    element->shape = list->shape->element;
    element->member = NULL;
    ssmspec_node_insert(
        list, ssmspec_node_child(list, ssmspec_dice_below(editing->dice, (size_t)list->count + 1)),
        element);
    return true;
}

/* Mostly one more than the table allows or just as many. */
static size_t wanted_count(const struct ssmspec_editing *editing, const struct ssmspec_node *list) {
    const struct ssmspec_constraint *const row =
        list->shape == NULL ? NULL : ssmspec_tables_row(list->shape, SSMSPEC_COUNT);
    const bool has_limit = row != NULL && row->max < GROWN_MAX;
    if (!has_limit || ssmspec_dice_once_in(editing->dice, 8)) {
        return list->count + 1 + ssmspec_dice_below(editing->dice, 64);
    }
    return (size_t)row->max + (ssmspec_dice_once_in(editing->dice, 3) ? 0 : 1);
}

static struct ssmspec_node *next_element(struct ssmspec_editing *editing,
                                         const struct ssmspec_node *list, bool is_series) {
    if (is_series && list->shape != NULL && list->shape->element != NULL) {
        return ssmspec_tables_series(&editing->tree, list->shape->element, list->count);
    }
    return list->last == NULL ? NULL : ssmspec_node_copy(&editing->tree, list->last);
}

/* With values that differ, or with copies of the last one. */
bool ssmspec_edit_grow(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const list = pick(editing, is_list);
    if (list == NULL) {
        return false;
    }
    const size_t wanted = wanted_count(editing, list);
    const bool is_series = !ssmspec_dice_once_in(editing->dice, 3);
    const uint32_t before = list->count;
    /* Each element takes two bytes at least. */
    while (list->count < wanted && (size_t)list->count * 2 < editing->bytes_max) {
        struct ssmspec_node *const element = next_element(editing, list, is_series);
        if (element == NULL) {
            break;
        }
        ssmspec_node_insert(list, NULL, element);
    }
    return list->count > before;
}
