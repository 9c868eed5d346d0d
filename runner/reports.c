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
void ssmspec_reports_correct(const struct ssmspec_settings *settings,
                             struct ssmspec_run_record *record) {
    record->exit_code = SSMSPEC_EXIT_OWN_FAULT;
    struct ssmspec_bytes said = {0};
    for (size_t i = 0; i < settings->report_count; i++) {
        if (can_be_rewritten(settings->reports[i].path)) {
            (void)!write_one(&settings->reports[i], record, &said);
        }
    }
    ssmspec_bytes_clear(&said);
}

/* Each failure is said, one behind the other. */
static enum ssmspec_err write_each(const struct ssmspec_settings *settings,
                                   const struct ssmspec_run_record *record,
                                   struct ssmspec_bytes *why) {
    enum ssmspec_err first = SSMSPEC_OK;
    for (size_t i = 0; i < settings->report_count; i++) {
        struct ssmspec_bytes fault = {0};
        const enum ssmspec_err err = write_one(&settings->reports[i], record, &fault);
        ssmspec_bytes_add_text(why, fault.len > 0 && why->len > 0 ? "; " : "");
        ssmspec_bytes_add(why, ssmspec_bytes_view(&fault));
        ssmspec_bytes_clear(&fault);
        first = first == SSMSPEC_OK ? err : first;
    }
    return first;
}

enum ssmspec_err ssmspec_reports_write(const struct ssmspec_settings *settings,
                                       struct ssmspec_run_record *record,
                                       struct ssmspec_bytes *why) {
    const enum ssmspec_err err = write_each(settings, record, why);
    if (err != SSMSPEC_OK) {
        ssmspec_reports_correct(settings, record);
    }
    return err;
}
