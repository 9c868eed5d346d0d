#include "runner/identity.h"

#include "src/base/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A home with the two shared files, and an environment that each test fills. */
static char folder[] = "/tmp/ssmspec-identity-XXXXXX";
static char credentials_path[64];
static char config_path[64];
static const char *variables[8][2];

static const char *environment(const char *name) {
    for (size_t i = 0; i < 8 && variables[i][0] != NULL; i++) {
        if (strcmp(variables[i][0], name) == 0) {
            return variables[i][1];
        }
    }
    return NULL;
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int open_home(void **state) {
    (void)state;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(credentials_path, sizeof credentials_path, "%s/credentials", folder);
    (void)snprintf(config_path, sizeof config_path, "%s/config", folder);
    write_file(credentials_path,
               "[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = d\n"
               "[ci]\naws_access_key_id = CI\naws_secret_access_key = c\n"
               "aws_session_token = t\n");
    write_file(config_path, "[profile ci]\nregion = eu-west-1\n");
    return 0;
}

static int close_home(void **state) {
    (void)state;
    (void)unlink(credentials_path);
    (void)unlink(config_path);
    return rmdir(folder);
}

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_options options;
    struct ssmspec_identity identity;
};

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    memset(variables, 0, sizeof variables);
    variables[0][0] = "AWS_SHARED_CREDENTIALS_FILE";
    variables[0][1] = credentials_path;
    variables[1][0] = "AWS_CONFIG_FILE";
    variables[1][1] = config_path;
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static void set(size_t at, const char *name, const char *value) {
    variables[at][0] = name;
    variables[at][1] = value;
}

static enum ssmspec_err find(struct world *world, int argc, char *const argv[]) {
    ASSERT_OK(ssmspec_options_parse("run", argc, argv, environment, &world->arena, &world->options,
                                    &world->why));
    return ssmspec_identity_find(&world->options, environment, &world->arena, &world->identity,
                                 &world->why);
}

static void environment_goes_before_files(void **state) {
    struct world *world = *state;
    set(2, "AWS_ACCESS_KEY_ID", "ENV");
    set(3, "AWS_SECRET_ACCESS_KEY", "e");
    set(4, "AWS_REGION", "us-west-2");
    ASSERT_OK(find(world, 0, NULL));
    ASSERT_VIEW(world->identity.credentials.access_key_id, "ENV");
    assert_null(world->identity.credentials.session_token.ptr);
    ASSERT_VIEW(world->identity.region, "us-west-2");
}

static void default_profile_serves_where_the_environment_is_silent(void **state) {
    struct world *world = *state;
    ASSERT_OK(find(world, 0, NULL));
    ASSERT_VIEW(world->identity.credentials.access_key_id, "DEFAULT");
    ASSERT_VIEW(world->identity.region, "us-east-1");
}

static void a_named_profile_goes_before_the_environment(void **state) {
    struct world *world = *state;
    set(2, "AWS_ACCESS_KEY_ID", "ENV");
    set(3, "AWS_SECRET_ACCESS_KEY", "e");
    char *const argv[] = {"--profile", "ci"};
    ASSERT_OK(find(world, 2, argv));
    ASSERT_VIEW(world->identity.credentials.access_key_id, "CI");
    ASSERT_VIEW(world->identity.credentials.session_token, "t");
    ASSERT_VIEW(world->identity.region, "eu-west-1");
}

static void sample_pair_serves_last_and_is_named(void **state) {
    struct world *world = *state;
    variables[0][1] = "/nonexistent";
    ASSERT_OK(find(world, 0, NULL));
    ASSERT_VIEW(world->identity.credentials.access_key_id, "AKIDEXAMPLE");
    assert_non_null(strstr(world->identity.origin, "AKIDEXAMPLE"));
}

static void half_a_pair_and_a_missing_profile_are_refused(void **state) {
    struct world *world = *state;
    set(2, "AWS_ACCESS_KEY_ID", "ENV");
    assert_int_equal(find(world, 0, NULL), SSMSPEC_ERR_USAGE);
    char *const argv[] = {"--profile", "nobody"};
    assert_int_equal(find(world, 2, argv), SSMSPEC_ERR_USAGE);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(environment_goes_before_files),
        IN_WORLD(default_profile_serves_where_the_environment_is_silent),
        IN_WORLD(a_named_profile_goes_before_the_environment),
        IN_WORLD(sample_pair_serves_last_and_is_named),
        IN_WORLD(half_a_pair_and_a_missing_profile_are_refused),
    };
    return cmocka_run_group_tests(tests, open_home, close_home);
}
