/* Changes to bytes, whatever they mean. */
#ifndef SSMSPEC_FUZZ_MUTATOR_RAW_H
#define SSMSPEC_FUZZ_MUTATOR_RAW_H

#include "fuzz/mutator/dice.h"
#include "src/base/view.h"

/* One named change; size is at least 1 and the outcome is between 1 and max bytes. */
struct ssmspec_raw_edit {
    const char *name;
    unsigned weight;
    size_t (*apply)(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice);
};

extern const struct ssmspec_raw_edit ssmspec_raw_edits[];
extern const size_t ssmspec_raw_edit_count;

/* One of them by weight; *index says which. size and max are at least 1, size at most max. */
size_t ssmspec_raw_apply(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice,
                         size_t *index);

/* What does most harm inside a JSON string, and what is only unusual there. */
struct ssmspec_view ssmspec_raw_piece(struct ssmspec_dice *dice);

#endif
