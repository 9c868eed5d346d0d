#include "runner/reports.h"

#include "src/base/testing.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/ssmspec-reports-XXXXXX";
static char first_path[64];
static char second_path[64];
static struct ssmspec_bytes why;
static struct ssmspec_run_record record;

static int set_up(void **state) {
    (void)state;
    memcpy(folder + sizeof(folder) - 7, "XXXXXX", 6);
    record = (struct ssmspec_run_record){.is_complete = true};
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(first_path, sizeof(first_path), "%s/first", folder);
    (void)snprintf(second_path, sizeof(second_path), "%s/second", folder);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    (void)unlink(first_path);
    (void)unlink(second_path);
    ssmspec_bytes_clear(&why);
    return rmdir(folder); /* fails when something was left behind */
}

static enum ssmspec_err write_reports(const char *const *paths, size_t count) {
    struct ssmspec_destination reports[3];
    for (size_t i = 0; i < count; i++) {
        reports[i] = (struct ssmspec_destination){
            .format = ssmspec_report_format(SSMSPEC_VIEW("json")), .path = paths[i]};
    }
    const struct ssmspec_settings settings = {.reports = reports, .report_count = count};
    return ssmspec_reports_write(&settings, &record, &why);
}

static size_t read_from(int file, char *text, size_t most) {
    const ssize_t len = read(file, text, most - 1);
    text[len < 0 ? 0 : len] = '\0';
    return len < 0 ? 0 : (size_t)len;
}

static void assert_says(const char *path, const char *wanted) {
    char text[4096];
    const int file = open(path, O_RDONLY);
    assert_true(file >= 0);
    (void)read_from(file, text, sizeof text);
    (void)close(file);
    assert_non_null(strstr(text, wanted));
}

static void reports_say_how_the_run_ended(void **state) {
    (void)state;
    const char *const paths[] = {first_path, second_path};
    record.exit_code = 1;
    ASSERT_OK(write_reports(paths, 2));
    assert_int_equal(record.exit_code, 1);
    assert_says(first_path, "\"exit_code\":1");
    assert_says(second_path, "\"exit_code\":1");
}

static void one_that_fails_shows_in_those_before_and_after_it(void **state) {
    (void)state;
    const char *const paths[] = {first_path, "/dev/full", second_path};
    assert_int_equal(write_reports(paths, 3), SSMSPEC_ERR_WRITE);
    assert_int_equal(record.exit_code, 5);
    assert_says(first_path, "\"exit_code\":5");
    assert_says(second_path, "\"exit_code\":5");
}

static void each_failure_is_said_once(void **state) {
    (void)state;
    const char *const paths[] = {"/dev/full", "/nowhere/at/all", first_path};
    assert_int_equal(write_reports(paths, 3), SSMSPEC_ERR_WRITE);
    ASSERT_VIEW(ssmspec_bytes_view(&why),
                "/dev/full: cannot be written: No space left on device; "
                "/nowhere/at/all: cannot be written: No such file or directory");
}

static void nothing_is_sent_down_a_pipe_twice(void **state) {
    (void)state;
    const char *const paths[] = {first_path, "/dev/full"};
    assert_int_equal(mkfifo(first_path, 0600), 0);
    const int pipe_end = open(first_path, O_RDWR | O_NONBLOCK);
    assert_true(pipe_end >= 0);
    assert_int_equal(write_reports(paths, 2), SSMSPEC_ERR_WRITE);
    char text[8192];
    (void)read_from(pipe_end, text, sizeof text);
    (void)close(pipe_end);
    const char *const once = strstr(text, "\"exit_code\"");
    assert_non_null(once);
    assert_null(strstr(once + 1, "\"exit_code\""));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(reports_say_how_the_run_ended),
        IN_FOLDER(one_that_fails_shows_in_those_before_and_after_it),
        IN_FOLDER(each_failure_is_said_once),
        IN_FOLDER(nothing_is_sent_down_a_pipe_twice),
    };
    return RUN_TESTS(tests);
}
