#include "src/response/plain.h"

#include "src/base/testing.h"
#include "src/base/utf8.h"

static void assert_plain(struct ssmspec_view text, size_t most, const char *wanted) {
    struct ssmspec_bytes out = {0};
    ssmspec_plain_add(&out, text, most);
    ASSERT_OK(ssmspec_bytes_status(&out));
    ASSERT_VIEW(ssmspec_bytes_view(&out), wanted);
    ssmspec_bytes_clear(&out);
}

static void keeps_ordinary_text(void **state) {
    (void)state;
    assert_plain(SSMSPEC_VIEW("Grüße, 日本 <b>&amp;"), 0, "Grüße, 日本 <b>&amp;");
    assert_plain(SSMSPEC_VIEW(""), 0, "");
}

static void replaces_terminal_escapes_and_controls(void **state) {
    (void)state;
    assert_plain(SSMSPEC_VIEW("a\x1b[31mb"), 0, "a\xEF\xBF\xBD[31mb");
    assert_plain(SSMSPEC_VIEW("a\0b"), 0,
                 "a\xEF\xBF\xBD"
                 "b");
    assert_plain(SSMSPEC_VIEW("\x7f\xC2\x9B"), 0, "\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_plain(SSMSPEC_VIEW("\xE2\x80\xAE\xEF\xBF\xBF"), 0, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void puts_everything_on_one_line(void **state) {
    (void)state;
    assert_plain(SSMSPEC_VIEW("a\r\nb\tc"), 0, "a  b c");
}

static void replaces_malformed_bytes(void **state) {
    (void)state;
    assert_plain(SSMSPEC_VIEW("x\xff\xC3"), 0, "x\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_plain(SSMSPEC_VIEW("\xED\xA0\x80"), 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void cuts_by_code_points(void **state) {
    (void)state;
    assert_plain(SSMSPEC_VIEW("abc"), 3, "abc");
    assert_plain(SSMSPEC_VIEW("abcd"), 3, "ab\xE2\x80\xA6");
    assert_plain(SSMSPEC_VIEW("日本語"), 3, "日本語");
    assert_plain(SSMSPEC_VIEW("日本語!"), 3, "日本\xE2\x80\xA6");
}

static void changes_nothing_the_second_time(void **state) {
    (void)state;
    char text[512];
    for (size_t i = 0; i < sizeof(text); i++) {
        text[i] = (char)(i * 7);
    }
    struct ssmspec_bytes once = {0};
    struct ssmspec_bytes twice = {0};
    ssmspec_plain_add(&once, (struct ssmspec_view){text, sizeof(text)}, 300);
    ssmspec_plain_add(&twice, ssmspec_bytes_view(&once), 300);
    assert_int_equal(ssmspec_utf8_length(ssmspec_bytes_view(&once)), 300);
    assert_true(ssmspec_view_eq(ssmspec_bytes_view(&once), ssmspec_bytes_view(&twice)));
    ssmspec_bytes_clear(&once);
    ssmspec_bytes_clear(&twice);
}

static void copies_keep_absence(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_view out = SSMSPEC_VIEW("before");
    ASSERT_OK(ssmspec_plain_copy((struct ssmspec_view){NULL, 0}, 3, &arena, &out));
    assert_null(out.ptr);
    ASSERT_OK(ssmspec_plain_copy(SSMSPEC_VIEW("a\nbcd"), 3, &arena, &out));
    ASSERT_VIEW(out, "a \xE2\x80\xA6");
    assert_string_equal(ssmspec_plain_text((struct ssmspec_view){NULL, 0}, 3, &arena), "");
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_ordinary_text),
        cmocka_unit_test(replaces_terminal_escapes_and_controls),
        cmocka_unit_test(puts_everything_on_one_line),
        cmocka_unit_test(replaces_malformed_bytes),
        cmocka_unit_test(cuts_by_code_points),
        cmocka_unit_test(changes_nothing_the_second_time),
        cmocka_unit_test(copies_keep_absence),
    };
    return RUN_TESTS(tests);
}
