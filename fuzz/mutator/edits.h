/* One named change to a document. The table says what can happen and how often; each row's function
 * finds a place for itself. */
#ifndef SSMSPEC_FUZZ_MUTATOR_EDITS_H
#define SSMSPEC_FUZZ_MUTATOR_EDITS_H

#include "fuzz/mutator/spell.h"
#include "fuzz/mutator/tables.h"

/* A document under change. */
struct ssmspec_editing {
    struct ssmspec_tree tree; /* annotated */
    struct ssmspec_dice *dice;
    const struct ssmspec_operation *operation;
    size_t bytes_max; /* of the outcome: no longer value is worth adding */
    unsigned ways;    /* how an edit wants the outcome spelled: ssmspec_spell */
};

struct ssmspec_edit {
    const char *name;
    unsigned weight;
    /* false: nothing here to change, or memory is short; the document may have grown by values that
     * are valid. */
    bool (*apply)(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
    enum ssmspec_kind kind; /* of the rule that a probe is aimed at */
};

#define SSMSPEC_EDITS_MAX 64

extern const struct ssmspec_edit ssmspec_edits[];
extern const size_t ssmspec_edit_count;

/* One of them by weight, the next one where it finds no place, and so on for a while. Returns its
 * index, or ssmspec_edit_count when none did. */
size_t ssmspec_edits_apply(struct ssmspec_editing *editing);

/* edit_members.c */
bool ssmspec_edit_add_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_add_unknown(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_remove_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_rename_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_wrong_case(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_misspell_name(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_duplicate_member(struct ssmspec_editing *editing,
                                   const struct ssmspec_edit *edit);
bool ssmspec_edit_swap_values(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_move_member(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);

/* edit_values.c */
bool ssmspec_edit_probe(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_repair(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_null(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_swap_type(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_odd_number(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_borrow(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_deepen(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);

/* edit_lists.c */
bool ssmspec_edit_duplicate_element(struct ssmspec_editing *editing,
                                    const struct ssmspec_edit *edit);
bool ssmspec_edit_drop_element(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_add_element(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_grow(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);

/* edit_text.c */
bool ssmspec_edit_insert_bytes(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_insert_in_name(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_mutate_part(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_stray_token(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);
bool ssmspec_edit_respell(struct ssmspec_editing *editing, const struct ssmspec_edit *edit);

#endif
