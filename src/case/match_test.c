#include "src/base/testing.h"
#include "src/case/case.h"

static bool meets(const char *id, const char *pattern) {
    return ssmspec_case_matches(id, ssmspec_view_of(pattern));
}

static void plain_pattern_means_the_id_and_what_is_below(void **state) {
    (void)state;
    assert_true(meets("send/Comment/length/above-max", "send/Comment/length/above-max"));
    assert_true(meets("send/Comment/length/above-max", "send/Comment"));
    assert_true(meets("send/Comment/length/above-max", "send/"));
    assert_false(meets("send/Comment/length/above-max", "send/Comm"));
    assert_false(meets("send/Comment", "send/Comment/length"));
    assert_false(meets("send/Comment", ""));
}

static void one_star_stays_within_a_segment(void **state) {
    (void)state;
    assert_true(meets("a/bcd/e", "a/*/e"));
    assert_true(meets("a/bcd/e", "a/b*d/e"));
    assert_true(meets("a/bcd/e", "*/*/*"));
    assert_false(meets("a/b/c/e", "a/*/e"));
    assert_false(meets("a/bcd/e", "*"));
    assert_false(meets("a/bcd/e", "a/*"));
}

static void two_stars_cross_segments(void **state) {
    (void)state;
    assert_true(meets("a/b/c/e", "a/**/e"));
    assert_true(meets("a/b/c/e", "**"));
    assert_true(meets("a/b/c/e", "**/e"));
    assert_true(meets("a/b/c/above-max", "**/above-*"));
    assert_true(meets("a/b/x/c/x", "**/b/*/c/*"));
    assert_false(meets("a/b/c/e", "**/f"));
    assert_false(meets("a/b/c/e", "b/**"));
}

static void single_star_falls_back_to_an_earlier_double_one(void **state) {
    (void)state;
    assert_true(meets("x/a1/y/a2/z", "**/a*/z"));
    assert_true(meets("aa/ab/ac", "**a*c"));
}

static void hostile_pattern_ends_soon(void **state) {
    (void)state;
    char id[513];
    char pattern[201];
    memset(id, 'a', 512);
    id[512] = '\0';
    for (size_t i = 0; i < 200; i += 2) {
        pattern[i] = '*';
        pattern[i + 1] = 'a';
    }
    pattern[199] = 'b';
    pattern[200] = '\0';
    assert_false(meets(id, pattern));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_pattern_means_the_id_and_what_is_below),
        cmocka_unit_test(one_star_stays_within_a_segment),
        cmocka_unit_test(two_stars_cross_segments),
        cmocka_unit_test(single_star_falls_back_to_an_earlier_double_one),
        cmocka_unit_test(hostile_pattern_ends_soon),
    };
    return RUN_TESTS(tests);
}
