#include "runner/repeat.h"

#include "src/base/testing.h"

static const char *no_environment(const char *name) {
    (void)name;
    return NULL;
}

static void assert_flags(int argc, char *const argv[], struct ssmspec_view shown,
                         const char *wanted) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_bytes out = {0};
    struct ssmspec_options options;
    ASSERT_OK(ssmspec_options_parse("run", argc, argv, no_environment, &arena, &options, &why));
    ssmspec_repeat_flags(&options, shown, &out);
    ASSERT_VIEW(ssmspec_bytes_view(&out), wanted);
    ssmspec_bytes_clear(&out);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
}

static void says_what_decides_the_answer_and_no_more(void **state) {
    (void)state;
    char *const argv[] = {"--jobs", "4", "--effects", "none", "--no-sign-request", "x"};
    assert_flags(6, argv, SSMSPEC_VIEW("http://127.0.0.1:1"),
                 "--endpoint-url http://127.0.0.1:1 --no-sign-request --effects none");
    assert_flags(0, argv, (struct ssmspec_view){0}, "");
}

static void quotes_what_a_shell_would_read(void **state) {
    (void)state;
    char *const argv[] = {"--bindings", "my file's $(x).json"};
    assert_flags(2, argv, (struct ssmspec_view){0}, "--bindings 'my file'\\''s $(x).json'");
}

static void says_every_file_of_cases(void **state) {
    (void)state;
    char *const argv[] = {"--cases", "a.json", "--cases", "b.json"};
    assert_flags(4, argv, (struct ssmspec_view){0}, "--cases a.json --cases b.json");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_decides_the_answer_and_no_more),
        cmocka_unit_test(quotes_what_a_shell_would_read),
        cmocka_unit_test(says_every_file_of_cases),
    };
    return RUN_TESTS(tests);
}
