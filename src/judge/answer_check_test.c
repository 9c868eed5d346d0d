#include "src/judge/judging.h"

#include "src/base/testing.h"

#define UUID "0a1b2c3d-0000-4fff-8abc-0123456789ab"

static const struct ssmspec_error modelled[] = {{.name = "InvalidThing", .status = 400}, {0}};
static const struct ssmspec_error others[] = {{.name = "InvalidOther", .status = 400}, {0}};
static const struct ssmspec_shape text = {.name = "Text", .type = SSMSPEC_STRING};
static const struct ssmspec_shape thing = {
    .name = "Thing", .type = SSMSPEC_STRUCTURE, SSMSPEC_MEMBERS({.name = "Id", .shape = &text})};
static const struct ssmspec_shape things = {
    .name = "Things", .type = SSMSPEC_LIST, .element = &thing};
static const struct ssmspec_shape output = {.name = "Output",
                                            .type = SSMSPEC_STRUCTURE,
                                            SSMSPEC_MEMBERS({.name = "Things", .shape = &things})};
static const struct ssmspec_operation operation = {
    .name = "DoThing", .output = &output, .modelled = modelled};
static const struct ssmspec_operation other = {.name = "DoOther", .modelled = others};
static const struct ssmspec_operation *const operations[] = {&operation, &other, NULL};
static const struct ssmspec_service service = {
    .content_type = "application/x-amz-json-1.1",
    .operations = operations,
    .common_errors = SSMSPEC_NAMES("ValidationException"),
};

static struct ssmspec_arena arena;

static const char *look_for(enum ssmspec_answer_check check, const struct ssmspec_operation *model,
                            const struct ssmspec_response *response) {
    const struct ssmspec_case the_case = {
        .check = check, .model = model, .output = model == NULL ? NULL : model->output};
    const struct ssmspec_exchange exchange = {.transport = SSMSPEC_DELIVERED,
                                              .response = *response};
    struct ssmspec_judging judging = {
        .service = &service, .the_case = &the_case, .exchange = &exchange, .arena = &arena};
    ASSERT_OK(ssmspec_answer_read(response, &arena, &judging.answer));
    const struct ssmspec_finding finding = ssmspec_answer_look(&judging);
    assert_true(finding.code == NULL || finding.text != NULL);
    return finding.code;
}

static const char *look_at_body(enum ssmspec_answer_check check, int status, const char *body) {
    const struct ssmspec_response response = {.status = status, .body = ssmspec_view_of(body)};
    return look_for(check, &operation, &response);
}

static const char *look_at_headers(enum ssmspec_answer_check check,
                                   const struct ssmspec_header *headers, size_t count) {
    const struct ssmspec_response response = {.status = 400,
                                              .headers = headers,
                                              .header_count = count,
                                              .body = SSMSPEC_VIEW("{\"__type\":\"E\"}")};
    return look_for(check, &operation, &response);
}

static const char *look_at_header(enum ssmspec_answer_check check, const char *name,
                                  const char *value) {
    const struct ssmspec_header header = {ssmspec_view_of(name), ssmspec_view_of(value)};
    return look_at_headers(check, &header, 1);
}

static void wants_the_protocols_content_type(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_CONTENT_TYPE;
    assert_string_equal(look_at_body(check, 200, "{}"), "content-type");
    assert_string_equal(look_at_header(check, "Content-Type", "text/html"), "content-type");
    assert_string_equal(look_at_header(check, "Content-Type", ";"), "content-type");
    assert_null(
        look_at_header(check, "content-type", "Application/X-Amz-Json-1.1 ; charset=utf-8"));
}

static void wants_a_uuid_as_request_id(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_REQUEST_ID;
    assert_string_equal(look_at_body(check, 200, "{}"), "request-id");
    assert_string_equal(look_at_header(check, "x-amzn-requestid", "1"), "request-id");
    assert_null(look_at_header(check, "x-amzn-requestid", UUID));
}

static void wants_bare_types(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_BARE_TYPE;
    assert_string_equal(look_at_body(check, 400, "{\"__type\":\"a#E\"}"), "type-not-bare");
    assert_string_equal(look_at_body(check, 400, "{\"__type\":\"E:http://x/\"}"), "type-not-bare");
    assert_null(look_at_body(check, 400, "{\"__type\":\"E\"}"));
}

static void wants_errors_that_are_modelled_or_common(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_KNOWN_TYPE;
    assert_string_equal(look_at_body(check, 400, "{\"__type\":\"E\"}"), "type-unknown");
    assert_string_equal(look_at_body(check, 400, "{\"__type\":\"InvalidOther\"}"), "type-unknown");
    assert_null(look_at_body(check, 400, "{\"__type\":\"a#InvalidThing\"}"));
    assert_null(look_at_body(check, 400, "{\"__type\":\"ValidationException\"}"));
    assert_null(look_at_body(check, 200, "{}"));
}

static void a_frame_case_may_draw_any_operations_error(void **state) {
    (void)state;
    const struct ssmspec_response response = {
        .status = 400, .body = SSMSPEC_VIEW("{\"__type\":\"InvalidOther\"}")};
    assert_null(look_for(SSMSPEC_CHECK_KNOWN_TYPE, NULL, &response));
}

static void wants_header_and_body_to_name_one_type(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_HEADER_TYPE;
    assert_null(look_at_body(check, 400, "{\"__type\":\"E\"}"));
    assert_null(look_at_header(check, "x-amzn-errortype", "a#E:http://x/"));
    assert_string_equal(look_at_header(check, "x-amzn-errortype", "F"), "header-type-differs");
}

static void wants_no_null_members_in_a_200(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_NO_NULLS;
    assert_string_equal(look_at_body(check, 200, "{\"a\":[{},{\"b\":null}]}"), "null-member");
    assert_string_equal(look_at_body(check, 200, "{\"a\":{\"c\":[]},\"b\":null}"), "null-member");
    assert_null(look_at_body(check, 200, "{\"a\":[null]}"));
    assert_null(look_at_body(check, 200, ""));
    assert_null(look_at_body(check, 400, "{\"message\":null}"));
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

static void wants_the_error_in_the_body(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_TYPED;
    assert_null(look_at_body(check, 400, "{\"__type\":\"E\"}"));
    assert_string_equal(look_at_body(check, 400, "{\"code\":\"E\"}"), "type-not-in-body");
    assert_string_equal(look_at_body(check, 400, "{\"__type\":5}"), "type-not-in-body");
}

static void wants_no_header_that_overrules_it(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_NO_QUERY_ERROR;
    assert_null(look_at_header(check, "x-amzn-errortype", "E"));
    assert_string_equal(look_at_header(check, "X-Amzn-Query-Error", "F;Sender"), "query-error");
}

static void wants_no_error_in_a_success(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_NO_ERROR_IN_SUCCESS;
    assert_null(look_at_body(check, 200, "{\"Things\":[]}"));
    assert_null(look_at_body(check, 400, "{\"__type\":\"E\"}"));
    assert_string_equal(look_at_body(check, 200, "{\"__type\":\"E\"}"), "error-in-success");
}

static void wants_a_message_that_is_text(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_MESSAGE_TEXT;
    assert_null(look_at_body(check, 400, "{\"__type\":\"E\"}"));
    assert_null(look_at_body(check, 400, "{\"Message\":\"x\"}"));
    assert_string_equal(look_at_body(check, 400, "{\"message\":{}}"), "message-no-text");
}

static void wants_members_in_their_own_case(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_CASING;
    assert_null(look_at_body(check, 200, "{\"Things\":[{\"Id\":\"x\"}],\"unheard\":1}"));
    assert_string_equal(look_at_body(check, 200, "{\"things\":[]}"), "miscased");
    assert_string_equal(look_at_body(check, 200, "{\"Things\":[{\"id\":\"x\"}]}"), "miscased");
}

static void wants_no_stack_trace(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_NO_TRACE;
    assert_null(look_at_body(check, 400, "{\"message\":\"Look at line 5.\"}"));
    assert_string_equal(
        look_at_body(check, 400, "{\"message\":\"Traceback (most recent call last):\"}"),
        "stack-trace");
    assert_string_equal(look_at_body(check, 400, "{\"m\":\"x\\n\\tat a.b(C)\"}"), "stack-trace");
}

static void wants_nothing_of_the_request_in_the_frame(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_NO_INJECTION;
    assert_null(look_at_header(check, "Content-Type", "x"));
    assert_string_equal(look_at_header(check, SSMSPEC_INJECTED, "1"), "injected");
    assert_string_equal(look_at_body(check, 400, "{\"__type\":\"" SSMSPEC_INJECTED "\"}"),
                        "injected");
}

static void wants_a_true_length(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_FRAMING;
    assert_null(look_at_body(check, 200, "{}"));
    assert_null(look_at_header(check, "content-length", "14"));
    assert_string_equal(look_at_header(check, "Content-Length", "13"), "framing");
    assert_string_equal(look_at_header(check, "Content-Length", "x"), "framing");
}

static void wants_single_headers(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_SINGLE_HEADERS;
    static const struct ssmspec_header twice[] = {
        {SSMSPEC_VIEW_INIT("server"), SSMSPEC_VIEW_INIT("a")},
        {SSMSPEC_VIEW_INIT("Vary"), SSMSPEC_VIEW_INIT("a")},
        {SSMSPEC_VIEW_INIT("Vary"), SSMSPEC_VIEW_INIT("b")},
        {SSMSPEC_VIEW_INIT("Server"), SSMSPEC_VIEW_INIT("b")}};
    assert_null(look_at_headers(check, twice, 3));
    assert_string_equal(look_at_headers(check, twice, 4), "header-repeated");
}

static void wants_the_sum_of_the_body(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_CRC32;
    assert_null(look_at_body(check, 200, "{}"));
    assert_null(look_at_header(check, "X-Amz-Crc32", "2156013269"));
    assert_string_equal(look_at_header(check, "X-Amz-Crc32", "0"), "crc32");
    assert_string_equal(look_at_header(check, "X-Amz-Crc32", "none"), "crc32");
}

static void wants_nothing_for_pages_that_did_not_ask(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_NO_CORS;
    assert_null(look_at_body(check, 200, "{}"));
    assert_string_equal(look_at_header(check, "access-control-allow-origin", "*"), "cors-unasked");
}

static const char *look_at_coded(const char *coding, struct ssmspec_view body) {
    const struct ssmspec_header header = {SSMSPEC_VIEW("content-encoding"),
                                          ssmspec_view_of(coding)};
    const struct ssmspec_response response = {
        .status = 200, .headers = &header, .header_count = 1, .body = body};
    return look_for(SSMSPEC_CHECK_TRUE_CODING, &operation, &response);
}

static void wants_the_coding_that_the_body_has(void **state) {
    (void)state;
    assert_string_equal(look_at_coded("gzip", SSMSPEC_VIEW("{}")), "coding-false");
    assert_string_equal(look_at_coded("X-GZip", SSMSPEC_VIEW("<html>")), "coding-false");
    assert_string_equal(look_at_coded("gzip", SSMSPEC_VIEW("Bad Request")), "coding-false");
    assert_string_equal(look_at_coded("br, deflate ", SSMSPEC_VIEW("{}")), "coding-false");
    assert_null(look_at_coded("gzip", SSMSPEC_VIEW("\x1f\x8b\x08")));
    assert_null(look_at_coded("deflate", SSMSPEC_VIEW("\x78\x9c\xab")));
}

static void bears_with_codings_that_hide_nothing(void **state) {
    (void)state;
    const enum ssmspec_answer_check check = SSMSPEC_CHECK_TRUE_CODING;
    assert_null(look_at_body(check, 200, "{}"));
    assert_null(look_at_coded("", SSMSPEC_VIEW("{}")));
    assert_null(look_at_coded("identity", SSMSPEC_VIEW("{}")));
    assert_null(look_at_coded("gzip, identity", SSMSPEC_VIEW("{}")));
    assert_null(look_at_coded("utf-8", SSMSPEC_VIEW("{}")));
    assert_null(look_at_coded("gzip", SSMSPEC_VIEW("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wants_single_headers),
        cmocka_unit_test(wants_the_sum_of_the_body),
        cmocka_unit_test(wants_nothing_for_pages_that_did_not_ask),
        TEST(wants_the_coding_that_the_body_has),
        TEST(bears_with_codings_that_hide_nothing),
        cmocka_unit_test(wants_the_error_in_the_body),
        cmocka_unit_test(wants_no_header_that_overrules_it),
        cmocka_unit_test(wants_no_error_in_a_success),
        cmocka_unit_test(wants_a_message_that_is_text),
        cmocka_unit_test(wants_members_in_their_own_case),
        cmocka_unit_test(wants_no_stack_trace),
        cmocka_unit_test(wants_nothing_of_the_request_in_the_frame),
        cmocka_unit_test(wants_a_true_length),
        TEST(wants_the_protocols_content_type),
        TEST(wants_a_uuid_as_request_id),
        TEST(wants_bare_types),
        TEST(wants_errors_that_are_modelled_or_common),
        TEST(a_frame_case_may_draw_any_operations_error),
        TEST(wants_header_and_body_to_name_one_type),
        TEST(wants_no_null_members_in_a_200),
    };
    return RUN_TESTS(tests);
}
