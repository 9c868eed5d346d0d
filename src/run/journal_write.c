#include "src/run/journal.h"

#include "src/json/write.h"
#include "src/response/plain.h"
#include "src/run/seconds.h"

static void add_name(struct ssmspec_bytes *out, const char *name) {
    if (out->len == 0 || out->ptr[out->len - 1] != '{') {
        ssmspec_bytes_add_char(out, ',');
    }
    ssmspec_bytes_printf(out, "\"%s\":", name);
}

/* Made plain first, so that a journal shown on a terminal is harmless and what is read back prints
 * as it did before. */
static void add_string(struct ssmspec_bytes *out, struct ssmspec_view text) {
    struct ssmspec_bytes plain = {0};
    ssmspec_plain_add(&plain, text, SSMSPEC_PLAIN_RECORD);
    out->failed = out->failed || plain.failed;
    ssmspec_json_write_string(out, ssmspec_bytes_view(&plain));
    ssmspec_bytes_clear(&plain);
}

static void add_text(struct ssmspec_bytes *out, const char *name, struct ssmspec_view text) {
    if (text.ptr != NULL) {
        add_name(out, name);
        add_string(out, text);
    }
}

static void add_number(struct ssmspec_bytes *out, const char *name, long long number) {
    add_name(out, name);
    ssmspec_bytes_printf(out, "%lld", number);
}

static void add_truth(struct ssmspec_bytes *out, const char *name, bool truth) {
    add_name(out, name);
    ssmspec_bytes_add_text(out, truth ? "true" : "false");
}

static void add_seen(struct ssmspec_bytes *out, const char *name, const struct ssmspec_seen *seen) {
    add_name(out, name);
    ssmspec_bytes_add_char(out, '{');
    add_truth(out, "delivered", seen->is_delivered);
    add_number(out, "status", seen->status);
    add_text(out, "error", seen->error);
    add_text(out, "message", seen->message);
    ssmspec_bytes_add_char(out, '}');
}

static void add_verdict(struct ssmspec_bytes *out, const struct ssmspec_verdict *verdict) {
    add_name(out, "verdict");
    ssmspec_bytes_add_char(out, '{');
    add_text(out, "name", ssmspec_view_of(ssmspec_verdict_name(verdict->verdict)));
    add_text(out, "level", ssmspec_view_of(ssmspec_level_name(verdict->level)));
    add_text(out, "code", ssmspec_view_of(verdict->code));
    add_text(out, "text", verdict->text);
    add_text(out, "source", verdict->source);
    ssmspec_bytes_add_char(out, '}');
}

static void add_texts(struct ssmspec_bytes *out, const char *name, const struct ssmspec_view *texts,
                      size_t count) {
    add_name(out, name);
    ssmspec_bytes_add_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            ssmspec_bytes_add_char(out, ',');
        }
        add_string(out, texts[i]);
    }
    ssmspec_bytes_add_char(out, ']');
}

void ssmspec_journal_write_start(const struct ssmspec_run_record *record,
                                 struct ssmspec_bytes *out) {
    ssmspec_bytes_add_char(out, '{');
    add_text(out, "schema", SSMSPEC_VIEW(SSMSPEC_JOURNAL_SCHEMA));
    add_text(out, "tool_version", record->tool_version);
    add_text(out, "suite_digest", record->suite_digest);
    add_text(out, "url", record->url);
    add_text(out, "region", record->region);
    add_text(out, "flags", record->flags);
    add_text(out, "plan", record->plan_digest);
    add_text(out, "known", record->known_digest);
    if (record->known_digest.ptr != NULL) {
        add_texts(out, "expired", record->expired, record->expired_count);
    }
    add_name(out, "seed"); /* in quotes: a reader's numbers may hold 63 bits only */
    ssmspec_bytes_printf(out, "\"%llu\"", record->seed);
    add_text(out, "started", record->started);
    add_number(out, "selected", (long long)record->selected);
    ssmspec_bytes_add_text(out, "}\n");
}

void ssmspec_journal_write_resumed(struct ssmspec_view when, struct ssmspec_bytes *out) {
    ssmspec_bytes_add_char(out, '{');
    add_text(out, "resumed", when);
    ssmspec_bytes_add_text(out, "}\n");
}

void ssmspec_journal_write_result(const struct ssmspec_result *result, struct ssmspec_bytes *out) {
    ssmspec_bytes_add_char(out, '{');
    add_text(out, "id", result->id);
    add_text(out, "operation", result->operation);
    add_text(out, "kind", result->kind);
    add_text(out, "rule", result->rule);
    add_text(out, "source", result->case_source);
    add_text(out, "effect", result->effect);
    add_text(out, "level", ssmspec_view_of(ssmspec_level_name(result->case_level)));
    add_verdict(out, &result->verdict);
    add_texts(out, "expected", result->expected, result->expected_count);
    add_seen(out, "actual", &result->actual);
    if (result->has_control) {
        add_seen(out, "control", &result->control);
    }
    add_number(out, "microseconds", ssmspec_microseconds(result->seconds));
    ssmspec_bytes_add_text(out, "}\n");
}

void ssmspec_journal_write_end(const struct ssmspec_run_record *record, struct ssmspec_bytes *out) {
    ssmspec_bytes_add_char(out, '{');
    add_truth(out, "complete", record->is_complete);
    add_number(out, "exit_code", record->exit_code);
    add_number(out, "microseconds", ssmspec_microseconds(record->seconds));
    add_text(out, "stop_reason", ssmspec_view_of(record->stop_reason));
    ssmspec_bytes_add_text(out, "}\n");
}
