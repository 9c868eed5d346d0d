#include "src/case/address.h"

#include "src/base/testing.h"

static const struct ssmspec_service service = {.target_prefix = "Studio",
                                               .content_type = "application/x-amz-json-1.1"};

static void assert_addressed(const char *operation, const char *target) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_request request;
    memset(&request, 0xff, sizeof request);
    ASSERT_OK(ssmspec_address(&service, operation, &arena, &request));
    ASSERT_VIEW(request.method, "POST");
    ASSERT_VIEW(request.path, "/");
    ASSERT_VIEW(request.content_type, "application/x-amz-json-1.1");
    assert_true((request.target.ptr == NULL) == (target == NULL));
    assert_true(ssmspec_view_eq(request.target, ssmspec_view_of(target)));
    assert_null(request.body.ptr);
    assert_int_equal(request.header_count, 0);
    assert_null(request.signing);
    ssmspec_arena_clear(&arena);
}

static void a_request_names_its_operation_in_the_target(void **state) {
    (void)state;
    assert_addressed("Paint", "Studio.Paint");
}

static void a_request_to_no_operation_has_no_target(void **state) {
    (void)state;
    assert_addressed(NULL, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_request_names_its_operation_in_the_target),
        cmocka_unit_test(a_request_to_no_operation_has_no_target),
    };
    return RUN_TESTS(tests);
}
