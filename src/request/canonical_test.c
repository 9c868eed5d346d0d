#include "src/request/canonical.h"

#include "src/request/request_testing.h"

static void means(const char *body, const char *canonical) {
    struct request_test test = request_test_of(body);
    assert_int_equal(test.parsed.outcome, SSMSPEC_PARSED);
    ASSERT_OK(ssmspec_request_canonical(&park, test.parsed.root, &test.arena, &test.text));
    ASSERT_VIEW(ssmspec_bytes_view(&test.text), canonical);
    request_test_clear(&test);
}

static void members_stand_in_the_tables_order(void **state) {
    (void)state;
    means("{ \"Plate\" : \"abc\", \"Doors\" : 4, \"Colour\": \"Red\" }",
          "{\"Colour\":\"Red\",\"Doors\":4,\"Plate\":\"abc\"}");
}

static void what_says_nothing_is_left_out(void **state) {
    (void)state;
    means("{\"Plate\":\"abc\",\"Doors\":null,\"plate\":1,\"Other\":{}}", "{\"Plate\":\"abc\"}");
}

static void the_last_of_duplicates_counts(void **state) {
    (void)state;
    means("{\"Plate\":1,\"Doors\":3,\"Plate\":\"abc\",\"Doors\":null}", "{\"Plate\":\"abc\"}");
    means("{\"Plate\":\"abc\",\"Extras\":{\"key\":[],\"key\":[\"xyz\"]}}",
          "{\"Extras\":{\"key\":[\"xyz\"]},\"Plate\":\"abc\"}");
}

static void entries_are_sorted_and_elements_are_not(void **state) {
    (void)state;
    means("{\"Plate\":\"abc\",\"Extras\":{\"abcd\":[],\"abc\":[\"xyz\",\"uvw\"]}}",
          "{\"Extras\":{\"abc\":[\"xyz\",\"uvw\"],\"abcd\":[]},\"Plate\":\"abc\"}");
}

static void spelling_does_not_matter(void **state) {
    (void)state;
    means("{\"\\u0050late\":\"\\u0061bc\",\"Doors\":0.4e1}", "{\"Doors\":4,\"Plate\":\"abc\"}");
}

static void a_limit_of_the_text_is_said(void **state) {
    (void)state;
    struct request_test test = request_test_of("{\"Plate\":\"abc\"}");
    test.text.limit = 4;
    assert_int_equal(ssmspec_request_canonical(&park, test.parsed.root, &test.arena, &test.text),
                     SSMSPEC_ERR_LIMIT);
    request_test_clear(&test);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_stand_in_the_tables_order),
        cmocka_unit_test(what_says_nothing_is_left_out),
        cmocka_unit_test(the_last_of_duplicates_counts),
        cmocka_unit_test(entries_are_sorted_and_elements_are_not),
        cmocka_unit_test(spelling_does_not_matter),
        cmocka_unit_test(a_limit_of_the_text_is_said),
    };
    return RUN_TESTS(tests);
}
