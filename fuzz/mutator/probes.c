#include "fuzz/mutator/tables.h"

const struct ssmspec_constraint *ssmspec_tables_row(const struct ssmspec_shape *shape,
                                                    enum ssmspec_kind kind) {
    for (size_t i = 0; i < shape->constraint_count; i++) {
        if (shape->constraints[i].kind == kind) {
            return &shape->constraints[i];
        }
    }
    return NULL;
}

bool ssmspec_tables_has(const struct ssmspec_shape *shape, const struct ssmspec_member *member,
                        enum ssmspec_kind kind) {
    if (kind == SSMSPEC_REQUIRED) {
        return member != NULL && member->is_required;
    }
    return kind == SSMSPEC_TYPE || ssmspec_tables_row(shape, kind) != NULL;
}

/* Probes come one after the other; the wanted one is taken. Where a row ends before it, one of
 * those that came is. Asking for the end of a long row would make all of it. */
struct choice {
    struct ssmspec_arena *arena;
    struct ssmspec_dice *dice;
    size_t wanted; /* its index */
    size_t bytes_max;
    size_t seen, fitting;
    struct ssmspec_view value; /* ptr NULL: to be left out */
};

static size_t usual_count(enum ssmspec_kind kind) {
    return kind == SSMSPEC_PATTERN ? 40 : 10;
}

static enum ssmspec_err choose(void *context, const struct ssmspec_probe *probe) {
    struct choice *const choice = context;
    const bool is_wanted = choice->seen++ == choice->wanted;
    const bool fits = probe->value.len <= choice->bytes_max;
    if (fits && (ssmspec_dice_once_in(choice->dice, ++choice->fitting) || is_wanted)) {
        choice->value = (struct ssmspec_view){NULL, 0};
        if (probe->value.ptr != NULL) {
            GUARD(ssmspec_arena_copy(choice->arena, probe->value, &choice->value));
        }
    }
    return is_wanted ? SSMSPEC_ERR_LIMIT : SSMSPEC_OK;
}

static enum ssmspec_err count(void *context, const struct ssmspec_probe *probe) {
    size_t *const seen = context;
    (void)probe;
    (*seen)++;
    return SSMSPEC_OK;
}

/* Short rows are counted first, so that each probe has its chance. */
static size_t choose_index(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                           struct ssmspec_dice *dice) {
    const enum ssmspec_kind kind = site->constraint->kind;
    const bool is_cheap = kind != SSMSPEC_LENGTH && kind != SSMSPEC_COUNT;
    size_t seen = 0;
    if (!is_cheap ||
        ssmspec_constraint_kind(kind)->probe(site, arena, count, &seen) != SSMSPEC_OK) {
        return ssmspec_dice_below(dice, usual_count(kind));
    }
    return ssmspec_dice_below(dice, seen);
}

static bool is_list_or_map(const struct ssmspec_node *node) {
    return node != NULL && node->shape != NULL &&
           (node->shape->type == SSMSPEC_LIST || node->shape->type == SSMSPEC_MAP);
}

/* Probes are JSON, but may be any bytes. */
static struct ssmspec_node *read_value(struct ssmspec_tree *tree, struct ssmspec_view value) {
    struct ssmspec_node *node = ssmspec_tree_read(tree, value);
    if (node == NULL) {
        node = ssmspec_node_new(tree, SSMSPEC_JSON_STRING);
        if (node != NULL) {
            node->spelling = value;
            node->is_raw = true;
        }
    }
    return node;
}

struct ssmspec_node *ssmspec_tables_probe(struct ssmspec_tree *tree,
                                          const struct ssmspec_node *node, enum ssmspec_kind kind,
                                          size_t bytes_max, struct ssmspec_dice *dice,
                                          bool *is_absent) {
    const struct ssmspec_constraint *const row = ssmspec_tables_row(node->shape, kind);
    const struct ssmspec_constraint made_up = {.kind = kind, .source = ""};
    const struct ssmspec_site site = {
        .shape = node->shape,
        .member = node->member,
        .constraint = row == NULL ? &made_up : row,
        .is_nested = node->parent != NULL && node->parent->parent != NULL,
        .is_element = is_list_or_map(node->parent),
    };
    struct choice choice = {.arena = tree->arena, .dice = dice, .bytes_max = bytes_max};
    choice.wanted = choose_index(&site, tree->arena, dice);
    const enum ssmspec_err err =
        ssmspec_constraint_kind(kind)->probe(&site, tree->arena, choose, &choice);
    *is_absent = choice.fitting > 0 && choice.value.ptr == NULL;
    if (choice.value.ptr == NULL || (err != SSMSPEC_OK && err != SSMSPEC_ERR_LIMIT)) {
        return NULL;
    }
    return read_value(tree, choice.value);
}
