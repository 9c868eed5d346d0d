#include "runner/reports.h"

#include "runner/exits.h"

#include <sys/stat.h>

static enum ssmspec_err write_one(const struct ssmspec_destination *report,
                                  const struct ssmspec_run_record *record,
                                  struct ssmspec_bytes *why) {
    struct ssmspec_bytes bytes = {0};
    enum ssmspec_err err = report->format->write(record, &bytes);
    if (err == SSMSPEC_OK) {
        err = ssmspec_file_write(report->path, ssmspec_bytes_view(&bytes), why);
    }
    ssmspec_bytes_clear(&bytes);
    return err;
}

/* What went down a pipe cannot be taken back. */
static bool can_be_rewritten(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* The failures of this second round were said in the first. */
static void rewrite(const struct ssmspec_settings *settings,
                    const struct ssmspec_run_record *record) {
    struct ssmspec_bytes said = {0};
    for (size_t i = 0; i < settings->report_count; i++) {
        if (can_be_rewritten(settings->reports[i].path)) {
            (void)!write_one(&settings->reports[i], record, &said);
        }
    }
    ssmspec_bytes_clear(&said);
}

enum ssmspec_err ssmspec_reports_write(const struct ssmspec_settings *settings,
                                       struct ssmspec_run_record *record,
                                       struct ssmspec_bytes *why) {
    enum ssmspec_err first = SSMSPEC_OK;
    struct ssmspec_bytes spare = {0};
    for (size_t i = 0; i < settings->report_count; i++) {
        const bool is_sound = first == SSMSPEC_OK;
        const enum ssmspec_err err =
            write_one(&settings->reports[i], record, is_sound ? why : &spare);
        first = is_sound ? err : first;
    }
    ssmspec_bytes_clear(&spare);
    if (first != SSMSPEC_OK) {
        record->exit_code = SSMSPEC_EXIT_OWN_FAULT;
        rewrite(settings, record);
    }
    return first;
}
