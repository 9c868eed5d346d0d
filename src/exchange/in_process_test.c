#include "src/exchange/in_process.h"

#include "src/base/testing.h"

static enum ssmspec_err echo(void *context, const struct ssmspec_request *request,
                             struct ssmspec_arena *arena, struct ssmspec_response *response) {
    (void)arena;
    ++*(int *)context;
    response->status = 200;
    response->body = request->body;
    return SSMSPEC_OK;
}

static enum ssmspec_err refuse(void *context, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_response *response) {
    (void)context;
    (void)request;
    (void)arena;
    response->status = 200;
    return SSMSPEC_ERR_NOMEM;
}

static void delivers_what_the_subject_answers(void **state) {
    (void)state;
    int calls = 0;
    struct ssmspec_transporter transporter;
    struct ssmspec_arena arena = {0};
    struct ssmspec_exchange result;
    void *tag = NULL;
    const struct ssmspec_request request = {.body = SSMSPEC_VIEW("{}")};
    ASSERT_OK(ssmspec_in_process_new(echo, &calls, &transporter));
    ASSERT_OK(transporter.submit(transporter.self, &request, &arena, &result, &calls));
    ASSERT_OK(transporter.next(transporter.self, 1000, &tag));
    assert_ptr_equal(tag, &calls);
    assert_int_equal(result.transport, SSMSPEC_DELIVERED);
    assert_int_equal(result.response.status, 200);
    ASSERT_VIEW(result.response.body, "{}");
    assert_int_equal(calls, 1);
    transporter.free(transporter.self);
    ssmspec_arena_clear(&arena);
}

static enum ssmspec_err tell_headers(void *context, const struct ssmspec_request *request,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_response *response) {
    (void)context;
    (void)arena;
    ASSERT_VIEW(request->target, "Service.Operation");
    ASSERT_VIEW(request->content_type, "text/plain");
    response->status = 200;
    return SSMSPEC_OK;
}

static void a_header_counts_however_it_is_spelled(void **state) {
    (void)state;
    struct ssmspec_transporter transporter;
    struct ssmspec_arena arena = {0};
    struct ssmspec_exchange result;
    const struct ssmspec_header headers[] = {
        {SSMSPEC_VIEW("x-amz-target"), SSMSPEC_VIEW("Service.Operation")},
        {SSMSPEC_VIEW("CONTENT-TYPE"), SSMSPEC_VIEW("text/plain")}};
    const struct ssmspec_request request = {.headers = headers, .header_count = 2};
    ASSERT_OK(ssmspec_in_process_new(tell_headers, NULL, &transporter));
    ASSERT_OK(transporter.submit(transporter.self, &request, &arena, &result, &result));
    assert_int_equal(result.response.status, 200);
    assert_false(transporter.has_wire);
    transporter.free(transporter.self);
    ssmspec_arena_clear(&arena);
}

static void holds_one_exchange_at_a_time(void **state) {
    (void)state;
    int calls = 0;
    struct ssmspec_transporter transporter;
    struct ssmspec_arena arena = {0};
    struct ssmspec_exchange result;
    void *tag = &calls;
    const struct ssmspec_request request = {.body = SSMSPEC_VIEW("{}")};
    ASSERT_OK(ssmspec_in_process_new(echo, &calls, &transporter));
    assert_int_equal(transporter.capacity, 1);
    ASSERT_OK(transporter.next(transporter.self, 0, &tag));
    assert_null(tag);
    ASSERT_OK(transporter.submit(transporter.self, &request, &arena, &result, &calls));
    assert_int_equal(transporter.submit(transporter.self, &request, &arena, &result, &calls),
                     SSMSPEC_ERR_LIMIT);
    assert_int_equal(calls, 1);
    transporter.free(transporter.self);
    transporter.free(NULL);
    ssmspec_arena_clear(&arena);
}

static void calls_a_failing_subject_broken(void **state) {
    (void)state;
    struct ssmspec_transporter transporter;
    struct ssmspec_arena arena = {0};
    struct ssmspec_exchange result;
    const struct ssmspec_request request = {.body = SSMSPEC_VIEW("{}")};
    ASSERT_OK(ssmspec_in_process_new(refuse, NULL, &transporter));
    ASSERT_OK(transporter.submit(transporter.self, &request, &arena, &result, &result));
    assert_int_equal(result.transport, SSMSPEC_BROKEN);
    assert_int_equal(result.response.status, 0);
    ASSERT_VIEW(result.detail, "out of memory");
    transporter.free(transporter.self);
    ssmspec_arena_clear(&arena);
}

static void names_every_transport(void **state) {
    (void)state;
    assert_string_equal(ssmspec_transport_name(SSMSPEC_DELIVERED), "delivered");
    assert_string_equal(ssmspec_transport_name(SSMSPEC_TIMED_OUT), "timed-out");
    assert_string_equal(ssmspec_transport_name(SSMSPEC_BROKEN), "broken");
    assert_string_equal(ssmspec_transport_name((enum ssmspec_transport)99), "unknown");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(delivers_what_the_subject_answers),
        cmocka_unit_test(a_header_counts_however_it_is_spelled),
        cmocka_unit_test(holds_one_exchange_at_a_time),
        cmocka_unit_test(calls_a_failing_subject_broken),
        cmocka_unit_test(names_every_transport),
    };
    return RUN_TESTS(tests);
}
