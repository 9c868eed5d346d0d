/* What a run says on stderr while it runs: notes before it, a line that counts on a terminal. */
#ifndef SSMSPEC_RUNNER_PROGRESS_H
#define SSMSPEC_RUNNER_PROGRESS_H

#include "runner/settings.h"
#include "runner/target.h"
#include "src/run/plan.h"
#include "src/run/result.h"

struct ssmspec_progress {
    bool is_shown; /* stderr is a terminal, and nobody asked for quiet */
    size_t chosen, done, failed;
    double last_seconds;
};

/* Where requests go, who signs, what may be changed, what is left out and which flag would run it.
 */
void ssmspec_progress_notes(const struct ssmspec_target *target,
                            const struct ssmspec_settings *settings,
                            const struct ssmspec_plan *plan);

void ssmspec_progress_start(struct ssmspec_progress *progress, bool is_quiet, ssmspec_env_fn env,
                            size_t chosen);
void ssmspec_progress_add(struct ssmspec_progress *progress, const struct ssmspec_result *result);

/* Wipe the line. */
void ssmspec_progress_end(const struct ssmspec_progress *progress);

#endif
