#include "src/rule/rule_testing.h"

static const struct ssmspec_shape plate = {.name = "Plate", .type = SSMSPEC_STRING};
static const struct ssmspec_constraint row = {
    .kind = SSMSPEC_PATTERN,
    .pattern = "[a-z]+",
    .accepts = SSMSPEC_SAMPLES({.name = "plain", .text = "abc"},
                               {.name = "long", .text = "ab", .repeat = 3}),
    .rejects = SSMSPEC_SAMPLES({.name = "quote", .text = "a\"b", .source = "OBS:V-39"},
                               {.name = "either", .text = "A", .is_unsettled = true})};
static const struct ssmspec_constraint bare = {.kind = SSMSPEC_PATTERN, .pattern = "x"};
static const struct rule_test pattern = {.kind = &ssmspec_pattern_kind,
                                         .site = {.shape = &plate, .constraint = &row}};

static void wants_a_full_match(void **state) {
    (void)state;
    assert_side(pattern, "\"abc\"", SSMSPEC_WITHIN);
    assert_side(pattern, "\"abc1\"", SSMSPEC_OFF);
    assert_side(pattern, "\"\"", SSMSPEC_OFF);
    assert_side(pattern, "1", SSMSPEC_WITHIN);
}

static void probes_what_was_written_by_hand(void **state) {
    (void)state;
    assert_probes(pattern, "plain accept\nlong accept\nquote reject source=OBS:V-39\n"
                           "either unsettled\n");
    assert_probe_value(pattern, "long", "\"ababab\"");
    assert_probe_value(pattern, "quote", "\"a\\\"b\"");
    assert_probes_agree_with_check(pattern);
    assert_probe_stops(pattern);
}

static void has_no_probes_without_samples(void **state) {
    (void)state;
    struct rule_test test = pattern;
    test.site.constraint = &bare;
    assert_probes(test, "");
}

static void describes_itself(void **state) {
    (void)state;
    assert_described(pattern, SSMSPEC_OFF,
                     "Member must satisfy regular expression pattern: [a-z]+");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wants_a_full_match),
        cmocka_unit_test(probes_what_was_written_by_hand),
        cmocka_unit_test(has_no_probes_without_samples),
        cmocka_unit_test(describes_itself),
    };
    return RUN_TESTS(tests);
}
