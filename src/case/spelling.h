/* What the words in braces of a row's texts stand for. Private to src/case. */
#ifndef SSMSPEC_SRC_CASE_SPELLING_H
#define SSMSPEC_SRC_CASE_SPELLING_H

#include "src/base/arena.h"
#include "src/case/row.h"

/* The row's operation, or the sentinel's. */
struct ssmspec_spelling {
    struct ssmspec_view service;           /* `{service}` */
    struct ssmspec_view operation;         /* `{operation}` */
    struct ssmspec_view base;              /* `{base}`; its inside is `{members}` */
    const struct ssmspec_stretch *stretch; /* of each #, in order */
    size_t stretch_count;
};

/* text with everything put in; text itself where there is nothing to put in. Lives in arena. An
 * absent text stays absent. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_spell(const struct ssmspec_spelling *spelling, struct ssmspec_view text,
                               struct ssmspec_arena *arena,
                               struct ssmspec_view *out) SSMSPEC_MUST_USE;

#endif
