/* The suite's cases, derived once for a verb. */
#ifndef SSMSPEC_RUNNER_LOADED_H
#define SSMSPEC_RUNNER_LOADED_H

#include "runner/options.h"
#include "src/case/derive.h"
#include "src/run/plan.h"

/* SSMSPEC_ERR_TABLE with a sentence in *why when a table is wrong. */
enum ssmspec_err ssmspec_load_cases(struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                    struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The selection that flags and positional arguments make. */
enum ssmspec_err ssmspec_load_selection(const struct ssmspec_options *options,
                                        struct ssmspec_arena *arena, struct ssmspec_selection *out,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
