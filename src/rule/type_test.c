#include "src/rule/rule_testing.h"

static const struct ssmspec_shape text = {
    .name = "Text", .type = SSMSPEC_STRING, .example = "\"t\""};
static const struct ssmspec_shape seconds = {
    .name = "Seconds",
    .type = SSMSPEC_INTEGER,
    .example = "60",
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 30, .max = 100})};
static const struct ssmspec_shape plain_number = {
    .name = "Number", .type = SSMSPEC_INTEGER, .example = "7"};
static const struct ssmspec_shape flag = {
    .name = "Flag", .type = SSMSPEC_BOOLEAN, .example = "true"};
static const struct ssmspec_shape moment = {
    .name = "Moment", .type = SSMSPEC_TIMESTAMP, .example = "1.5"};
static const struct ssmspec_shape texts = {.name = "Texts", .type = SSMSPEC_LIST, .element = &text};
static const struct ssmspec_shape pair = {.name = "Pair", .type = SSMSPEC_STRUCTURE};
static const struct ssmspec_shape pairs = {.name = "Pairs", .type = SSMSPEC_LIST, .element = &pair};
static const struct ssmspec_shape table = {
    .name = "Table", .type = SSMSPEC_MAP, .key = &text, .element = &text};

static const struct ssmspec_constraint row = {.kind = SSMSPEC_TYPE, .source = "MODEL:Thing"};
static const struct ssmspec_member optional = {.name = "Optional"};
static const struct ssmspec_member needed = {.name = "Needed", .is_required = true};

static struct rule_test at(const struct ssmspec_shape *shape) {
    return (struct rule_test){.kind = &ssmspec_type_kind,
                              .site = {.shape = shape, .member = &needed, .constraint = &row}};
}

static void knows_each_type(void **state) {
    (void)state;
    static const struct {
        const struct ssmspec_shape *shape;
        const char *fitting;
    } rows[] = {{&text, "\"\""}, {&seconds, "1"}, {&flag, "false"}, {&moment, "1.5"},
                {&texts, "[]"},  {&table, "{}"},  {&pair, "{}"}};
    static const char *const values[] = {"null", "\"\"", "1", "false", "1.5", "[]", "{}"};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (size_t j = 0; j < sizeof values / sizeof values[0]; j++) {
            const bool is_number_for_time = rows[i].shape == &moment && j == 2;
            const bool fits = strcmp(values[j], rows[i].fitting) == 0 || is_number_for_time;
            assert_side(at(rows[i].shape), values[j], fits ? SSMSPEC_WITHIN : SSMSPEC_OFF);
        }
    }
}

static void takes_integers_however_spelled(void **state) {
    (void)state;
    assert_side(at(&seconds), "6e1", SSMSPEC_WITHIN);
    assert_side(at(&seconds), "60.0", SSMSPEC_WITHIN);
    assert_side(at(&seconds), "60.5", SSMSPEC_OFF);
    assert_side(at(&seconds), "1e400", SSMSPEC_OFF);
}

static void leaves_overflow_to_a_range(void **state) {
    (void)state;
    assert_side(at(&seconds), "2147483648", SSMSPEC_WITHIN);
    assert_side(at(&plain_number), "2147483647", SSMSPEC_WITHIN);
    assert_side(at(&plain_number), "2147483648", SSMSPEC_OFF);
    assert_side(at(&plain_number), "-2147483649", SSMSPEC_OFF);
    assert_side(at(&seconds), "9223372036854775808", SSMSPEC_OFF);
}

static void probes_every_wrong_type(void **state) {
    (void)state;
    assert_probes(at(&text), "number reject\nboolean reject\nlist reject\nobject reject\n");
    assert_probes(at(&seconds), "string reject\nboolean reject\nlist reject\nobject reject\n"
                                "decimal unsettled source=OBS:F-58\n"
                                "exponent unsettled source=OBS:F-60\n"
                                "infinite reject also=ValidationException\n");
    assert_probes(at(&flag), "string unsettled source=OBS:F-64\nnumber reject\nlist reject\n"
                             "object reject\n");
    assert_probes(at(&texts), "string reject\nnumber reject\nboolean reject\nobject reject\n");
    assert_probes(at(&table), "string reject\nnumber reject\nboolean reject\nlist reject\n");
    assert_probes(at(&pair), "string reject\nnumber reject\nboolean reject\nlist reject\n");
    assert_probes(at(&moment), "string reject\nboolean reject\nlist reject\nobject reject\n");
}

static void probes_null_by_the_place(void **state) {
    (void)state;
    struct rule_test test = at(&text);
    test.site.member = &optional;
    assert_probes(test, "number reject\nboolean reject\nlist reject\nobject reject\n"
                        "null accept source=OBS:P-30\n");
    test.site.member = NULL;
    test.site.is_element = true;
    assert_probes(test, "number reject\nboolean reject\nlist reject\nobject reject\n"
                        "null unsettled source=OBS:P-33 OBS:P-34\n");
    test.site.is_element = false;
    assert_probes(test, "");
}

static void spells_values_near_the_valid_one(void **state) {
    (void)state;
    assert_probe_value(at(&seconds), "string", "\"60\"");
    assert_probe_value(at(&seconds), "decimal", "60.5");
    assert_probe_value(at(&seconds), "exponent", "6e1");
    assert_probe_value(at(&seconds), "infinite", "1e400");
    assert_probe_value(at(&plain_number), "exponent", "7e0");
    assert_probe_value(at(&flag), "string", "\"true\"");
    assert_probe_value(at(&texts), "string", "\"t\"");
    assert_probe_value(at(&pairs), "string", "\"x\"");
}

static void probes_agree_with_check(void **state) {
    (void)state;
    assert_probes_agree_with_check(at(&text));
    assert_probes_agree_with_check(at(&seconds));
    assert_probes_agree_with_check(at(&plain_number));
    assert_probes_agree_with_check(at(&flag));
    assert_probes_agree_with_check(at(&texts));
    assert_probes_agree_with_check(at(&table));
    assert_probes_agree_with_check(at(&pair));
}

static void describes_itself(void **state) {
    (void)state;
    assert_described(at(&text), SSMSPEC_OFF, "must be a JSON string");
    assert_described(at(&seconds), SSMSPEC_OFF, "must be a JSON number without a fraction");
    assert_described(at(&flag), SSMSPEC_OFF, "must be a JSON boolean");
    assert_described(at(&texts), SSMSPEC_OFF, "must be a JSON array");
    assert_described(at(&pair), SSMSPEC_OFF, "must be a JSON object");
}

static void stops_at_the_sinks_error(void **state) {
    (void)state;
    assert_probe_stops(at(&seconds));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_each_type),
        cmocka_unit_test(takes_integers_however_spelled),
        cmocka_unit_test(leaves_overflow_to_a_range),
        cmocka_unit_test(probes_every_wrong_type),
        cmocka_unit_test(probes_null_by_the_place),
        cmocka_unit_test(spells_values_near_the_valid_one),
        cmocka_unit_test(probes_agree_with_check),
        cmocka_unit_test(describes_itself),
        cmocka_unit_test(stops_at_the_sinks_error),
    };
    return RUN_TESTS(tests);
}
