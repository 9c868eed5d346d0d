/* What the reader does where RFC 8259 leaves a choice: a test for each line of json.h. */
#include "src/base/testing.h"
#include "src/json/json.h"

static struct ssmspec_arena arena;

static int tear_down(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

static const struct ssmspec_json *read_text(struct ssmspec_view text) {
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(text, NULL, &arena, &root, NULL));
    return root;
}

static void assert_fault(struct ssmspec_view text, const char *reason, size_t offset) {
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    assert_int_equal(ssmspec_json_read(text, NULL, &arena, &root, &fault), SSMSPEC_ERR_SYNTAX);
    assert_string_equal(fault.reason, reason);
    assert_int_equal(fault.offset, offset);
    assert_false(fault.is_limit);
}

static void a_byte_order_mark_is_a_fault(void **state) {
    (void)state;
    assert_fault(SSMSPEC_VIEW("\xef\xbb\xbf{}"), "unexpected byte order mark", 0);
}

static void malformed_utf8_is_a_fault_everywhere(void **state) {
    (void)state;
    assert_fault(SSMSPEC_VIEW("[\"\xff\"]"), "invalid UTF-8", 2);
    assert_fault(SSMSPEC_VIEW("{\"\xc0\x80\":1}"), "invalid UTF-8", 2);
    assert_fault(SSMSPEC_VIEW("[\"\xed\xa0\x80\"]"), "invalid UTF-8", 2);
}

static void lone_surrogates_are_faults(void **state) {
    (void)state;
    assert_fault(SSMSPEC_VIEW("[\"\\ud800\"]"), "lone surrogate", 2);
    assert_fault(SSMSPEC_VIEW("[\"\\udc00\"]"), "lone surrogate", 2);
    assert_fault(SSMSPEC_VIEW("{\"\\udc00\\ud800\":1}"), "lone surrogate", 2);
}

static void nul_is_a_character_in_texts_and_names(void **state) {
    (void)state;
    const struct ssmspec_json *const root =
        read_text(SSMSPEC_VIEW("{\"a\\u0000b\":\"c\\u0000d\"}"));
    assert_true(ssmspec_view_eq(root->first->name, SSMSPEC_VIEW("a\0b")));
    assert_true(ssmspec_view_eq(root->first->text, SSMSPEC_VIEW("c\0d")));
    assert_null(ssmspec_json_member(root, "a"));
}

static void duplicates_are_kept_and_the_last_is_found(void **state) {
    (void)state;
    const struct ssmspec_json *const root =
        read_text(SSMSPEC_VIEW("{\"a\":\"1\",\"A\":\"2\",\"\\u0061\":\"3\"}"));
    assert_int_equal(root->count, 3);
    ASSERT_VIEW(root->first->text, "1");
    ASSERT_VIEW(ssmspec_json_member_text(root, "a"), "3");
}

static void numbers_keep_their_spelling_whatever_their_size(void **state) {
    (void)state;
    static const char *const numbers[] = {"9007199254740993", "-0", "1e999", "-1e-999",
                                          "123456789012345678901234567890.123456789e+10"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const struct ssmspec_json *const root = read_text(ssmspec_view_of(numbers[i]));
        assert_int_equal(root->type, SSMSPEC_JSON_NUMBER);
        ASSERT_VIEW(root->text, numbers[i]);
    }
}

static void decimals_are_integers_when_nothing_is_lost(void **state) {
    (void)state;
    static const char *const integers[] = {"60", "60.0", "6e1", "600E-1", "0.6e+2"};
    static const char *const others[] = {"60.5", "6e-1", "9223372036854775808", "1e999"};
    int64_t number = 0;
    for (size_t i = 0; i < sizeof integers / sizeof *integers; i++) {
        assert_true(ssmspec_json_to_int64(read_text(ssmspec_view_of(integers[i])), &number));
        assert_int_equal(number, 60);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(ssmspec_json_to_int64(read_text(ssmspec_view_of(others[i])), &number));
    }
    assert_true(ssmspec_json_to_int64(read_text(SSMSPEC_VIEW("-0")), &number));
    assert_int_equal(number, 0);
}

static void beyond_a_limit_is_a_fault_of_its_own_kind(void **state) {
    (void)state;
    const struct ssmspec_json_limits limits = {.bytes = 100, .depth = 2, .nodes = 10};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    assert_int_equal(ssmspec_json_read(SSMSPEC_VIEW("[[1]]"), &limits, &arena, &root, &fault),
                     SSMSPEC_ERR_LIMIT);
    assert_true(fault.is_limit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_byte_order_mark_is_a_fault, tear_down),
        cmocka_unit_test_teardown(malformed_utf8_is_a_fault_everywhere, tear_down),
        cmocka_unit_test_teardown(lone_surrogates_are_faults, tear_down),
        cmocka_unit_test_teardown(nul_is_a_character_in_texts_and_names, tear_down),
        cmocka_unit_test_teardown(duplicates_are_kept_and_the_last_is_found, tear_down),
        cmocka_unit_test_teardown(numbers_keep_their_spelling_whatever_their_size, tear_down),
        cmocka_unit_test_teardown(decimals_are_integers_when_nothing_is_lost, tear_down),
        cmocka_unit_test_teardown(beyond_a_limit_is_a_fault_of_its_own_kind, tear_down),
    };
    return RUN_TESTS(tests);
}
