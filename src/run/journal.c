#include "src/run/journal.h"

#include "src/run/journal_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct ssmspec_journal {
    FILE *file;
    struct ssmspec_bytes line;
    int failure; /* errno of the first line that could not be written */
};

/* Takes the file over. */
static enum ssmspec_err wrap(int file, struct ssmspec_journal **out) {
    struct ssmspec_journal *journal = calloc(1, sizeof(*journal));
    FILE *stream = journal == NULL ? NULL : fdopen(file, "wb");
    if (stream == NULL) {
        (void)close(file);
        free(journal);
        return SSMSPEC_ERR_NOMEM;
    }
    journal->file = stream;
    *out = journal;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_open(const char *path, struct ssmspec_journal **out,
                                      struct ssmspec_bytes *why) {
    int file = -1;
    GUARD(ssmspec_journal_hold(path, true, &file, why));
    if (ssmspec_journal_cut(file, 0) != SSMSPEC_OK) {
        ssmspec_bytes_printf(why, "%s: cannot be written: %s", path, strerror(errno));
        (void)close(file);
        return SSMSPEC_ERR_WRITE;
    }
    return wrap(file, out);
}

/* Nothing but the beginning of a header, or nothing at all: the run was killed as it started. Any
 * other file without a line feed is somebody else's. */
static bool is_newborn(struct ssmspec_view bytes) {
    const struct ssmspec_view start = SSMSPEC_VIEW("{\"schema\":\"" SSMSPEC_JOURNAL_SCHEMA "\"");
    const bool is_one_line = ssmspec_view_find(bytes, SSMSPEC_VIEW("\n")) == bytes.len;
    return is_one_line && (bytes.len < start.len ? ssmspec_view_starts(start, bytes)
                                                 : ssmspec_view_starts(bytes, start));
}

static enum ssmspec_err read_content(int file, const char *path, struct ssmspec_arena *arena,
                                     struct ssmspec_journal_content *content,
                                     struct ssmspec_bytes *why) {
    struct ssmspec_view bytes;
    GUARD(ssmspec_journal_slurp(file, path, arena, &bytes, why));
    if (is_newborn(bytes)) {
        *content = (struct ssmspec_journal_content){.bytes = 0};
        return SSMSPEC_OK;
    }
    struct ssmspec_bytes fault = {0};
    const enum ssmspec_err err = ssmspec_journal_read(bytes, arena, content, &fault);
    if (err == SSMSPEC_ERR_CONFIG) {
        ssmspec_bytes_printf(why, "%s:", path);
        ssmspec_bytes_add(why, ssmspec_bytes_view(&fault));
    }
    ssmspec_bytes_clear(&fault);
    return err;
}

enum ssmspec_err ssmspec_journal_reopen(const char *path, struct ssmspec_arena *arena,
                                        struct ssmspec_journal **out,
                                        struct ssmspec_journal_content *content,
                                        struct ssmspec_bytes *why) {
    int file = -1;
    GUARD(ssmspec_journal_hold(path, false, &file, why));
    const enum ssmspec_err err = read_content(file, path, arena, content, why);
    if (err != SSMSPEC_OK) {
        (void)close(file);
        return err;
    }
    return wrap(file, out);
}

/* Append the prepared line and flush it, so that a killed run loses nothing that was judged. */
static enum ssmspec_err flush_line(struct ssmspec_journal *journal) {
    GUARD(ssmspec_bytes_status(&journal->line));
    const struct ssmspec_view line = ssmspec_bytes_view(&journal->line);
    const bool is_written = fwrite(line.ptr, 1, line.len, journal->file) == line.len;
    if (is_written && fflush(journal->file) == 0) {
        return SSMSPEC_OK;
    }
    journal->failure = journal->failure == 0 ? errno : journal->failure;
    return SSMSPEC_ERR_WRITE;
}

const char *ssmspec_journal_fault(const struct ssmspec_journal *journal) {
    return journal != NULL && journal->failure != 0 ? strerror(journal->failure)
                                                    : "it cannot be cut to its length";
}

enum ssmspec_err ssmspec_journal_start(struct ssmspec_journal *journal,
                                       const struct ssmspec_run_record *record) {
    if (journal == NULL) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_journal_cut(fileno(journal->file), 0));
    ssmspec_bytes_reset(&journal->line);
    ssmspec_journal_write_start(record, &journal->line);
    return flush_line(journal);
}

enum ssmspec_err ssmspec_journal_resume(struct ssmspec_journal *journal,
                                        const struct ssmspec_journal_content *content,
                                        struct ssmspec_view when) {
    GUARD(ssmspec_journal_cut(fileno(journal->file), content->bytes));
    ssmspec_bytes_reset(&journal->line);
    ssmspec_journal_write_resumed(when, &journal->line);
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
