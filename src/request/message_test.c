#include "src/request/request_testing.h"

static void assert_message(const char *body, const char *message) {
    struct request_test test = request_test_of(body);
    assert_int_equal(test.parsed.outcome, SSMSPEC_VIOLATING);
    ssmspec_parsed_message(&test.parsed, &test.text);
    assert_string_equal(ssmspec_bytes_view(&test.text).ptr, message);
    request_test_clear(&test);
}

#define ONE "1 validation error detected: Value "
#define FAILED " failed to satisfy constraint: "
#define PLATE_RULES                                        \
    "[Member must have length less than or equal to 5, "   \
    "Member must have length greater than or equal to 3, " \
    "Member must satisfy regular expression pattern: [a-z]+]"

static void names_the_value_the_path_and_the_rule(void **state) {
    (void)state;
    assert_message("{\"Plate\":\"ab\"}", ONE "'ab' at 'plate'" FAILED
                                             "Member must have length greater than or equal to 3");
    assert_message("{\"Plate\":\"abc\",\"Doors\":1}",
                   ONE "'1' at 'doors'" FAILED "Member must have value greater than or equal to 2");
    assert_message("{\"Plate\":\"abc\",\"Colour\":\"red\"}", ONE
                   "'red' at 'colour'" FAILED "Member must satisfy enum value set: [Red, Blue]");
}

static void joins_several_items(void **state) {
    (void)state;
    assert_message("{\"Doors\":9}", "2 validation errors detected: Value '9' at 'doors'" FAILED
                                    "Member must have value less than or equal to 5; "
                                    "Value null at 'plate'" FAILED "Member must not be null");
}

static void prints_a_missing_value_as_null(void **state) {
    (void)state;
    assert_message("{\"Plate\":null}", ONE "null at 'plate'" FAILED "Member must not be null");
}

static void lists_every_rule_of_an_element(void **state) {
    (void)state;
    assert_message("{\"Plate\":\"abc\",\"Plates\":[\"x\",\"abc\"]}", ONE
                   "'[x, abc]' at 'plates'" FAILED "Member must satisfy constraint: " PLATE_RULES);
    assert_message("{\"Plate\":\"abc\",\"Plates\":[\"\"]}",
                   ONE "'[]' at 'plates'" FAILED "Member must satisfy constraint: " PLATE_RULES);
}

static void tells_map_keys_from_map_values(void **state) {
    (void)state;
    assert_message("{\"Plate\":\"abc\",\"Extras\":{\"x\":[\"abc\"]}}",
                   ONE "'{x=[abc]}' at 'extras'" FAILED
                       "Map keys must satisfy constraint: " PLATE_RULES);
    assert_message("{\"Plate\":\"abc\",\"Extras\":{\"abc\":[],"
                   "\"abd\":[\"abc\",\"abc\",\"abc\",\"abc\"]}}",
                   ONE "'{abc=[], abd=[abc, abc, abc, abc]}' at 'extras'" FAILED
                       "Map value must satisfy constraint: "
                       "[Member must have length less than or equal to 3, "
                       "Member must have length greater than or equal to 0]");
}

static void prints_of_duplicate_keys_the_last(void **state) {
    (void)state;
    assert_message("{\"Plate\":\"abc\",\"Extras\":{\"abd\":[\"abc\"],\"abf\":[],\"abe\":[],"
                   "\"abd\":[],\"abc\":[]}}",
                   ONE "'{abf=[], abe=[], abd=[], abc=[]}' at 'extras'" FAILED
                       "Member must have length less than or equal to 2");
}

static void prints_structures_as_java_does(void **state) {
    (void)state;
    assert_message("{\"Plate\":\"abc\",\"Seats\":[{\"Values\":[\"abc\"],\"Key\":\"abc\",\"x\":1},"
                   "{\"Key\":\"abd\",\"Secret\":\"1234\"},{\"Key\":\"abe\"}]}",
                   ONE "'[Seat(key=abc, values=[abc]), Seat(key=abd, secret=***), Seat(key=abe)]' "
                       "at 'seats'" FAILED "Member must have length less than or equal to 2");
}

static void echoes_nothing_sensitive(void **state) {
    (void)state;
    assert_message("{\"Plate\":\"abc\",\"Secret\":\"12345\"}",
                   ONE "at 'secret'" FAILED "Member must have length less than or equal to 4");
    assert_message("{\"Plate\":\"abc\",\"Secrets\":[\"12345\"]}",
                   ONE "at 'secrets'" FAILED "Member must satisfy constraint: "
                       "[Member must have length less than or equal to 4]");
}

static void cuts_long_values_between_characters(void **state) {
    (void)state;
    struct ssmspec_bytes body = {0};
    struct ssmspec_bytes wanted = {0};
    ssmspec_bytes_add_text(&body, "{\"Colour\":\"x");
    ssmspec_bytes_add_text(&wanted, ONE "'x");
    for (int i = 0; i < 1000; i++) {
        ssmspec_bytes_add_text(&body, "\xC3\xA9");
        ssmspec_bytes_add_text(&wanted, i < 99 ? "\xC3\xA9" : "");
    }
    ssmspec_bytes_add_text(&body, "\",\"Plate\":\"abc\"}");
    ssmspec_bytes_add_text(&wanted, "...' at 'colour'" FAILED
                                    "Member must satisfy enum value set: [Red, Blue]");
    assert_message(ssmspec_bytes_view(&body).ptr, ssmspec_bytes_view(&wanted).ptr);
    ssmspec_bytes_clear(&body);
    ssmspec_bytes_clear(&wanted);
}

static size_t path_bytes_of_key(const char *letter) {
    struct ssmspec_bytes body = {0};
    ssmspec_bytes_add_text(&body, "{\"Plate\":\"abc\",\"Slots\":{\"k");
    for (int i = 0; i < 1000; i++) {
        ssmspec_bytes_add_text(&body, letter);
    }
    ssmspec_bytes_add_text(&body, "\":{}}}");
    struct request_test test = request_test_of(ssmspec_bytes_view(&body).ptr);
    assert_int_equal(test.parsed.violation_count, 1);
    const size_t bytes = test.parsed.violations[0].path.len;
    request_test_clear(&test);
    ssmspec_bytes_clear(&body);
    return bytes;
}

static void cuts_long_keys_in_paths_between_characters(void **state) {
    (void)state;
    const size_t around = strlen("slots.") + strlen(".member.key");
    assert_int_equal(path_bytes_of_key("k"), around + 256);
    assert_int_equal(path_bytes_of_key("\xC3\xA9"), around + 255);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_value_the_path_and_the_rule),
        cmocka_unit_test(joins_several_items),
        cmocka_unit_test(prints_a_missing_value_as_null),
        cmocka_unit_test(lists_every_rule_of_an_element),
        cmocka_unit_test(tells_map_keys_from_map_values),
        cmocka_unit_test(prints_of_duplicate_keys_the_last),
        cmocka_unit_test(prints_structures_as_java_does),
        cmocka_unit_test(echoes_nothing_sensitive),
        cmocka_unit_test(cuts_long_values_between_characters),
        cmocka_unit_test(cuts_long_keys_in_paths_between_characters),
    };
    return RUN_TESTS(tests);
}
