#include "src/report/formats.h"

#include "src/report/block.h"
#include "src/report/xml.h"
#include "src/run/seconds.h"

/* What a CI system shows for a verdict. */
enum child { NO_CHILD, FAILURE, ERROR, SKIPPED, NOTE };

static const enum child children[SSMSPEC_VERDICT_COUNT] = {
    [SSMSPEC_PASS] = NO_CHILD, [SSMSPEC_FAIL] = FAILURE,       [SSMSPEC_DEVIATION] = NOTE,
    [SSMSPEC_INFO] = NOTE,     [SSMSPEC_INCONCLUSIVE] = ERROR, [SSMSPEC_NOT_IMPLEMENTED] = FAILURE,
    [SSMSPEC_SKIP] = SKIPPED,  [SSMSPEC_KNOWN] = SKIPPED,      [SSMSPEC_FIXED] = FAILURE,
};

static size_t count_child(const struct ssmspec_counts *counts, enum child child) {
    size_t count = 0;
    for (size_t verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        count += children[verdict] == child ? counts->by_verdict[verdict] : 0;
    }
    return count;
}

static void add_time(struct ssmspec_bytes *out, double seconds) {
    ssmspec_bytes_add_text(out, " time=\"");
    ssmspec_seconds_add(out, seconds);
    ssmspec_bytes_add_char(out, '"');
}

/* The attributes a group of testcases has at either level. */
static void add_totals(struct ssmspec_bytes *out, const struct ssmspec_counts *counts, size_t tests,
                       size_t expired, double seconds, struct ssmspec_view started) {
    ssmspec_bytes_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\"",
                         tests + expired, count_child(counts, FAILURE) + expired,
                         count_child(counts, ERROR), count_child(counts, SKIPPED));
    add_time(out, seconds);
    /* Readers know no time zone here: "2006-01-02T15:04:05", UTC. */
    ssmspec_xml_attribute(out, "timestamp", ssmspec_view_sub(started, 0, 19));
}

static void add_property(struct ssmspec_bytes *out, const char *name, struct ssmspec_view value) {
    ssmspec_bytes_printf(out, "      <property name=\"%s\"", name);
    ssmspec_xml_attribute(out, "value", value);
    ssmspec_bytes_add_text(out, "/>\n");
}

static void add_properties(struct ssmspec_bytes *out, const struct ssmspec_run_record *record) {
    ssmspec_bytes_add_text(out, "    <properties>\n");
    add_property(out, "ssmspec.version", record->tool_version);
    add_property(out, "ssmspec.suite_digest", record->suite_digest);
    add_property(out, "ssmspec.endpoint", record->url);
    add_property(out, "ssmspec.region", record->region);
    ssmspec_bytes_printf(out, "      <property name=\"ssmspec.seed\" value=\"%llu\"/>\n",
                         record->seed);
    ssmspec_bytes_printf(out, "      <property name=\"ssmspec.complete\" value=\"%s\"/>\n",
                         record->is_complete ? "true" : "false");
    ssmspec_bytes_add_text(out, "    </properties>\n");
}

static void add_block(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                      const struct ssmspec_result *result) {
    struct ssmspec_bytes block = {0};
    ssmspec_block_write(record, result, &block);
    out->failed = out->failed || block.failed;
    ssmspec_xml_text(out, ssmspec_bytes_view(&block));
    ssmspec_bytes_clear(&block);
}

/* <failure> or <error> with the block as its text. */
static void add_fault(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                      const char *element, const struct ssmspec_result *result) {
    const char *level = ssmspec_level_word(result->verdict.level);
    ssmspec_bytes_printf(out, "      <%s", element);
    ssmspec_xml_attribute(out, "type", ssmspec_view_of(level));
    ssmspec_xml_attribute(out, "message", result->verdict.text);
    ssmspec_bytes_add_text(out, ">\n");
    add_block(out, record, result);
    ssmspec_bytes_printf(out, "      </%s>\n", element);
}

static void add_skipped(struct ssmspec_bytes *out, const struct ssmspec_result *result) {
    ssmspec_bytes_add_text(out, "      <skipped");
    ssmspec_xml_attribute(out, "message", result->verdict.text);
    ssmspec_bytes_add_text(out, "/>\n");
}

static void add_note(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                     const struct ssmspec_result *result) {
    ssmspec_bytes_printf(out, "      <system-out>%s %s\n",
                         ssmspec_verdict_name(result->verdict.verdict),
                         ssmspec_level_word(result->verdict.level));
    add_block(out, record, result);
    ssmspec_bytes_add_text(out, "      </system-out>\n");
}

static void add_child(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                      const struct ssmspec_result *result, enum child child) {
    switch (child) {
    case NO_CHILD:
        return;
    case FAILURE:
        add_fault(out, record, "failure", result);
        return;
    case ERROR:
        add_fault(out, record, "error", result);
        return;
    case SKIPPED:
        add_skipped(out, result);
        return;
    case NOTE:
        add_note(out, record, result);
        return;
    }
}

static void add_class(struct ssmspec_bytes *out, const struct ssmspec_result *result) {
    struct ssmspec_bytes name = {0};
    ssmspec_bytes_add_text(&name, "ssmspec.");
    ssmspec_bytes_add(&name, ssmspec_operation_word(result->operation));
    ssmspec_bytes_add_char(&name, '.');
    ssmspec_bytes_add(&name, result->kind);
    out->failed = out->failed || name.failed;
    ssmspec_xml_attribute(out, "classname", ssmspec_bytes_view(&name));
    ssmspec_bytes_clear(&name);
}

static void add_testcase(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                         const struct ssmspec_result *result) {
    const size_t verdict = (size_t)result->verdict.verdict;
    const enum child child = verdict < SSMSPEC_VERDICT_COUNT ? children[verdict] : ERROR;
    ssmspec_bytes_add_text(out, "    <testcase");
    add_class(out, result);
    ssmspec_xml_attribute(out, "name", result->id);
    add_time(out, result->seconds);
    ssmspec_bytes_add_text(out, child == NO_CHILD ? "/>\n" : ">\n");
    add_child(out, record, result, child);
    ssmspec_bytes_add_text(out, child == NO_CHILD ? "" : "    </testcase>\n");
}

static void add_suite(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                      const struct ssmspec_groups *groups, size_t index) {
    const struct ssmspec_group *group = &groups->rows[index];
    ssmspec_bytes_printf(out, "  <testsuite id=\"%zu\"", index);
    ssmspec_xml_attribute(out, "name", group->operation);
    add_totals(out, &group->counts, group->size, 0, (double)group->microseconds / 1e6,
               record->started);
    ssmspec_bytes_add_text(out, ">\n");
    add_properties(out, record);
    for (size_t i = 0; i < record->result_count; i++) {
        if (groups->of[i] == index) {
            add_testcase(out, record, &record->results[i]);
        }
    }
    ssmspec_bytes_add_text(out, "  </testsuite>\n");
}

/* Promises whose day is over fail a run, so that a reader of this file alone must see them fail. */
static void add_expired(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                        size_t index) {
    if (record->expired_count == 0) {
        return;
    }
    ssmspec_bytes_printf(out,
                         "  <testsuite id=\"%zu\" name=\"known failures\" tests=\"%zu\" "
                         "failures=\"%zu\" errors=\"0\" skipped=\"0\">\n",
                         index, record->expired_count, record->expired_count);
    for (size_t i = 0; i < record->expired_count; i++) {
        ssmspec_bytes_add_text(out, "    <testcase classname=\"ssmspec.known\"");
        ssmspec_xml_attribute(out, "name", record->expired[i]);
        ssmspec_bytes_add_text(out, ">\n      <failure");
        ssmspec_xml_attribute(out, "message", record->expired[i]);
        ssmspec_bytes_add_text(out, "/>\n    </testcase>\n");
    }
    ssmspec_bytes_add_text(out, "  </testsuite>\n");
}

static void add_suites(struct ssmspec_bytes *out, const struct ssmspec_run_record *record,
                       const struct ssmspec_groups *groups) {
    struct ssmspec_counts counts;
    ssmspec_count(record, &counts);
    ssmspec_bytes_add_text(
        out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ssmspec\"");
    add_totals(out, &counts, record->result_count, record->expired_count, record->seconds,
               record->started);
    ssmspec_bytes_add_text(out, ">\n");
    for (size_t i = 0; i < groups->count; i++) {
        add_suite(out, record, groups, i);
    }
    add_expired(out, record, groups->count);
    ssmspec_bytes_add_text(out, "</testsuites>\n");
}

enum ssmspec_err ssmspec_report_junit(const struct ssmspec_run_record *record,
                                      struct ssmspec_bytes *out) {
    struct ssmspec_groups groups;
    const enum ssmspec_err err = ssmspec_groups_make(record, &groups);
    if (err == SSMSPEC_OK) {
        add_suites(out, record, &groups);
    }
    ssmspec_groups_clear(&groups);
    return err == SSMSPEC_OK ? ssmspec_bytes_status(out) : err;
}
