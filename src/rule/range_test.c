#include "src/rule/rule_testing.h"

static const struct ssmspec_shape weight = {.name = "Weight", .type = SSMSPEC_INTEGER};

static struct rule_test at(const struct ssmspec_constraint *row) {
    return (struct rule_test){.kind = &ssmspec_range_kind,
                              .site = {.shape = &weight, .constraint = row}};
}

static const struct ssmspec_constraint thirty_up = {
    .kind = SSMSPEC_RANGE, .min = 30, .max = 2592000};
static const struct ssmspec_constraint one_to_fifty = {.kind = SSMSPEC_RANGE, .min = 1, .max = 50};
static const struct ssmspec_constraint around_zero = {.kind = SSMSPEC_RANGE, .min = -5, .max = 5};
static const struct ssmspec_constraint int32_max = {
    .kind = SSMSPEC_RANGE, .min = SSMSPEC_NO_MIN, .max = INT32_MAX};
static const struct ssmspec_constraint only_min = {
    .kind = SSMSPEC_RANGE, .min = 0, .max = SSMSPEC_NO_MAX};

#define OVERFLOW " reject also=SerializationException\n"

static void checks_both_sides(void **state) {
    (void)state;
    assert_side(at(&thirty_up), "29", SSMSPEC_BELOW);
    assert_side(at(&thirty_up), "30", SSMSPEC_WITHIN);
    assert_side(at(&thirty_up), "3e1", SSMSPEC_WITHIN);
    assert_side(at(&thirty_up), "2592000", SSMSPEC_WITHIN);
    assert_side(at(&thirty_up), "2592001", SSMSPEC_ABOVE);
    assert_side(at(&thirty_up), "-9223372036854775808", SSMSPEC_BELOW);
}

static void leaves_what_is_no_integer_to_the_type(void **state) {
    (void)state;
    assert_side(at(&thirty_up), "1.5", SSMSPEC_WITHIN);
    assert_side(at(&thirty_up), "1e400", SSMSPEC_WITHIN);
    assert_side(at(&thirty_up), "\"1\"", SSMSPEC_WITHIN);
}

static void probes_both_bounds(void **state) {
    (void)state;
    assert_probes(at(&thirty_up), "below-min reject\nat-min accept\nat-max accept\n"
                                  "above-max reject\nzero reject\nnegative reject\n"
                                  "beyond-int32" OVERFLOW "beyond-int64" OVERFLOW);
}

static void skips_what_another_probe_sends(void **state) {
    (void)state;
    assert_probes(at(&one_to_fifty), "below-min reject\nat-min accept\nat-max accept\n"
                                     "above-max reject\nnegative reject\n"
                                     "beyond-int32" OVERFLOW "beyond-int64" OVERFLOW);
    assert_probes(at(&int32_max), "at-max accept\nabove-max" OVERFLOW
                                  "zero accept\nnegative accept\nbeyond-int64" OVERFLOW);
    assert_probes(at(&only_min), "below-min reject\nat-min accept\n"
                                 "beyond-int32" OVERFLOW "beyond-int64" OVERFLOW);
}

static void accepts_zero_and_negatives_inside(void **state) {
    (void)state;
    assert_probes(at(&around_zero), "below-min reject\nat-min accept\nat-max accept\n"
                                    "above-max reject\nzero accept\nnegative accept\n"
                                    "beyond-int32" OVERFLOW "beyond-int64" OVERFLOW);
}

static void spells_numbers(void **state) {
    (void)state;
    assert_probe_value(at(&thirty_up), "below-min", "29");
    assert_probe_value(at(&thirty_up), "above-max", "2592001");
    assert_probe_value(at(&thirty_up), "beyond-int32", "2147483648");
    assert_probe_value(at(&thirty_up), "beyond-int64", "9223372036854775808");
    assert_probe_value(at(&around_zero), "below-min", "-6");
}

static void describes_each_side(void **state) {
    (void)state;
    assert_described(at(&thirty_up), SSMSPEC_BELOW,
                     "Member must have value greater than or equal to 30");
    assert_described(at(&thirty_up), SSMSPEC_ABOVE,
                     "Member must have value less than or equal to 2592000");
    assert_described(at(&thirty_up), SSMSPEC_WITHIN,
                     "Member must have value between 30 and 2592000");
}

static void stops_at_the_sinks_error(void **state) {
    (void)state;
    assert_probe_stops(at(&thirty_up));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_both_sides),
        cmocka_unit_test(leaves_what_is_no_integer_to_the_type),
        cmocka_unit_test(probes_both_bounds),
        cmocka_unit_test(skips_what_another_probe_sends),
        cmocka_unit_test(accepts_zero_and_negatives_inside),
        cmocka_unit_test(spells_numbers),
        cmocka_unit_test(describes_each_side),
        cmocka_unit_test(stops_at_the_sinks_error),
    };
    return RUN_TESTS(tests);
}
