#include "src/request/request_testing.h"

static const char *side_name(enum ssmspec_side side) {
    static const char *const names[] = {"within", "below", "above", "off"};
    return names[side];
}

static void write_outcome(struct request_test *test) {
    const struct ssmspec_parsed *parsed = &test->parsed;
    struct ssmspec_bytes *out = &test->text;
    if (parsed->outcome == SSMSPEC_PARSED) {
        ssmspec_bytes_add_text(out, "parsed\n");
    } else if (parsed->outcome == SSMSPEC_MALFORMED) {
        ssmspec_bytes_printf(out, "malformed at %zu\n", parsed->offset);
    } else if (parsed->outcome == SSMSPEC_MISTYPED) {
        ssmspec_bytes_add(out, parsed->mistyped);
        ssmspec_bytes_printf(out, " mistyped at %zu: %s\n", parsed->offset, parsed->type_text);
    }
    for (size_t i = 0; i < parsed->violation_count; i++) {
        const struct ssmspec_violation *violation = &parsed->violations[i];
        ssmspec_bytes_add(out, violation->path);
        ssmspec_bytes_printf(out, " %s %s at %zu%s\n", ssmspec_kind_name(violation->kind),
                             side_name(violation->side), violation->offset,
                             violation->is_key       ? " key"
                             : violation->is_element ? " element"
                                                     : "");
    }
}

/* One line for the outcome, or one for each violation. */
static void assert_outcome(const char *body, const char *lines) {
    struct request_test test = request_test_of(body);
    write_outcome(&test);
    assert_string_equal(ssmspec_bytes_view(&test.text).ptr, lines);
    request_test_clear(&test);
}

static void takes_what_conforms(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\"}", "parsed\n");
    assert_outcome(" { \"Plate\" : \"abcde\" , \"Doors\" : 2 } ", "parsed\n");
    assert_outcome("{\"Seats\":[{\"Key\":\"abc\",\"Values\":[\"abc\",\"abd\"]}],\"Plate\":\"abc\","
                   "\"Extras\":{\"abc\":[],\"abd\":[\"abc\"]},\"Flag\":false,\"Moment\":1.5,"
                   "\"Colour\":\"Blue\",\"Plates\":[],\"Secret\":\"1234\"}",
                   "parsed\n");
    assert_outcome("{\"\\u0050late\":\"\\u0061bc\"}", "parsed\n");
}

static void ignores_unknown_members(void **state) {
    (void)state;
    assert_outcome("{\"plate\":5,\"Plate\":\"abc\",\"Platee\":[{}],\"\":1,\"P\":2,"
                   "\"Plate\\u0000\":3,\"Plate\\u0000\\u0000longer\":4}",
                   "parsed\n");
    assert_outcome("{\"plate\":\"abc\"}", "plate required off at 0\n");
}

static void takes_null_as_absent(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\",\"Doors\":null,\"Seat\":null,\"Plates\":null}", "parsed\n");
    assert_outcome("{\"Plate\":null}", "plate required off at 9\n");
}

static void finds_missing_members_where_their_parent_ends(void **state) {
    (void)state;
    assert_outcome("{}", "plate required off at 0\n");
    assert_outcome("{\"Seat\":{},\"Doors\":1}", "seat.key required off at 8\n"
                                                "doors range below at 19\n"
                                                "plate required off at 0\n");
}

static void reports_every_broken_constraint(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"A\"}", "plate length below at 9\nplate pattern off at 9\n");
    assert_outcome("{\"Doors\":6,\"Colour\":\"red\",\"Plate\":\"abcdef\"}",
                   "doors range above at 9\ncolour enum off at 20\nplate length above at 34\n");
    assert_outcome("{\"Plate\":\"abc\",\"Seats\":[]}", "seats count below at 23\n");
}

static void reports_elements_once_at_their_list(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\",\"Plates\":[\"abc\",\"ABC\",\"x\"]}",
                   "plates pattern off at 24 element\n");
    assert_outcome("{\"Plate\":\"abc\",\"Plates\":[\"a\",\"abc\",\"abc\",\"abc\"]}",
                   "plates count above at 24\nplates length below at 24 element\n");
}

static void spells_paths_below_lists_and_maps(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\",\"Seats\":[{\"Key\":\"abc\"},{\"Key\":\"x\"}]}",
                   "seats.2.member.key length below at 45\n");
    assert_outcome("{\"Plate\":\"abc\",\"Seats\":[{\"Key\":\"abc\",\"Values\":[\"A\"]}]}",
                   "seats.1.member.values length below at 46 element\n");
    assert_outcome("{\"Plate\":\"abc\",\"Extras\":{\"abc\":[\"x\"]}}",
                   "extras.abc.member length below at 31 element\n");
    assert_outcome("{\"Plate\":\"abc\",\"Slots\":{\"on\":{}}}",
                   "slots.on.member.key required off at 29\n");
}

static void reports_keys_and_values_of_maps_apart(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\",\"Extras\":{\"A\":[],\"B\":"
                   "[\"abc\",\"abc\",\"abc\",\"abc\"]}}",
                   "extras length below at 24 key\nextras count above at 24 element\n");
}

static void stops_at_ten_violations(void **state) {
    (void)state;
    struct request_test test =
        request_test_of("{\"Plate\":\"A\",\"Doors\":1,\"Colour\":\"\",\"Seats\":[{},{},{},{},{},"
                        "{},{},{}],\"Secret\":\"12345\"}");
    assert_int_equal(test.parsed.outcome, SSMSPEC_VIOLATING);
    assert_int_equal(test.parsed.violation_count, SSMSPEC_VIOLATIONS_MAX);
    ASSERT_VIEW(test.parsed.violations[9].path, "seats.5.member.key");
    request_test_clear(&test);
}

static void finds_a_wrong_type_behind_violations(void **state) {
    (void)state;
    assert_outcome("{\"Doors\":1,\"Plate\":5,\"Colour\":[]}",
                   "plate mistyped at 19: NUMBER_VALUE can not be converted to a String\n");
    assert_outcome("{\"Plates\":[\"abc\",null]}",
                   "plates.2.member mistyped at 17: NULL_VALUE can not be converted to a String\n");
    assert_outcome("{\"Seats\":[{},{\"Values\":{}}]}",
                   "seats.2.member.values mistyped at 23: "
                   "Start of structure or map found where not expected.\n");
    assert_outcome("{\"Extras\":{\"a.b\":5}}",
                   "extras.a.b.member mistyped at 17: Expected list or null\n");
    assert_outcome("{\"Plates\":[\"A\",\"B\",\"C\",\"D\"],\"Doors\":1,\"Seats\":[{},{},{},{},{},{},"
                   "{},{},{},{},{},5]}",
                   "seats.12.member mistyped at 80: Expected null\n");
}

static void says_what_real_services_say(void **state) {
    (void)state;
    static const struct {
        const char *body;
        const char *text;
    } rows[] = {
        {"{\"Plate\":true}", "TRUE_VALUE can not be converted to a String"},
        {"{\"Plate\":false}", "FALSE_VALUE can not be converted to a String"},
        {"{\"Plate\":[]}", "Start of list found where not expected"},
        {"{\"Plate\":{}}", "Start of structure or map found where not expected."},
        {"{\"Doors\":\"4\"}", "STRING_VALUE can not be converted to an Integer"},
        {"{\"Doors\":4.5}", "NUMBER_VALUE can not be converted to an Integer"},
        {"{\"Flag\":\"true\"}", "STRING_VALUE can not be converted to a Boolean"},
        {"{\"Flag\":1}", "NUMBER_VALUE can not be converted to a Boolean"},
        {"{\"Plates\":\"abc\"}", "Expected list or null"},
        {"{\"Plates\":{}}", "Start of structure or map found where not expected."},
        {"{\"Extras\":\"abc\"}", "Expected map or null"},
        {"{\"Extras\":[]}", "Start of list found where not expected"},
        {"{\"Seat\":\"abc\"}", "Expected null"},
        {"{\"Seat\":[]}", "Start of list found where not expected"},
        {"[]", "Start of list found where not expected"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct request_test test = request_test_of(rows[i].body);
        assert_int_equal(test.parsed.outcome,
                         rows[i].body[0] == '[' ? SSMSPEC_MALFORMED : SSMSPEC_MISTYPED);
        assert_string_equal(test.parsed.type_text, rows[i].text);
        request_test_clear(&test);
    }
}

static void takes_integers_however_spelled(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\",\"Doors\":4.0}", "parsed\n");
    assert_outcome("{\"Plate\":\"abc\",\"Doors\":4e0}", "parsed\n");
    assert_outcome("{\"Plate\":\"abc\",\"Doors\":2147483648}", "doors range above at 23\n");
    assert_outcome("{\"Plate\":\"abc\",\"Doors\":1e400}",
                   "doors mistyped at 23: NUMBER_VALUE can not be converted to an Integer\n");
}

static void counts_the_last_of_duplicates(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":5,\"Plate\":\"abc\"}", "parsed\n");
    assert_outcome("{\"Plate\":\"abc\",\"Plate\":\"A\",\"Plate\":\"x\"}",
                   "plate length below at 35\n");
    assert_outcome("{\"Plate\":\"abc\",\"Plate\":null}", "plate required off at 23\n");
    assert_outcome("{\"Plate\":5,\"Doors\":1,\"Plate\":\"x\"}",
                   "doors range below at 19\nplate length below at 29\n");
}

static void counts_the_last_of_duplicate_keys(void **state) {
    (void)state;
    assert_outcome("{\"Plate\":\"abc\",\"Extras\":{\"abc\":5,\"abd\":[],\"abc\":[],\"abc\":[]}}",
                   "parsed\n");
    assert_outcome("{\"Plate\":\"abc\",\"Extras\":{\"abc\":[],\"abd\":[],\"abe\":[],\"abc\":[]}}",
                   "extras count above at 24\n");
}

static void counts_the_last_of_many_duplicate_keys(void **state) {
    (void)state;
    struct ssmspec_bytes body = {0};
    ssmspec_bytes_add_text(&body, "{\"Plate\":\"abc\",\"Extras\":{\"abc\":[]");
    for (int i = 0; i < 5000; i++) {
        ssmspec_bytes_printf(&body, ",\"%s\":%s", i % 2 == 0 ? "abd" : "abc",
                             i < 4998 ? "5" : "[]");
    }
    ssmspec_bytes_add_text(&body, "}}");
    assert_outcome(ssmspec_bytes_view(&body).ptr, "parsed\n");
    ssmspec_bytes_clear(&body);
}

static void bears_many_keys(void **state) {
    (void)state;
    struct ssmspec_bytes body = {0};
    ssmspec_bytes_add_text(&body, "{\"Plate\":\"abc\",\"Slots\":{\"x\":{\"Key\":\"abc\"}");
    for (int i = 0; i < 100000; i++) {
        ssmspec_bytes_printf(&body, ",\"%d\":{\"Key\":\"abc\"}", i);
    }
    ssmspec_bytes_add_text(&body, "}}");
    assert_outcome(ssmspec_bytes_view(&body).ptr, "parsed\n");
    ssmspec_bytes_clear(&body);
}

static void assert_malformed(const char *body) {
    struct request_test test = request_test_of(body);
    assert_int_equal(test.parsed.outcome, SSMSPEC_MALFORMED);
    assert_null(test.parsed.root);
    assert_non_null(test.parsed.fault.reason);
    assert_int_equal(test.parsed.offset, test.parsed.fault.offset);
    request_test_clear(&test);
}

static void refuses_what_is_no_object(void **state) {
    (void)state;
    assert_outcome("null", "malformed at 0\n");
    assert_outcome(" \"x\"", "malformed at 1\n");
    assert_outcome("[]", "malformed at 0\n");
}

static void refuses_what_is_no_json(void **state) {
    (void)state;
    static const char *const bodies[] = {"",
                                         " ",
                                         "{\"Plate\":\"abc\",}",
                                         "{\"Plate\" \"abc\"}",
                                         "{\"Plate\":\"abc\"} x",
                                         "{\"Plate\":\"abc\"",
                                         "{\"Doors\":060}",
                                         "{\"Plate\":\"\xFF\"}"};
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        assert_malformed(bodies[i]);
    }
}

static void explains_what_is_malformed(void **state) {
    (void)state;
    struct request_test test = request_test_of("\n\n  5");
    assert_int_equal(test.parsed.outcome, SSMSPEC_MALFORMED);
    assert_null(test.parsed.root);
    assert_string_equal(test.parsed.fault.reason, "the document is not an object");
    assert_int_equal(test.parsed.fault.offset, 4);
    assert_int_equal(test.parsed.fault.line, 3);
    assert_int_equal(test.parsed.fault.column, 3);
    assert_false(test.parsed.fault.is_limit);
    request_test_clear(&test);
}

static void bounds_the_depth_of_endless_tables(void **state) {
    (void)state;
    struct ssmspec_bytes body = {0};
    ssmspec_bytes_add_text(&body, "{\"Plate\":\"abc\",\"Tree\":");
    for (int i = 0; i < 400; i++) {
        ssmspec_bytes_add_char(&body, '[');
    }
    for (int i = 0; i < 400; i++) {
        ssmspec_bytes_add_char(&body, ']');
    }
    ssmspec_bytes_add_char(&body, '}');
    struct request_test test = request_test_of(ssmspec_bytes_view(&body).ptr);
    assert_int_equal(test.parsed.outcome, SSMSPEC_MALFORMED);
    assert_true(test.parsed.fault.is_limit);
    assert_null(test.parsed.root);
    request_test_clear(&test);
    ssmspec_bytes_clear(&body);
    assert_outcome("{\"Plate\":\"abc\",\"Tree\":[[[[[]]]]]}", "parsed\n");
}

static void keeps_to_the_readers_limits(void **state) {
    (void)state;
    struct request_test test = request_test_of("{}");
    const struct ssmspec_json_limits limits = {.bytes = 100, .depth = 2, .nodes = 100};
    ASSERT_OK(ssmspec_request_parse(&park, SSMSPEC_VIEW("{\"x\":[[]]}"), &limits, test.patterns,
                                    &test.arena, &test.parsed));
    assert_int_equal(test.parsed.outcome, SSMSPEC_MALFORMED);
    assert_true(test.parsed.fault.is_limit);
    request_test_clear(&test);
}

static void says_when_memory_is_out(void **state) {
    (void)state;
    struct request_test test = request_test_of("{}");
    bool has_succeeded = false;
    for (size_t limit = 1; limit < 4096 && !has_succeeded; limit += 7) {
        struct ssmspec_arena small = {.limit = limit};
        const enum ssmspec_err err = ssmspec_request_parse(
            &park, SSMSPEC_VIEW("{\"Plate\":\"A\",\"Extras\":{\"abc\":[],\"abc\":[5]}}"),
            &ssmspec_json_default_limits, test.patterns, &small, &test.parsed);
        assert_true(err == SSMSPEC_OK || err == SSMSPEC_ERR_NOMEM);
        has_succeeded = err == SSMSPEC_OK;
        ssmspec_arena_clear(&small);
    }
    request_test_clear(&test);
}

static void refuses_a_table_with_too_many_members(void **state) {
    (void)state;
    static struct ssmspec_member members[65];
    for (size_t i = 0; i < 65; i++) {
        members[i] = (struct ssmspec_member){.name = "M", .shape = &flag};
    }
    const struct ssmspec_shape wide = {
        .name = "Wide", .type = SSMSPEC_STRUCTURE, .members = members, .member_count = 65};
    const struct ssmspec_operation operation = {.name = "Wide", .input = &wide};
    struct request_test test = request_test_of("{}");
    assert_int_equal(ssmspec_request_parse(&operation, SSMSPEC_VIEW("{}"),
                                           &ssmspec_json_default_limits, test.patterns, &test.arena,
                                           &test.parsed),
                     SSMSPEC_ERR_TABLE);
    request_test_clear(&test);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_conforms),
        cmocka_unit_test(ignores_unknown_members),
        cmocka_unit_test(takes_null_as_absent),
        cmocka_unit_test(finds_missing_members_where_their_parent_ends),
        cmocka_unit_test(reports_every_broken_constraint),
        cmocka_unit_test(reports_elements_once_at_their_list),
        cmocka_unit_test(spells_paths_below_lists_and_maps),
        cmocka_unit_test(reports_keys_and_values_of_maps_apart),
        cmocka_unit_test(stops_at_ten_violations),
        cmocka_unit_test(finds_a_wrong_type_behind_violations),
        cmocka_unit_test(says_what_real_services_say),
        cmocka_unit_test(takes_integers_however_spelled),
        cmocka_unit_test(counts_the_last_of_duplicates),
        cmocka_unit_test(counts_the_last_of_duplicate_keys),
        cmocka_unit_test(counts_the_last_of_many_duplicate_keys),
        cmocka_unit_test(bears_many_keys),
        cmocka_unit_test(refuses_what_is_no_object),
        cmocka_unit_test(refuses_what_is_no_json),
        cmocka_unit_test(explains_what_is_malformed),
        cmocka_unit_test(bounds_the_depth_of_endless_tables),
        cmocka_unit_test(keeps_to_the_readers_limits),
        cmocka_unit_test(says_when_memory_is_out),
        cmocka_unit_test(refuses_a_table_with_too_many_members),
    };
    return RUN_TESTS(tests);
}
