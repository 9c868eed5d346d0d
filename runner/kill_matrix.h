/* The kill matrix: which cases notice which mutant. One line a mutant: name, number of killers and
 * the first few of them, parted by tabs and blanks. */
#ifndef SSMSPEC_RUNNER_KILL_MATRIX_H
#define SSMSPEC_RUNNER_KILL_MATRIX_H

#include "fixtures/mutants/score.h"

struct ssmspec_kill_row {
    struct ssmspec_view name;
    struct ssmspec_views killers;
};

struct ssmspec_kill_matrix {
    struct ssmspec_kill_row *rows;
    size_t count;
};

/* SSMSPEC_ERR_READ or SSMSPEC_ERR_CONFIG with a sentence in *why. */
enum ssmspec_err ssmspec_kill_matrix_read(struct ssmspec_view path, struct ssmspec_arena *arena,
                                          struct ssmspec_kill_matrix *out,
                                          struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The recorded killers; where there are none, a pattern that meets no case. */
struct ssmspec_views ssmspec_kill_matrix_find(const struct ssmspec_kill_matrix *matrix,
                                              const char *name);

enum ssmspec_err ssmspec_kill_matrix_write(struct ssmspec_view path,
                                           const struct ssmspec_score_row *rows, size_t count,
                                           struct ssmspec_arena *arena,
                                           struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
