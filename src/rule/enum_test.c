#include "src/rule/rule_testing.h"

static const struct ssmspec_shape colour = {.name = "Colour", .type = SSMSPEC_STRING};

static struct rule_test at(const struct ssmspec_constraint *row) {
    return (struct rule_test){.kind = &ssmspec_enum_kind,
                              .site = {.shape = &colour, .constraint = row}};
}

static const struct ssmspec_constraint colours = {.kind = SSMSPEC_ENUM,
                                                  .values = SSMSPEC_NAMES("Red", "Dark Blue")};
static const struct ssmspec_constraint spelled_twice = {.kind = SSMSPEC_ENUM,
                                                        .values = SSMSPEC_NAMES("red", "RED", "")};
static const struct ssmspec_constraint nothing = {.kind = SSMSPEC_ENUM,
                                                  .values = (const char *const[]){NULL}};

static void knows_its_values(void **state) {
    (void)state;
    assert_side(at(&colours), "\"Red\"", SSMSPEC_WITHIN);
    assert_side(at(&colours), "\"Dark Blue\"", SSMSPEC_WITHIN);
    assert_side(at(&colours), "\"red\"", SSMSPEC_OFF);
    assert_side(at(&colours), "\"Re\"", SSMSPEC_OFF);
    assert_side(at(&colours), "\"Red\\u0000\"", SSMSPEC_OFF);
    assert_side(at(&colours), "\"\"", SSMSPEC_OFF);
    assert_side(at(&colours), "5", SSMSPEC_WITHIN);
}

static void probes_every_value_and_its_neighbours(void **state) {
    (void)state;
    assert_probes(at(&colours), "value-Red accept\nvalue-Dark-Blue accept\nunknown reject\n"
                                "lower-case reject\nupper-case reject\nempty reject\n"
                                "trailing-space reject\ntrailing-newline reject\n");
}

static void rejects_no_member_of_the_set(void **state) {
    (void)state;
    assert_probes(at(&spelled_twice), "value-red accept\nvalue-RED accept\nvalue- accept\n"
                                      "unknown reject\ntrailing-space reject\n"
                                      "trailing-newline reject\n");
}

static void spells_values(void **state) {
    (void)state;
    assert_probe_value(at(&colours), "value-Dark-Blue", "\"Dark Blue\"");
    assert_probe_value(at(&colours), "unknown", "\"ssmspec-unknown\"");
    assert_probe_value(at(&colours), "lower-case", "\"red\"");
    assert_probe_value(at(&colours), "upper-case", "\"RED\"");
    assert_probe_value(at(&colours), "trailing-space", "\"Red \"");
    assert_probe_value(at(&colours), "trailing-newline", "\"Red\\n\"");
}

static void probes_agree_with_check(void **state) {
    (void)state;
    assert_probes_agree_with_check(at(&colours));
    assert_probes_agree_with_check(at(&spelled_twice));
}

static void refuses_an_empty_set(void **state) {
    (void)state;
    struct rule_test test = at(&nothing);
    assert_int_equal(test.kind->probe(&test.site, &test.arena, rule_test_list, &test),
                     SSMSPEC_ERR_TABLE);
    rule_test_clear(&test);
}

static void describes_the_set(void **state) {
    (void)state;
    assert_described(at(&colours), SSMSPEC_OFF,
                     "Member must satisfy enum value set: [Red, Dark Blue]");
}

static void stops_at_the_sinks_error(void **state) {
    (void)state;
    assert_probe_stops(at(&colours));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_its_values),
        cmocka_unit_test(probes_every_value_and_its_neighbours),
        cmocka_unit_test(rejects_no_member_of_the_set),
        cmocka_unit_test(spells_values),
        cmocka_unit_test(probes_agree_with_check),
        cmocka_unit_test(refuses_an_empty_set),
        cmocka_unit_test(describes_the_set),
        cmocka_unit_test(stops_at_the_sinks_error),
    };
    return RUN_TESTS(tests);
}
