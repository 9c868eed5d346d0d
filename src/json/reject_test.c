/* What RFC 8259 does not allow is rejected, with the reason and the byte where it goes wrong. */
#include "src/json/json.h"

#include "src/base/guard_page.h"
#include "src/base/testing.h"

/* The caret stands below the byte to blame when input is printed as it is written here. */
struct row {
    const char *reason;
    struct ssmspec_view input;
    const char *caret;
};

#define BYTES(text) \
    { (text), sizeof(text) - 1 }

/* clang-format off */
static const struct row STRUCTURE[] = {
    {"empty document", BYTES(""),
                             "^"},
    {"empty document", BYTES("  "),
                             "  ^"},
    {"trailing comma", BYTES("[1,]"),
                             "  ^"},
    {"trailing comma", BYTES("{\"a\":1 , }"),
                             "       ^"},
    {"trailing comma", BYTES("[1,}"),
                             "  ^"},
    {"value expected", BYTES("[,1]"),
                             " ^"},
    {"value expected", BYTES("[1,,2]"),
                             "   ^"},
    {"value expected", BYTES("[,]"),
                             " ^"},
    {"value expected", BYTES("{\"a\":}"),
                             "     ^"},
    {"value expected", BYTES("{\"a\":,\"b\":1}"),
                             "     ^"},
    {"value expected", BYTES("{\"a\":"),
                             "     ^"},
    {"value expected", BYTES("{\"a\"::1}"),
                             "     ^"},
    {"value expected", BYTES("]"),
                             "^"},
    {"value expected", BYTES("}"),
                             "^"},
    {"value expected", BYTES(":"),
                             "^"},
    {"value expected", BYTES("[}"),
                             " ^"},
    {"member name expected", BYTES("{]"),
                                   " ^"},
    {"member name expected", BYTES("{a:1}"),
                                   " ^"},
    {"member name expected", BYTES("{'a':1}"),
                                   " ^"},
    {"member name expected", BYTES("{1:1}"),
                                   " ^"},
    {"member name expected", BYTES("{,\"a\":1}"),
                                   " ^"},
    {"member name expected", BYTES("{\"a\":1,,}"),
                                   "       ^"},
    {"member name expected", BYTES("{[]:1}"),
                                   " ^"},
    {"member name expected", BYTES("{\"a\":1,null:2}"),
                                   "       ^"},
    {"colon expected", BYTES("{\"a\"}"),
                             "    ^"},
    {"colon expected", BYTES("{\"a\" \"b\"}"),
                             "     ^"},
    {"colon expected", BYTES("{\"a\",1}"),
                             "    ^"},
    {"colon expected", BYTES("{\"a\""),
                             "    ^"},
    {"comma or closing bracket expected", BYTES("[1 2]"),
                                                "   ^"},
    {"comma or closing bracket expected", BYTES("[\"a\":1]"),
                                                "    ^"},
    {"comma or closing bracket expected", BYTES("{\"a\":1 \"b\":2}"),
                                                "       ^"},
    {"comma or closing bracket expected", BYTES("[1;2]"),
                                                "  ^"},
    {"comma or closing bracket expected", BYTES("[1\f]"),
                                                "  ^"},
    {"comma or closing bracket expected", BYTES("[1\0]"),
                                                "  ^"},
    {"mismatched bracket", BYTES("[1}"),
                                 "  ^"},
    {"mismatched bracket", BYTES("{\"a\":1]"),
                                 "      ^"},
    {"mismatched bracket", BYTES("[[]}"),
                                 "   ^"},
    {"unterminated list", BYTES(" [1,[2]"),
                                " ^"},
    {"unterminated list", BYTES("[1,"),
                                "^"},
    {"unterminated list", BYTES("{\"a\":["),
                                "     ^"},
    {"unterminated object", BYTES("[{"),
                                  " ^"},
    {"unterminated object", BYTES("{\"a\":1,"),
                                  "^"},
    {"unterminated object", BYTES("{\"a\":{}"),
                                  "^"},
    {"trailing garbage", BYTES("{}x"),
                               "  ^"},
    {"trailing garbage", BYTES("{} {}"),
                               "   ^"},
    {"trailing garbage", BYTES("[]]"),
                               "  ^"},
    {"trailing garbage", BYTES("1 2"),
                               "  ^"},
    {"trailing garbage", BYTES("{}//"),
                               "  ^"},
    {"trailing garbage", BYTES("{}\0"),
                               "  ^"},
    {"trailing garbage", BYTES("{}\f"),
                               "  ^"},
    {"trailing garbage", BYTES("truex"),
                               "    ^"},
    {"trailing garbage", BYTES("\"a\"b"),
                               "   ^"},
    {"trailing garbage", BYTES("1,"),
                               " ^"},
};

static const struct row CHARACTERS[] = {
    {"unexpected byte order mark", BYTES("\xef\xbb\xbf{}"),
                                         "^"},
    {"unexpected character", BYTES("\xff\xfe{\0}\0"),
                                   "^"},
    {"unexpected character", BYTES(" \xef\xbb\xbf{}"),
                                   " ^"},
    {"unexpected character", BYTES("[\xc2\xa0]"),
                                   " ^"},
    {"unexpected character", BYTES("\0{}"),
                                   "^"},
    {"unexpected character", BYTES("[\v1]"),
                                   " ^"},
    {"unexpected character", BYTES("[a]"),
                                   " ^"},
    {"unexpected character", BYTES("[NaN]"),
                                   " ^"},
    {"unexpected character", BYTES("[Infinity]"),
                                   " ^"},
    {"unexpected character", BYTES("[True]"),
                                   " ^"},
    {"unexpected character", BYTES("<html>"),
                                   "^"},
    {"unexpected character", BYTES("[*]"),
                                   " ^"},
    {"single quote", BYTES("['a']"),
                           " ^"},
    {"comment", BYTES("/**/1"),
                      "^"},
    {"comment", BYTES("[1, // x"),
                      "    ^"},
    {"comment", BYTES("[#]"),
                      " ^"},
    {"unknown literal", BYTES("[nul]"),
                              " ^"},
    {"unknown literal", BYTES("[tru"),
                              " ^"},
    {"unknown literal", BYTES("fals"),
                              "^"},
    {"unknown literal", BYTES("[nULL]"),
                              " ^"},
    {"comma or closing bracket expected", BYTES("[truex]"),
                                                "     ^"},
};

static const struct row NUMBERS[] = {
    {"leading zero", BYTES("[01]"),
                           " ^"},
    {"leading zero", BYTES("[-012]"),
                           "  ^"},
    {"leading zero", BYTES("00"),
                           "^"},
    {"leading zero", BYTES("[00.5]"),
                           " ^"},
    {"digit expected", BYTES("[-]"),
                             "  ^"},
    {"digit expected", BYTES("-"),
                             " ^"},
    {"digit expected", BYTES("[--1]"),
                             "  ^"},
    {"digit expected", BYTES("[- 1]"),
                             "  ^"},
    {"digit expected", BYTES("[-.5]"),
                             "  ^"},
    {"digit expected", BYTES("[-Infinity]"),
                             "  ^"},
    {"digit expected", BYTES("[1.]"),
                             "   ^"},
    {"digit expected", BYTES("[1.e5]"),
                             "   ^"},
    {"digit expected", BYTES("1."),
                             "  ^"},
    {"digit expected", BYTES("[1e]"),
                             "   ^"},
    {"digit expected", BYTES("[1e+]"),
                             "    ^"},
    {"digit expected", BYTES("1E-"),
                             "   ^"},
    {"digit expected", BYTES("[1ee2]"),
                             "   ^"},
    {"digit expected", BYTES("[1e+-2]"),
                             "    ^"},
    {"a number begins with a digit or a minus sign", BYTES("[.5]"),
                                                           " ^"},
    {"a number begins with a digit or a minus sign", BYTES("[+1]"),
                                                           " ^"},
    {"comma or closing bracket expected", BYTES("[0x10]"),
                                                "  ^"},
    {"comma or closing bracket expected", BYTES("[1_000]"),
                                                "  ^"},
    {"comma or closing bracket expected", BYTES("[1.2.3]"),
                                                "    ^"},
    {"comma or closing bracket expected", BYTES("[1-2]"),
                                                "  ^"},
    {"comma or closing bracket expected", BYTES("[1e2.5]"),
                                                "    ^"},
    {"comma or closing bracket expected", BYTES("[1\xef\xbc\x91]"),
                                                "  ^"},
};
/* clang-format on */

static void assert_rejected(const struct ssmspec_guard *guard, const struct row *row) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_view input = ssmspec_guard_place(guard, row->input);
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {.reason = "none"};
    const enum ssmspec_err err =
        ssmspec_json_read(input, &ssmspec_json_default_limits, &arena, &root, &fault);
    const bool is_right = err == SSMSPEC_ERR_SYNTAX && strcmp(fault.reason, row->reason) == 0 &&
                          fault.offset == strlen(row->caret) - 1 && !fault.is_limit;
    if (!is_right) {
        fail_msg("\n%.*s\n%s %s\n%*s %s", (int)row->input.len, row->input.ptr, row->caret,
                 row->reason, (int)fault.offset + 1, "^", fault.reason);
    }
    assert_null(root);
    ssmspec_arena_clear(&arena);
}

static void assert_all_rejected(const struct row *rows, size_t count) {
    const struct ssmspec_guard guard = ssmspec_guard_new(4096);
    for (size_t i = 0; i < count; i++) {
        assert_rejected(&guard, &rows[i]);
    }
    ssmspec_guard_free(&guard);
}

static void rejects_broken_structure(void **state) {
    (void)state;
    assert_all_rejected(STRUCTURE, sizeof STRUCTURE / sizeof *STRUCTURE);
}

static void rejects_foreign_characters_and_words(void **state) {
    (void)state;
    assert_all_rejected(CHARACTERS, sizeof CHARACTERS / sizeof *CHARACTERS);
}

static void rejects_misspelled_numbers(void **state) {
    (void)state;
    assert_all_rejected(NUMBERS, sizeof NUMBERS / sizeof *NUMBERS);
}

static void names_line_and_column(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    assert_int_equal(ssmspec_json_read(SSMSPEC_VIEW("{\n  \"a\": 1,\r\n  \"b\": x\n}\n"),
                                       &ssmspec_json_default_limits, &arena, &root, &fault),
                     SSMSPEC_ERR_SYNTAX);
    assert_int_equal(fault.offset, 20);
    assert_int_equal(fault.line, 3);
    assert_int_equal(fault.column, 8);
    ssmspec_arena_clear(&arena);
}

static void takes_the_absent_view_for_an_empty_document(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    assert_int_equal(ssmspec_json_read((struct ssmspec_view){NULL, 0}, NULL, &arena, &root, &fault),
                     SSMSPEC_ERR_SYNTAX);
    assert_string_equal(fault.reason, "empty document");
    assert_int_equal(fault.line, 1);
    assert_int_equal(fault.column, 1);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rejects_broken_structure),
        cmocka_unit_test(rejects_foreign_characters_and_words),
        cmocka_unit_test(rejects_misspelled_numbers),
        cmocka_unit_test(names_line_and_column),
        cmocka_unit_test(takes_the_absent_view_for_an_empty_document),
    };
    return RUN_TESTS(tests);
}
