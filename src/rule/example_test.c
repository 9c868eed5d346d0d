#include "src/base/testing.h"
#include "src/rule/constraint.h"

static const struct ssmspec_shape plate = {
    .name = "Plate", .type = SSMSPEC_STRING, .example = "\"${plate}\"", .series = "p-###/#"};
static const struct ssmspec_shape quoted = {
    .name = "Quoted", .type = SSMSPEC_STRING, .series = "\"q#\""};
static const struct ssmspec_shape colour = {
    .name = "Colour",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM, .values = SSMSPEC_NAMES("Red", "Blue")})};
static const struct ssmspec_shape doors = {
    .name = "Doors",
    .type = SSMSPEC_INTEGER,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 3, .max = 5})};
static const struct ssmspec_shape flag = {.name = "Flag", .type = SSMSPEC_BOOLEAN};
static const struct ssmspec_shape bare = {.name = "Bare", .type = SSMSPEC_STRING};
static const struct ssmspec_shape pair = {
    .name = "Pair",
    .type = SSMSPEC_LIST,
    .element = &quoted,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = 2, .max = 2})};
static const struct ssmspec_shape colours = {
    .name = "Colours", .type = SSMSPEC_MAP, .key = &quoted, .element = &colour};
static const struct ssmspec_shape car = {
    .name = "Car",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Plate", .shape = &plate, .is_required = true},
                    {.name = "Note", .shape = &bare},
                    {.name = "Doors", .shape = &doors, .is_required = true})};
static const struct ssmspec_shape endless;
static const struct ssmspec_shape endless = {
    .name = "Endless", .type = SSMSPEC_LIST, .element = &endless};

static void assert_example(const struct ssmspec_shape *shape, const char *json) {
    struct ssmspec_bytes out = {0};
    ASSERT_OK(ssmspec_shape_example(shape, &out));
    assert_string_equal(ssmspec_bytes_view(&out).ptr, json);
    ssmspec_bytes_clear(&out);
}

static void assert_series(const struct ssmspec_shape *shape, unsigned index, const char *json) {
    struct ssmspec_bytes out = {0};
    ASSERT_OK(ssmspec_shape_series(shape, index, &out));
    assert_string_equal(ssmspec_bytes_view(&out).ptr, json);
    ssmspec_bytes_clear(&out);
}

static void gives_the_tables_example(void **state) {
    (void)state;
    assert_example(&plate, "\"${plate}\"");
}

static void makes_one_from_what_is_required(void **state) {
    (void)state;
    assert_example(&car, "{\"Plate\":\"${plate}\",\"Doors\":3}");
    assert_example(&pair, "[\"q0\",\"q1\"]");
    assert_example(&colours, "{\"q0\":\"Red\"}");
    assert_example(&colour, "\"Red\"");
    assert_example(&flag, "true");
}

static void refuses_what_it_cannot_make(void **state) {
    (void)state;
    struct ssmspec_bytes out = {0};
    assert_int_equal(ssmspec_shape_example(&bare, &out), SSMSPEC_ERR_TABLE);
    assert_int_equal(ssmspec_shape_example(&endless, &out), SSMSPEC_ERR_TABLE);
    ssmspec_bytes_clear(&out);
}

static void counts_in_each_run_of_marks(void **state) {
    (void)state;
    assert_series(&plate, 0, "\"p-000/0\"");
    assert_series(&plate, 42, "\"p-042/42\"");
    assert_series(&plate, 1234, "\"p-1234/1234\"");
    assert_series(&quoted, 7, "\"q7\"");
}

static void repeats_the_example_without_a_series(void **state) {
    (void)state;
    assert_series(&doors, 5, "3");
    assert_series(&car, 1, "{\"Plate\":\"${plate}\",\"Doors\":3}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_tables_example),
        cmocka_unit_test(makes_one_from_what_is_required),
        cmocka_unit_test(refuses_what_it_cannot_make),
        cmocka_unit_test(counts_in_each_run_of_marks),
        cmocka_unit_test(repeats_the_example_without_a_series),
    };
    return RUN_TESTS(tests);
}
