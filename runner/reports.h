/* Writing a run's reports, all of them with the exit code that the run ends with. */
#ifndef SSMSPEC_RUNNER_REPORTS_H
#define SSMSPEC_RUNNER_REPORTS_H

#include "runner/settings.h"
#include "src/run/result.h"

/* Every report is tried. The first failure counts, each has its sentence in *why; record->exit_code
 * is then that of a fault of our own, and the files that could be written say so, too. */
enum ssmspec_err ssmspec_reports_write(const struct ssmspec_settings *settings,
                                       struct ssmspec_run_record *record,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Reports that were written say another exit code than the run now has, that of a fault of our own:
 * they are written again, where that can be. */
void ssmspec_reports_correct(const struct ssmspec_settings *settings,
                             struct ssmspec_run_record *record);

#endif
