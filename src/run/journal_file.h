/* The file a journal stands in, held by one run at a time. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_JOURNAL_FILE_H
#define SSMSPEC_SRC_RUN_JOURNAL_FILE_H

#include "src/base/arena.h"
#include "src/base/bytes.h"

#include <stdio.h>

/* Open path and hold it against other runs until it is closed; its bytes stay as they are. One that
 * may have to be made is for writing only. SSMSPEC_ERR_READ when it is not there and not to
 * be made, SSMSPEC_ERR_WRITE, with a sentence in *why. */
enum ssmspec_err ssmspec_journal_hold(const char *path, bool is_made, int *out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* All of it, from its start. SSMSPEC_ERR_READ with a sentence in *why, SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_journal_slurp(int file, const char *path, struct ssmspec_arena *arena,
                                       struct ssmspec_view *out,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Leave the first bytes of it and go on behind them. A device has no length to change. */
enum ssmspec_err ssmspec_journal_cut(int file, size_t bytes) SSMSPEC_MUST_USE;

#endif
