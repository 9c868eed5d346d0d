#include "src/base/testing.h"
#include "src/request/request.h"

static void finds_the_first_of_a_name_in_any_case(void **state) {
    (void)state;
    static const struct ssmspec_header headers[] = {
        {{"Host", 4}, {"a", 1}}, {{"x-Thing", 7}, {"1", 1}}, {{"X-Thing", 7}, {"2", 1}}};
    ASSERT_VIEW(ssmspec_headers_find(headers, 3, "X-THING"), "1");
    ASSERT_VIEW(ssmspec_headers_find(headers, 3, "host"), "a");
    assert_null(ssmspec_headers_find(headers, 3, "x-thin").ptr);
    assert_null(ssmspec_headers_find(headers, 0, "host").ptr);
    assert_null(ssmspec_headers_find(NULL, 0, "host").ptr);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_of_a_name_in_any_case),
    };
    return RUN_TESTS(tests);
}
