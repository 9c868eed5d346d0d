#include "runner/options.h"

#include "src/base/testing.h"

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_options options;
};

static const char *no_environment(const char *name) {
    (void)name;
    return NULL;
}

static const char *environment(const char *name) {
    if (strcmp(name, "SSMSPEC_MAX_TIME") == 0) {
        return "7.5";
    }
    if (strcmp(name, "SSMSPEC_QUIET") == 0) {
        return "no";
    }
    return strcmp(name, "SSMSPEC_STRICT") == 0 ? "true" : NULL;
}

static const char *wavering_environment(const char *name) {
    return strcmp(name, "SSMSPEC_STRICT") == 0 ? "maybe" : NULL;
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

#define PARSE(world, env, ...)                                                                \
    ssmspec_options_parse("run", (int)(sizeof((char *[]){__VA_ARGS__}) / sizeof(char *)),     \
                          (char *[]){__VA_ARGS__}, (env), &(world)->arena, &(world)->options, \
                          &(world)->why)

static void takes_values_behind_blank_or_equals(void **state) {
    struct world *world = *state;
    ASSERT_OK(PARSE(world, no_environment, "--jobs", "4", "--region=eu-west-1", "a/b"));
    ASSERT_VIEW(ssmspec_option(&world->options, SSMSPEC_FLAG_JOBS), "4");
    ASSERT_VIEW(ssmspec_option(&world->options, SSMSPEC_FLAG_REGION), "eu-west-1");
    assert_int_equal(world->options.words.count, 1);
    ASSERT_VIEW(world->options.words.items[0], "a/b");
}

static void keeps_repeated_flags_in_order(void **state) {
    struct world *world = *state;
    ASSERT_OK(PARSE(world, no_environment, "--run", "a", "--run=b"));
    assert_int_equal(world->options.values[SSMSPEC_FLAG_RUN].count, 2);
    ASSERT_VIEW(world->options.values[SSMSPEC_FLAG_RUN].items[1], "b");
}

static void two_dashes_end_the_flags(void **state) {
    struct world *world = *state;
    ASSERT_OK(PARSE(world, no_environment, "--", "--jobs"));
    ASSERT_VIEW(world->options.words.items[0], "--jobs");
}

static void flag_goes_before_environment(void **state) {
    struct world *world = *state;
    double seconds = 0;
    ASSERT_OK(PARSE(world, environment, "--max-time", "2"));
    ASSERT_OK(
        ssmspec_option_seconds(&world->options, SSMSPEC_FLAG_MAX_TIME, 0, &seconds, &world->why));
    assert_true(seconds > 1.99 && seconds < 2.01);
    assert_true(ssmspec_is_given(&world->options, SSMSPEC_FLAG_STRICT));
    ASSERT_OK(PARSE(world, environment, "x"));
    ASSERT_OK(
        ssmspec_option_seconds(&world->options, SSMSPEC_FLAG_MAX_TIME, 0, &seconds, &world->why));
    assert_true(seconds > 7.49 && seconds < 7.51);
}

static void a_switch_is_on_or_off_in_the_environment(void **state) {
    struct world *world = *state;
    ASSERT_OK(PARSE(world, environment, "x"));
    assert_true(ssmspec_is_given(&world->options, SSMSPEC_FLAG_STRICT));
    assert_false(ssmspec_is_given(&world->options, SSMSPEC_FLAG_QUIET));
    assert_int_equal(PARSE(world, wavering_environment, "x"), SSMSPEC_ERR_USAGE);
    assert_non_null(strstr(ssmspec_bytes_view(&world->why).ptr, "SSMSPEC_STRICT"));
    ASSERT_OK(PARSE(world, wavering_environment, "--strict"));
}

static const char *wrong_environment(const char *name) {
    static const char *const twins[] = {"SSMSPEC_JOBS", "SSMSPEC_MAX_TIME", "SSMSPEC_MATCH"};
    for (size_t i = 0; i < sizeof twins / sizeof twins[0]; i++) {
        if (strcmp(name, twins[i]) == 0) {
            return "many";
        }
    }
    return NULL;
}

static void assert_blamed(struct world *world, enum ssmspec_err err, const char *name) {
    assert_int_equal(err, SSMSPEC_ERR_USAGE);
    assert_ptr_equal(strstr(ssmspec_bytes_view(&world->why).ptr, name), world->why.ptr);
    ssmspec_bytes_reset(&world->why);
}

static void a_wrong_value_is_blamed_on_where_it_came_from(void **state) {
    static const char *const words[] = {"code", NULL};
    struct world *world = *state;
    const struct ssmspec_options *options = &world->options;
    long long number;
    double seconds;
    int word;
    ASSERT_OK(PARSE(world, wrong_environment, "--max-time", "long"));
    assert_blamed(world,
                  ssmspec_option_number(options, SSMSPEC_FLAG_JOBS, 1, 2, 1, &number, &world->why),
                  "SSMSPEC_JOBS takes a whole number from 1 to 2, not \"many\"");
    assert_blamed(world,
                  ssmspec_option_word(options, SSMSPEC_FLAG_MATCH, words, 0, &word, &world->why),
                  "SSMSPEC_MATCH takes one of code, not \"many\"");
    assert_blamed(world,
                  ssmspec_option_seconds(options, SSMSPEC_FLAG_MAX_TIME, 0, &seconds, &world->why),
                  "--max-time takes seconds above 0 and up to 86400, not \"long\"");
}

static void an_empty_value_is_none(void **state) {
    struct world *world = *state;
    assert_int_equal(PARSE(world, no_environment, "--region="), SSMSPEC_ERR_USAGE);
    assert_int_equal(PARSE(world, no_environment, "--region", ""), SSMSPEC_ERR_USAGE);
    assert_int_equal(PARSE(world, no_environment, "--region"), SSMSPEC_ERR_USAGE);
}

static void seconds_have_three_decimals_at_most(void **state) {
    struct world *world = *state;
    static char *const bad[] = {"0", "-1", "1.", ".", "1.2345", "1e3", "86401", "1.-1", "x"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        double seconds = 0;
        ASSERT_OK(PARSE(world, no_environment, "--timeout", bad[i]));
        assert_int_equal(
            ssmspec_option_seconds(&world->options, SSMSPEC_FLAG_TIMEOUT, 1, &seconds, &world->why),
            SSMSPEC_ERR_USAGE);
    }
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(takes_values_behind_blank_or_equals),
        IN_WORLD(keeps_repeated_flags_in_order),
        IN_WORLD(two_dashes_end_the_flags),
        IN_WORLD(flag_goes_before_environment),
        IN_WORLD(a_switch_is_on_or_off_in_the_environment),
        IN_WORLD(a_wrong_value_is_blamed_on_where_it_came_from),
        IN_WORLD(an_empty_value_is_none),
        IN_WORLD(seconds_have_three_decimals_at_most),
    };
    return RUN_TESTS(tests);
}
