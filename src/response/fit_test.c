#include "src/response/response.h"

#include "src/base/testing.h"

static const struct ssmspec_shape text_shape = {.name = "Text", .type = SSMSPEC_STRING};
static const struct ssmspec_shape count_shape = {.name = "Count", .type = SSMSPEC_INTEGER};
static const struct ssmspec_shape flag_shape = {.name = "Flag", .type = SSMSPEC_BOOLEAN};
static const struct ssmspec_shape time_shape = {.name = "Time", .type = SSMSPEC_TIMESTAMP};
static const struct ssmspec_shape status_shape = {
    .name = "Status",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM, .values = SSMSPEC_NAMES("Pending", "Success")})};
static const struct ssmspec_shape texts_shape = {
    .name = "Texts", .type = SSMSPEC_LIST, .element = &text_shape};
static const struct ssmspec_shape map_shape = {
    .name = "Map", .type = SSMSPEC_MAP, .key = &text_shape, .element = &texts_shape};
static const struct ssmspec_shape thing_shape = {
    .name = "Thing",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Count", .shape = &count_shape}, {.name = "Flag", .shape = &flag_shape},
        {.name = "Id", .shape = &text_shape, .is_always_sent = true},
        {.name = "Map", .shape = &map_shape}, {.name = "Status", .shape = &status_shape},
        {.name = "Time", .shape = &time_shape})};
static const struct ssmspec_shape output_shape = {
    .name = "Output",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Thing", .shape = &thing_shape, .is_always_sent = true})};
static const struct ssmspec_shape nothing_shape = {.name = "Nothing", .type = SSMSPEC_STRUCTURE};

static struct ssmspec_arena arena;

static bool fits(const struct ssmspec_shape *shape, const char *body, const char **why) {
    const struct ssmspec_response response = {.status = 200, .body = ssmspec_view_of(body)};
    struct ssmspec_answer answer = {0};
    ASSERT_OK(ssmspec_answer_read(&response, &arena, &answer));
    return ssmspec_answer_fits(&answer, shape, &arena, why);
}

static void assert_fits(const char *body) {
    const char *why = NULL;
    if (!fits(&output_shape, body, &why)) {
        fail_msg("%s: %s", body, why);
    }
}

static void assert_misfits(const char *body, const char *wanted) {
    const char *why = NULL;
    assert_false(fits(&output_shape, body, &why));
    assert_non_null(why);
    assert_string_equal(why, wanted);
}

static void accepts_what_the_model_allows(void **state) {
    (void)state;
    assert_fits("{\"Thing\":{\"Id\":\"x\"}}");
    assert_fits("{\"Thing\":{\"Id\":\"\",\"Count\":6e1,\"Flag\":false,\"Status\":\"Success\","
                "\"Time\":1.541761816338E9,\"Map\":{\"a\":[\"b\"],\"c\":[]}}}");
}

static void ignores_unknown_members(void **state) {
    (void)state;
    assert_fits("{\"New\":1,\"Thing\":{\"Id\":\"x\",\"New\":[null]}}");
}

static void takes_null_as_absent(void **state) {
    (void)state;
    assert_fits("{\"Thing\":{\"Id\":\"x\",\"Count\":null,\"Map\":null}}");
    assert_misfits("{\"Thing\":{\"Id\":null}}", "Thing.Id is missing");
}

static void names_what_is_missing(void **state) {
    (void)state;
    assert_misfits("{}", "Thing is missing");
    assert_misfits("{\"Thing\":{}}", "Thing.Id is missing");
}

static void names_what_has_the_wrong_type(void **state) {
    (void)state;
    assert_misfits("{\"Thing\":[]}", "Thing is a JSON list where the model says structure");
    assert_misfits("{\"Thing\":{\"Id\":7}}",
                   "Thing.Id is a JSON number where the model says string");
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Count\":1.5}}", "Thing.Count is not an integer");
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Map\":{\"a\":[1]}}}",
                   "Thing.Map[][] is a JSON number where the model says string");
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Map\":{\"a\":[null]}}}",
                   "Thing.Map[][] is a JSON null where the model says string");
}

static void wants_times_in_seconds(void **state) {
    (void)state;
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Time\":\"2020-01-01\"}}",
                   "Thing.Time is a JSON string where the model says timestamp");
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Time\":1541761816338}}",
                   "Thing.Time is no plausible number of epoch seconds");
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Time\":-1}}",
                   "Thing.Time is no plausible number of epoch seconds");
}

static void wants_modelled_enum_values(void **state) {
    (void)state;
    assert_misfits("{\"Thing\":{\"Id\":\"x\",\"Status\":\"\\u001bDone\"}}",
                   "Thing.Status is '\xEF\xBF\xBD"
                   "Done', not one of its values");
}

static void an_output_without_members_may_be_empty(void **state) {
    (void)state;
    const char *why = NULL;
    assert_true(fits(&nothing_shape, "", &why));
    assert_true(fits(&nothing_shape, "{}", &why));
    assert_true(fits(NULL, "", &why));
    assert_false(fits(&nothing_shape, "null", &why));
    assert_false(fits(&nothing_shape, "[]", &why));
    assert_false(fits(&output_shape, "", &why));
    assert_string_equal(why, "the answer is not a JSON object");
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(accepts_what_the_model_allows, clear),
        cmocka_unit_test_teardown(ignores_unknown_members, clear),
        cmocka_unit_test_teardown(takes_null_as_absent, clear),
        cmocka_unit_test_teardown(names_what_is_missing, clear),
        cmocka_unit_test_teardown(names_what_has_the_wrong_type, clear),
        cmocka_unit_test_teardown(wants_times_in_seconds, clear),
        cmocka_unit_test_teardown(wants_modelled_enum_values, clear),
        cmocka_unit_test_teardown(an_output_without_members_may_be_empty, clear),
    };
    return RUN_TESTS(tests);
}
