#include "runner/step_summary.h"

#include "src/response/plain.h"

#include <errno.h>
#include <stdio.h>

/* GitHub cuts a step's summary at one megabyte; people stop reading long before. */
#define ROWS_MOST 100

static bool is_bad(enum ssmspec_outcome_verdict verdict) {
    return verdict == SSMSPEC_FAIL || verdict == SSMSPEC_DEVIATION ||
           verdict == SSMSPEC_INCONCLUSIVE || verdict == SSMSPEC_FIXED;
}

/* Table cells hold no line breaks and no bars; what endpoints sent must not become markup. */
static void add_cell(struct ssmspec_bytes *out, struct ssmspec_view text) {
    struct ssmspec_bytes plain = {0};
    ssmspec_plain_add(&plain, text, SSMSPEC_PLAIN_RECORD);
    out->failed = out->failed || plain.failed;
    for (size_t i = 0; i < plain.len; i++) {
        if (strchr("|<>&[]`*_\\#!", plain.ptr[i]) != NULL) {
            ssmspec_bytes_add_char(out, '\\');
        }
        ssmspec_bytes_add_char(out, plain.ptr[i]);
    }
    ssmspec_bytes_clear(&plain);
}

static void add_row(struct ssmspec_bytes *out, const struct ssmspec_result *result) {
    ssmspec_bytes_printf(out, "| %s | `%.*s` | ", ssmspec_verdict_name(result->verdict.verdict),
                         (int)result->id.len, result->id.ptr);
    add_cell(out, result->verdict.text);
    ssmspec_bytes_add_text(out, " |\n");
}

static void add_counts(struct ssmspec_bytes *out, const struct ssmspec_run_record *record) {
    struct ssmspec_counts counts;
    ssmspec_count(record, &counts);
    ssmspec_bytes_printf(out, "%zu of %zu cases ran%s:", counts.run,
                         record->selected - counts.by_verdict[SSMSPEC_SKIP],
                         record->is_complete ? "" : " (incomplete)");
    for (int verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        if (counts.by_verdict[verdict] > 0) {
            ssmspec_bytes_printf(out, " %zu %s", counts.by_verdict[verdict],
                                 ssmspec_verdict_name((enum ssmspec_outcome_verdict)verdict));
        }
    }
    ssmspec_bytes_printf(out, ", exit code %d.\n", record->exit_code);
}

static void add_expired(struct ssmspec_bytes *out, const struct ssmspec_run_record *record) {
    for (size_t i = 0; i < record->expired_count && i < ROWS_MOST; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "\nKnown failures that have expired:\n\n- " : "- ");
        add_cell(out, record->expired[i]);
        ssmspec_bytes_add_char(out, '\n');
    }
}

void ssmspec_step_summary_write(const struct ssmspec_run_record *record,
                                struct ssmspec_bytes *out) {
    ssmspec_bytes_add_text(out, "### ssmspec: Run Command conformance\n\n");
    add_counts(out, record);
    size_t bad = 0;
    for (size_t i = 0; i < record->result_count; i++) {
        if (!is_bad(record->results[i].verdict.verdict) || bad++ >= ROWS_MOST) {
            continue;
        }
        if (bad == 1) {
            ssmspec_bytes_add_text(out, "\n| verdict | case | why |\n| --- | --- | --- |\n");
        }
        add_row(out, &record->results[i]);
    }
    if (bad > ROWS_MOST) {
        ssmspec_bytes_printf(out, "\n%zu more are in the reports.\n", bad - ROWS_MOST);
    }
    add_expired(out, record);
}

static enum ssmspec_err append(const char *path, const struct ssmspec_bytes *text,
                               struct ssmspec_bytes *why) {
    FILE *file = fopen(path, "ab");
    bool is_written = file != NULL && fwrite(text->ptr, 1, text->len, file) == text->len;
    if (file != NULL) {
        is_written = fclose(file) == 0 && is_written;
    }
    if (is_written) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "GITHUB_STEP_SUMMARY: %s: %s", path, strerror(errno));
    return SSMSPEC_ERR_WRITE;
}

enum ssmspec_err ssmspec_step_summary(const struct ssmspec_run_record *record, ssmspec_env_fn env,
                                      struct ssmspec_bytes *why) {
    const char *path = env("GITHUB_STEP_SUMMARY");
    if (path == NULL || path[0] == '\0') {
        return SSMSPEC_OK;
    }
    struct ssmspec_bytes text = {0};
    ssmspec_step_summary_write(record, &text);
    enum ssmspec_err err = ssmspec_bytes_status(&text);
    if (err == SSMSPEC_OK) {
        err = append(path, &text, why);
    }
    ssmspec_bytes_clear(&text);
    return err;
}
