/* Keeping what was answered beyond its exchange: only what a judge and people need, so that a run's
 * memory does not grow with what an endpoint sends. */
#ifndef SSMSPEC_SRC_RUN_KEEP_H
#define SSMSPEC_SRC_RUN_KEEP_H

#include "src/run/mask.h"

/* A reading without its body and header block; texts are masked, then cut. */
struct ssmspec_kept {
    struct ssmspec_exchange exchange; /* headers and body left out */
    struct ssmspec_reading reading;   /* of it; no tree */
};

/* Read and mask: everything lives in exchange and scratch. */
enum ssmspec_err ssmspec_look(const struct ssmspec_exchange *exchange,
                              const struct ssmspec_shape *output,
                              const struct ssmspec_secrets *secrets, struct ssmspec_arena *scratch,
                              struct ssmspec_reading *out) SSMSPEC_MUST_USE;

/* A copy of what was looked at in arena. out must not move afterwards. */
enum ssmspec_err ssmspec_keep(const struct ssmspec_reading *reading, struct ssmspec_arena *arena,
                              struct ssmspec_kept *out) SSMSPEC_MUST_USE;

#endif
