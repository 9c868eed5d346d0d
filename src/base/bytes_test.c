#include "src/base/bytes.h"

#include "src/base/testing.h"

static void an_untouched_buffer_is_an_empty_text(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    assert_string_equal(ssmspec_bytes_view(&bytes).ptr, "");
    ASSERT_OK(ssmspec_bytes_status(&bytes));
    ssmspec_bytes_clear(&bytes);
    ssmspec_bytes_clear(NULL);
}

static void appends_in_order_with_a_nul_behind(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    ssmspec_bytes_add(&bytes, SSMSPEC_VIEW("one"));
    ssmspec_bytes_add_char(&bytes, ' ');
    ssmspec_bytes_add_text(&bytes, "two ");
    ssmspec_bytes_printf(&bytes, "%d%s", 3, "!");
    ssmspec_bytes_add(&bytes, (struct ssmspec_view){NULL, 0});
    ASSERT_OK(ssmspec_bytes_status(&bytes));
    assert_string_equal(ssmspec_bytes_view(&bytes).ptr, "one two 3!");
    ssmspec_bytes_clear(&bytes);
}

static void grows_as_long_as_needed(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    for (unsigned i = 0; i < 10000; i++) {
        ssmspec_bytes_printf(&bytes, "%04u", i);
    }
    ASSERT_OK(ssmspec_bytes_status(&bytes));
    assert_int_equal(bytes.len, 40000);
    assert_memory_equal(bytes.ptr + 4 * 1234, "1234", 4);
    assert_true(bytes.cap < 200000);
    ssmspec_bytes_clear(&bytes);
}

static void prints_exactly_up_to_its_capacity(void **state) {
    (void)state;
    for (int width = 60; width < 70; width++) {
        struct ssmspec_bytes bytes = {0};
        ssmspec_bytes_printf(&bytes, "%*d", width, 5);
        assert_int_equal(strlen(bytes.ptr), width);
        assert_true(bytes.cap > bytes.len);
        ssmspec_bytes_clear(&bytes);
    }
}

static void a_print_beyond_the_limit_leaves_no_trace(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {.limit = 8};
    ssmspec_bytes_add_text(&bytes, "abc");
    ssmspec_bytes_printf(&bytes, "%s", "too long a text");
    assert_int_equal(ssmspec_bytes_status(&bytes), SSMSPEC_ERR_LIMIT);
    assert_string_equal(bytes.ptr, "abc");
    ssmspec_bytes_clear(&bytes);
}

static void fails_beyond_its_limit_and_stays_failed(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {.limit = 4};
    ssmspec_bytes_add_text(&bytes, "abcd");
    ASSERT_OK(ssmspec_bytes_status(&bytes));
    ssmspec_bytes_add_char(&bytes, 'e');
    assert_int_equal(ssmspec_bytes_status(&bytes), SSMSPEC_ERR_LIMIT);
    ssmspec_bytes_add_text(&bytes, "");
    ssmspec_bytes_printf(&bytes, "%d", 1);
    ASSERT_VIEW(ssmspec_bytes_view(&bytes), "abcd");
    ssmspec_bytes_reset(&bytes);
    ASSERT_OK(ssmspec_bytes_status(&bytes));
    ssmspec_bytes_add_text(&bytes, "xyz");
    ASSERT_VIEW(ssmspec_bytes_view(&bytes), "xyz");
    ssmspec_bytes_clear(&bytes);
}

static void a_short_append_after_a_failed_one_leaves_no_gap(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {.limit = 4};
    ssmspec_bytes_add_text(&bytes, "ab");
    ssmspec_bytes_add_text(&bytes, "too long");
    ssmspec_bytes_add_text(&bytes, "c");
    ASSERT_VIEW(ssmspec_bytes_view(&bytes), "ab");
    ssmspec_bytes_clear(&bytes);
}

static void fails_when_the_size_overflows(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    ssmspec_bytes_add_char(&bytes, 'a');
    ssmspec_bytes_add(&bytes, (struct ssmspec_view){"", SIZE_MAX - 1});
    assert_int_equal(ssmspec_bytes_status(&bytes), SSMSPEC_ERR_NOMEM);
    ASSERT_VIEW(ssmspec_bytes_view(&bytes), "a");
    ssmspec_bytes_clear(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untouched_buffer_is_an_empty_text),
        cmocka_unit_test(appends_in_order_with_a_nul_behind),
        cmocka_unit_test(grows_as_long_as_needed),
        cmocka_unit_test(prints_exactly_up_to_its_capacity),
        cmocka_unit_test(a_print_beyond_the_limit_leaves_no_trace),
        cmocka_unit_test(fails_beyond_its_limit_and_stays_failed),
        cmocka_unit_test(a_short_append_after_a_failed_one_leaves_no_gap),
        cmocka_unit_test(fails_when_the_size_overflows),
    };
    return RUN_TESTS(tests);
}
