#include "src/case/base64.h"

#include "src/base/testing.h"

static void check_bytes(const char *text, struct ssmspec_view wanted) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_view bytes;
    assert_int_equal(ssmspec_base64_read(ssmspec_view_of(text), &arena, &bytes), SSMSPEC_OK);
    assert_true(ssmspec_view_eq(bytes, wanted));
    ssmspec_arena_clear(&arena);
}

/* The vectors of RFC 4648, section 10, and bytes that no text holds. */
static void reads_what_is_spelled_right(void **state) {
    (void)state;
    check_bytes("", SSMSPEC_VIEW(""));
    check_bytes("Zg==", SSMSPEC_VIEW("f"));
    check_bytes("Zm8=", SSMSPEC_VIEW("fo"));
    check_bytes("Zm9vYmFy", SSMSPEC_VIEW("foobar"));
    check_bytes("AP/7", SSMSPEC_VIEW("\0\xff\xfb"));
}

static void refuses_what_is_spelled_loosely(void **state) {
    (void)state;
    static const char *const wrong[] = {"Zg",   "Zg=",  "Zh==",     " Zg==", "Zg==\n", "Z===",
                                        "====", "AP_7", "Zg==Zg==", "Z g=",  "Zm9=",   NULL};
    for (size_t i = 0; wrong[i] != NULL; i++) {
        struct ssmspec_arena arena = {0};
        struct ssmspec_view bytes;
        if (ssmspec_base64_read(ssmspec_view_of(wrong[i]), &arena, &bytes) != SSMSPEC_ERR_SYNTAX) {
            fail_msg("\"%s\" is read as %zu bytes", wrong[i], bytes.len);
        }
        ssmspec_arena_clear(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_spelled_right),
        cmocka_unit_test(refuses_what_is_spelled_loosely),
    };
    return RUN_TESTS(tests);
}
