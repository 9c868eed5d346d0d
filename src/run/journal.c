#include "src/run/journal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct ssmspec_journal {
    FILE *file;
    struct ssmspec_bytes line;
};

enum ssmspec_err ssmspec_journal_open(const char *path, struct ssmspec_journal **out,
                                      struct ssmspec_bytes *why) {
    struct ssmspec_journal *journal = calloc(1, sizeof(*journal));
    ENSURE(journal != NULL, SSMSPEC_ERR_NOMEM);
    journal->file = fopen(path, "wb");
    if (journal->file == NULL) {
        ssmspec_bytes_printf(why, "%s: cannot be written: %s", path, strerror(errno));
        free(journal);
        return SSMSPEC_ERR_WRITE;
    }
    *out = journal;
    return SSMSPEC_OK;
}

/* Append the prepared line and flush it, so that a killed run loses nothing that was judged. */
static enum ssmspec_err flush_line(struct ssmspec_journal *journal) {
    GUARD(ssmspec_bytes_status(&journal->line));
    const struct ssmspec_view line = ssmspec_bytes_view(&journal->line);
    const bool is_written = fwrite(line.ptr, 1, line.len, journal->file) == line.len;
    return is_written && fflush(journal->file) == 0 ? SSMSPEC_OK : SSMSPEC_ERR_WRITE;
}

enum ssmspec_err ssmspec_journal_start(struct ssmspec_journal *journal,
                                       const struct ssmspec_run_record *record) {
    if (journal == NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_reset(&journal->line);
    ssmspec_journal_write_start(record, &journal->line);
    return flush_line(journal);
}

enum ssmspec_err ssmspec_journal_add(struct ssmspec_journal *journal,
                                     const struct ssmspec_result *result) {
    if (journal == NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_reset(&journal->line);
    ssmspec_journal_write_result(result, &journal->line);
    return flush_line(journal);
}

enum ssmspec_err ssmspec_journal_end(struct ssmspec_journal *journal,
                                     const struct ssmspec_run_record *record) {
    if (journal == NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_reset(&journal->line);
    ssmspec_journal_write_end(record, &journal->line);
    return flush_line(journal);
}

enum ssmspec_err ssmspec_journal_close(struct ssmspec_journal *journal) {
    if (journal == NULL) {
        return SSMSPEC_OK;
    }
    const bool is_written = ferror(journal->file) == 0;
    const bool is_closed = fclose(journal->file) == 0;
    ssmspec_bytes_clear(&journal->line);
    free(journal);
    return is_written && is_closed ? SSMSPEC_OK : SSMSPEC_ERR_WRITE;
}
