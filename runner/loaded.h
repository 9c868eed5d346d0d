/* The suite's cases, derived once for a verb. */
#ifndef SSMSPEC_RUNNER_LOADED_H
#define SSMSPEC_RUNNER_LOADED_H

#include "runner/options.h"
#include "src/case/derive.h"
#include "src/run/known.h"

/* The suite's and those of every --cases. SSMSPEC_ERR_TABLE with a sentence in *why when a table is
 * wrong, SSMSPEC_ERR_CONFIG or SSMSPEC_ERR_READ with one when a file is. */
enum ssmspec_err ssmspec_load_cases(const struct ssmspec_options *options,
                                    struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                    struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The list of known failures, as it stands on the day today (YYYY-MM-DD); *digest is left as it is
 * when none is given. SSMSPEC_ERR_READ, SSMSPEC_ERR_CONFIG with "PATH:LINE:COLUMN: ..." in *why. */
enum ssmspec_err ssmspec_load_known(const struct ssmspec_options *options,
                                    const struct ssmspec_cases *cases, struct ssmspec_view today,
                                    struct ssmspec_arena *arena, struct ssmspec_known *out,
                                    struct ssmspec_view *digest,
                                    struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The same of a file; *document is what it holds. */
enum ssmspec_err ssmspec_load_known_file(const char *path, const struct ssmspec_cases *cases,
                                         struct ssmspec_view today, struct ssmspec_arena *arena,
                                         struct ssmspec_known *out, struct ssmspec_view *document,
                                         struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The selection that flags and positional arguments make. */
enum ssmspec_err ssmspec_load_selection(const struct ssmspec_options *options,
                                        struct ssmspec_arena *arena, struct ssmspec_selection *out,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
