#include "src/report/report.h"

#include "src/base/testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/ssmspec-file-XXXXXX";
static char path[64];
static struct ssmspec_bytes why;

static int make_folder(void **state) {
    (void)state;
    memcpy(folder + sizeof(folder) - 7, "XXXXXX", 6);
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(path, sizeof(path), "%s/report", folder);
    return 0;
}

static int drop_folder(void **state) {
    (void)state;
    (void)unlink(path);
    (void)rmdir(path);
    ssmspec_bytes_clear(&why);
    return rmdir(folder); /* fails when something was left behind */
}

static void assert_holds(const char *wanted) {
    char text[64] = {0};
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t len = fread(text, 1, sizeof(text) - 1, file);
    fclose(file);
    assert_int_equal(len, strlen(wanted));
    assert_string_equal(text, wanted);
}

static void replaces_the_whole_file(void **state) {
    (void)state;
    ASSERT_OK(ssmspec_file_write(path, SSMSPEC_VIEW("a long first report"), &why));
    ASSERT_OK(ssmspec_file_write(path, SSMSPEC_VIEW("second"), &why));
    assert_holds("second");
    ASSERT_OK(ssmspec_file_write(path, SSMSPEC_VIEW(""), &why));
    assert_holds("");
}

static void leaves_nothing_behind_when_it_fails(void **state) {
    (void)state;
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(ssmspec_file_write(path, SSMSPEC_VIEW("x"), &why), SSMSPEC_ERR_WRITE);
    assert_true(ssmspec_view_starts(ssmspec_bytes_view(&why), ssmspec_view_of(path)));
    ssmspec_bytes_reset(&why);
    assert_int_equal(ssmspec_file_write("/nonexistent/x", SSMSPEC_VIEW("x"), &why),
                     SSMSPEC_ERR_WRITE);
    assert_true(why.len > 0);
}

/* A disk that fills up half way, as a limit on file sizes. */
static void a_half_written_report_never_shows(void **state) {
    (void)state;
    ASSERT_OK(ssmspec_file_write(path, SSMSPEC_VIEW("first"), &why));
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit tight = {8, before.rlim_max};
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const enum ssmspec_err err =
        ssmspec_file_write(path, SSMSPEC_VIEW("a second report that is longer"), &why);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(err, SSMSPEC_ERR_WRITE);
    assert_holds("first");
}

static void never_replaces_a_device_or_a_link(void **state) {
    (void)state;
    struct stat status;
    assert_int_equal(symlink("/dev/null", path), 0);
    ASSERT_OK(ssmspec_file_write(path, SSMSPEC_VIEW("x"), &why));
    assert_int_equal(lstat(path, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(path, &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, drop_folder)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(replaces_the_whole_file),
        TEST(leaves_nothing_behind_when_it_fails),
        TEST(a_half_written_report_never_shows),
        TEST(never_replaces_a_device_or_a_link),
    };
    return RUN_TESTS(tests);
}
