/* The trace as JSON: schema ssmspec.trace/1. */
#include "src/report/trace.h"

#include <cjson/cJSON.h>

/* cJSON's calls give NULL when memory is gone; one flag remembers it until the end. */
struct maker {
    const struct ssmspec_trace *trace;
    bool failed;
};

static void attach(struct maker *maker, cJSON *parent, const char *name, cJSON *item) {
    const bool is_done = item != NULL && parent != NULL &&
                         (name == NULL ? cJSON_AddItemToArray(parent, item)
                                       : cJSON_AddItemToObject(parent, name, item));
    if (!is_done) {
        maker->failed = true;
        cJSON_Delete(item);
    }
}

static void add_text(struct maker *maker, cJSON *parent, const char *name, const char *text) {
    attach(maker, parent, name, text == NULL ? cJSON_CreateNull() : cJSON_CreateString(text));
}

static void add_pattern(struct maker *maker, cJSON *list, struct ssmspec_view pattern,
                        size_t count) {
    char text[256];
    const size_t len = pattern.len < sizeof text ? pattern.len : sizeof text - 1;
    memcpy(text, pattern.ptr, len);
    text[len] = '\0';
    cJSON *object = cJSON_CreateObject();
    add_text(maker, object, "pattern", text);
    attach(maker, object, "cases", cJSON_CreateNumber((double)count));
    attach(maker, list, NULL, object);
}

static cJSON *make_statement(struct maker *maker, const struct ssmspec_statement *row) {
    cJSON *object = cJSON_CreateObject();
    cJSON *patterns = cJSON_CreateArray();
    add_text(maker, object, "document", row->document);
    add_text(maker, object, "where", row->locator);
    add_text(maker, object, "what", row->text);
    struct ssmspec_view rest = ssmspec_view_of(row->cases);
    while (rest.len > 0) {
        struct ssmspec_view pattern;
        const size_t count = ssmspec_trace_next(maker->trace->cases, &rest, &pattern);
        add_pattern(maker, patterns, pattern, count);
    }
    attach(maker, object, "covered_by", patterns);
    add_text(maker, object, "reason", row->reason);
    return object;
}

static cJSON *make_statements(struct maker *maker) {
    cJSON *list = cJSON_CreateArray();
    const struct ssmspec_statement *const *table = maker->trace->statements;
    for (; *table != NULL; table++) {
        for (const struct ssmspec_statement *row = *table; row->document != NULL; row++) {
            attach(maker, list, NULL, make_statement(maker, row));
        }
    }
    return list;
}

static cJSON *make_rule(struct maker *maker, const struct ssmspec_traced_rule *rule) {
    const struct ssmspec_case *first = rule->cases[0];
    cJSON *object = cJSON_CreateObject();
    cJSON *ids = cJSON_CreateArray();
    add_text(maker, object, "operation", first->operation);
    add_text(maker, object, "kind", first->kind);
    add_text(maker, object, "rule", first->rule);
    add_text(maker, object, "level", ssmspec_level_name(rule->level));
    add_text(maker, object, "source", first->source);
    attach(maker, object, "positive", cJSON_CreateBool(rule->has_positive));
    attach(maker, object, "negative", cJSON_CreateBool(rule->has_negative));
    for (size_t i = 0; i < rule->count; i++) {
        add_text(maker, ids, NULL, rule->cases[i]->id);
    }
    attach(maker, object, "cases", ids);
    return object;
}

static cJSON *make_rules(struct maker *maker) {
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < maker->trace->rule_count; i++) {
        attach(maker, list, NULL, make_rule(maker, &maker->trace->rules[i]));
    }
    return list;
}

enum ssmspec_err ssmspec_trace_json(const struct ssmspec_trace *trace, struct ssmspec_bytes *out) {
    struct maker maker = {.trace = trace};
    cJSON *root = cJSON_CreateObject();
    add_text(&maker, root, "schema", "ssmspec.trace/1");
    attach(&maker, root, "statements", make_statements(&maker));
    attach(&maker, root, "rules", make_rules(&maker));
    char *text = maker.failed ? NULL : cJSON_PrintUnformatted(root);
    maker.failed = maker.failed || text == NULL;
    ssmspec_bytes_add_text(out, text == NULL ? "" : text);
    ssmspec_bytes_add_text(out, "\n");
    cJSON_free(text);
    cJSON_Delete(root);
    return maker.failed ? SSMSPEC_ERR_NOMEM : ssmspec_bytes_status(out);
}
