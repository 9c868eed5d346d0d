#include "src/report/formats.h"

#include "src/judge/words.h"
#include "src/report/block.h"
#include "src/response/plain.h"
#include "src/run/seconds.h"

#include <cjson/cJSON.h>

/* cJSON's calls give NULL when memory is gone; one flag remembers it until the end. */
struct maker {
    struct ssmspec_arena arena; /* texts, made plain */
    bool failed;
};

static void attach(struct maker *maker, cJSON *object, const char *name, cJSON *item) {
    if (item == NULL || object == NULL || !cJSON_AddItemToObject(object, name, item)) {
        maker->failed = true;
        cJSON_Delete(item);
    }
}

static cJSON *text_item(struct maker *maker, struct ssmspec_view text, size_t most) {
    const char *plain = ssmspec_plain_text(text, most, &maker->arena);
    maker->failed = maker->failed || plain == NULL;
    return plain == NULL ? NULL : cJSON_CreateString(plain);
}

static void add_text(struct maker *maker, cJSON *object, const char *name,
                     struct ssmspec_view text) {
    attach(maker, object, name, text_item(maker, text, SSMSPEC_PLAIN_RECORD));
}

/* null when there is none. */
static void add_optional(struct maker *maker, cJSON *object, const char *name,
                         struct ssmspec_view text) {
    attach(maker, object, name,
           text.ptr == NULL ? cJSON_CreateNull() : text_item(maker, text, SSMSPEC_PLAIN_MOST));
}

static void add_count(struct maker *maker, cJSON *object, const char *name, size_t count) {
    attach(maker, object, name, cJSON_CreateNumber((double)count));
}

/* A number in our own spelling: cJSON's are doubles. */
static void add_spelled(struct maker *maker, cJSON *object, const char *name,
                        struct ssmspec_bytes *spelling) {
    const bool is_spelled = ssmspec_bytes_status(spelling) == SSMSPEC_OK;
    attach(maker, object, name, is_spelled ? cJSON_CreateRaw(spelling->ptr) : NULL);
    ssmspec_bytes_clear(spelling);
}

static void add_seconds(struct maker *maker, cJSON *object, double seconds) {
    struct ssmspec_bytes spelling = {0};
    ssmspec_seconds_add(&spelling, seconds);
    add_spelled(maker, object, "seconds", &spelling);
}

static void add_seed(struct maker *maker, cJSON *object, unsigned long long seed) {
    struct ssmspec_bytes spelling = {0};
    ssmspec_bytes_printf(&spelling, "%llu", seed);
    add_spelled(maker, object, "seed", &spelling);
}

/* Print item compactly behind what *out holds, and delete it. */
static void print(struct maker *maker, cJSON *item, struct ssmspec_bytes *out) {
    char *text = maker->failed ? NULL : cJSON_PrintUnformatted(item);
    maker->failed = maker->failed || text == NULL;
    ssmspec_bytes_add_text(out, text == NULL ? "" : text);
    cJSON_free(text);
    cJSON_Delete(item);
}

static enum ssmspec_err finish(struct maker *maker, const struct ssmspec_bytes *out) {
    ssmspec_arena_clear(&maker->arena);
    return maker->failed ? SSMSPEC_ERR_NOMEM : ssmspec_bytes_status(out);
}

static cJSON *make_tool(struct maker *maker, const struct ssmspec_run_record *record) {
    cJSON *tool = cJSON_CreateObject();
    add_text(maker, tool, "name", SSMSPEC_VIEW("ssmspec"));
    add_text(maker, tool, "version", record->tool_version);
    add_text(maker, tool, "suite_digest", record->suite_digest);
    return tool;
}

static cJSON *make_endpoint(struct maker *maker, const struct ssmspec_run_record *record) {
    cJSON *endpoint = cJSON_CreateObject();
    add_text(maker, endpoint, "url", record->url);
    add_text(maker, endpoint, "region", record->region);
    return endpoint;
}

static cJSON *make_summary(struct maker *maker, const struct ssmspec_run_record *record) {
    static const char *const keys[SSMSPEC_VERDICT_COUNT] = {
        [SSMSPEC_PASS] = "pass",
        [SSMSPEC_FAIL] = "fail",
        [SSMSPEC_DEVIATION] = "deviation",
        [SSMSPEC_INFO] = "info",
        [SSMSPEC_INCONCLUSIVE] = "inconclusive",
        [SSMSPEC_NOT_IMPLEMENTED] = "not_implemented",
        [SSMSPEC_SKIP] = "skip",
        [SSMSPEC_KNOWN] = "known",
        [SSMSPEC_FIXED] = "fixed",
    };
    struct ssmspec_counts counts;
    ssmspec_count(record, &counts);
    cJSON *summary = cJSON_CreateObject();
    add_count(maker, summary, "selected", record->selected);
    add_count(maker, summary, "run", counts.run);
    for (size_t verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        add_count(maker, summary, keys[verdict], counts.by_verdict[verdict]);
    }
    add_seconds(maker, summary, record->seconds);
    return summary;
}

static cJSON *make_texts(struct maker *maker, const struct ssmspec_view *texts, size_t count) {
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++) {
        cJSON *item = text_item(maker, texts[i], SSMSPEC_PLAIN_RECORD);
        if (item == NULL || !cJSON_AddItemToArray(list, item)) {
            maker->failed = true;
            cJSON_Delete(item);
        }
    }
    return list;
}

/* The list of known failures that the run was given. */
static cJSON *make_known(struct maker *maker, const struct ssmspec_run_record *record) {
    cJSON *known = cJSON_CreateObject();
    add_text(maker, known, "digest", record->known_digest);
    attach(maker, known, "expired", make_texts(maker, record->expired, record->expired_count));
    return known;
}

static cJSON *make_head(struct maker *maker, const struct ssmspec_run_record *record) {
    cJSON *head = cJSON_CreateObject();
    add_text(maker, head, "schema", SSMSPEC_VIEW("ssmspec.report/1"));
    attach(maker, head, "tool", make_tool(maker, record));
    attach(maker, head, "endpoint", make_endpoint(maker, record));
    add_seed(maker, head, record->seed);
    attach(maker, head, "complete", cJSON_CreateBool(record->is_complete));
    if (record->stop_reason != NULL) {
        add_text(maker, head, "stop_reason", ssmspec_view_of(record->stop_reason));
    }
    add_text(maker, head, "started", record->started);
    if (record->known_digest.ptr != NULL) {
        attach(maker, head, "known", make_known(maker, record));
    }
    attach(maker, head, "summary", make_summary(maker, record));
    attach(maker, head, "exit_code", cJSON_CreateNumber(record->exit_code));
    return head;
}

static cJSON *make_seen(struct maker *maker, const struct ssmspec_seen *seen, bool has_message) {
    cJSON *object = cJSON_CreateObject();
    attach(maker, object, "status",
           seen->is_delivered ? cJSON_CreateNumber(seen->status) : cJSON_CreateNull());
    add_optional(maker, object, "error", seen->error);
    if (has_message) {
        add_optional(maker, object, "message", seen->message);
    }
    return object;
}

static cJSON *make_reason(struct maker *maker, const struct ssmspec_verdict *verdict) {
    cJSON *reason = cJSON_CreateObject();
    add_text(maker, reason, "code", ssmspec_view_of(verdict->code));
    add_text(maker, reason, "text", verdict->text);
    return reason;
}

static cJSON *make_result(struct maker *maker, const struct ssmspec_result *result) {
    const struct ssmspec_verdict *verdict = &result->verdict;
    cJSON *object = cJSON_CreateObject();
    add_text(maker, object, "id", result->id);
    add_text(maker, object, "operation", ssmspec_operation_word(result->operation));
    add_text(maker, object, "kind", result->kind);
    add_text(maker, object, "rule", result->rule);
    add_text(maker, object, "level", ssmspec_view_of(ssmspec_level_name(verdict->level)));
    add_text(maker, object, "source",
             verdict->source.len > 0 ? verdict->source : result->case_source);
    add_text(maker, object, "effect", result->effect);
    add_text(maker, object, "verdict", ssmspec_view_of(ssmspec_verdict_name(verdict->verdict)));
    attach(maker, object, "reason", make_reason(maker, verdict));
    attach(maker, object, "expected", make_texts(maker, result->expected, result->expected_count));
    attach(maker, object, "actual", make_seen(maker, &result->actual, true));
    attach(maker, object, "control",
           result->has_control ? make_seen(maker, &result->control, false) : cJSON_CreateNull());
    add_seconds(maker, object, result->seconds);
    return object;
}

enum ssmspec_err ssmspec_report_json(const struct ssmspec_run_record *record,
                                     struct ssmspec_bytes *out) {
    struct maker maker = {.failed = false};
    print(&maker, make_head(&maker, record), out);
    if (maker.failed || out->failed) {
        return finish(&maker, out);
    }
    out->len--; /* the results go inside the head's closing brace, one a line */
    ssmspec_bytes_add_text(out, ",\"results\":[");
    for (size_t i = 0; i < record->result_count; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "\n" : ",\n");
        print(&maker, make_result(&maker, &record->results[i]), out);
        ssmspec_arena_reset(&maker.arena);
    }
    ssmspec_bytes_add_text(out, "\n]}\n");
    return finish(&maker, out);
}

static void add_expected(struct maker *maker, cJSON *object, const struct ssmspec_case *row) {
    const struct ssmspec_view *texts = NULL;
    size_t count = 0;
    if (ssmspec_case_words(row, &maker->arena, &texts, &count) != SSMSPEC_OK) {
        maker->failed = true;
        return;
    }
    attach(maker, object, "expected", make_texts(maker, texts, count));
}

static cJSON *make_case(struct maker *maker, const struct ssmspec_case *row) {
    cJSON *object = cJSON_CreateObject();
    add_text(maker, object, "id", ssmspec_view_of(row->id));
    add_text(maker, object, "operation", ssmspec_operation_word(ssmspec_view_of(row->operation)));
    add_text(maker, object, "kind", ssmspec_view_of(row->kind));
    add_text(maker, object, "rule", ssmspec_view_of(row->rule));
    add_text(maker, object, "level", ssmspec_view_of(ssmspec_level_name(row->level)));
    add_text(maker, object, "source", ssmspec_view_of(row->source));
    add_text(maker, object, "effect", ssmspec_view_of(ssmspec_effect_name(row->effect)));
    add_expected(maker, object, row);
    return object;
}

enum ssmspec_err ssmspec_report_cases_json(const struct ssmspec_cases *cases,
                                           struct ssmspec_bytes *out) {
    struct maker maker = {.failed = false};
    ssmspec_bytes_add_text(out, "[");
    for (size_t i = 0; i < cases->count; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "\n" : ",\n");
        print(&maker, make_case(&maker, &cases->rows[i]), out);
        ssmspec_arena_reset(&maker.arena);
    }
    ssmspec_bytes_add_text(out, "\n]\n");
    return finish(&maker, out);
}
