/* The writers behind the format table, one file each, and what else those files give. */
#ifndef SSMSPEC_SRC_REPORT_FORMATS_H
#define SSMSPEC_SRC_REPORT_FORMATS_H

#include "src/case/case.h"
#include "src/report/report.h"

/* The record in schema ssmspec.report/1 (README, reports), one result a line. */
enum ssmspec_err ssmspec_report_json(const struct ssmspec_run_record *record,
                                     struct ssmspec_bytes *out);

/* Cases before a run, for `list`: an array of objects with the report's keys as far as they exist.
 */
enum ssmspec_err ssmspec_report_cases_json(const struct ssmspec_cases *cases,
                                           struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

/* JUnit XML as CI systems read it: fail and not-implemented are failures, inconclusive is an error,
 * skip and known are skipped, the rest passes. */
enum ssmspec_err ssmspec_report_junit(const struct ssmspec_run_record *record,
                                      struct ssmspec_bytes *out);

/* What people read: a block for each thing to look at, a summary, and the last line
 * "ran N of N: ... (exit E)". */
enum ssmspec_err ssmspec_report_text(const struct ssmspec_run_record *record,
                                     struct ssmspec_bytes *out);

/* The same for a terminal: with colours when has_colour. */
enum ssmspec_err ssmspec_text_write(const struct ssmspec_run_record *record, bool has_colour,
                                    struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

#endif
