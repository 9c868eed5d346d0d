#include "fuzz/mutator/mutator.h"

#include "fuzz/mutator/spell.h"

#define ATTEMPTS 4
#define PARTS_MAX 64 /* of b that are looked up in a: keeps this linear */

/* Two documents being crossed: parts of b are copied into a. */
struct crossing {
    struct ssmspec_tree tree;
    struct ssmspec_dice *dice;
    bool is_frugal; /* one part of b must do */
};

static bool is_same_container(const struct ssmspec_node *a, const struct ssmspec_node *b) {
    return a->type == b->type && ssmspec_node_is_container(a);
}

/* A pair of containers of one name, one of each document; NULL in *a when there is none. */
static void step_down(const struct crossing *crossing, struct ssmspec_node **a,
                      const struct ssmspec_node **b) {
    const struct ssmspec_node *const from = *b;
    struct ssmspec_node *picked = NULL;
    size_t seen = 0;
    size_t left = PARTS_MAX;
    for (const struct ssmspec_node *part = from->first; part != NULL && left > 0;
         part = part->next, left--) {
        struct ssmspec_node *const other =
            (*a)->type == SSMSPEC_JSON_OBJECT
                ? ssmspec_node_member(*a, part->name)
                : ssmspec_node_child(*a, ssmspec_dice_below(crossing->dice, (*a)->count));
        if (other != NULL && is_same_container(other, part) &&
            ssmspec_dice_once_in(crossing->dice, ++seen)) {
            picked = other;
            *b = part;
        }
    }
    *a = picked;
}

/* A member takes the place of its namesake or stands beside it. */
static void take(struct crossing *crossing, struct ssmspec_node *into,
                 const struct ssmspec_node *part) {
    struct ssmspec_node *const copy = ssmspec_node_copy(&crossing->tree, part);
    if (copy == NULL) {
        return;
    }
    struct ssmspec_node *const same = ssmspec_node_member(into, part->name);
    if (same != NULL && !ssmspec_dice_once_in(crossing->dice, 6)) {
        ssmspec_node_replace(&crossing->tree, same, copy);
        return;
    }
    const size_t at = ssmspec_dice_below(crossing->dice, (size_t)into->count + 1);
    ssmspec_node_insert(into, ssmspec_node_child(into, at), copy);
}

/* Some of b's parts, one at least. */
static void mix(struct crossing *crossing, struct ssmspec_node *a, const struct ssmspec_node *b) {
    const size_t certain = ssmspec_dice_below(crossing->dice, b->count);
    size_t index = 0;
    size_t left = PARTS_MAX;
    for (const struct ssmspec_node *part = b->first; part != NULL; part = part->next) {
        const bool is_certain = index++ == certain;
        const bool is_lucky =
            !crossing->is_frugal && left > 0 && ssmspec_dice_once_in(crossing->dice, 2);
        if (is_certain || is_lucky) {
            left -= is_lucky ? 1 : 0;
            take(crossing, a, part);
        }
    }
}

static void cross(struct crossing *crossing, const struct ssmspec_node *other) {
    struct ssmspec_node *a = crossing->tree.root;
    const struct ssmspec_node *b = other;
    while (ssmspec_dice_once_in(crossing->dice, 3)) {
        struct ssmspec_node *below_a = a;
        const struct ssmspec_node *below_b = b;
        step_down(crossing, &below_a, &below_b);
        if (below_a == NULL) {
            break;
        }
        a = below_a;
        b = below_b;
    }
    mix(crossing, a, b);
}

/* The bytes written to out, 0 when this way is not open or leads beyond max_out. */
static size_t cross_trees(struct ssmspec_view a, struct ssmspec_view b, uint8_t *out,
                          size_t max_out, struct ssmspec_dice *dice, bool is_frugal) {
    struct ssmspec_arena arena = {0};
    struct crossing crossing = {.tree = {.arena = &arena}, .dice = dice, .is_frugal = is_frugal};
    struct ssmspec_bytes bytes = {.limit = max_out};
    crossing.tree.root = ssmspec_tree_read(&crossing.tree, a);
    const struct ssmspec_node *const other =
        crossing.tree.root == NULL ? NULL : ssmspec_tree_read(&crossing.tree, b);
    if (other != NULL && is_same_container(crossing.tree.root, other)) {
        cross(&crossing, other);
        ssmspec_spell_write(crossing.tree.root, 0, dice, &bytes);
    }
    const size_t written = bytes.failed ? 0 : bytes.len;
    if (written > 0) {
        memcpy(out, bytes.ptr, written);
    }
    ssmspec_bytes_clear(&bytes);
    ssmspec_arena_clear(&arena);
    return written;
}

/* The beginning of one and the end of the other. */
static size_t splice(struct ssmspec_view a, struct ssmspec_view b, uint8_t *out, size_t max_out,
                     struct ssmspec_dice *dice) {
    const struct ssmspec_view head =
        ssmspec_view_sub(a, 0, 1 + ssmspec_dice_below(dice, a.len < max_out ? a.len : max_out));
    struct ssmspec_view tail = ssmspec_view_sub(b, ssmspec_dice_below(dice, b.len), b.len);
    tail = ssmspec_view_sub(tail, 0, max_out - head.len);
    if (head.len > 0) {
        memcpy(out, head.ptr, head.len);
    }
    if (tail.len > 0) {
        memcpy(out + head.len, tail.ptr, tail.len);
    }
    return head.len + tail.len;
}

size_t ssmspec_cross_over(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                          uint8_t *out, size_t max_out, uint32_t seed) {
    const struct ssmspec_view first = {(const char *)a, a_size};
    const struct ssmspec_view second = {(const char *)b, b_size};
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    if (out == NULL || max_out == 0) {
        return 0;
    }
    for (int i = 0; i < ATTEMPTS && a_size > 0 && b_size > 0; i++) {
        const size_t written = cross_trees(first, second, out, max_out, &dice, i > 1);
        if (written > 0) {
            return written;
        }
    }
    return splice(first, second, out, max_out, &dice);
}
