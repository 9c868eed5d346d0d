/* How a document is spelled: compactly, or in one of the many ways that mean the same. */
#ifndef SSMSPEC_FUZZ_MUTATOR_SPELL_H
#define SSMSPEC_FUZZ_MUTATOR_SPELL_H

#include "fuzz/mutator/tree.h"
#include "src/base/bytes.h"

enum ssmspec_spell {
    SSMSPEC_SPELL_BLANKS = 1,  /* whitespace between tokens */
    SSMSPEC_SPELL_ESCAPES = 2, /* \u and two-character escapes, in names too */
    SSMSPEC_SPELL_NUMBERS = 4, /* 60 as 6e1 or 60.0; not every parser calls that an integer */
    SSMSPEC_SPELL_ORDER = 8,   /* of members, except beside duplicates, where order has a meaning */
    SSMSPEC_SPELL_ALL = 15,
};

/* Appends the part; ways are a set of ssmspec_spell, 0: what comes from a source keeps its strings'
 * spelling and the rest is compact. A part may be brought into another order. Stops when out fails;
 * give it a limit. */
void ssmspec_spell_write(struct ssmspec_node *root, unsigned ways, struct ssmspec_dice *dice,
                         struct ssmspec_bytes *out);

/* Only a node's own value or name, compactly. */
void ssmspec_spell_scalar(const struct ssmspec_node *node, struct ssmspec_bytes *out);
void ssmspec_spell_name(const struct ssmspec_node *node, struct ssmspec_bytes *out);

#endif
