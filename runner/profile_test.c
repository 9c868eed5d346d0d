#include "runner/profile.h"

#include "src/base/testing.h"

static struct ssmspec_view value(const char *text, const char *section, const char *key) {
    return ssmspec_profile_value(ssmspec_view_of(text), ssmspec_view_of(section), key);
}

static void reads_the_named_section_alone(void **state) {
    (void)state;
    const char *text = "[default]\nregion = a\n\n[profile ci]\nregion=b\n[other]\nregion = c\n";
    ASSERT_VIEW(value(text, "default", "region"), "a");
    ASSERT_VIEW(value(text, "profile ci", "region"), "b");
    assert_null(value(text, "nobody", "region").ptr);
    assert_null(value(text, "default", "output").ptr);
}

static void passes_over_comments_and_nested_settings(void **state) {
    (void)state;
    const char *text = "# region = x\n[default]\nregion = a\n; region = y\ns3 =\n  region = z\n";
    ASSERT_VIEW(value(text, "default", "region"), "a");
}

static void takes_windows_line_ends_and_a_missing_last_one(void **state) {
    (void)state;
    ASSERT_VIEW(value("[default]\r\nkey = a b\r\n", "default", "key"), "a b");
    ASSERT_VIEW(value("[ default ]\nkey=v", "default", "key"), "v");
    assert_int_equal(value("[default]\nkey =\n", "default", "key").len, 0);
}

static void the_last_setting_counts(void **state) {
    (void)state;
    ASSERT_VIEW(value("[default]\nkey = 1\nkey = 2\n[x]\n[default]\nkey = 3\n", "default", "key"),
                "3");
}

static void knows_whether_a_section_is_there(void **state) {
    (void)state;
    assert_true(ssmspec_profile_exists(SSMSPEC_VIEW("x\n[a]\n"), SSMSPEC_VIEW("a")));
    assert_false(ssmspec_profile_exists(SSMSPEC_VIEW("[ab]\n[a"), SSMSPEC_VIEW("a")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_named_section_alone),
        cmocka_unit_test(passes_over_comments_and_nested_settings),
        cmocka_unit_test(takes_windows_line_ends_and_a_missing_last_one),
        cmocka_unit_test(the_last_setting_counts),
        cmocka_unit_test(knows_whether_a_section_is_there),
    };
    return RUN_TESTS(tests);
}
