#include "src/json/pen.h"

#include "src/base/testing.h"

static void separates_siblings_and_names_members(void **state) {
    (void)state;
    struct ssmspec_bytes out = {0};
    struct ssmspec_pen pen = {.out = &out};
    ssmspec_pen_open(&pen, NULL, '{');
    ssmspec_pen_open(&pen, "a", '[');
    ssmspec_pen_number(&pen, NULL, 1);
    ssmspec_pen_number(&pen, NULL, -0.5);
    ssmspec_pen_null(&pen, NULL);
    ssmspec_pen_close(&pen, ']');
    ssmspec_pen_open(&pen, "b", '{');
    ssmspec_pen_close(&pen, '}');
    ssmspec_pen_text(&pen, "c", SSMSPEC_VIEW("\"\n"));
    ssmspec_pen_close(&pen, '}');
    ASSERT_VIEW(ssmspec_bytes_view(&out), "{\"a\":[1,-0.5,null],\"b\":{},\"c\":\"\\\"\\n\"}");
    ssmspec_bytes_clear(&out);
}

static void leaves_out_what_is_not_said(void **state) {
    (void)state;
    struct ssmspec_bytes out = {0};
    struct ssmspec_pen pen = {.out = &out};
    ssmspec_pen_open(&pen, NULL, '{');
    ssmspec_pen_text(&pen, "a", (struct ssmspec_view){0});
    ssmspec_pen_base64(&pen, "b", (struct ssmspec_view){0});
    ssmspec_pen_flag(&pen, "c", false);
    ssmspec_pen_flag(&pen, "d", true);
    ssmspec_pen_close(&pen, '}');
    ASSERT_VIEW(ssmspec_bytes_view(&out), "{\"d\":true}");
    ssmspec_bytes_clear(&out);
}

static void assert_base64(struct ssmspec_view bytes, const char *wanted) {
    struct ssmspec_bytes out = {0};
    struct ssmspec_pen pen = {.out = &out};
    ssmspec_pen_base64(&pen, NULL, bytes);
    ASSERT_VIEW(ssmspec_bytes_view(&out), wanted);
    ssmspec_bytes_clear(&out);
}

/* RFC4648:10, and the two digits and the signs that its examples never reach. */
static void spells_bytes_as_base64(void **state) {
    (void)state;
    assert_base64(SSMSPEC_VIEW(""), "\"\"");
    assert_base64(SSMSPEC_VIEW("f"), "\"Zg==\"");
    assert_base64(SSMSPEC_VIEW("fo"), "\"Zm8=\"");
    assert_base64(SSMSPEC_VIEW("foo"), "\"Zm9v\"");
    assert_base64(SSMSPEC_VIEW("foob"), "\"Zm9vYg==\"");
    assert_base64(SSMSPEC_VIEW("foobar"), "\"Zm9vYmFy\"");
    assert_base64(SSMSPEC_VIEW("\xff\0\xfb\xf0"), "\"/wD78A==\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separates_siblings_and_names_members),
        cmocka_unit_test(leaves_out_what_is_not_said),
        cmocka_unit_test(spells_bytes_as_base64),
    };
    return RUN_TESTS(tests);
}
