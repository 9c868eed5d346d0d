#include "src/rule/rule_testing.h"

static const struct ssmspec_shape nickname = {.name = "Nickname", .type = SSMSPEC_STRING};

static struct rule_test at(const struct ssmspec_constraint *row) {
    return (struct rule_test){.kind = &ssmspec_length_kind,
                              .site = {.shape = &nickname, .constraint = row}};
}

static const struct ssmspec_constraint three_to_six = {
    .kind = SSMSPEC_LENGTH, .min = 3, .max = 6, .fill = "xyz"};
static const struct ssmspec_constraint ascii_only = {
    .kind = SSMSPEC_LENGTH, .min = 1, .max = 20, .is_ascii_only = true};
static const struct ssmspec_constraint fixed = {
    .kind = SSMSPEC_LENGTH, .min = 8, .max = 8, .is_ascii_only = true};
static const struct ssmspec_constraint fixed_any = {.kind = SSMSPEC_LENGTH, .min = 8, .max = 8};
static const struct ssmspec_constraint only_min = {
    .kind = SSMSPEC_LENGTH, .min = 10, .max = SSMSPEC_NO_MAX};
static const struct ssmspec_constraint only_max = {
    .kind = SSMSPEC_LENGTH, .min = SSMSPEC_NO_MIN, .max = 2};
static const struct ssmspec_constraint from_zero = {
    .kind = SSMSPEC_LENGTH, .min = 0, .max = 9, .is_ascii_only = true};
static const struct ssmspec_constraint at_least_two = {
    .kind = SSMSPEC_LENGTH, .min = 2, .max = SSMSPEC_NO_MAX};
static const struct ssmspec_constraint up_to_600 = {
    .kind = SSMSPEC_LENGTH, .min = SSMSPEC_NO_MIN, .max = 600, .is_ascii_only = true};
static const struct ssmspec_constraint nothing_unsettled = {.kind = SSMSPEC_LENGTH,
                                                            .min = SSMSPEC_NO_MIN,
                                                            .max = 600,
                                                            .is_min_unsettled = true,
                                                            .is_ascii_only = true};
static const struct ssmspec_constraint wide_fill = {.kind = SSMSPEC_LENGTH,
                                                    .min = SSMSPEC_NO_MIN,
                                                    .max = 50000,
                                                    .fill = "\xE2\x82\xAC",
                                                    .is_ascii_only = true};

static void counts_code_points(void **state) {
    (void)state;
    assert_side(at(&three_to_six), "\"ab\"", SSMSPEC_BELOW);
    assert_side(at(&three_to_six), "\"abc\"", SSMSPEC_WITHIN);
    assert_side(at(&three_to_six), "\"abcdef\"", SSMSPEC_WITHIN);
    assert_side(at(&three_to_six), "\"abcdefg\"", SSMSPEC_ABOVE);
    assert_side(at(&three_to_six), "\"\xC3\xA9\xC3\xA9\"", SSMSPEC_BELOW);
    assert_side(at(&three_to_six), "\"\\uD835\\uDC9C\\uD835\\uDC9Cx\"", SSMSPEC_WITHIN);
    assert_side(at(&only_max), "\"\xF0\x9D\x92\x9C\xF0\x9D\x92\x9C\"", SSMSPEC_WITHIN);
    assert_side(at(&only_max), "\"\"", SSMSPEC_WITHIN);
}

static void leaves_other_types_alone(void **state) {
    (void)state;
    assert_side(at(&three_to_six), "12345678", SSMSPEC_WITHIN);
    assert_side(at(&three_to_six), "[]", SSMSPEC_WITHIN);
}

static void probes_both_bounds_and_the_unit(void **state) {
    (void)state;
    assert_probes(at(&three_to_six), "empty reject\nbelow-min reject\nat-min accept\n"
                                     "at-max accept\nabove-max reject\nfar-above reject\n"
                                     "multibyte-at-max accept\nmultibyte-above-max reject\n"
                                     "astral-at-limit unsettled source=OBS:V-71\n"
                                     "astral-half accept\n");
}

static void probes_bytes_only_where_letters_are_forbidden(void **state) {
    (void)state;
    assert_probes(at(&ascii_only), "below-min reject\nat-min accept\nat-max accept\n"
                                   "above-max reject\nfar-above reject\n");
}

static void probes_an_exact_length_in_characters(void **state) {
    (void)state;
    assert_probes(at(&fixed), "empty reject\nbelow-min reject\nexact accept\n"
                              "above-max reject\nfar-above reject\n"
                              "bytes-not-characters reject\n");
    assert_probes(at(&fixed_any), "empty reject\nbelow-min reject\nexact accept\n"
                                  "above-max reject\nfar-above reject\n"
                                  "bytes-not-characters reject\n"
                                  "multibyte-at-max accept\nmultibyte-above-max reject\n"
                                  "astral-at-limit unsettled source=OBS:V-71\n");
}

static void probes_only_the_bound_there_is(void **state) {
    (void)state;
    assert_probes(at(&only_min), "empty reject\nbelow-min reject\nat-min accept\n");
    assert_probes(at(&at_least_two), "empty reject\nbelow-min reject\nat-min accept\n");
    assert_probes(at(&from_zero), "at-min accept\nat-max accept\nabove-max reject\n"
                                  "far-above reject\n");
    assert_probes(at(&only_max), "empty accept\nat-max accept\nabove-max reject\nfar-above reject\n"
                                 "multibyte-at-max accept\nmultibyte-above-max reject\n"
                                 "astral-at-limit unsettled source=OBS:V-71\n"
                                 "astral-half accept\n");
}

static void probes_no_text_where_no_min_forbids_it(void **state) {
    (void)state;
    assert_probes(at(&up_to_600), "empty accept\nat-max accept\nabove-max reject\n"
                                  "far-above reject\n");
    assert_probes(at(&nothing_unsettled), "empty unsettled\nat-max accept\nabove-max reject\n"
                                          "far-above reject\n");
    assert_probe_value(at(&up_to_600), "empty", "\"\"");
}

static void fills_to_the_wanted_length(void **state) {
    (void)state;
    assert_probe_value(at(&three_to_six), "empty", "\"\"");
    assert_probe_value(at(&three_to_six), "below-min", "\"xy\"");
    assert_probe_value(at(&three_to_six), "at-max", "\"xyzxyz\"");
    assert_probe_value(at(&three_to_six), "above-max", "\"xyzxyzx\"");
    assert_probe_value(at(&only_max), "multibyte-above-max", "\"\xC3\xA9\xC3\xA9\xC3\xA9\"");
    assert_probe_value(at(&only_max), "astral-half", "\"\xF0\x9D\x92\x9C\"");
    assert_probe_value(at(&ascii_only), "below-min", "\"\"");
}

static enum ssmspec_err keep_longest(void *context, const struct ssmspec_probe *probe) {
    size_t *longest = context;
    *longest = probe->value.len > *longest ? probe->value.len : *longest;
    return SSMSPEC_OK;
}

static void goes_far_above_but_not_without_end(void **state) {
    (void)state;
    size_t longest = 0;
    struct rule_test test = at(&three_to_six);
    ASSERT_OK(test.kind->probe(&test.site, &test.arena, keep_longest, &longest));
    assert_int_equal(longest, 4096 + 2);
    longest = 0;
    test = at(&up_to_600);
    ASSERT_OK(test.kind->probe(&test.site, &test.arena, keep_longest, &longest));
    assert_int_equal(longest, 6000 + 2);
    longest = 0;
    test = at(&wide_fill);
    ASSERT_OK(test.kind->probe(&test.site, &test.arena, keep_longest, &longest));
    assert_int_equal(longest, 50001 * 3 + 2);
}

static void probes_agree_with_check(void **state) {
    (void)state;
    assert_probes_agree_with_check(at(&three_to_six));
    assert_probes_agree_with_check(at(&ascii_only));
    assert_probes_agree_with_check(at(&fixed_any));
    assert_probes_agree_with_check(at(&only_min));
    assert_probes_agree_with_check(at(&only_max));
    assert_probes_agree_with_check(at(&from_zero));
    assert_probes_agree_with_check(at(&wide_fill));
}

static void describes_each_side(void **state) {
    (void)state;
    assert_described(at(&three_to_six), SSMSPEC_BELOW,
                     "Member must have length greater than or equal to 3");
    assert_described(at(&three_to_six), SSMSPEC_ABOVE,
                     "Member must have length less than or equal to 6");
    assert_described(at(&three_to_six), SSMSPEC_WITHIN, "Member must have length between 3 and 6");
    assert_described(at(&only_min), SSMSPEC_WITHIN,
                     "Member must have length greater than or equal to 10");
    assert_described(at(&only_max), SSMSPEC_WITHIN,
                     "Member must have length less than or equal to 2");
}

static void stops_at_the_sinks_error(void **state) {
    (void)state;
    assert_probe_stops(at(&three_to_six));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_code_points),
        cmocka_unit_test(leaves_other_types_alone),
        cmocka_unit_test(probes_both_bounds_and_the_unit),
        cmocka_unit_test(probes_bytes_only_where_letters_are_forbidden),
        cmocka_unit_test(probes_an_exact_length_in_characters),
        cmocka_unit_test(probes_only_the_bound_there_is),
        cmocka_unit_test(probes_no_text_where_no_min_forbids_it),
        cmocka_unit_test(fills_to_the_wanted_length),
        cmocka_unit_test(goes_far_above_but_not_without_end),
        cmocka_unit_test(probes_agree_with_check),
        cmocka_unit_test(describes_each_side),
        cmocka_unit_test(stops_at_the_sinks_error),
    };
    return RUN_TESTS(tests);
}
