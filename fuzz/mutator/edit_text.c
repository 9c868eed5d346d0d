#include "fuzz/mutator/edits.h"
#include "fuzz/mutator/raw.h"

#define CHANGES_MAX 3 /* to one part */
#define ROOM 32       /* by which a part may grow */

static bool is_text(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->parent != NULL && node->type == SSMSPEC_JSON_STRING;
}

static bool is_named(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return node->parent != NULL && node->parent->type == SSMSPEC_JSON_OBJECT;
}

static bool is_any(const struct ssmspec_node *node, const void *context) {
    (void)node;
    (void)context;
    return true;
}

static bool is_leaf(const struct ssmspec_node *node, const void *context) {
    (void)context;
    return !ssmspec_node_is_container(node);
}

/* Bytes of the escape that begins there, of both halves of a pair. */
static size_t escape_len(struct ssmspec_view text, size_t at) {
    if (text.ptr[at + 1] != 'u') {
        return 2;
    }
    const char third = at + 3 < text.len ? text.ptr[at + 3] : '\0';
    const bool is_high = (text.ptr[at + 2] == 'd' || text.ptr[at + 2] == 'D') && third != '\0' &&
                         strchr("89abAB", third) != NULL;
    return is_high ? 12 : 6;
}

/* Behind the first escape at or behind a place; the place itself where there is none. */
static size_t behind_escape(struct ssmspec_view text, size_t from) {
    for (size_t at = from; at + 2 < text.len; at++) {
        if (text.ptr[at] == '\\') {
            const size_t behind = at + escape_len(text, at);
            return behind < text.len ? behind : from;
        }
    }
    return from;
}

/* Readers err at the end of a string and beside escapes more often than elsewhere. */
static size_t place_between_quotes(struct ssmspec_view text, struct ssmspec_dice *dice) {
    const size_t any = 1 + ssmspec_dice_below(dice, text.len - 1);
    switch (ssmspec_dice_below(dice, 3)) {
    case 0:
        return text.len - 1;
    case 1:
        return behind_escape(text, any);
    default:
        return any;
    }
}

/* What was written, with a piece somewhere between its quotes; ptr NULL when memory is short. */
static struct ssmspec_view with_piece(struct ssmspec_editing *editing, struct ssmspec_bytes *text) {
    const struct ssmspec_view piece = ssmspec_raw_piece(editing->dice);
    struct ssmspec_view made = {NULL, 0};
    char *const place = ssmspec_arena_alloc(editing->tree.arena, text->len + piece.len);
    if (place != NULL && !text->failed && text->len >= 2) {
        const size_t at = place_between_quotes(ssmspec_bytes_view(text), editing->dice);
        memcpy(place, text->ptr, at);
        memcpy(place + at, piece.ptr, piece.len);
        memcpy(place + at + piece.len, text->ptr + at, text->len - at);
        made = (struct ssmspec_view){place, text->len + piece.len};
    }
    ssmspec_bytes_clear(text);
    return made;
}

bool ssmspec_edit_insert_bytes(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node =
        ssmspec_tree_pick(&editing->tree, editing->dice, is_text, NULL);
    if (node == NULL) {
        return false;
    }
    struct ssmspec_bytes text = {0};
    ssmspec_spell_scalar(node, &text);
    const struct ssmspec_view made = with_piece(editing, &text);
    if (made.ptr == NULL) {
        return false;
    }
    node->spelling = made;
    node->is_raw = true;
    return true;
}

bool ssmspec_edit_insert_in_name(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node =
        ssmspec_tree_pick(&editing->tree, editing->dice, is_named, NULL);
    if (node == NULL) {
        return false;
    }
    struct ssmspec_bytes text = {0};
    ssmspec_spell_name(node, &text);
    const struct ssmspec_view made = with_piece(editing, &text);
    if (made.ptr == NULL) {
        return false;
    }
    node->name_spelling = made;
    return true;
}

/* Byte mutation of one value, the rest left as it is: whole documents broken at random are all
 * alike to a parser. */
bool ssmspec_edit_mutate_part(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    struct ssmspec_node *const node =
        ssmspec_tree_pick(&editing->tree, editing->dice, is_leaf, NULL);
    if (node == NULL) {
        return false;
    }
    struct ssmspec_bytes text = {0};
    ssmspec_spell_scalar(node, &text);
    const size_t max = text.len + ROOM;
    uint8_t *const part = ssmspec_arena_alloc(editing->tree.arena, max);
    size_t size = text.failed ? 0 : text.len;
    if (part == NULL || size == 0) {
        ssmspec_bytes_clear(&text);
        return false;
    }
    memcpy(part, text.ptr, size);
    ssmspec_bytes_clear(&text);
    for (size_t left = 1 + ssmspec_dice_below(editing->dice, CHANGES_MAX); left > 0; left--) {
        size_t index = 0;
        size = ssmspec_raw_apply(part, size, max, editing->dice, &index);
    }
    node->spelling = (struct ssmspec_view){(const char *)part, size};
    node->is_raw = true;
    return true;
}

/* A token or a byte where the grammar has none, beside a value at any depth. */
bool ssmspec_edit_stray_token(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    static const struct ssmspec_view strays[] = {
        SSMSPEC_VIEW_INIT(","),        SSMSPEC_VIEW_INIT(",,"),          SSMSPEC_VIEW_INIT(":"),
        SSMSPEC_VIEW_INIT("]"),        SSMSPEC_VIEW_INIT("}"),           SSMSPEC_VIEW_INIT("\"\""),
        SSMSPEC_VIEW_INIT("null"),     SSMSPEC_VIEW_INIT("x"),           SSMSPEC_VIEW_INIT("/**/"),
        SSMSPEC_VIEW_INIT("//\n"),     SSMSPEC_VIEW_INIT("#\n"),         SSMSPEC_VIEW_INIT("\0"),
        SSMSPEC_VIEW_INIT("\x0b"),     SSMSPEC_VIEW_INIT("\x0c"),        SSMSPEC_VIEW_INIT("\x1f"),
        SSMSPEC_VIEW_INIT("\xc2\xa0"), SSMSPEC_VIEW_INIT("\xe2\x80\xa8")};
    (void)edit;
    struct ssmspec_node *const node =
        ssmspec_tree_pick(&editing->tree, editing->dice, is_any, NULL);
    if (node == NULL) {
        return false;
    }
    const size_t places =
        ssmspec_node_is_container(node) ? SSMSPEC_STRAY_PLACES : SSMSPEC_STRAY_INSIDE_FIRST;
    node->stray = strays[ssmspec_dice_below(editing->dice, sizeof strays / sizeof *strays)];
    node->stray_place = (enum ssmspec_stray_place)ssmspec_dice_below(editing->dice, places);
    return node->stray_place != SSMSPEC_STRAY_BEHIND_NAME || is_named(node, NULL);
}

/* The same document in other bytes. */
bool ssmspec_edit_respell(struct ssmspec_editing *editing, const struct ssmspec_edit *edit) {
    (void)edit;
    editing->ways |= 1U << ssmspec_dice_below(editing->dice, 4);
    if (ssmspec_dice_once_in(editing->dice, 3)) {
        editing->ways |= SSMSPEC_SPELL_ALL;
    }
    return true;
}
