#include "src/judge/judging.h"

#include "src/base/testing.h"

#define UUID "0a1b2c3d-0000-4fff-8abc-0123456789ab"

static const struct ssmspec_error modelled[] = {{.name = "InvalidThing", .status = 400}, {0}};
static const struct ssmspec_error others[] = {{.name = "InvalidOther", .status = 400}, {0}};
static const struct ssmspec_operation operation = {.name = "DoThing", .modelled = modelled};
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
    const struct ssmspec_case the_case = {.check = check, .model = model};
    struct ssmspec_judging judging = {.service = &service, .the_case = &the_case, .arena = &arena};
    ASSERT_OK(ssmspec_answer_read(response, &arena, &judging.answer));
    const struct ssmspec_finding finding = ssmspec_answer_look(&judging);
    assert_true(finding.code == NULL || finding.text != NULL);
    return finding.code;
}

static const char *look_at_body(enum ssmspec_answer_check check, int status, const char *body) {
    const struct ssmspec_response response = {.status = status, .body = ssmspec_view_of(body)};
    return look_for(check, &operation, &response);
}

static const char *look_at_header(enum ssmspec_answer_check check, const char *name,
                                  const char *value) {
    const struct ssmspec_header header = {ssmspec_view_of(name), ssmspec_view_of(value)};
    const struct ssmspec_response response = {.status = 400,
                                              .headers = &header,
                                              .header_count = 1,
                                              .body = SSMSPEC_VIEW("{\"__type\":\"E\"}")};
    return look_for(check, &operation, &response);
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

int main(void) {
    const struct CMUnitTest tests[] = {
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
