/* What RFC 8259 allows is accepted, every byte of it in front of a guard page. */
#include "src/json/json.h"

#include "src/base/guard_page.h"
#include "src/base/testing.h"

struct row {
    const char *name;
    struct ssmspec_view input;
};

#define BYTES(text) \
    { (text), sizeof(text) - 1 }

static const struct row ROWS[] = {
    {"number alone", BYTES("1")},
    {"negative number alone", BYTES("-1")},
    {"zero alone", BYTES("0")},
    {"string alone", BYTES("\"a\"")},
    {"empty string alone", BYTES("\"\"")},
    {"null alone", BYTES("null")},
    {"true alone", BYTES("true")},
    {"false alone", BYTES("false")},
    {"empty list", BYTES("[]")},
    {"empty object", BYTES("{}")},
    {"blank in empty list", BYTES("[ ]")},
    {"blank in empty object", BYTES("{ }")},
    {"lists in lists", BYTES("[[],[[]],[[],[]]]")},
    {"objects in lists", BYTES("[{},{\"a\":{}}]")},
    {"empty name", BYTES("{\"\":0}")},
    {"duplicate names", BYTES("{\"a\":1,\"a\":1}")},
    {"escaped name", BYTES("{\"\\u0061\\n\":1}")},
    {"name with nul escape", BYTES("{\"a\\u0000b\":1}")},
    {"all whitespace everywhere", BYTES(" \t\r\n{ \t\r\n\"a\" \t\r\n: \t\r\n[ \t\r\n1 \t\r\n, "
                                        "\t\r\n2 \t\r\n] \t\r\n} \t\r\n")},
    {"trailing newline", BYTES("[1]\n")},
    {"leading blank", BYTES(" [1]")},
    {"zero", BYTES("[0]")},
    {"minus zero", BYTES("[-0]")},
    {"minus zero fraction", BYTES("[-0.0]")},
    {"zero with exponent", BYTES("[0e1]")},
    {"zero with signed exponent", BYTES("[0e+1]")},
    {"capital exponent", BYTES("[1E22]")},
    {"capital exponent minus", BYTES("[1E-2]")},
    {"capital exponent plus", BYTES("[1E+2]")},
    {"exponent with leading zeros", BYTES("[1e007]")},
    {"fraction and exponent", BYTES("[123.456e78]")},
    {"tiny fraction", BYTES("[-0.000000000000000000000000000000000000000000000000000001]")},
    {"beyond a double", BYTES("[1e999,-1e999]")},
    {"beyond an int64", BYTES("[123456789012345678901234567890]")},
    {"number ends the list", BYTES("[1.5]")},
    {"every short escape", BYTES("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]")},
    {"unicode escape, either case", BYTES("[\"\\u00e9\\u00E9\\uABcd\"]")},
    {"surrogate pair", BYTES("[\"\\ud83d\\ude00\"]")},
    {"two pairs", BYTES("[\"\\uD800\\uDC00\\uDBFF\\uDFFF\"]")},
    {"nul escape", BYTES("[\"\\u0000\"]")},
    {"noncharacter escape", BYTES("[\"\\uFFFF\\uFDD0\"]")},
    {"backslash then u", BYTES("[\"\\\\u0000\"]")},
    {"backslash before the end", BYTES("[\"\\\\\"]")},
    {"two escaped quotes", BYTES("[\"\\\"\\\"\"]")},
    {"comment in a string", BYTES("[\"a/*b*/c//d\"]")},
    {"raw del", BYTES("[\"\x7f\"]")},
    {"raw two bytes", BYTES("[\"\xc3\xa9\"]")},
    {"raw line separator", BYTES("[\"\xe2\x80\xa8\xe2\x80\xa9\"]")},
    {"raw four bytes", BYTES("[\"\xf0\x9f\x98\x80\"]")},
    {"raw last code point", BYTES("[\"\xf4\x8f\xbf\xbf\"]")},
    {"raw byte order mark in a string", BYTES("[\"\xef\xbb\xbf\"]")},
    {"raw noncharacter", BYTES("[\"\xef\xbf\xbf\"]")},
    {"raw name beyond ascii", BYTES("{\"\xe2\x82\xac\":\"\xe2\x82\xac\"}")},
    {"literals in a list", BYTES("[null,true,false]")},
    {"blank before a colon", BYTES("{\"a\" :1}")},
    {"seven plain bytes", BYTES("\"1234567\"")},
    {"eight plain bytes", BYTES("\"12345678\"")},
    {"nine plain bytes", BYTES("\"123456789\"")},
};

static void accepts_what_the_grammar_allows(void **state) {
    (void)state;
    const struct ssmspec_guard guard = ssmspec_guard_new(4096);
    struct ssmspec_arena arena = {0};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const struct ssmspec_view input = ssmspec_guard_place(&guard, ROWS[i].input);
        const struct ssmspec_json *root = NULL;
        struct ssmspec_json_fault fault = {0};
        if (ssmspec_json_read(input, &ssmspec_json_default_limits, &arena, &root, &fault) !=
            SSMSPEC_OK) {
            fail_msg("%s: rejected at %zu: %s", ROWS[i].name, fault.offset, fault.reason);
        }
        assert_non_null(root);
        assert_null(root->next);
        ssmspec_arena_reset(&arena);
    }
    ssmspec_arena_clear(&arena);
    ssmspec_guard_free(&guard);
}

/* A document that begins with a bracket is no document before its last byte. */
static void rejects_every_beginning_of_a_document(void **state) {
    (void)state;
    static const char WHOLE[] = "{\"a\":[1,-2.5e+3,\"x\\u00e9\\ud83d\\ude00\\n\xc3\xa9\xf0\x9f\x98"
                                "\x80 long enough\"],\"b\":{\"c\":null,\"d\":[true,false]}}";
    const struct ssmspec_view whole = SSMSPEC_VIEW(WHOLE);
    const struct ssmspec_guard guard = ssmspec_guard_new(whole.len);
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    for (size_t len = 0; len < whole.len; len++) {
        const struct ssmspec_view part =
            ssmspec_guard_place(&guard, ssmspec_view_sub(whole, 0, len));
        struct ssmspec_json_fault fault = {0};
        assert_int_equal(
            ssmspec_json_read(part, &ssmspec_json_default_limits, &arena, &root, &fault),
            SSMSPEC_ERR_SYNTAX);
        assert_non_null(fault.reason);
        assert_true(fault.offset <= len);
    }
    ASSERT_OK(ssmspec_json_read(ssmspec_guard_place(&guard, whole), &ssmspec_json_default_limits,
                                &arena, &root, NULL));
    ssmspec_arena_clear(&arena);
    ssmspec_guard_free(&guard);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_what_the_grammar_allows),
        cmocka_unit_test(rejects_every_beginning_of_a_document),
    };
    return RUN_TESTS(tests);
}
