#include "src/report/block.h"

#include "src/response/plain.h"
#include "src/run/seen.h"

const char *ssmspec_level_word(enum ssmspec_level level) {
    switch (level) {
    case SSMSPEC_MUST:
        return "MUST";
    case SSMSPEC_SHOULD:
        return "SHOULD";
    case SSMSPEC_MAY:
        return "MAY";
    case SSMSPEC_NONE:
        break;
    }
    return "";
}

struct ssmspec_view ssmspec_operation_word(struct ssmspec_view operation) {
    return operation.len == 0 ? SSMSPEC_VIEW("any") : operation;
}

static void start_line(struct ssmspec_bytes *out, const char *label) {
    ssmspec_bytes_printf(out, "      %-9s", label);
}

static void add_line(struct ssmspec_bytes *out, const char *label, struct ssmspec_view text) {
    if (text.len == 0) {
        return;
    }
    start_line(out, label);
    ssmspec_plain_add(out, text, SSMSPEC_PLAIN_RECORD);
    ssmspec_bytes_add_char(out, '\n');
}

static void add_seen(struct ssmspec_bytes *out, const char *label,
                     const struct ssmspec_seen *seen) {
    start_line(out, label);
    ssmspec_seen_words(seen, out);
    ssmspec_bytes_add_char(out, '\n');
}

static void add_expected(struct ssmspec_bytes *out, const struct ssmspec_result *result) {
    for (size_t i = 0; i < result->expected_count; i++) {
        add_line(out, i == 0 ? "expected" : "or", result->expected[i]);
    }
}

static void add_repeat(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                       struct ssmspec_view id) {
    start_line(out, "repeat");
    ssmspec_bytes_add_text(out, "ssmspec run ");
    ssmspec_plain_add(out, id, SSMSPEC_PLAIN_RECORD);
    if (record->flags.len > 0) {
        ssmspec_bytes_add_char(out, ' ');
        ssmspec_plain_add(out, record->flags, SSMSPEC_PLAIN_RECORD);
    }
    ssmspec_bytes_add_char(out, '\n');
}

void ssmspec_block_write(const struct ssmspec_run_record *record,
                         const struct ssmspec_result *result, struct ssmspec_bytes *out) {
    const struct ssmspec_verdict *verdict = &result->verdict;
    add_line(out, "why", verdict->text);
    add_expected(out, result);
    add_seen(out, "got", &result->actual);
    if (result->has_control) {
        add_seen(out, "control", &result->control);
    }
    add_line(out, "rule", result->rule);
    add_line(out, "source", verdict->source.len > 0 ? verdict->source : result->case_source);
    add_repeat(out, record, result->id);
}
