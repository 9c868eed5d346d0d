#include "src/base/err.h"

#include "src/base/testing.h"

static void every_error_has_a_sentence(void **state) {
    (void)state;
    for (int err = 0; err < SSMSPEC_ERR_COUNT; err++) {
        assert_true(strlen(ssmspec_err_text((enum ssmspec_err)err)) > 4);
    }
    assert_string_equal(ssmspec_err_text(SSMSPEC_OK), "no error");
    assert_string_equal(ssmspec_err_text(SSMSPEC_ERR_SYNTAX), "the text is not JSON");
}

static void a_number_outside_the_list_has_one_too(void **state) {
    (void)state;
    assert_string_equal(ssmspec_err_text(SSMSPEC_ERR_COUNT), "unknown error");
    assert_string_equal(ssmspec_err_text((enum ssmspec_err)1000), "unknown error");
}

static enum ssmspec_err guarded(enum ssmspec_err inner, bool holds) {
    GUARD(inner);
    ENSURE(holds, SSMSPEC_ERR_LIMIT);
    return SSMSPEC_OK;
}

static void guard_and_ensure_leave_early(void **state) {
    (void)state;
    assert_int_equal(guarded(SSMSPEC_ERR_NOMEM, false), SSMSPEC_ERR_NOMEM);
    assert_int_equal(guarded(SSMSPEC_OK, false), SSMSPEC_ERR_LIMIT);
    ASSERT_OK(guarded(SSMSPEC_OK, true));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_error_has_a_sentence),
        cmocka_unit_test(a_number_outside_the_list_has_one_too),
        cmocka_unit_test(guard_and_ensure_leave_early),
    };
    return RUN_TESTS(tests);
}
