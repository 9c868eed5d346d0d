#include "src/base/testing.h"
#include "src/rule/pattern_cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static bool matches(const char *pattern, struct ssmspec_view text) {
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    const bool found = ssmspec_patterns_match(patterns, pattern, text);
    ssmspec_patterns_free(patterns);
    return found;
}

#define MATCHES(pattern, text) assert_true(matches((pattern), SSMSPEC_VIEW(text)))
#define DIFFERS(pattern, text) assert_false(matches((pattern), SSMSPEC_VIEW(text)))

#define NODE "(^i-(\\w{8}|\\w{17})$)|(^mi-\\w{17}$)"
#define VERSION "([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)"
#define NOT_BLANK "^(?!\\s*$).+"
#define LETTERS "^([\\p{L}\\p{Z}\\p{N}_.:/=\\-@]*)$"

static void matches_in_full(void **state) {
    (void)state;
    MATCHES(NODE, "i-12345678");
    MATCHES(NODE, "i-12345678901234567");
    MATCHES(NODE, "mi-12345678901234567");
    DIFFERS(NODE, "i-123456789");
    DIFFERS(NODE, "mi-12345678");
    DIFFERS(NODE, "xi-12345678");
    DIFFERS(NODE, "I-12345678");
    MATCHES(VERSION, "$LATEST");
    MATCHES(VERSION, "10");
    DIFFERS(VERSION, "$LATEST2");
    DIFFERS(VERSION, "x$DEFAULT");
    DIFFERS(VERSION, "01");
    DIFFERS("[a-z]+", "ab cd");
    MATCHES("a|ab", "ab");
    MATCHES("", "");
    DIFFERS("", "a");
}

static void never_overlooks_a_final_newline(void **state) {
    (void)state;
    DIFFERS(NODE, "i-12345678\n");
    DIFFERS(VERSION, "1\n");
    DIFFERS(NOT_BLANK, "a\n");
    DIFFERS("a$\\s", "a\n");
}

static void stops_a_dot_at_line_ends(void **state) {
    (void)state;
    MATCHES(NOT_BLANK, " a ");
    DIFFERS(NOT_BLANK, "  ");
    DIFFERS(NOT_BLANK, "");
    DIFFERS(NOT_BLANK, "a\nb");
    DIFFERS(NOT_BLANK, "a\rb");
}

static void keeps_word_characters_ascii(void **state) {
    (void)state;
    MATCHES(NODE, "i-________");
    DIFFERS(NODE, "i-\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
    DIFFERS("\\d", "\xD9\xA3");
    DIFFERS("\\s", "\xE2\x80\x83");
    MATCHES(LETTERS, "\xC3\xA9\xE2\x80\x83\xD9\xA3:tag");
    DIFFERS(LETTERS, "\xE2\x98\x83");
    MATCHES(".", "\xF0\x9D\x92\x9C");
}

static void counts_code_points_where_a_pattern_goes_beyond_ascii(void **state) {
    (void)state;
    MATCHES("[^a]{1}", "\xC3\xA9");
    MATCHES("\\W", "\xC3\xA9");
    MATCHES("[[:^alpha:]]", "\xC3\xA9");
    MATCHES("\\x{e9}", "\xC3\xA9");
    MATCHES("\xC3\xA9?", "");
    MATCHES("(?i)k", "\xE2\x84\xAA");
    DIFFERS("[a-z]+", "\xC3\xA9");
    DIFFERS("a|\\s", "\xC2\xA0");
}

static void compares_a_text_once_while_trusting(void **state) {
    (void)state;
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    char pattern[] = "a+";
    ssmspec_patterns_trust(patterns, true);
    assert_true(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("aa")));
    assert_true(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("a")));
    ssmspec_patterns_trust(patterns, false);
    pattern[0] = 'b';
    ssmspec_patterns_trust(patterns, true);
    assert_true(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("bb")));
    assert_false(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("aa")));
    ssmspec_patterns_trust(patterns, false);
    ssmspec_patterns_free(patterns);
}

static void takes_absent_and_zero_bytes(void **state) {
    (void)state;
    assert_true(matches("a*", (struct ssmspec_view){NULL, 0}));
    DIFFERS("ab", "a\0b");
    MATCHES("a.b", "a\0b");
}

static void finds_patterns_that_do_not_compile(void **state) {
    (void)state;
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    assert_int_equal(ssmspec_patterns_check(patterns, "(a"), SSMSPEC_ERR_PATTERN);
    assert_int_equal(ssmspec_patterns_check(patterns, "(a"), SSMSPEC_ERR_PATTERN);
    assert_false(ssmspec_patterns_match(patterns, "(a", SSMSPEC_VIEW("a")));
    ASSERT_OK(ssmspec_patterns_check(patterns, NODE));
    ASSERT_OK(ssmspec_patterns_check(patterns, "(a)\\1"));
    assert_true(ssmspec_patterns_match(patterns, "(a)\\1", SSMSPEC_VIEW("aa")));
    ssmspec_patterns_free(patterns);
}

static void trusts_no_address_whose_text_has_changed(void **state) {
    (void)state;
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    char pattern[] = "a+";
    assert_true(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("aa")));
    pattern[0] = 'b';
    assert_false(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("aa")));
    assert_true(ssmspec_patterns_match(patterns, pattern, SSMSPEC_VIEW("bb")));
    ssmspec_patterns_free(patterns);
}

static void keeps_many_patterns_apart(void **state) {
    (void)state;
    static char texts[500][8];
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 500; i++) {
            snprintf(texts[i], sizeof texts[i], "p%d", i);
            const struct ssmspec_view text = ssmspec_view_of(texts[i]);
            assert_true(ssmspec_patterns_match(patterns, texts[i], text));
            assert_false(ssmspec_patterns_match(patterns, texts[i], SSMSPEC_VIEW("p")));
        }
    }
    ssmspec_patterns_free(patterns);
}

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void gives_up_on_endless_backtracking(void **state) {
    (void)state;
    static char text[41];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '!';
    const double start = seconds_now();
    assert_false(matches("^(([a-z])+.)+[A-Z]([a-z])+$", (struct ssmspec_view){text, sizeof text}));
    assert_true(seconds_now() - start < 1.0);
}

static void matches_long_texts(void **state) {
    (void)state;
    const size_t bytes = (size_t)1 << 18;
    char *text = malloc(bytes);
    assert_non_null(text);
    memset(text, 'a', bytes);
    const struct ssmspec_view view = {text, bytes};
    assert_true(matches(".*", view));
    assert_true(matches("[a-z]+", view));
    assert_true(matches("(?:a|b)*", view));
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_in_full),
        cmocka_unit_test(never_overlooks_a_final_newline),
        cmocka_unit_test(stops_a_dot_at_line_ends),
        cmocka_unit_test(keeps_word_characters_ascii),
        cmocka_unit_test(counts_code_points_where_a_pattern_goes_beyond_ascii),
        cmocka_unit_test(compares_a_text_once_while_trusting),
        cmocka_unit_test(takes_absent_and_zero_bytes),
        cmocka_unit_test(finds_patterns_that_do_not_compile),
        cmocka_unit_test(trusts_no_address_whose_text_has_changed),
        cmocka_unit_test(keeps_many_patterns_apart),
        cmocka_unit_test(gives_up_on_endless_backtracking),
        cmocka_unit_test(matches_long_texts),
    };
    return RUN_TESTS(tests);
}
