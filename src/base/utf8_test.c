#include "src/base/utf8.h"

#include "src/base/guard_page.h"
#include "src/base/testing.h"

#define BYTES(text) \
    { (text), sizeof(text) - 1 }

static void every_code_point_survives_a_round_trip(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x110000; c++) {
        char text[4];
        const size_t bytes = ssmspec_utf8_encode(c, text);
        const bool exists = c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
        assert_int_equal(bytes > 0, exists);
        uint32_t back = c;
        assert_int_equal(ssmspec_utf8_decode((struct ssmspec_view){text, bytes}, &back), bytes);
        assert_int_equal(back, c);
    }
}

static void rejects_malformed_sequences(void **state) {
    (void)state;
    static const struct {
        const char *name;
        struct ssmspec_view text;
    } ROWS[] = {
        {"empty", BYTES("")},
        {"lone continuation", BYTES("\x80")},
        {"last continuation", BYTES("\xbf")},
        {"overlong nul", BYTES("\xc0\x80")},
        {"overlong slash", BYTES("\xc1\xaf")},
        {"overlong three bytes", BYTES("\xe0\x9f\xbf")},
        {"overlong four bytes", BYTES("\xf0\x8f\xbf\xbf")},
        {"first surrogate", BYTES("\xed\xa0\x80")},
        {"last surrogate", BYTES("\xed\xbf\xbf")},
        {"above the last code point", BYTES("\xf4\x90\x80\x80")},
        {"first byte f5", BYTES("\xf5\x80\x80\x80")},
        {"byte fe", BYTES("\xfe")},
        {"byte ff", BYTES("\xff")},
        {"two bytes cut", BYTES("\xc3")},
        {"three bytes cut", BYTES("\xe2\x82")},
        {"four bytes cut", BYTES("\xf0\x9f\x98")},
        {"second byte is a letter", BYTES("\xc3(")},
        {"third byte is a letter", BYTES("\xe2\x82(")},
        {"fourth byte is a lead", BYTES("\xf0\x9f\x98\xf0")},
    };
    const struct ssmspec_guard guard = ssmspec_guard_new(64);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const struct ssmspec_view text = ssmspec_guard_place(&guard, ROWS[i].text);
        if (ssmspec_utf8_decode(text, NULL) != 0) {
            fail_msg("decoded: %s", ROWS[i].name);
        }
    }
    ssmspec_guard_free(&guard);
}

static void counts_code_points(void **state) {
    (void)state;
    size_t count = 0;
    size_t bad = 77;
    ASSERT_OK(ssmspec_utf8_count(SSMSPEC_VIEW("h\xc3\xa9\0\xf0\x9f\x98\x80"), &count, &bad));
    assert_int_equal(count, 4);
    assert_int_equal(bad, 77);
    ASSERT_OK(ssmspec_utf8_count((struct ssmspec_view){NULL, 0}, &count, &bad));
    assert_int_equal(count, 0);
}

static void counts_up_to_the_first_malformed_sequence(void **state) {
    (void)state;
    size_t count = 0;
    size_t bad = 0;
    assert_int_equal(ssmspec_utf8_count(SSMSPEC_VIEW("h\xc3\xa9\xe2\x82"), &count, &bad),
                     SSMSPEC_ERR_UTF8);
    /*                                                  ^ */
    assert_int_equal(count, 2);
    assert_int_equal(bad, 3);
}

/* Long enough that both the run of eight bytes and the rest behind it are reached. */
static void lengths_agree_at_every_offset(void **state) {
    (void)state;
    static const char TEXT[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
                               "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
                               "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
    const struct ssmspec_guard guard = ssmspec_guard_new(64);
    const struct ssmspec_view text = ssmspec_guard_place(&guard, SSMSPEC_VIEW(TEXT));
    size_t points = 12;
    size_t units = 15;
    for (size_t at = 0; at < text.len;) {
        const struct ssmspec_view rest = ssmspec_view_sub(text, at, text.len);
        assert_int_equal(ssmspec_utf8_length(rest), points);
        assert_int_equal(ssmspec_utf8_length_utf16(rest), units);
        const size_t bytes = ssmspec_utf8_decode(rest, NULL);
        points--;
        units -= bytes == 4 ? 2 : 1;
        at += bytes;
    }
    assert_int_equal(points, 0);
    assert_int_equal(units, 0);
    assert_int_equal(ssmspec_utf8_length((struct ssmspec_view){NULL, 0}), 0);
    ssmspec_guard_free(&guard);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives_a_round_trip),
        cmocka_unit_test(rejects_malformed_sequences),
        cmocka_unit_test(counts_code_points),
        cmocka_unit_test(counts_up_to_the_first_malformed_sequence),
        cmocka_unit_test(lengths_agree_at_every_offset),
    };
    return RUN_TESTS(tests);
}
