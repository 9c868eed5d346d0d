#include "src/base/testing.h"
#include "src/case/bindings.h"

static const char *const known[] = {"node", "fleet", NULL};

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bindings bindings;
    struct ssmspec_bytes why;
};

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    ssmspec_bindings_init(&world.bindings, &world.arena);
    ASSERT_OK(ssmspec_bindings_set(&world.bindings, SSMSPEC_VIEW("node"), SSMSPEC_VIEW("old")));
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static enum ssmspec_err merge(struct world *world, const char *document) {
    ssmspec_bytes_reset(&world->why);
    return ssmspec_bindings_merge(&world->bindings, ssmspec_view_of(document), known, &world->why);
}

static const struct ssmspec_binding *get(const struct world *world, const char *role) {
    return ssmspec_bindings_get(&world->bindings, ssmspec_view_of(role));
}

static void merges_over_what_is_there(void **state) {
    struct world *world = *state;
    ASSERT_OK(merge(world, "{\"schema\":\"ssmspec.bindings/1\",\"name\":\"n\",\"bindings\":"
                           "{\"node\":\"new\",\"fleet\":[\"a\",\"b\"]},"
                           "\"capabilities\":{\"sigv4\":true}}"));
    ASSERT_VIEW(get(world, "node")->values[0], "new");
    assert_int_equal(get(world, "fleet")->value_count, 2);
    ASSERT_VIEW(get(world, "fleet")->values[1], "b");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_PRESENT);
    ASSERT_VIEW(world->bindings.name, "n");
}

static void null_unbinds(void **state) {
    struct world *world = *state;
    ASSERT_OK(merge(world, "{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{\"node\":null}}"));
    assert_null(get(world, "node"));
}

struct refusal {
    const char *document;
    const char *why;
};

static void refuses_with_place_and_reason_and_merges_nothing(void **state) {
    struct world *world = *state;
    static const struct refusal rows[] = {
        {"{", "1:1: unterminated object"},
        {"[]", "1:1: a bindings file holds one JSON object"},
        {"{}", "\"schema\" must be"},
        {"{\"schema\":\"ssmspec.bindings/2\"}", "\"schema\" must be"},
        {"{\"schema\":\"ssmspec.bindings/1\",\n \"binding\":{}}", "2:12: unknown key \"binding\""},
        {"{\"schema\":\"ssmspec.bindings/1\",\"bindings\":[]}", "must be an object"},
        {"{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{\"node\":\"x\",\"nod\":\"y\"}}",
         "unknown role \"nod\""},
        {"{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{\"node\":5}}", "a string, a list"},
        {"{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{\"fleet\":[1]}}", "only strings"},
        {"{\"schema\":\"ssmspec.bindings/1\",\"capabilities\":{\"sigv4\":1}}", "true or false"},
        {"{\"schema\":\"ssmspec.bindings/1\",\"capabilities\":{\"x\":true}}", "unknown capability"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(merge(world, rows[i].document), SSMSPEC_ERR_CONFIG);
        if (strstr(ssmspec_bytes_view(&world->why).ptr, rows[i].why) == NULL) {
            fail_msg("%s gave \"%s\", not \"%s\"", rows[i].document,
                     ssmspec_bytes_view(&world->why).ptr, rows[i].why);
        }
        ASSERT_VIEW(get(world, "node")->values[0], "old");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(merges_over_what_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(null_unbinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_with_place_and_reason_and_merges_nothing, set_up,
                                        tear_down),
    };
    return RUN_TESTS(tests);
}
