#include "src/json/write.h"

#include "src/base/testing.h"

static void assert_written(struct ssmspec_view text, const char *wanted) {
    struct ssmspec_bytes out = {0};
    ssmspec_json_write_string(&out, text);
    ASSERT_OK(ssmspec_bytes_status(&out));
    ASSERT_VIEW(ssmspec_bytes_view(&out), wanted);
    ssmspec_bytes_clear(&out);
}

static void writes_strings_with_the_shortest_escapes(void **state) {
    (void)state;
    assert_written((struct ssmspec_view){NULL, 0}, "\"\"");
    assert_written(SSMSPEC_VIEW("plain / text"), "\"plain / text\"");
    assert_written(SSMSPEC_VIEW("\"\\\b\f\n\r\t"), "\"\\\"\\\\\\b\\f\\n\\r\\t\"");
    assert_written(SSMSPEC_VIEW("a\0b\x1f"), "\"a\\u0000b\\u001f\"");
    assert_written(SSMSPEC_VIEW("\x7f|\x7f\x7f"), "\"\\u007f|\\u007f\\u007f\"");
    assert_written(SSMSPEC_VIEW("h\xc3\xa9\xf0\x9f\x98\x80"), "\"h\xc3\xa9\xf0\x9f\x98\x80\"");
}

static void replaces_malformed_utf8(void **state) {
    (void)state;
    assert_written(SSMSPEC_VIEW("a\xff"), "\"a\xef\xbf\xbd\"");
    assert_written(SSMSPEC_VIEW("\xe2\x82"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
    assert_written(SSMSPEC_VIEW("\xc3(\xed\xa0\x80"),
                   "\"\xef\xbf\xbd(\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void assert_rewritten(const char *text, const char *wanted) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(ssmspec_view_of(text), NULL, &arena, &root, NULL));
    struct ssmspec_bytes out = {0};
    ssmspec_json_write(&out, root);
    ASSERT_OK(ssmspec_bytes_status(&out));
    assert_string_equal(ssmspec_bytes_view(&out).ptr, wanted);
    ssmspec_bytes_clear(&out);
    ssmspec_arena_clear(&arena);
}

static void writes_back_what_was_read(void **state) {
    (void)state;
    static const char *const CANONICAL[] = {
        "null",
        "true",
        "-1.50e+3",
        "\"\"",
        "[]",
        "{}",
        "[[],{},[[]],\"a\"]",
        "{\"a\":{\"b\":{}},\"a\":[{},{\"\":0}],\"c\":false}",
        "{\"a\\u0000\":\"\\u0000\",\"\xc3\xa9\":\"\\u007f\\n\"}",
    };
    for (size_t i = 0; i < sizeof CANONICAL / sizeof *CANONICAL; i++) {
        assert_rewritten(CANONICAL[i], CANONICAL[i]);
    }
    assert_rewritten(" { \"\\u0061\" : [ 1 , \"\\/\\ud83d\\ude00\" ] } ",
                     "{\"a\":[1,\"/\xf0\x9f\x98\x80\"]}");
}

static void writes_a_part_of_a_document(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(SSMSPEC_VIEW("{\"a\":[1,{\"b\":2}],\"c\":3}"), NULL, &arena, &root,
                                NULL));
    struct ssmspec_bytes out = {0};
    ssmspec_json_write(&out, root->first);
    ssmspec_bytes_add_char(&out, ' ');
    ssmspec_json_write(&out, root->first->next);
    ssmspec_json_write(&out, NULL);
    ASSERT_VIEW(ssmspec_bytes_view(&out), "[1,{\"b\":2}] 3");
    ssmspec_bytes_clear(&out);
    ssmspec_arena_clear(&arena);
}

static void writes_any_depth(void **state) {
    (void)state;
    struct ssmspec_bytes text = {0};
    for (unsigned i = 0; i < 200000; i++) {
        ssmspec_bytes_add_char(&text, '[');
    }
    for (unsigned i = 0; i < 200000; i++) {
        ssmspec_bytes_add_char(&text, ']');
    }
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    const struct ssmspec_json_limits limits = {
        .bytes = 1 << 20, .depth = 1 << 20, .nodes = 1 << 20};
    ASSERT_OK(ssmspec_json_read(ssmspec_bytes_view(&text), &limits, &arena, &root, NULL));
    struct ssmspec_bytes out = {0};
    ssmspec_json_write(&out, root);
    ASSERT_OK(ssmspec_bytes_status(&out));
    assert_true(ssmspec_view_eq(ssmspec_bytes_view(&out), ssmspec_bytes_view(&text)));
    ssmspec_bytes_clear(&out);
    ssmspec_bytes_clear(&text);
    ssmspec_arena_clear(&arena);
}

static void stops_at_the_limit_of_the_buffer(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(SSMSPEC_VIEW("[1,[2,[3]]]"), NULL, &arena, &root, NULL));
    struct ssmspec_bytes out = {.limit = 5};
    ssmspec_json_write(&out, root);
    assert_int_equal(ssmspec_bytes_status(&out), SSMSPEC_ERR_LIMIT);
    assert_true(out.len <= 5);
    ssmspec_bytes_clear(&out);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_strings_with_the_shortest_escapes),
        cmocka_unit_test(replaces_malformed_utf8),
        cmocka_unit_test(writes_back_what_was_read),
        cmocka_unit_test(writes_a_part_of_a_document),
        cmocka_unit_test(writes_any_depth),
        cmocka_unit_test(stops_at_the_limit_of_the_buffer),
    };
    return RUN_TESTS(tests);
}
