/* The files a run writes, looked at before anything is sent. */
#ifndef SSMSPEC_RUNNER_OUTPUTS_H
#define SSMSPEC_RUNNER_OUTPUTS_H

#include "src/base/arena.h"
#include "src/base/bytes.h"

/* Whether a file can be written there. SSMSPEC_ERR_WRITE with a sentence in *why. */
enum ssmspec_err ssmspec_output_check(const char *path, struct ssmspec_arena *arena,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Whether all are different files, however they are spelled; devices and pipes may come twice.
 * Files that do not exist yet are known by their folder and name. SSMSPEC_ERR_USAGE with a sentence
 * in *why. */
enum ssmspec_err ssmspec_outputs_differ(const char *const *paths, size_t count,
                                        struct ssmspec_arena *arena,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
