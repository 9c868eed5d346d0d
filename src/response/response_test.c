#include "src/response/response.h"

#include "src/base/bytes.h"
#include "src/base/testing.h"

static struct ssmspec_arena arena;

static struct ssmspec_answer read_bytes(int status, struct ssmspec_view body) {
    const struct ssmspec_response response = {.status = status, .body = body};
    struct ssmspec_answer answer = {0};
    ASSERT_OK(ssmspec_answer_read(&response, &arena, &answer));
    return answer;
}

static struct ssmspec_answer read_text(int status, const char *body) {
    return read_bytes(status, ssmspec_view_of(body));
}

static void tells_kinds_of_body(void **state) {
    (void)state;
    assert_int_equal(read_text(200, "").body_kind, SSMSPEC_BODY_EMPTY);
    assert_int_equal(read_text(200, "{}").body_kind, SSMSPEC_BODY_OBJECT);
    assert_int_equal(read_text(200, "null").body_kind, SSMSPEC_BODY_OTHER_JSON);
    assert_int_equal(read_text(200, " \n<html>").body_kind, SSMSPEC_BODY_MARKUP);
    assert_int_equal(read_text(200, "{").body_kind, SSMSPEC_BODY_OTHER);
    assert_int_equal(read_text(200, "   ").body_kind, SSMSPEC_BODY_OTHER);
    assert_int_equal(read_bytes(200, SSMSPEC_VIEW("\0")).body_kind, SSMSPEC_BODY_OTHER);
    assert_int_equal(read_bytes(200, SSMSPEC_VIEW("\"\xff\"")).body_kind, SSMSPEC_BODY_OTHER);
}

static void cuts_error_types_as_clients_do(void **state) {
    (void)state;
    ASSERT_VIEW(read_text(400, "{\"__type\":\"Foo\"}").error, "Foo");
    ASSERT_VIEW(read_text(400, "{\"__type\":\"a.b#Foo\"}").error, "Foo");
    ASSERT_VIEW(read_text(400, "{\"__type\":\"Foo:http://x#y/\"}").error, "Foo");
    ASSERT_VIEW(read_text(400, "{\"__type\":\"a.b#Foo:http://x#y/\"}").error, "Foo");
    ASSERT_VIEW(read_text(400, "{\"__type\":\"\"}").error, "");
    assert_null(read_text(400, "{\"__type\":7}").type.ptr);
    assert_null(read_text(400, "{\"a\":{\"__type\":\"Foo\"}}").type.ptr);
}

static void reads_both_spellings_of_message(void **state) {
    (void)state;
    ASSERT_VIEW(read_text(400, "{\"message\":\"m\"}").message, "m");
    ASSERT_VIEW(read_text(400, "{\"Message\":\"M\"}").message, "M");
    ASSERT_VIEW(read_text(400, "{\"Message\":\"M\",\"message\":\"m\"}").message, "m");
    assert_null(read_text(400, "{\"message\":null}").message.ptr);
}

static void finds_headers_in_any_case(void **state) {
    (void)state;
    const struct ssmspec_header headers[] = {
        {SSMSPEC_VIEW("content-type"), SSMSPEC_VIEW("text/html")},
        {SSMSPEC_VIEW("X-AMZN-REQUESTID"), SSMSPEC_VIEW("1")},
        {SSMSPEC_VIEW("x-amzn-errortype"), SSMSPEC_VIEW("Foo")},
    };
    const struct ssmspec_response response = {.headers = headers, .header_count = 3};
    struct ssmspec_answer answer = {0};
    ASSERT_OK(ssmspec_answer_read(&response, &arena, &answer));
    ASSERT_VIEW(answer.content_type, "text/html");
    ASSERT_VIEW(answer.request_id, "1");
    ASSERT_VIEW(answer.header_type, "Foo");
}

static enum ssmspec_body_kind kind_of_depth(size_t depth) {
    struct ssmspec_bytes deep = {0};
    for (size_t i = 0; i < 2 * depth; i++) {
        ssmspec_bytes_add_char(&deep, i < depth ? '[' : ']');
    }
    const enum ssmspec_body_kind kind = read_bytes(200, ssmspec_bytes_view(&deep)).body_kind;
    ssmspec_bytes_clear(&deep);
    return kind;
}

static void survives_deep_and_wide_answers(void **state) {
    (void)state;
    assert_int_equal(kind_of_depth(100), SSMSPEC_BODY_OTHER_JSON);
    assert_int_equal(kind_of_depth(200), SSMSPEC_BODY_OTHER);
    assert_int_equal(kind_of_depth(100000), SSMSPEC_BODY_OTHER);
    struct ssmspec_bytes wide = {0};
    ssmspec_bytes_add_text(&wide, "[0");
    for (int i = 0; i < 200001; i++) {
        ssmspec_bytes_add_text(&wide, ",0");
    }
    ssmspec_bytes_add_text(&wide, "]");
    assert_int_equal(read_bytes(200, ssmspec_bytes_view(&wide)).body_kind, SSMSPEC_BODY_OTHER);
    ssmspec_bytes_clear(&wide);
}

static void knows_uuids(void **state) {
    (void)state;
    assert_true(ssmspec_is_uuid(SSMSPEC_VIEW("0a1B2c3d-0000-4fff-8ABC-0123456789ab")));
    assert_false(ssmspec_is_uuid(SSMSPEC_VIEW("0a1B2c3d-0000-4fff-8ABC-0123456789a")));
    assert_false(ssmspec_is_uuid(SSMSPEC_VIEW("0a1B2c3d-0000-4fff-8ABC-0123456789ag")));
    assert_false(ssmspec_is_uuid(SSMSPEC_VIEW("0a1B2c3d00000-4fff-8ABC-0123456789ab")));
    assert_false(ssmspec_is_uuid((struct ssmspec_view){NULL, 0}));
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(tells_kinds_of_body, clear),
        cmocka_unit_test_teardown(cuts_error_types_as_clients_do, clear),
        cmocka_unit_test_teardown(reads_both_spellings_of_message, clear),
        cmocka_unit_test_teardown(finds_headers_in_any_case, clear),
        cmocka_unit_test_teardown(survives_deep_and_wide_answers, clear),
        cmocka_unit_test(knows_uuids),
    };
    return RUN_TESTS(tests);
}
