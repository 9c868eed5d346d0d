#include "src/run/journal.h"

#include "src/run/journal_fields.h"

#include <stdlib.h>

/* One line never holds more; a journal of ours stays far below. */
static const struct ssmspec_json_limits line_limits = {
    .bytes = 1024u * 1024, .depth = 8, .nodes = 4096};

/* The next whole line; false at the end, a line without line feed included. */
static bool take_line(struct ssmspec_journal_reading *reading, struct ssmspec_view *line) {
    const size_t end = ssmspec_view_find(reading->rest, SSMSPEC_VIEW("\n"));
    if (end == reading->rest.len) {
        return false;
    }
    *line = ssmspec_view_sub(reading->rest, 0, end);
    reading->rest = ssmspec_view_sub(reading->rest, end + 1, reading->rest.len);
    reading->line++;
    return true;
}

static enum ssmspec_err read_line(struct ssmspec_journal_reading *reading, struct ssmspec_view line,
                                  const struct ssmspec_json **root) {
    struct ssmspec_json_fault fault = {.reason = NULL};
    const enum ssmspec_err err =
        ssmspec_json_read(line, &line_limits, reading->arena, root, &fault);
    ENSURE(err != SSMSPEC_ERR_NOMEM, err);
    if (err != SSMSPEC_OK) {
        return ssmspec_journal_wrong(reading, fault.column, fault.reason);
    }
    return (*root)->type == SSMSPEC_JSON_OBJECT
               ? SSMSPEC_OK
               : ssmspec_journal_wrong(reading, 1, "not an object");
}

static enum ssmspec_err read_result(const struct ssmspec_journal_reading *reading,
                                    const struct ssmspec_json *root, struct ssmspec_result *out) {
    struct ssmspec_result result = {
        .id = ssmspec_json_member_text(root, "id"),
        .operation = ssmspec_json_member_text(root, "operation"),
        .kind = ssmspec_json_member_text(root, "kind"),
        .rule = ssmspec_json_member_text(root, "rule"),
        .case_source = ssmspec_json_member_text(root, "source"),
        .effect = ssmspec_json_member_text(root, "effect"),
    };
    if (result.id.len == 0) {
        return ssmspec_journal_wrong_member(reading, root, "id");
    }
    GUARD(ssmspec_journal_get_level(reading, root, &result.case_level));
    GUARD(ssmspec_journal_get_verdict(reading, root, &result.verdict));
    GUARD(ssmspec_journal_get_texts(reading, root, "expected", &result.expected,
                                    &result.expected_count));
    GUARD(ssmspec_journal_get_seconds(reading, root, &result.seconds));
    const struct ssmspec_json *actual = ssmspec_json_member(root, "actual");
    GUARD(ssmspec_journal_get_seen(reading, actual == NULL ? root : actual, &result.actual));
    const struct ssmspec_json *control = ssmspec_json_member(root, "control");
    result.has_control = control != NULL;
    if (control != NULL) {
        GUARD(ssmspec_journal_get_seen(reading, control, &result.control));
    }
    *out = result;
    return SSMSPEC_OK;
}

static enum ssmspec_err read_start(struct ssmspec_journal_reading *reading,
                                   struct ssmspec_run_record *out) {
    struct ssmspec_view line = {NULL, 0};
    const struct ssmspec_json *root = NULL;
    if (!take_line(reading, &line)) {
        reading->line++;
        return ssmspec_journal_wrong(reading, 1, "a journal starts with a header line");
    }
    GUARD(read_line(reading, line, &root));
    if (!ssmspec_view_is(ssmspec_json_member_text(root, "schema"), SSMSPEC_JOURNAL_SCHEMA)) {
        return ssmspec_journal_wrong(reading, 1, "not a journal of schema " SSMSPEC_JOURNAL_SCHEMA);
    }
    int64_t selected = 0;
    GUARD(ssmspec_journal_get_number(reading, root, "selected", UINT32_MAX, &selected));
    if (!ssmspec_journal_read_seed(ssmspec_json_member_text(root, "seed"), &out->seed)) {
        return ssmspec_journal_wrong_member(reading, root, "seed");
    }
    out->selected = (size_t)selected;
    out->tool_version = ssmspec_json_member_text(root, "tool_version");
    out->suite_digest = ssmspec_json_member_text(root, "suite_digest");
    out->url = ssmspec_json_member_text(root, "url");
    out->region = ssmspec_json_member_text(root, "region");
    out->flags = ssmspec_json_member_text(root, "flags");
    out->plan_digest = ssmspec_json_member_text(root, "plan");
    out->started = ssmspec_json_member_text(root, "started");
    out->known_digest = ssmspec_json_member_text(root, "known");
    return out->known_digest.ptr == NULL
               ? SSMSPEC_OK
               : ssmspec_journal_get_texts(reading, root, "expired", &out->expired,
                                           &out->expired_count);
}

static enum ssmspec_err read_end(const struct ssmspec_journal_reading *reading,
                                 const struct ssmspec_json *root, struct ssmspec_run_record *out) {
    int64_t exit_code = 0;
    GUARD(ssmspec_journal_get_truth(reading, root, "complete", &out->is_complete));
    GUARD(ssmspec_journal_get_number(reading, root, "exit_code", 255, &exit_code));
    GUARD(ssmspec_journal_get_seconds(reading, root, &out->seconds));
    out->exit_code = (int)exit_code;
    return ssmspec_journal_get_c_text(reading, root, "stop_reason", &out->stop_reason);
}

/* The shortest line that read_result takes is longer, so this many results there are at most. */
#define RESULT_BYTES_MIN 64

static size_t most_results(struct ssmspec_view text) {
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++) {
        lines += text.ptr[i] == '\n';
    }
    const size_t most = text.len / RESULT_BYTES_MIN;
    return lines < most ? lines : most;
}

/* What is gathered behind the header. */
struct gathering {
    struct ssmspec_view bytes; /* the whole journal */
    struct ssmspec_result *results;
    size_t *lines;
    struct ssmspec_journal_content content;
    bool is_ended;
};

static size_t bytes_read(const struct ssmspec_journal_reading *reading,
                         const struct gathering *gathering) {
    return gathering->bytes.len - reading->rest.len;
}

static enum ssmspec_err take_entry(struct ssmspec_journal_reading *reading,
                                   const struct ssmspec_json *root, struct gathering *gathering) {
    struct ssmspec_journal_content *content = &gathering->content;
    if (ssmspec_json_member(root, "resumed") != NULL) {
        content->resumed++;
        return SSMSPEC_OK;
    }
    const size_t at = content->record.result_count;
    GUARD(read_result(reading, root, &gathering->results[at]));
    gathering->lines[at] = reading->line;
    content->record.result_count++;
    return SSMSPEC_OK;
}

/* Results until the tail or the end. */
static enum ssmspec_err read_results(struct ssmspec_journal_reading *reading,
                                     struct gathering *gathering) {
    struct ssmspec_view line = {NULL, 0};
    while (take_line(reading, &line)) {
        const struct ssmspec_json *root = NULL;
        if (gathering->is_ended) {
            return ssmspec_journal_wrong(reading, 1, "nothing may follow the tail line");
        }
        GUARD(read_line(reading, line, &root));
        gathering->is_ended = ssmspec_json_member(root, "complete") != NULL;
        if (gathering->is_ended) {
            GUARD(read_end(reading, root, &gathering->content.record));
            continue;
        }
        GUARD(take_entry(reading, root, gathering));
        gathering->content.bytes = bytes_read(reading, gathering);
    }
    return SSMSPEC_OK;
}

struct named_line {
    struct ssmspec_view id;
    size_t line;
};

static int compare_lines(const void *left, const void *right) {
    const struct named_line *a = left;
    const struct named_line *b = right;
    const size_t shorter = a->id.len < b->id.len ? a->id.len : b->id.len;
    const int order = memcmp(a->id.ptr, b->id.ptr, shorter);
    if (order != 0 || a->id.len != b->id.len) {
        return order != 0 ? order : (a->id.len > b->id.len) - (a->id.len < b->id.len);
    }
    return (a->line > b->line) - (a->line < b->line);
}

static enum ssmspec_err ensure_unique(struct ssmspec_journal_reading *reading,
                                      const struct gathering *gathering) {
    const size_t count = gathering->content.record.result_count;
    struct named_line *named = ssmspec_arena_alloc(reading->arena, (count + 1) * sizeof(*named));
    ENSURE(named != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < count; i++) {
        named[i] = (struct named_line){gathering->results[i].id, gathering->lines[i]};
    }
    qsort(named, count, sizeof(*named), compare_lines);
    for (size_t i = 1; i < count; i++) {
        if (ssmspec_view_eq(named[i - 1].id, named[i].id)) {
            ssmspec_bytes_printf(reading->why,
                                 "%zu:1: line %zu holds a result of the same case already",
                                 named[i].line, named[i - 1].line);
            return SSMSPEC_ERR_CONFIG;
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err make_room(const struct ssmspec_journal_reading *reading,
                                  struct gathering *gathering) {
    const size_t room = most_results(reading->rest) + 1;
    gathering->results = ssmspec_arena_alloc(reading->arena, room * sizeof(*gathering->results));
    gathering->lines = ssmspec_arena_alloc(reading->arena, room * sizeof(*gathering->lines));
    ENSURE(gathering->results != NULL && gathering->lines != NULL, SSMSPEC_ERR_NOMEM);
    gathering->content.record.results = gathering->results;
    gathering->content.lines = gathering->lines;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_read(struct ssmspec_view bytes, struct ssmspec_arena *arena,
                                      struct ssmspec_journal_content *out,
                                      struct ssmspec_bytes *why) {
    struct ssmspec_journal_reading reading = {.rest = bytes, .arena = arena, .why = why};
    struct gathering gathering = {.bytes = bytes};
    struct ssmspec_run_record *record = &gathering.content.record;
    record->stop_reason = "the journal ends before the run did";
    GUARD(read_start(&reading, record));
    gathering.content.bytes = bytes_read(&reading, &gathering);
    GUARD(make_room(&reading, &gathering));
    GUARD(read_results(&reading, &gathering));
    GUARD(ensure_unique(&reading, &gathering));
    if (!gathering.is_ended) {
        record->exit_code = ssmspec_exit_code(record, false, false);
    }
    *out = gathering.content;
    return SSMSPEC_OK;
}
