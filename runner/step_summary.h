/* The summary of a run as GitHub shows it under a job: Markdown appended to $GITHUB_STEP_SUMMARY.
 */
#ifndef SSMSPEC_RUNNER_STEP_SUMMARY_H
#define SSMSPEC_RUNNER_STEP_SUMMARY_H

#include "runner/options.h"
#include "src/run/result.h"

/* Does nothing where the variable is not set. SSMSPEC_ERR_WRITE with a sentence in *why. */
enum ssmspec_err ssmspec_step_summary(const struct ssmspec_run_record *record, ssmspec_env_fn env,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The Markdown itself. */
void ssmspec_step_summary_write(const struct ssmspec_run_record *record, struct ssmspec_bytes *out);

#endif
