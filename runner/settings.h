/* The numbers and words of a run, checked before anything is sent. */
#ifndef SSMSPEC_RUNNER_SETTINGS_H
#define SSMSPEC_RUNNER_SETTINGS_H

#include "runner/options.h"
#include "src/judge/judge.h"
#include "src/report/report.h"

struct ssmspec_destination {
    const struct ssmspec_report_format *format;
    const char *path;
};

struct ssmspec_settings {
    size_t jobs;
    double timeout_seconds;
    double max_seconds; /* 0: none */
    unsigned long long seed;
    enum ssmspec_match match;
    bool is_strict;
    bool is_quiet;
    bool is_seed_given;
    const char *journal_path; /* NULL: none */
    bool is_resuming;         /* the journal is an earlier part's, and gone on with */
    const struct ssmspec_destination *reports;
    size_t report_count;
};

/* SSMSPEC_ERR_USAGE for a wrong value, SSMSPEC_ERR_WRITE for a report that cannot be written where
 * it should be: both before the run, with a sentence in *why. */
enum ssmspec_err ssmspec_settings_read(const struct ssmspec_options *options,
                                       struct ssmspec_arena *arena, struct ssmspec_settings *out,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
