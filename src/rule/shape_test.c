#include "src/base/testing.h"
#include "src/rule/constraint.h"

static const struct ssmspec_shape text = {.name = "Text", .type = SSMSPEC_STRING};
static const struct ssmspec_shape car = {
    .name = "Car",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Doors", .shape = &text}, {.name = "Plate", .shape = &text})};
static const struct ssmspec_operation park = {.name = "ParkCar", .input = &car};
static const struct ssmspec_operation wash = {.name = "WashCar", .input = &car};
static const struct ssmspec_service garage = {
    .name = "garage", .operations = (const struct ssmspec_operation *const[]){&park, &wash, NULL}};

static void names_everything(void **state) {
    (void)state;
    static const char *const kinds[] = {"required", "type",  "length", "range",
                                        "pattern",  "count", "enum"};
    static const char *const types[] = {"string", "integer", "boolean",  "timestamp",
                                        "list",   "map",     "structure"};
    for (int i = 0; i < SSMSPEC_KIND_COUNT; i++) {
        assert_string_equal(ssmspec_kind_name((enum ssmspec_kind)i), kinds[i]);
    }
    for (int i = 0; i < SSMSPEC_TYPE_COUNT; i++) {
        assert_string_equal(ssmspec_type_name((enum ssmspec_type)i), types[i]);
    }
    assert_string_equal(ssmspec_level_name(SSMSPEC_NONE), "none");
    assert_string_equal(ssmspec_level_name(SSMSPEC_MAY), "may");
    assert_string_equal(ssmspec_level_name(SSMSPEC_SHOULD), "should");
    assert_string_equal(ssmspec_level_name(SSMSPEC_MUST), "must");
    assert_string_equal(ssmspec_effect_name(SSMSPEC_EFFECT_NONE), "none");
    assert_string_equal(ssmspec_effect_name(SSMSPEC_EFFECT_CREATE), "create");
    assert_string_equal(ssmspec_effect_name(SSMSPEC_EFFECT_EXECUTE), "execute");
}

static void finds_operations_and_members_by_exact_name(void **state) {
    (void)state;
    assert_ptr_equal(ssmspec_service_operation(&garage, "WashCar"), &wash);
    assert_null(ssmspec_service_operation(&garage, "washCar"));
    assert_ptr_equal(ssmspec_shape_member(&car, "Plate"), &car.members[1]);
    assert_null(ssmspec_shape_member(&car, "Plat"));
    assert_null(ssmspec_shape_member(&text, "Plate"));
}

static void finds_an_operations_errors_by_bare_name(void **state) {
    (void)state;
    static const struct ssmspec_error errors[] = {
        {.name = "NoWater", .status = 400}, {.name = "NoPower", .status = 500}, {.name = NULL}};
    const struct ssmspec_operation rinse = {.name = "Rinse", .modelled = errors};
    const struct ssmspec_operation silent = {.name = "Silent"};
    assert_ptr_equal(ssmspec_operation_error(&rinse, SSMSPEC_VIEW("NoPower")), &errors[1]);
    assert_null(ssmspec_operation_error(&rinse, SSMSPEC_VIEW("noPower")));
    assert_null(ssmspec_operation_error(&silent, SSMSPEC_VIEW("NoPower")));
    assert_null(ssmspec_operation_error(NULL, SSMSPEC_VIEW("NoPower")));
}

static void has_a_row_for_every_kind(void **state) {
    (void)state;
    for (int i = 0; i < SSMSPEC_KIND_COUNT; i++) {
        const struct ssmspec_constraint_kind *kind = ssmspec_constraint_kind((enum ssmspec_kind)i);
        assert_non_null(kind);
        assert_int_equal(kind->kind, i);
        assert_true(kind->check != NULL && kind->probe != NULL && kind->describe != NULL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_everything),
        cmocka_unit_test(finds_operations_and_members_by_exact_name),
        cmocka_unit_test(finds_an_operations_errors_by_bare_name),
        cmocka_unit_test(has_a_row_for_every_kind),
    };
    return RUN_TESTS(tests);
}
