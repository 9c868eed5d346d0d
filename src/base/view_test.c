#include "src/base/view.h"

#include "src/base/guard_page.h"
#include "src/base/testing.h"

#include <limits.h>

static const struct ssmspec_view ABSENT = {NULL, 0};

static void absent_and_empty_views_are_equal(void **state) {
    (void)state;
    assert_true(ssmspec_view_eq(ABSENT, SSMSPEC_VIEW("")));
    assert_true(ssmspec_view_is(ABSENT, ""));
    assert_true(ssmspec_view_starts(SSMSPEC_VIEW("a"), ABSENT));
    assert_null(ssmspec_view_of(NULL).ptr);
}

static void compares_past_a_nul(void **state) {
    (void)state;
    assert_false(ssmspec_view_eq(SSMSPEC_VIEW("a\0b"), SSMSPEC_VIEW("a\0c")));
    assert_false(ssmspec_view_is(SSMSPEC_VIEW("a\0b"), "a"));
}

static void cuts_a_part_to_what_exists(void **state) {
    (void)state;
    ASSERT_VIEW(ssmspec_view_sub(SSMSPEC_VIEW("hello"), 1, 3), "ell");
    ASSERT_VIEW(ssmspec_view_sub(SSMSPEC_VIEW("hello"), 3, SIZE_MAX), "lo");
    ASSERT_VIEW(ssmspec_view_sub(SSMSPEC_VIEW("hello"), 9, 1), "");
    assert_null(ssmspec_view_sub(ABSENT, 1, 1).ptr);
}

static void folds_ascii_case_only(void **state) {
    (void)state;
    assert_true(ssmspec_view_eq_nocase(SSMSPEC_VIEW("X-Amz-Target"), SSMSPEC_VIEW("x-aMZ-tARGET")));
    assert_false(ssmspec_view_eq_nocase(SSMSPEC_VIEW("a"), SSMSPEC_VIEW("ab")));
    assert_false(ssmspec_view_eq_nocase(SSMSPEC_VIEW("@["), SSMSPEC_VIEW("`{")));
    assert_false(ssmspec_view_eq_nocase(SSMSPEC_VIEW("\xc4"), SSMSPEC_VIEW("\xe4")));
}

static void finds_the_first_occurrence(void **state) {
    (void)state;
    assert_int_equal(ssmspec_view_find(SSMSPEC_VIEW("aabab"), SSMSPEC_VIEW("ab")), 1);
    assert_int_equal(ssmspec_view_find(SSMSPEC_VIEW("aaaab"), SSMSPEC_VIEW("ab")), 3);
    assert_int_equal(ssmspec_view_find(SSMSPEC_VIEW("ab"), SSMSPEC_VIEW("ab")), 0);
    assert_int_equal(ssmspec_view_find(SSMSPEC_VIEW("ab"), SSMSPEC_VIEW("")), 0);
}

static void finding_nothing_gives_the_length(void **state) {
    (void)state;
    const struct ssmspec_guard guard = ssmspec_guard_new(64);
    const struct ssmspec_view text = ssmspec_guard_place(&guard, SSMSPEC_VIEW("aaaa"));
    assert_int_equal(ssmspec_view_find(text, SSMSPEC_VIEW("ab")), 4);
    assert_int_equal(ssmspec_view_find(text, SSMSPEC_VIEW("aaaaa")), 4);
    const struct ssmspec_view cut = ssmspec_guard_place(&guard, SSMSPEC_VIEW("xxxa"));
    assert_int_equal(ssmspec_view_find(cut, SSMSPEC_VIEW("ab")), 4);
    assert_int_equal(ssmspec_view_find(ABSENT, SSMSPEC_VIEW("a")), 0);
    ssmspec_guard_free(&guard);
}

static void trims_blanks_and_tabs_only(void **state) {
    (void)state;
    ASSERT_VIEW(ssmspec_view_trim(SSMSPEC_VIEW(" \ta b\t ")), "a b");
    ASSERT_VIEW(ssmspec_view_trim(SSMSPEC_VIEW("\na\r")), "\na\r");
    ASSERT_VIEW(ssmspec_view_trim(SSMSPEC_VIEW(" \t ")), "");
    assert_int_equal(ssmspec_view_trim(ABSENT).len, 0);
}

static void reads_decimal_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        long long value;
    } ROWS[] = {
        {"0", 0},
        {"-0", 0},
        {"007", 7},
        {"-42", -42},
        {"9223372036854775807", LLONG_MAX},
        {"-9223372036854775808", LLONG_MIN},
        {"00000000000000000000000001", 1},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        long long value = -1;
        assert_true(ssmspec_view_to_int64(ssmspec_view_of(ROWS[i].text), &value));
        assert_true(value == ROWS[i].value);
    }
}

static void rejects_what_is_no_number_or_does_not_fit(void **state) {
    (void)state;
    static const char *const ROWS[] = {"",
                                       "-",
                                       "+1",
                                       "--1",
                                       " 1",
                                       "1 ",
                                       "1.0",
                                       "0x1",
                                       "1-",
                                       "\xff",
                                       "9223372036854775808",
                                       "-9223372036854775809",
                                       "92233720368547758070",
                                       "99999999999999999999999999"};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        long long value = 77;
        if (ssmspec_view_to_int64(ssmspec_view_of(ROWS[i]), &value)) {
            fail_msg("accepted \"%s\"", ROWS[i]);
        }
        assert_true(value == 77);
    }
    long long value = 77;
    assert_false(ssmspec_view_to_int64(ABSENT, &value));
}

static void is_among_texts_that_end_with_null(void **state) {
    (void)state;
    static const char *const texts[] = {"red", "", "green", NULL};
    assert_true(ssmspec_view_among(SSMSPEC_VIEW("green"), texts));
    assert_true(ssmspec_view_among(ABSENT, texts));
    assert_false(ssmspec_view_among(SSMSPEC_VIEW("gree"), texts));
    assert_false(ssmspec_view_among(SSMSPEC_VIEW("greens"), texts));
    assert_false(ssmspec_view_among(SSMSPEC_VIEW("red"), texts + 3));
    assert_false(ssmspec_view_among(SSMSPEC_VIEW("red"), NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_and_empty_views_are_equal),
        cmocka_unit_test(compares_past_a_nul),
        cmocka_unit_test(cuts_a_part_to_what_exists),
        cmocka_unit_test(folds_ascii_case_only),
        cmocka_unit_test(finds_the_first_occurrence),
        cmocka_unit_test(finding_nothing_gives_the_length),
        cmocka_unit_test(trims_blanks_and_tabs_only),
        cmocka_unit_test(is_among_texts_that_end_with_null),
        cmocka_unit_test(reads_decimal_numbers),
        cmocka_unit_test(rejects_what_is_no_number_or_does_not_fit),
    };
    return RUN_TESTS(tests);
}
