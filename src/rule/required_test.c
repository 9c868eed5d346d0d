#include "src/rule/rule_testing.h"

static const struct ssmspec_shape plate = {
    .name = "Plate", .type = SSMSPEC_STRING, .example = "\"${plate}\""};
static const struct ssmspec_constraint row = {.kind = SSMSPEC_REQUIRED, .source = "MODEL:Car"};
static const struct rule_test required = {.kind = &ssmspec_required_kind,
                                          .site = {.shape = &plate, .constraint = &row}};

static void wants_a_value_that_is_not_null(void **state) {
    (void)state;
    assert_side(required, "null", SSMSPEC_OFF);
    assert_side(required, "\"\"", SSMSPEC_WITHIN);
    assert_side(required, "false", SSMSPEC_WITHIN);
    assert_int_equal(ssmspec_required_kind.check(&row, &plate, NULL, NULL), SSMSPEC_OFF);
}

static void probes_absence_and_presence(void **state) {
    (void)state;
    assert_probes(required, "absent reject\nnull reject\npresent accept\n");
    assert_probe_value(required, "absent", "(absent)");
    assert_probe_value(required, "null", "null");
    assert_probe_value(required, "present", "\"${plate}\"");
    assert_probes_agree_with_check(required);
    assert_probe_stops(required);
}

static void describes_itself(void **state) {
    (void)state;
    assert_described(required, SSMSPEC_OFF, "Member must not be null");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wants_a_value_that_is_not_null),
        cmocka_unit_test(probes_absence_and_presence),
        cmocka_unit_test(describes_itself),
    };
    return RUN_TESTS(tests);
}
