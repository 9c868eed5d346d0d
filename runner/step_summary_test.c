#include "runner/step_summary.h"

#include "src/base/testing.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/ssmspec-summary-XXXXXX";
static struct ssmspec_bytes out;
static struct ssmspec_bytes why;

static int set_up(void **state) {
    (void)state;
    memcpy(path + sizeof(path) - 7, "XXXXXX", 6);
    const int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int tear_down(void **state) {
    (void)state;
    ssmspec_bytes_clear(&out);
    ssmspec_bytes_clear(&why);
    return unlink(path);
}

static struct ssmspec_result result(enum ssmspec_outcome_verdict verdict, const char *id,
                                    const char *text) {
    return (struct ssmspec_result){.id = ssmspec_view_of(id),
                                   .verdict = {.verdict = verdict, .text = ssmspec_view_of(text)}};
}

static struct ssmspec_run_record record_of(const struct ssmspec_result *results, size_t count) {
    return (struct ssmspec_run_record){.results = results,
                                       .result_count = count,
                                       .selected = count,
                                       .is_complete = true,
                                       .exit_code = 1};
}

static void a_sound_run_is_one_sentence(void **state) {
    (void)state;
    const struct ssmspec_result results[] = {result(SSMSPEC_PASS, "a", ""),
                                             result(SSMSPEC_PASS, "b", ""),
                                             result(SSMSPEC_SKIP, "c", "not today")};
    struct ssmspec_run_record record = record_of(results, 3);
    record.exit_code = 0;
    ssmspec_step_summary_write(&record, &out);
    ASSERT_VIEW(ssmspec_bytes_view(&out), "### ssmspec: Run Command conformance\n\n"
                                          "2 of 2 cases ran: 2 pass 1 skip, exit code 0.\n");
}

static void what_is_bad_is_a_row_and_what_is_not_is_none(void **state) {
    (void)state;
    const struct ssmspec_result results[] = {
        result(SSMSPEC_FAIL, "a/b", "it fails"),      result(SSMSPEC_PASS, "p", "fine"),
        result(SSMSPEC_DEVIATION, "c", "it differs"), result(SSMSPEC_INFO, "i", "known"),
        result(SSMSPEC_INCONCLUSIVE, "d", "unclear"), result(SSMSPEC_FIXED, "e", "stale")};
    struct ssmspec_run_record record = record_of(results, 6);
    record.is_complete = false;
    ssmspec_step_summary_write(&record, &out);
    const char *const text = ssmspec_bytes_view(&out).ptr;
    assert_non_null(strstr(text, " (incomplete): "));
    const char *const table = strstr(text, "| verdict |");
    assert_non_null(table);
    assert_string_equal(table, "| verdict | case | why |\n| --- | --- | --- |\n"
                               "| fail | `a/b` | it fails |\n"
                               "| deviation | `c` | it differs |\n"
                               "| inconclusive | `d` | unclear |\n"
                               "| fixed | `e` | stale |\n");
}

static void what_an_endpoint_sent_is_no_markup(void **state) {
    (void)state;
    const struct ssmspec_result results[] = {result(SSMSPEC_FAIL, "a", "<b>|[x](y)`*_\\#!&")};
    const struct ssmspec_run_record record = record_of(results, 1);
    ssmspec_step_summary_write(&record, &out);
    assert_non_null(strstr(ssmspec_bytes_view(&out).ptr,
                           "| `a` | \\<b\\>\\|\\[x\\](y)\\`\\*\\_\\\\\\#\\!\\& |\n"));
}

/* A journal that somebody else wrote may say anything. */
static void no_text_leaves_its_row_or_commands_a_terminal(void **state) {
    (void)state;
    const struct ssmspec_result results[] = {
        result(SSMSPEC_FAIL, "a", "one\r\n::error::two\x1b[2J\xe2\x80\xae\xff.")};
    const struct ssmspec_run_record record = record_of(results, 1);
    ssmspec_step_summary_write(&record, &out);
    assert_non_null(
        strstr(ssmspec_bytes_view(&out).ptr,
               "| `a` | one  ::error::two\xef\xbf\xbd\\[2J\xef\xbf\xbd\xef\xbf\xbd. |\n"));
}

static void a_hundred_rows_are_enough(void **state) {
    (void)state;
    struct ssmspec_result results[103];
    for (size_t i = 0; i < 103; i++) {
        results[i] = result(SSMSPEC_FAIL, i < 100 ? "shown" : "hidden", "bad");
    }
    const struct ssmspec_run_record record = record_of(results, 103);
    ssmspec_step_summary_write(&record, &out);
    assert_null(strstr(ssmspec_bytes_view(&out).ptr, "hidden"));
    assert_non_null(strstr(ssmspec_bytes_view(&out).ptr, "\n3 more are in the reports.\n"));
}

static const char *no_environment(const char *name) {
    (void)name;
    return NULL;
}

static const char *our_file(const char *name) {
    return strcmp(name, "GITHUB_STEP_SUMMARY") == 0 ? path : NULL;
}

static const char *no_folder(const char *name) {
    return strcmp(name, "GITHUB_STEP_SUMMARY") == 0 ? "/tmp/ssmspec-no-such-folder/s" : NULL;
}

static long size_of_file(void) {
    const int file = open(path, O_RDONLY);
    assert_true(file >= 0);
    const long size = (long)lseek(file, 0, SEEK_END);
    (void)close(file);
    return size;
}

static void a_summary_is_added_to_what_other_steps_said(void **state) {
    (void)state;
    const struct ssmspec_run_record record = record_of(NULL, 0);
    ssmspec_step_summary_write(&record, &out);
    ASSERT_OK(ssmspec_step_summary(&record, our_file, &why));
    assert_int_equal(size_of_file(), out.len);
    ASSERT_OK(ssmspec_step_summary(&record, our_file, &why));
    assert_int_equal(size_of_file(), 2 * out.len);
}

static void without_the_variable_nothing_is_written(void **state) {
    (void)state;
    const struct ssmspec_run_record record = record_of(NULL, 0);
    ASSERT_OK(ssmspec_step_summary(&record, no_environment, &why));
    assert_int_equal(size_of_file(), 0);
}

static void a_summary_that_cannot_be_written_is_said(void **state) {
    (void)state;
    const struct ssmspec_run_record record = record_of(NULL, 0);
    assert_int_equal(ssmspec_step_summary(&record, no_folder, &why), SSMSPEC_ERR_WRITE);
    ASSERT_VIEW(ssmspec_bytes_view(&why), "GITHUB_STEP_SUMMARY: /tmp/ssmspec-no-such-folder/s: "
                                          "No such file or directory");
}

#define IN_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FILE(a_sound_run_is_one_sentence),
        IN_FILE(what_is_bad_is_a_row_and_what_is_not_is_none),
        IN_FILE(what_an_endpoint_sent_is_no_markup),
        IN_FILE(no_text_leaves_its_row_or_commands_a_terminal),
        IN_FILE(a_hundred_rows_are_enough),
        IN_FILE(a_summary_is_added_to_what_other_steps_said),
        IN_FILE(without_the_variable_nothing_is_written),
        IN_FILE(a_summary_that_cannot_be_written_is_said),
    };
    return RUN_TESTS(tests);
}
