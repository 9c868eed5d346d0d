#include "src/base/testing.h"
#include "src/case/template.h"

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bindings bindings;
    struct ssmspec_bytes out;
    struct ssmspec_view missing;
};

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    ssmspec_bindings_init(&world.bindings, &world.arena);
    const struct ssmspec_view fleet[] = {SSMSPEC_VIEW("i-1"), SSMSPEC_VIEW("i-2"),
                                         SSMSPEC_VIEW("i-3")};
    ASSERT_OK(ssmspec_bindings_set(&world.bindings, SSMSPEC_VIEW("node"), SSMSPEC_VIEW("i-0")));
    ASSERT_OK(
        ssmspec_bindings_set(&world.bindings, SSMSPEC_VIEW("quoted"), SSMSPEC_VIEW("a\"b\\c")));
    ASSERT_OK(ssmspec_bindings_set_list(&world.bindings, SSMSPEC_VIEW("fleet"), fleet, 3));
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_bytes_clear(&world->out);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static enum ssmspec_err fill(struct world *world, const char *text) {
    ssmspec_bytes_reset(&world->out);
    return ssmspec_template_fill(ssmspec_view_of(text), &world->bindings, NULL, NULL, &world->out,
                                 &world->missing);
}

static void assert_fills(struct world *world, const char *text, const char *wanted) {
    ASSERT_OK(fill(world, text));
    ASSERT_VIEW(ssmspec_bytes_view(&world->out), wanted);
}

static void fills_single_values(void **state) {
    struct world *world = *state;
    assert_fills(world, "[\"${node}\"]", "[\"i-0\"]");
    assert_fills(world, "${node}${node}", "i-0i-0");
    assert_fills(world, "nothing", "nothing");
    assert_fills(world, "", "");
}

static void fills_lists_whole_and_by_index(void **state) {
    struct world *world = *state;
    assert_fills(world, "[\"${fleet...}\"]", "[\"i-1\",\"i-2\",\"i-3\"]");
    assert_fills(world, "${fleet[2]}", "i-3");
    assert_fills(world, "${fleet}", "i-1");
}

static void parts_a_key_from_its_value(void **state) {
    struct world *world = *state;
    ASSERT_OK(
        ssmspec_bindings_set(&world->bindings, SSMSPEC_VIEW("pair"), SSMSPEC_VIEW("tag:Env=a=b")));
    assert_fills(world, "${pair.key}|${pair.value}", "tag:Env|a=b");
    assert_fills(world, "${fleet.key}|${fleet.value}", "i-1|i-2");
    assert_int_equal(fill(world, "${node.value}"), SSMSPEC_ERR_UNBOUND);
    const struct ssmspec_view one = SSMSPEC_VIEW("alone");
    ASSERT_OK(ssmspec_bindings_set_list(&world->bindings, SSMSPEC_VIEW("single"), &one, 1));
    assert_int_equal(fill(world, "${single.value}"), SSMSPEC_ERR_UNBOUND);
}

static void escapes_what_json_would_misread(void **state) {
    assert_fills(*state, "\"${quoted}\"", "\"a\\\"b\\\\c\"");
}

static void doubled_dollar_is_literal(void **state) {
    assert_fills(*state, "a$${node}b", "a${node}b");
}

static void unclosed_role_is_literal(void **state) {
    assert_fills(*state, "a${node", "a${node");
}

static void names_the_role_that_has_no_value(void **state) {
    struct world *world = *state;
    assert_int_equal(fill(world, "x${nobody}y"), SSMSPEC_ERR_UNBOUND);
    ASSERT_VIEW(world->missing, "nobody");
    assert_int_equal(fill(world, "${fleet[3]}"), SSMSPEC_ERR_UNBOUND);
}

static struct ssmspec_view extra(void *context, struct ssmspec_view role) {
    return ssmspec_view_is(role, "fresh") ? ssmspec_view_of(context) : (struct ssmspec_view){0};
}

static void asks_for_values_of_the_moment_first(void **state) {
    struct world *world = *state;
    char value[] = "now";
    ASSERT_OK(ssmspec_template_fill(SSMSPEC_VIEW("${fresh} ${node}"), &world->bindings, extra,
                                    value, &world->out, NULL));
    ASSERT_VIEW(ssmspec_bytes_view(&world->out), "now i-0");
}

static void finds_named_roles(void **state) {
    (void)state;
    assert_true(ssmspec_template_names(SSMSPEC_VIEW("a${x}${y[1]}"), "y"));
    assert_false(ssmspec_template_names(SSMSPEC_VIEW("a${x}$${y}"), "y"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(fills_single_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fills_lists_whole_and_by_index, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_a_key_from_its_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(escapes_what_json_would_misread, set_up, tear_down),
        cmocka_unit_test_setup_teardown(doubled_dollar_is_literal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(unclosed_role_is_literal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_the_role_that_has_no_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(asks_for_values_of_the_moment_first, set_up, tear_down),
        cmocka_unit_test(finds_named_roles),
    };
    return RUN_TESTS(tests);
}
