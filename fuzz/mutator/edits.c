#include "fuzz/mutator/edits.h"

const struct ssmspec_edit ssmspec_edits[] = {
    {"add-member", 14, ssmspec_edit_add_member, 0},
    {"add-unknown", 2, ssmspec_edit_add_unknown, 0},
    {"remove-member", 4, ssmspec_edit_remove_member, 0},
    {"rename-member", 3, ssmspec_edit_rename_member, 0},
    {"wrong-case", 2, ssmspec_edit_wrong_case, 0},
    {"misspell-name", 2, ssmspec_edit_misspell_name, 0},
    {"duplicate-member", 5, ssmspec_edit_duplicate_member, 0},
    {"swap-values", 2, ssmspec_edit_swap_values, 0},
    {"move-member", 2, ssmspec_edit_move_member, 0},
    {"probe-required", 3, ssmspec_edit_probe, SSMSPEC_REQUIRED},
    {"probe-type", 6, ssmspec_edit_probe, SSMSPEC_TYPE},
    {"probe-length", 8, ssmspec_edit_probe, SSMSPEC_LENGTH},
    {"probe-range", 5, ssmspec_edit_probe, SSMSPEC_RANGE},
    {"probe-pattern", 8, ssmspec_edit_probe, SSMSPEC_PATTERN},
    {"probe-count", 6, ssmspec_edit_probe, SSMSPEC_COUNT},
    {"probe-enum", 6, ssmspec_edit_probe, SSMSPEC_ENUM},
    {"repair", 6, ssmspec_edit_repair, 0},
    {"null", 3, ssmspec_edit_null, 0},
    {"swap-type", 3, ssmspec_edit_swap_type, 0},
    {"odd-number", 4, ssmspec_edit_odd_number, 0},
    {"borrow", 3, ssmspec_edit_borrow, 0},
    {"deepen", 2, ssmspec_edit_deepen, 0},
    {"duplicate-element", 4, ssmspec_edit_duplicate_element, 0},
    {"drop-element", 3, ssmspec_edit_drop_element, 0},
    {"add-element", 5, ssmspec_edit_add_element, 0},
    {"grow", 5, ssmspec_edit_grow, 0},
    {"insert-bytes", 8, ssmspec_edit_insert_bytes, 0},
    {"insert-in-name", 3, ssmspec_edit_insert_in_name, 0},
    {"mutate-part", 4, ssmspec_edit_mutate_part, 0},
    {"stray-token", 6, ssmspec_edit_stray_token, 0},
    {"respell", 8, ssmspec_edit_respell, 0},
};
const size_t ssmspec_edit_count = sizeof ssmspec_edits / sizeof *ssmspec_edits;

#define TRIES 12

static size_t pick(struct ssmspec_dice *dice) {
    size_t total = 0;
    for (size_t i = 0; i < ssmspec_edit_count; i++) {
        total += ssmspec_edits[i].weight;
    }
    size_t left = ssmspec_dice_below(dice, total);
    size_t index = 0;
    while (left >= ssmspec_edits[index].weight) {
        left -= ssmspec_edits[index++].weight;
    }
    return index;
}

size_t ssmspec_edits_apply(struct ssmspec_editing *editing) {
    for (int i = 0; i < TRIES; i++) {
        const size_t index = pick(editing->dice);
        if (ssmspec_edits[index].apply(editing, &ssmspec_edits[index])) {
            return index;
        }
    }
    return ssmspec_edit_count;
}
