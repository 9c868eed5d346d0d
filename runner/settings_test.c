#include "runner/settings.h"

#include "src/base/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_settings settings;
};

static const char *no_environment(const char *name) {
    (void)name;
    return NULL;
}

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static enum ssmspec_err read_settings(struct world *world, int argc, char *const argv[]) {
    struct ssmspec_options options;
    ssmspec_bytes_reset(&world->why);
    ASSERT_OK(ssmspec_options_parse("run", argc, argv, no_environment, &world->arena, &options,
                                    &world->why));
    return ssmspec_settings_read(&options, &world->arena, &world->settings, &world->why);
}

#define READ(world, ...)                                                            \
    read_settings((world), (int)(sizeof((char *[]){__VA_ARGS__}) / sizeof(char *)), \
                  (char *[]){__VA_ARGS__})

static void assert_said(const struct world *world, const char *wanted) {
    if (strstr(ssmspec_bytes_view(&world->why).ptr, wanted) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", world->why.ptr, wanted);
    }
}

static void what_is_not_given_has_its_default(void **state) {
    struct world *world = *state;
    const struct ssmspec_settings *settings = &world->settings;
    ASSERT_OK(READ(world, "x"));
    assert_int_equal(settings->jobs, 1);
    assert_true(settings->timeout_seconds > 9.99 && settings->timeout_seconds < 10.01);
    assert_true(settings->max_seconds < 0.0001);
    assert_int_equal(settings->match, SSMSPEC_MATCH_CODE);
    assert_false(settings->is_strict || settings->is_quiet || settings->is_seed_given);
    assert_null(settings->journal_path);
    assert_int_equal(settings->report_count, 0);
}

static void what_is_given_is_read(void **state) {
    struct world *world = *state;
    const struct ssmspec_settings *settings = &world->settings;
    ASSERT_OK(READ(world, "--jobs=16", "--seed=7", "--timeout=0.5", "--max-time=90",
                   "--match=member", "--strict", "--quiet", "--journal=/tmp/ssmspec-a"));
    assert_int_equal(settings->jobs, 16);
    assert_int_equal(settings->seed, 7);
    assert_true(settings->timeout_seconds > 0.49 && settings->timeout_seconds < 0.51);
    assert_true(settings->max_seconds > 89.9 && settings->max_seconds < 90.1);
    assert_int_equal(settings->match, SSMSPEC_MATCH_MEMBER);
    assert_true(settings->is_strict && settings->is_quiet && settings->is_seed_given);
    assert_string_equal(settings->journal_path, "/tmp/ssmspec-a");
}

static void numbers_have_bounds(void **state) {
    struct world *world = *state;
    static char *const wrong[] = {"--jobs=0",    "--jobs=257",       "--seed=-1",
                                  "--timeout=0", "--max-time=86401", "--match=some"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_int_equal(READ(world, wrong[i]), SSMSPEC_ERR_USAGE);
    }
}

static void a_report_names_its_format_and_its_path(void **state) {
    struct world *world = *state;
    ASSERT_OK(READ(world, "--report=json=/tmp/ssmspec-a=b", "--report=junit=/tmp/ssmspec-c"));
    assert_int_equal(world->settings.report_count, 2);
    assert_string_equal(world->settings.reports[0].format->name, "json");
    assert_string_equal(world->settings.reports[0].path, "/tmp/ssmspec-a=b");
    assert_string_equal(world->settings.reports[1].format->name, "junit");
}

static void a_report_without_either_is_refused_with_the_formats(void **state) {
    struct world *world = *state;
    static char *const wrong[] = {"--report=yaml=/tmp/ssmspec-a", "--report=json",
                                  "--report=json=", "--report==/tmp/ssmspec-a"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_int_equal(READ(world, wrong[i]), SSMSPEC_ERR_USAGE);
        assert_said(world, "formats: json junit text");
    }
}

static void where_nothing_can_be_written_is_known_before_the_run(void **state) {
    struct world *world = *state;
    assert_int_equal(READ(world, "--report=json=/tmp/ssmspec-no-such-folder/r"), SSMSPEC_ERR_WRITE);
    assert_said(world, "/tmp/ssmspec-no-such-folder");
    assert_int_equal(READ(world, "--report=json=/tmp"), SSMSPEC_ERR_WRITE);
    assert_said(world, "is a directory");
}

static void no_two_of_the_runs_files_are_one(void **state) {
    struct world *world = *state;
    assert_int_equal(
        READ(world, "--report=json=/tmp/ssmspec-a", "--report=text=/tmp/../tmp/ssmspec-a"),
        SSMSPEC_ERR_USAGE);
    assert_said(world, "two of the run's files are the same");
    assert_int_equal(READ(world, "--report=json=/tmp/ssmspec-a", "--journal=/tmp/ssmspec-a"),
                     SSMSPEC_ERR_USAGE);
    assert_int_equal(READ(world, "--report=json=/tmp/ssmspec-a", "--bindings=/tmp/ssmspec-a"),
                     SSMSPEC_ERR_USAGE);
    assert_int_equal(READ(world, "--journal=/tmp/ssmspec-a", "--bindings=/tmp/ssmspec-a"),
                     SSMSPEC_ERR_USAGE);
    ASSERT_OK(READ(world, "--report=json=/dev/null", "--report=text=/dev/null"));
}

static void what_is_resumed_is_the_journal(void **state) {
    struct world *world = *state;
    ASSERT_OK(READ(world, "--resume=/tmp/ssmspec-a"));
    assert_true(world->settings.is_resuming);
    assert_string_equal(world->settings.journal_path, "/tmp/ssmspec-a");
    ASSERT_OK(READ(world, "--resume=/tmp/ssmspec-a", "--journal=/tmp/ssmspec-a"));
    assert_int_equal(READ(world, "--resume=/tmp/ssmspec-a", "--journal=/tmp/ssmspec-b"),
                     SSMSPEC_ERR_USAGE);
    assert_said(world, "--journal cannot name another");
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(what_is_not_given_has_its_default),
        IN_WORLD(what_is_given_is_read),
        IN_WORLD(numbers_have_bounds),
        IN_WORLD(a_report_names_its_format_and_its_path),
        IN_WORLD(a_report_without_either_is_refused_with_the_formats),
        IN_WORLD(where_nothing_can_be_written_is_known_before_the_run),
        IN_WORLD(no_two_of_the_runs_files_are_one),
        IN_WORLD(what_is_resumed_is_the_journal),
    };
    return RUN_TESTS(tests);
}
