/* Keeping a list of known failures in step with a run: what fails comes in, what passes goes out.
 * Nothing is excused here: reason and day come from whoever asks. */
#ifndef SSMSPEC_SRC_RUN_KNOWN_CHANGE_H
#define SSMSPEC_SRC_RUN_KNOWN_CHANGE_H

#include "src/run/known.h"

struct ssmspec_known_change {
    const struct ssmspec_result *results; /* of the run */
    size_t count;
    struct ssmspec_view reason;  /* of entries that come in */
    struct ssmspec_view expires; /* and of expired ones that are still needed */
    bool is_strict;              /* deviations come in, too */
};

struct ssmspec_known_tally {
    size_t added, changed, kept, removed;
};

/* What fails, or proves nothing, and is not excused gets an entry; one of that very case that says
 * otherwise how it fails is corrected, one whose day is over gets the new day. An operation that is
 * not implemented is one entry. *out lives in arena and borrows from known and change.
 * SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_known_update(const struct ssmspec_known *known,
                                      const struct ssmspec_known_change *change,
                                      struct ssmspec_arena *arena, struct ssmspec_known *out,
                                      struct ssmspec_known_tally *tally) SSMSPEC_MUST_USE;

/* Entries go whose cases were run and all passed. As above. */
enum ssmspec_err ssmspec_known_prune(const struct ssmspec_known *known,
                                     const struct ssmspec_known_change *change,
                                     struct ssmspec_arena *arena, struct ssmspec_known *out,
                                     struct ssmspec_known_tally *tally) SSMSPEC_MUST_USE;

/* The document that ssmspec_known_read reads, an entry a line. */
void ssmspec_known_write(const struct ssmspec_known *known, struct ssmspec_bytes *out);

#endif
