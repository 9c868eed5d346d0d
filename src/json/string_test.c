/* Strings: what their bytes mean, and which are no strings. */
#include "src/base/bytes.h"
#include "src/base/guard_page.h"
#include "src/base/testing.h"
#include "src/json/json.h"

#define BYTES(text) \
    { (text), sizeof(text) - 1 }

static enum ssmspec_err read_text(struct ssmspec_view input, struct ssmspec_arena *arena,
                                  const struct ssmspec_json **root,
                                  struct ssmspec_json_fault *fault) {
    return ssmspec_json_read(input, &ssmspec_json_default_limits, arena, root, fault);
}

static void decodes_escapes(void **state) {
    (void)state;
    static const struct {
        struct ssmspec_view input, text;
    } ROWS[] = {
        {BYTES("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), BYTES("\"\\/\b\f\n\r\t")},
        {BYTES("\"\\u0041\\u005c\\u0022\""), BYTES("A\\\"")},
        {BYTES("\"h\\u00e9llo \\ud83d\\ude00\""), BYTES("h\xc3\xa9llo \xf0\x9f\x98\x80")},
        {BYTES("\"\\u20AC\\uD800\\uDC00\\uDBFF\\uDFFF\""),
         BYTES("\xe2\x82\xac\xf0\x90\x80\x80\xf4\x8f\xbf\xbf")},
        {BYTES("\"a\\u0000b\""), BYTES("a\0b")},
        {BYTES("\"\\u0000\""), BYTES("\0")},
        {BYTES("\"\\\\u0041\""), BYTES("\\u0041")},
        {BYTES("\"\xc3\xa9\\n\xe2\x82\xac\\t\xf0\x9f\x98\x80\""),
         BYTES("\xc3\xa9\n\xe2\x82\xac\t\xf0\x9f\x98\x80")},
        {BYTES("\"long enough to be copied as a run\\nand again after the escape\""),
         BYTES("long enough to be copied as a run\nand again after the escape")},
        {BYTES("\"\\\"\""), BYTES("\"")},
    };
    const struct ssmspec_guard guard = ssmspec_guard_new(4096);
    struct ssmspec_arena arena = {0};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const struct ssmspec_json *root = NULL;
        ASSERT_OK(read_text(ssmspec_guard_place(&guard, ROWS[i].input), &arena, &root, NULL));
        if (!ssmspec_view_eq(root->text, ROWS[i].text)) {
            fail_msg("%s became %.*s", ROWS[i].input.ptr, (int)root->text.len, root->text.ptr);
        }
    }
    ssmspec_arena_clear(&arena);
    ssmspec_guard_free(&guard);
}

static void a_string_without_escapes_is_a_view_into_the_input(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_view input = SSMSPEC_VIEW("{\"name\":\"caf\xc3\xa9\",\"\":-1.5}");
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(read_text(input, &arena, &root, NULL));
    assert_ptr_equal(root->first->name.ptr, input.ptr + 2);
    assert_ptr_equal(root->first->text.ptr, input.ptr + 9);
    ASSERT_VIEW(root->first->text, "caf\xc3\xa9");
    assert_non_null(root->first->next->name.ptr);
    ASSERT_VIEW(root->first->next->name, "");
    ASSERT_VIEW(root->first->next->text, "-1.5");
    ssmspec_arena_clear(&arena);
}

/* Longer than an arena's first block, so that too small a copy would be written past its end. */
static void decodes_long_strings_of_escaped_quotes(void **state) {
    (void)state;
    struct ssmspec_bytes input = {0};
    ssmspec_bytes_add_char(&input, '"');
    for (int i = 0; i < 20000; i++) {
        ssmspec_bytes_add_text(&input, "\\\"");
    }
    ssmspec_bytes_add_char(&input, '"');
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(read_text(ssmspec_bytes_view(&input), &arena, &root, NULL));
    assert_int_equal(root->text.len, 20000);
    assert_int_equal(root->text.ptr[19999], '"');
    ssmspec_arena_clear(&arena);
    ssmspec_bytes_clear(&input);
}

struct bad {
    const char *reason;
    struct ssmspec_view input;
    size_t offset;
};

static void assert_all_rejected(const struct bad *rows, size_t count) {
    const struct ssmspec_guard guard = ssmspec_guard_new(4096);
    struct ssmspec_arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        const struct ssmspec_json *root = NULL;
        struct ssmspec_json_fault fault = {.reason = "none"};
        const enum ssmspec_err err =
            read_text(ssmspec_guard_place(&guard, rows[i].input), &arena, &root, &fault);
        if (err != SSMSPEC_ERR_SYNTAX || strcmp(fault.reason, rows[i].reason) != 0 ||
            fault.offset != rows[i].offset) {
            fail_msg("row %zu: wanted %s at %zu, got %s at %zu", i, rows[i].reason, rows[i].offset,
                     fault.reason, fault.offset);
        }
        ssmspec_arena_reset(&arena);
    }
    ssmspec_arena_clear(&arena);
    ssmspec_guard_free(&guard);
}

static void rejects_what_is_not_utf8(void **state) {
    (void)state;
    static const struct bad ROWS[] = {
        {"invalid UTF-8", BYTES("[\"\xff\"]"), 2},
        {"invalid UTF-8", BYTES("[\"ab\x80\"]"), 4},
        {"invalid UTF-8", BYTES("[\"\xc0\x80\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xc1\xbf\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xc3\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xe0\x80\x80\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xed\xa0\x80\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xed\xbf\xbf\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xe2\x82\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xf0\x80\x80\x80\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xf4\x90\x80\x80\"]"), 2},
        {"invalid UTF-8", BYTES("[\"\xf5\x80\x80\x80\"]"), 2},
        {"invalid UTF-8", BYTES("[\"12345678\xc3\xa9 \xe9\"]"), 13},
        {"invalid UTF-8", BYTES("[\"a\\n\xe9\"]"), 5},
        {"invalid UTF-8", BYTES("\"\xf0\x9f\x98"), 1},
        {"invalid UTF-8", BYTES("{\"\xe9\":1}"), 2},
    };
    assert_all_rejected(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void rejects_wrong_escapes(void **state) {
    (void)state;
    static const struct bad ROWS[] = {
        {"invalid escape", BYTES("[\"\\x41\"]"), 2},
        {"invalid escape", BYTES("[\"ab\\a\"]"), 4},
        {"invalid escape", BYTES("[\"\\'\"]"), 2},
        {"invalid escape", BYTES("[\"\\U0041\"]"), 2},
        {"invalid escape", BYTES("[\"\\\n\"]"), 2},
        {"invalid escape", BYTES("[\"\\\0\"]"), 2},
        {"invalid escape", BYTES("[\"\\\xc3\xa9\"]"), 2},
        {"invalid escape", BYTES("[\"\\n\\ \"]"), 4},
        {"invalid \\u escape", BYTES("[\"\\u12\"]"), 2},
        {"invalid \\u escape", BYTES("[\"\\uZZZZ\"]"), 2},
        {"invalid \\u escape", BYTES("[\"\\u+123\"]"), 2},
        {"invalid \\u escape", BYTES("[\"\\u00g0\"]"), 2},
        {"invalid \\u escape", BYTES("[\"\\u 041\"]"), 2},
        {"invalid \\u escape", BYTES("\"\\u004"), 1},
        {"lone surrogate", BYTES("[\"\\uD800\"]"), 2},
        {"lone surrogate", BYTES("[\"\\uDC00\"]"), 2},
        {"lone surrogate", BYTES("[\"\\uDE00\\uD83D\"]"), 2},
        {"lone surrogate", BYTES("[\"\\uD83D\\u0041\"]"), 2},
        {"lone surrogate", BYTES("[\"\\uD83D\\uD83D\\uDE00\"]"), 2},
        {"lone surrogate", BYTES("[\"\\uD83Dx\"]"), 2},
        {"lone surrogate", BYTES("[\"\\uD83D\\nxxxx\"]"), 2},
        {"lone surrogate", BYTES("\"\\uD83D\\uDE0"), 1},
        {"lone surrogate", BYTES("{\"\\uDFFF\":1}"), 2},
    };
    assert_all_rejected(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void rejects_control_characters_and_open_ends(void **state) {
    (void)state;
    static const struct bad ROWS[] = {
        {"control character in string", BYTES("[\"a\nb\"]"), 3},
        {"control character in string", BYTES("[\"\0\"]"), 2},
        {"control character in string", BYTES("[\"\t\"]"), 2},
        {"control character in string", BYTES("[\"12345678\x1f\"]"), 10},
        {"control character in string", BYTES("[\"\\n\r\"]"), 4},
        {"unterminated string", BYTES("[\"a]"), 1},
        {"unterminated string", BYTES("\""), 0},
        {"unterminated string", BYTES("\"1234567"), 0},
        {"unterminated string", BYTES("\"12345678"), 0},
        {"unterminated string", BYTES("[1,\"a\\\""), 3},
        {"unterminated string", BYTES("\"\\"), 0},
        {"unterminated string", BYTES("\"\\\\"), 0},
        {"unterminated string", BYTES("\"\\n\\"), 0},
        {"unterminated string", BYTES("{\"a"), 1},
        {"unterminated string", BYTES("\"\xc3\xa9"), 0},
    };
    assert_all_rejected(ROWS, sizeof ROWS / sizeof *ROWS);
}

/* Every control character is caught at every place in a run of eight. */
static void rejects_each_control_character_at_each_place(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    for (unsigned c = 0; c < 0x20; c++) {
        for (size_t at = 1; at < 20; at++) {
            char text[24];
            memset(text, 'x', sizeof text);
            text[0] = text[sizeof text - 1] = '"';
            text[at] = (char)c;
            const struct ssmspec_json *root = NULL;
            struct ssmspec_json_fault fault = {0};
            const struct ssmspec_view input = {text, sizeof text};
            assert_int_equal(read_text(input, &arena, &root, &fault), SSMSPEC_ERR_SYNTAX);
            assert_int_equal(fault.offset, at);
        }
    }
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_escapes),
        cmocka_unit_test(a_string_without_escapes_is_a_view_into_the_input),
        cmocka_unit_test(decodes_long_strings_of_escaped_quotes),
        cmocka_unit_test(rejects_what_is_not_utf8),
        cmocka_unit_test(rejects_wrong_escapes),
        cmocka_unit_test(rejects_control_characters_and_open_ends),
        cmocka_unit_test(rejects_each_control_character_at_each_place),
    };
    return RUN_TESTS(tests);
}
