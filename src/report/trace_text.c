/* The trace as Markdown. */
#include "src/report/trace.h"

/* A bar would end a cell. */
static void add_cell(struct ssmspec_bytes *out, const char *text) {
    for (const char *c = text; *c != '\0'; c++) {
        ssmspec_bytes_add_text(out, *c == '|' ? "\\" : "");
        ssmspec_bytes_add_char(out, *c == '\n' ? ' ' : *c);
    }
}

static void add_coverage(const struct ssmspec_trace *trace,
                         const struct ssmspec_statement *statement, struct ssmspec_bytes *out) {
    struct ssmspec_view rest = ssmspec_view_of(statement->cases);
    while (rest.len > 0) {
        struct ssmspec_view pattern;
        const size_t count = ssmspec_trace_next(trace->cases, &rest, &pattern);
        ssmspec_bytes_printf(out, "`%.*s` (%zu) ", (int)pattern.len, pattern.ptr, count);
    }
    if (statement->reason != NULL) {
        add_cell(out, statement->reason);
    }
}

static void add_statements(const struct ssmspec_trace *trace, const struct ssmspec_statement *table,
                           struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "\n## What %s says\n\n| where | what | cases, or why none |\n",
                         table->document);
    ssmspec_bytes_add_text(out, "| --- | --- | --- |\n");
    for (const struct ssmspec_statement *row = table; row->document != NULL; row++) {
        ssmspec_bytes_add_text(out, "| ");
        add_cell(out, row->locator);
        ssmspec_bytes_add_text(out, " | ");
        add_cell(out, row->text);
        ssmspec_bytes_add_text(out, " | ");
        add_coverage(trace, row, out);
        ssmspec_bytes_add_text(out, " |\n");
    }
}

static void add_rule(const struct ssmspec_traced_rule *rule, struct ssmspec_bytes *out) {
    const struct ssmspec_case *first = rule->cases[0];
    ssmspec_bytes_add_text(out, "| ");
    add_cell(out, first->rule);
    ssmspec_bytes_printf(out, " | %s | ", ssmspec_level_name(rule->level));
    add_cell(out, first->source);
    ssmspec_bytes_add_text(out, " |");
    for (size_t i = 0; i < rule->count; i++) {
        ssmspec_bytes_printf(out, " `%s`", rule->cases[i]->id);
    }
    ssmspec_bytes_add_text(out, " |\n");
}

static void add_rules(const struct ssmspec_trace *trace, struct ssmspec_bytes *out) {
    const char *operation = "";
    for (size_t i = 0; i < trace->rule_count; i++) {
        const char *own = trace->rules[i].cases[0]->operation;
        const char *heading = own == NULL ? "Any operation" : own;
        if (strcmp(heading, operation) != 0) {
            operation = heading;
            ssmspec_bytes_printf(out, "\n## %s\n\n| rule | level | source | cases |\n", heading);
            ssmspec_bytes_add_text(out, "| --- | --- | --- | --- |\n");
        }
        add_rule(&trace->rules[i], out);
    }
}

enum ssmspec_err ssmspec_trace_markdown(const struct ssmspec_trace *trace,
                                        struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "# Rules, cases and sources\n\n%zu rules, %zu cases.\n",
                         trace->rule_count, trace->cases->count);
    for (const struct ssmspec_statement *const *table = trace->statements; *table != NULL;
         table++) {
        add_statements(trace, *table, out);
    }
    add_rules(trace, out);
    return ssmspec_bytes_status(out);
}
