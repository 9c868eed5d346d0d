#include "src/rule/rule_testing.h"

static const struct ssmspec_shape plate = {
    .name = "Plate", .type = SSMSPEC_STRING, .example = "\"p-0\"", .series = "p-##"};
static const struct ssmspec_shape plates = {
    .name = "Plates", .type = SSMSPEC_LIST, .element = &plate};
static const struct ssmspec_shape garage = {
    .name = "Garage", .type = SSMSPEC_MAP, .key = &plate, .element = &plates};

static struct rule_test at(const struct ssmspec_shape *shape,
                           const struct ssmspec_constraint *row) {
    return (struct rule_test){.kind = &ssmspec_count_kind,
                              .site = {.shape = shape, .constraint = row}};
}

static const struct ssmspec_constraint up_to_three = {.kind = SSMSPEC_COUNT, .min = 0, .max = 3};
static const struct ssmspec_constraint max_three = {
    .kind = SSMSPEC_COUNT, .min = SSMSPEC_NO_MIN, .max = 3};
static const struct ssmspec_constraint one_to_three = {.kind = SSMSPEC_COUNT, .min = 1, .max = 3};
static const struct ssmspec_constraint two_to_three = {.kind = SSMSPEC_COUNT, .min = 2, .max = 3};
static const struct ssmspec_constraint just_one = {.kind = SSMSPEC_COUNT, .min = 1, .max = 1};

static void counts_elements(void **state) {
    (void)state;
    assert_side(at(&plates, &two_to_three), "[1]", SSMSPEC_BELOW);
    assert_side(at(&plates, &two_to_three), "[1,2]", SSMSPEC_WITHIN);
    assert_side(at(&plates, &two_to_three), "[1,2,3]", SSMSPEC_WITHIN);
    assert_side(at(&plates, &two_to_three), "[1,2,3,4]", SSMSPEC_ABOVE);
    assert_side(at(&plates, &max_three), "[]", SSMSPEC_WITHIN);
    assert_side(at(&garage, &just_one), "{}", SSMSPEC_BELOW);
    assert_side(at(&garage, &just_one), "{\"a\":1}", SSMSPEC_WITHIN);
    assert_side(at(&garage, &just_one), "{\"a\":1,\"b\":2}", SSMSPEC_ABOVE);
}

static void leaves_other_types_alone(void **state) {
    (void)state;
    assert_side(at(&plates, &two_to_three), "{}", SSMSPEC_WITHIN);
    assert_side(at(&garage, &just_one), "[]", SSMSPEC_WITHIN);
    assert_side(at(&garage, &just_one), "\"\"", SSMSPEC_WITHIN);
}

static void probes_an_empty_one_by_its_min(void **state) {
    (void)state;
    assert_probes(at(&plates, &up_to_three),
                  "empty accept\nat-max accept\nabove-max reject\nfar-above reject\n");
    assert_probes(at(&plates, &max_three),
                  "empty accept\nat-max accept\nabove-max reject\nfar-above reject\n");
    assert_probes(at(&plates, &one_to_three), "below-min reject\nat-min accept\nat-max accept\n"
                                              "above-max reject\nfar-above reject\n");
    assert_probes(at(&plates, &two_to_three), "empty reject\nbelow-min reject\nat-min accept\n"
                                              "at-max accept\nabove-max reject\n"
                                              "far-above reject\n");
    assert_probes(at(&plates, &just_one),
                  "below-min reject\nexact accept\nabove-max reject\nfar-above reject\n");
}

static void makes_distinct_entries(void **state) {
    (void)state;
    assert_probe_value(at(&plates, &two_to_three), "empty", "[]");
    assert_probe_value(at(&plates, &two_to_three), "at-max", "[\"p-00\",\"p-01\",\"p-02\"]");
    assert_probe_value(at(&plates, &just_one), "far-above",
                       "[\"p-00\",\"p-01\",\"p-02\",\"p-03\",\"p-04\",\"p-05\",\"p-06\",\"p-07\","
                       "\"p-08\",\"p-09\"]");
    assert_probe_value(at(&garage, &two_to_three), "at-min",
                       "{\"p-00\":[\"p-00\"],\"p-01\":[\"p-00\"]}");
}

static void probes_agree_with_check(void **state) {
    (void)state;
    assert_probes_agree_with_check(at(&plates, &up_to_three));
    assert_probes_agree_with_check(at(&plates, &one_to_three));
    assert_probes_agree_with_check(at(&garage, &two_to_three));
    assert_probes_agree_with_check(at(&garage, &just_one));
}

static void describes_as_a_length(void **state) {
    (void)state;
    assert_described(at(&plates, &two_to_three), SSMSPEC_ABOVE,
                     "Member must have length less than or equal to 3");
    assert_described(at(&plates, &two_to_three), SSMSPEC_BELOW,
                     "Member must have length greater than or equal to 2");
}

static void stops_at_the_sinks_error(void **state) {
    (void)state;
    assert_probe_stops(at(&plates, &two_to_three));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_elements),
        cmocka_unit_test(leaves_other_types_alone),
        cmocka_unit_test(probes_an_empty_one_by_its_min),
        cmocka_unit_test(makes_distinct_entries),
        cmocka_unit_test(probes_agree_with_check),
        cmocka_unit_test(describes_as_a_length),
        cmocka_unit_test(stops_at_the_sinks_error),
    };
    return RUN_TESTS(tests);
}
