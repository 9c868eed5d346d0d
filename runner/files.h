/* Reading a whole file that a user named. */
#ifndef SSMSPEC_RUNNER_FILES_H
#define SSMSPEC_RUNNER_FILES_H

#include "src/base/arena.h"
#include "src/base/bytes.h"

/* At most limit bytes of path into arena. SSMSPEC_ERR_READ with "PATH: why not" in *why. */
enum ssmspec_err ssmspec_file_read(const char *path, size_t limit, struct ssmspec_arena *arena,
                                   struct ssmspec_view *out,
                                   struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
