#include "fuzz/mutator/tables.h"
#include "fuzz/positive/build.h"
#include "src/base/utf8.h"

#define FREE_MAX 40 /* code points of a text without a limit */
#define NAMED_MAX 64

static size_t length_of(struct ssmspec_view text) {
    size_t count = 0;
    size_t bad = 0;
    return ssmspec_utf8_count(text, &count, &bad) == SSMSPEC_OK ? count : SIZE_MAX;
}

static bool is_long_enough(const struct ssmspec_shape *shape, struct ssmspec_view text) {
    const struct ssmspec_constraint *const row = ssmspec_tables_row(shape, SSMSPEC_LENGTH);
    const int64_t length = (int64_t)length_of(text);
    return row == NULL || (length >= row->min && length <= row->max);
}

/* A length that the row allows: its ends more often than what lies between. */
static size_t pick_length(const struct ssmspec_constraint *row, struct ssmspec_choices *choices) {
    const size_t min = row == NULL || row->min < 0 ? 0 : (size_t)row->min;
    const size_t max = row == NULL || row->max == SSMSPEC_NO_MAX ? FREE_MAX : (size_t)row->max;
    switch (ssmspec_choices_below(choices, 4)) {
    case 0:
        return min + (max > min ? 1 : 0);
    case 1:
        return max;
    case 2:
        return row != NULL && row->is_min_unsettled && max > min ? min + 1 : min;
    default:
        return min + ssmspec_choices_below(choices, max - min + 1);
    }
}

/* What parsers stumble over, and plain letters. */
static uint32_t pick_code_point(struct ssmspec_choices *choices) {
    static const uint32_t odd[] = {0,      1,      '\t',    '\n',    '\r',     0x1f,
                                   '"',    '\\',   '/',     0x7f,    0x80,     0xe9,
                                   0x7ff,  0x800,  0x2028,  0xd7ff,  0xe000,   0xfeff,
                                   0xfffd, 0xffff, 0x10000, 0x1f600, 0x10ffff, '{'};
    const uint8_t choice = ssmspec_choices_next(choices);
    return choice < 0xc0 ? ' ' + choice % 95u : odd[choice % (sizeof odd / sizeof *odd)];
}

static struct ssmspec_view keep(struct ssmspec_tree *tree, struct ssmspec_bytes *text) {
    struct ssmspec_view kept = {NULL, 0};
    const bool is_whole = ssmspec_bytes_status(text) == SSMSPEC_OK;
    if (is_whole &&
        ssmspec_arena_copy(tree->arena, ssmspec_bytes_view(text), &kept) != SSMSPEC_OK) {
        kept = (struct ssmspec_view){NULL, 0};
    }
    ssmspec_bytes_clear(text);
    return kept;
}

static struct ssmspec_view free_text(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                     struct ssmspec_choices *choices) {
    struct ssmspec_bytes text = {0};
    const size_t length = pick_length(ssmspec_tables_row(shape, SSMSPEC_LENGTH), choices);
    for (size_t i = 0; i < length; i++) {
        char bytes[4];
        const size_t count = ssmspec_utf8_encode(pick_code_point(choices), bytes);
        ssmspec_bytes_add(&text, (struct ssmspec_view){bytes, count});
    }
    return keep(tree, &text);
}

/* The row's legal text, repeated and cut to a length. */
static struct ssmspec_view filled_text(struct ssmspec_tree *tree,
                                       const struct ssmspec_constraint *row,
                                       struct ssmspec_choices *choices) {
    struct ssmspec_bytes text = {0};
    const struct ssmspec_view fill = ssmspec_view_of(row->fill);
    const size_t length = pick_length(row, choices);
    for (size_t left = length; left > 0;) {
        const struct ssmspec_view part = ssmspec_view_sub(fill, 0, left);
        ssmspec_bytes_add(&text, part);
        left -= part.len;
    }
    return keep(tree, &text);
}

static struct ssmspec_view text_of(const struct ssmspec_node *node) {
    return node == NULL ? (struct ssmspec_view){NULL, 0} : node->text;
}

/* One of the strings that the tables name as matching. */
static struct ssmspec_view named_text(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                      const struct ssmspec_constraint *pattern,
                                      struct ssmspec_choices *choices) {
    const struct ssmspec_sample *fits[NAMED_MAX];
    size_t count = 0;
    const struct ssmspec_sample *row = pattern->accepts;
    for (; row != NULL && row->name != NULL && count < NAMED_MAX; row++) {
        if (!row->is_unsettled && row->repeat < 2 &&
            is_long_enough(shape, ssmspec_view_of(row->text))) {
            fits[count++] = row;
        }
    }
    const size_t choice = ssmspec_choices_below(choices, count + 2);
    if (choice >= 2) {
        return ssmspec_view_of(fits[choice - 2]->text);
    }
    return text_of(choice == 1 && shape->series != NULL
                       ? ssmspec_tables_series(tree, shape, ssmspec_choices_next(choices))
                       : ssmspec_tables_example(tree, shape));
}

static struct ssmspec_view enum_text(const struct ssmspec_constraint *set,
                                     struct ssmspec_choices *choices) {
    size_t count = 0;
    while (set->values[count] != NULL) {
        count++;
    }
    return ssmspec_view_of(set->values[ssmspec_choices_below(choices, count)]);
}

struct ssmspec_view ssmspec_build_text(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                       struct ssmspec_choices *choices) {
    const struct ssmspec_constraint *const set = ssmspec_tables_row(shape, SSMSPEC_ENUM);
    const struct ssmspec_constraint *const pattern = ssmspec_tables_row(shape, SSMSPEC_PATTERN);
    const struct ssmspec_constraint *const length = ssmspec_tables_row(shape, SSMSPEC_LENGTH);
    if (set != NULL) {
        return enum_text(set, choices);
    }
    if (pattern == NULL) {
        return free_text(tree, shape, choices);
    }
    /* Ids have shapes that no cut keeps. */
    if (length != NULL && length->fill != NULL && !shape->is_identifier &&
        ssmspec_choices_below(choices, 2) == 1) {
        return filled_text(tree, length, choices);
    }
    return named_text(tree, shape, pattern, choices);
}
