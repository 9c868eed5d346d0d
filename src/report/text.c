#include "src/report/formats.h"

#include "src/report/block.h"
#include "src/response/plain.h"
#include "src/run/seconds.h"

struct screen {
    const struct ssmspec_run_record *record;
    struct ssmspec_bytes *out;
    bool has_colour;
};

/* How each verdict is shown. */
static const struct look {
    const char *headline; /* NULL: no block of its own */
    const char *colour;   /* SGR parameters */
} looks[SSMSPEC_VERDICT_COUNT] = {
    [SSMSPEC_PASS] = {NULL, "32"},
    [SSMSPEC_FAIL] = {"FAIL", "1;31"},
    [SSMSPEC_DEVIATION] = {"DEVIATION", "33"},
    [SSMSPEC_INFO] = {NULL, "36"},
    [SSMSPEC_INCONCLUSIVE] = {"INCONCLUSIVE", "35"},
    [SSMSPEC_NOT_IMPLEMENTED] = {NULL, "31"},
    [SSMSPEC_SKIP] = {NULL, "2"},
    [SSMSPEC_KNOWN] = {NULL, "2"},
    [SSMSPEC_FIXED] = {"FIXED", "1;31"},
};

static void start_colour(const struct screen *screen, const char *colour) {
    if (screen->has_colour) {
        ssmspec_bytes_printf(screen->out, "\x1b[%sm", colour);
    }
}

static void end_colour(const struct screen *screen) {
    if (screen->has_colour) {
        ssmspec_bytes_add_text(screen->out, "\x1b[0m");
    }
}

static void add_plain(const struct screen *screen, struct ssmspec_view text) {
    ssmspec_plain_add(screen->out, text, SSMSPEC_PLAIN_RECORD);
}

static void write_identity(const struct screen *screen) {
    const struct ssmspec_run_record *record = screen->record;
    ssmspec_bytes_add_text(screen->out, "ssmspec ");
    add_plain(screen, record->tool_version);
    ssmspec_bytes_printf(screen->out, "  cases %zu (sha256:", record->selected);
    add_plain(screen, ssmspec_view_sub(record->suite_digest, 0, 12));
    ssmspec_bytes_add_text(screen->out, ")  endpoint ");
    add_plain(screen, record->url);
    ssmspec_bytes_printf(screen->out, "  seed %llu\n\n", record->seed);
}

static void write_block(const struct screen *screen, const struct ssmspec_result *result) {
    const struct look *look = &looks[result->verdict.verdict];
    start_colour(screen, look->colour);
    ssmspec_bytes_add_text(screen->out, look->headline);
    end_colour(screen);
    ssmspec_bytes_add_text(screen->out, "  ");
    add_plain(screen, result->id);
    ssmspec_bytes_printf(screen->out, "  %s\n", ssmspec_level_word(result->verdict.level));
    ssmspec_block_write(screen->record, result, screen->out);
    ssmspec_bytes_add_char(screen->out, '\n');
}

/* One line each: what is known needs no block. */
static void write_known(const struct screen *screen) {
    for (size_t i = 0; i < screen->record->result_count; i++) {
        const struct ssmspec_result *result = &screen->record->results[i];
        if (result->verdict.verdict != SSMSPEC_KNOWN) {
            continue;
        }
        start_colour(screen, looks[SSMSPEC_KNOWN].colour);
        ssmspec_bytes_add_text(screen->out, "KNOWN");
        end_colour(screen);
        ssmspec_bytes_add_text(screen->out, "  ");
        add_plain(screen, result->id);
        ssmspec_bytes_add_text(screen->out, "  ");
        ssmspec_plain_add(screen->out, result->verdict.text, SSMSPEC_PLAIN_MOST);
        ssmspec_bytes_add_char(screen->out, '\n');
    }
}

static void write_blocks(const struct screen *screen) {
    for (size_t i = 0; i < screen->record->result_count; i++) {
        const struct ssmspec_result *result = &screen->record->results[i];
        if ((size_t)result->verdict.verdict < SSMSPEC_VERDICT_COUNT &&
            looks[result->verdict.verdict].headline != NULL) {
            write_block(screen, result);
        }
    }
}

static void write_count(const struct screen *screen, enum ssmspec_outcome_verdict verdict,
                        size_t count) {
    const bool is_coloured = count > 0;
    if (is_coloured) {
        start_colour(screen, looks[verdict].colour);
    }
    ssmspec_bytes_printf(screen->out, "%zu %s", count, ssmspec_verdict_name(verdict));
    if (is_coloured) {
        end_colour(screen);
    }
}

static void write_group(const struct screen *screen, const struct ssmspec_group *group) {
    add_plain(screen, group->operation);
    for (size_t pad = group->operation.len; pad < 24; pad++) {
        ssmspec_bytes_add_char(screen->out, ' ');
    }
    const char *joint = " ";
    for (int verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        if (group->counts.by_verdict[verdict] > 0) {
            ssmspec_bytes_add_text(screen->out, joint);
            write_count(screen, (enum ssmspec_outcome_verdict)verdict,
                        group->counts.by_verdict[verdict]);
            joint = ", ";
        }
    }
    ssmspec_bytes_add_char(screen->out, '\n');
}

/* Reasons shared by many results, each said once: nothing that did not run is hidden. */
#define REASONS_MAX 16

struct reason {
    enum ssmspec_outcome_verdict verdict;
    struct ssmspec_view text;
    size_t count;
};

static void enter_reason(struct reason *reasons, size_t *count, size_t *others,
                         const struct ssmspec_verdict *verdict) {
    for (size_t i = 0; i < *count; i++) {
        if (reasons[i].verdict == verdict->verdict &&
            ssmspec_view_eq(reasons[i].text, verdict->text)) {
            reasons[i].count++;
            return;
        }
    }
    if (*count < REASONS_MAX) {
        reasons[(*count)++] = (struct reason){verdict->verdict, verdict->text, 1};
        return;
    }
    (*others)++;
}

static bool is_not_run(enum ssmspec_outcome_verdict verdict) {
    return verdict == SSMSPEC_SKIP || verdict == SSMSPEC_NOT_IMPLEMENTED;
}

static void write_reasons(const struct screen *screen) {
    struct reason reasons[REASONS_MAX];
    size_t count = 0;
    size_t others = 0;
    for (size_t i = 0; i < screen->record->result_count; i++) {
        const struct ssmspec_verdict *verdict = &screen->record->results[i].verdict;
        if (is_not_run(verdict->verdict) && verdict->text.len > 0) {
            enter_reason(reasons, &count, &others, verdict);
        }
    }
    for (size_t i = 0; i < count; i++) {
        ssmspec_bytes_printf(screen->out, "%zu %s: ", reasons[i].count,
                             ssmspec_verdict_name(reasons[i].verdict));
        ssmspec_plain_add(screen->out, reasons[i].text, SSMSPEC_PLAIN_MOST);
        ssmspec_bytes_add_char(screen->out, '\n');
    }
    if (others > 0) {
        ssmspec_bytes_printf(screen->out, "%zu more did not run, for other reasons\n", others);
    }
}

/* Promises whose day is over: each is a reason for the exit code. */
static void write_expired(const struct screen *screen) {
    for (size_t i = 0; i < screen->record->expired_count; i++) {
        start_colour(screen, looks[SSMSPEC_FAIL].colour);
        ssmspec_bytes_add_text(screen->out, "EXPIRED");
        end_colour(screen);
        ssmspec_bytes_add_text(screen->out, "  ");
        add_plain(screen, screen->record->expired[i]);
        ssmspec_bytes_add_char(screen->out, '\n');
    }
}

static void write_time(const struct screen *screen) {
    ssmspec_bytes_add_text(screen->out, "took ");
    ssmspec_seconds_add(screen->out, screen->record->seconds);
    ssmspec_bytes_add_text(screen->out, " seconds\n");
    if (screen->record->is_complete) {
        return;
    }
    const char *reason = screen->record->stop_reason;
    ssmspec_bytes_add_text(screen->out, "incomplete: ");
    add_plain(screen, ssmspec_view_of(reason == NULL ? "the run was stopped" : reason));
    ssmspec_bytes_add_char(screen->out, '\n');
}

static void write_last_line(const struct screen *screen) {
    struct ssmspec_counts counts;
    ssmspec_count(screen->record, &counts);
    /* What was skipped could not be run: it is counted, but not missed. */
    ssmspec_bytes_printf(screen->out, "ran %zu of %zu:", counts.run,
                         screen->record->selected - counts.by_verdict[SSMSPEC_SKIP]);
    for (int verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        ssmspec_bytes_add_text(screen->out, verdict == 0 ? " " : ", ");
        write_count(screen, (enum ssmspec_outcome_verdict)verdict, counts.by_verdict[verdict]);
    }
    ssmspec_bytes_printf(screen->out, " (exit %d)\n", screen->record->exit_code);
}

enum ssmspec_err ssmspec_text_write(const struct ssmspec_run_record *record, bool has_colour,
                                    struct ssmspec_bytes *out) {
    const struct screen screen = {record, out, has_colour};
    struct ssmspec_groups groups;
    const enum ssmspec_err err = ssmspec_groups_make(record, &groups);
    if (err == SSMSPEC_OK) {
        write_identity(&screen);
        write_blocks(&screen);
        write_known(&screen);
        for (size_t i = 0; i < groups.count; i++) {
            write_group(&screen, &groups.rows[i]);
        }
        write_reasons(&screen);
        write_expired(&screen);
        write_time(&screen);
        write_last_line(&screen);
    }
    ssmspec_groups_clear(&groups);
    return err == SSMSPEC_OK ? ssmspec_bytes_status(out) : err;
}

enum ssmspec_err ssmspec_report_text(const struct ssmspec_run_record *record,
                                     struct ssmspec_bytes *out) {
    return ssmspec_text_write(record, false, out);
}
