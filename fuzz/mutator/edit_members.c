#include "fuzz/mutator/edits.h"

static bool is_structure(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->type == SSMSPEC_JSON_OBJECT && node->shape != NULL &&
           node->shape->type == SSMSPEC_STRUCTURE;
}

static bool is_object(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->type == SSMSPEC_JSON_OBJECT;
}

static bool is_named(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->parent != NULL && node->parent->type == SSMSPEC_JSON_OBJECT;
}

static bool has_sibling(const struct ssmspec_node *node, const void *context) {
    return is_named(node, context) && node->parent->count > 1;
}

static struct ssmspec_node *pick(const struct ssmspec_editing *editing, ssmspec_node_fits_fn fits) {
    return ssmspec_tree_pick(&editing->tree, editing->dice, fits, NULL);
}

static struct ssmspec_node *other_child(const struct ssmspec_editing *editing,
                                        const struct ssmspec_node *node) {
    struct ssmspec_node *const other = ssmspec_node_child(
        node->parent, ssmspec_dice_below(editing->dice, node->parent->count - 1));
    return other == node ? node->parent->last : other;
}

/* NULL puts it last. */
static struct ssmspec_node *any_place(const struct ssmspec_editing *editing,
                                      const struct ssmspec_node *parent) {
    return ssmspec_node_child(parent, ssmspec_dice_below(editing->dice, (size_t)parent->count + 1));
}

static const struct ssmspec_member *absent_member(const struct ssmspec_editing *editing,
                                                  const struct ssmspec_node *object) {
    const struct ssmspec_member *picked = NULL;
    size_t seen = 0;
    for (size_t i = 0; i < object->shape->member_count; i++) {
        const struct ssmspec_member *const member = &object->shape->members[i];
        if (ssmspec_node_member(object, ssmspec_view_of(member->name)) == NULL &&
            ssmspec_dice_once_in(editing->dice, ++seen)) {
            picked = member;
        }
    }
    return picked;
}

bool ssmspec_edit_add_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const object = pick(editing, is_structure);
    const struct ssmspec_member *const member =
        object == NULL ? NULL : absent_member(editing, object);
    struct ssmspec_node *const value =
        member == NULL ? NULL : ssmspec_tables_example(&editing->tree, member->shape);
    if (value == NULL) {
        return false;
    }
    value->name = ssmspec_view_of(member->name);
    value->member = member;
    ssmspec_node_insert(object, any_place(editing, object), value);
    return true;
}

bool ssmspec_edit_add_unknown(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    static const char *const names[] = {"ssmspecUnknown", "", "__type", "\xc3\xa9", "Command"};
    (void)edit;
    struct ssmspec_node *const object = pick(editing, is_object);
    struct ssmspec_node *const other = pick(editing, is_named);
    if (object == NULL) {
        return false;
    }
    struct ssmspec_node *const value =
        other == NULL || ssmspec_dice_once_in(editing->dice, 2)
            ? ssmspec_node_text(&editing->tree, SSMSPEC_VIEW("ssmspec"))
            : ssmspec_node_copy(&editing->tree, other);
    if (value == NULL) {
        return false;
    }
    value->name =
        ssmspec_view_of(names[ssmspec_dice_below(editing->dice, sizeof names / sizeof *names)]);
    value->name_spelling = (struct ssmspec_view){NULL, 0};
    value->member = NULL;
    value->shape = NULL;
    ssmspec_node_insert(object, any_place(editing, object), value);
    return true;
}

bool ssmspec_edit_remove_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_named);
    if (node == NULL) {
        return false;
    }
    ssmspec_node_remove(node);
    return true;
}

static void rename_node(struct ssmspec_node *node, struct ssmspec_view name) {
    node->name = name;
    node->name_spelling = (struct ssmspec_view){NULL, 0};
}

/* Takes the name of another member of the table, present or not. */
bool ssmspec_edit_rename_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_named);
    if (node == NULL || !is_structure(node->parent, NULL)) {
        return false;
    }
    const struct ssmspec_shape *const shape = node->parent->shape;
    const struct ssmspec_member *const member =
        &shape->members[ssmspec_dice_below(editing->dice, shape->member_count)];
    if (shape->member_count == 0 || ssmspec_view_is(node->name, member->name)) {
        return false;
    }
    rename_node(node, ssmspec_view_of(member->name));
    return true;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The other case of one letter, of the first one in half of the cases. */
bool ssmspec_edit_wrong_case(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_named);
    if (node == NULL || node->name.len == 0) {
        return false;
    }
    const size_t at = ssmspec_dice_once_in(editing->dice, 2)
                          ? 0
                          : ssmspec_dice_below(editing->dice, node->name.len);
    char *const name = ssmspec_arena_text(editing->tree.arena, node->name);
    if (name == NULL || !is_letter(name[at])) {
        return false;
    }
    name[at] = (char)(name[at] ^ 0x20);
    rename_node(node, (struct ssmspec_view){name, node->name.len});
    return true;
}

/* Not quite the name: cut, lengthened, or with a character that a C string ends at. */
bool ssmspec_edit_misspell_name(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    static const struct ssmspec_view tails[] = {
        SSMSPEC_VIEW_INIT("s"),   SSMSPEC_VIEW_INIT(" "),      SSMSPEC_VIEW_INIT("\0"),
        SSMSPEC_VIEW_INIT("\0x"), SSMSPEC_VIEW_INIT("\u0301"), SSMSPEC_VIEW_INIT("\u200b")};
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_named);
    if (node == NULL) {
        return false;
    }
    if (node->name.len > 1 && ssmspec_dice_once_in(editing->dice, 4)) {
        const size_t bytes = ssmspec_dice_below(editing->dice, node->name.len);
        rename_node(node, ssmspec_view_sub(node->name, 0, bytes));
        return true;
    }
    const struct ssmspec_view tail =
        tails[ssmspec_dice_below(editing->dice, sizeof tails / sizeof *tails)];
    char *const name = ssmspec_arena_alloc(editing->tree.arena, node->name.len + tail.len);
    if (name == NULL) {
        return false;
    }
    if (node->name.len > 0) {
        memcpy(name, node->name.ptr, node->name.len);
    }
    memcpy(name + node->name.len, tail.ptr, tail.len);
    rename_node(node, (struct ssmspec_view){name, node->name.len + tail.len});
    return true;
}

/* The same value, or another one, so that it shows which of the two a parser takes. */
static struct ssmspec_node *second_value(struct ssmspec_editing *editing,
                                         const struct ssmspec_node *node) {
    const size_t way = ssmspec_dice_below(editing->dice, 4);
    if (way == 0) {
        return ssmspec_node_new(&editing->tree, SSMSPEC_JSON_NULL);
    }
    if (way == 1 && node->shape != NULL) {
        return ssmspec_tables_example(&editing->tree, node->shape);
    }
    if (way == 2) {
        return ssmspec_node_number(&editing->tree, SSMSPEC_VIEW("7"));
    }
    return ssmspec_node_copy(&editing->tree, node);
}

bool ssmspec_edit_duplicate_member(struct ssmspec_editing *editing,
                                   const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, is_named);
    struct ssmspec_node *const second = node == NULL ? NULL : second_value(editing, node);
    if (second == NULL) {
        return false;
    }
    second->name = node->name;
    second->name_spelling = node->name_spelling;
    second->shape = node->shape;
    second->member = node->member;
    ssmspec_node_insert(node->parent, any_place(editing, node->parent), second);
    return true;
}

bool ssmspec_edit_swap_values(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const a = pick(editing, has_sibling);
    if (a == NULL) {
        return false;
    }
    struct ssmspec_node *const b = other_child(editing, a);
    const struct ssmspec_node kept = *a;
    ssmspec_node_swap(a, b);
    a->name = b->name;
    a->name_spelling = b->name_spelling;
    b->name = kept.name;
    b->name_spelling = kept.name_spelling;
    return true;
}

bool ssmspec_edit_move_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node = pick(editing, has_sibling);
    if (node == NULL) {
        return false;
    }
    ssmspec_node_swap(node, other_child(editing, node));
    return true;
}
