#include "src/base/testing.h"
#include "src/case/bindings.h"

#include <stdio.h>

static const struct ssmspec_role known[] = {
    {"node", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_FREE, NULL},
    {"fleet", SSMSPEC_ROLE_LIST, 2, SSMSPEC_ROLE_FREE, NULL},
    {"tag", SSMSPEC_ROLE_PAIR, 0, SSMSPEC_ROLE_FREE, NULL},
    {"header", SSMSPEC_ROLE_HEADER, 0, SSMSPEC_ROLE_FREE, NULL},
    {"fresh", SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL},
    {"single", SSMSPEC_ROLE_LIST, 1, SSMSPEC_ROLE_FREE, NULL},
    {"cat", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_APART, "animal"},
    {"dog", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_APART, "animal"},
    {"pets", SSMSPEC_ROLE_LIST, 2, SSMSPEC_ROLE_AMONG, "animal"},
    {"unicorn", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_ABSENT, "animal"},
    {"ship", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_ABSENT, "vessel"},
    {.name = NULL},
};

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
        {"{\"schema\":\"ssmspec.bindings/1\",\"\\u001b[2J\\n\":1}",
         "unknown key \"\\u001b[2J\\n\""},
        {"{\"schema\":\"ssmspec.bindings/1\",\"bindings\":[]}", "must be an object"},
        {"{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{},\"bindings\":{\"node\":\"x\"}}",
         "given twice: \"bindings\""},
        {"{\"schema\":\"ssmspec.bindings/1\",\"capabilities\":{\"sigv4\":true,\"sigv4\":false}}",
         "given twice: \"sigv4\""},
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

/* The unicorn is called "u" before. */
static void refuses_contradictions(void **state) {
    struct world *world = *state;
    static const struct refusal rows[] = {
        {"\"cat\":\"a\",\n\"dog\":\"a\"",
         "1:50: has a value of dog, which it contradicts: \"cat\""},
        {"\"dog\":\"u\"", "1:50: has a value of unicorn, which it contradicts: \"dog\""},
        {"\"pets\":[\"a\",\"u\"]", "has a value of unicorn, which it contradicts: \"pets\""},
        {"\"unicorn\":\"b\",\"pets\":[\"a\",\"b\"]", "contradicts: \"unicorn\""},
    };
    ASSERT_OK(ssmspec_bindings_set(&world->bindings, SSMSPEC_VIEW("unicorn"), SSMSPEC_VIEW("u")));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char document[256];
        (void)snprintf(document, sizeof document,
                       "{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{%s}}", rows[i].document);
        assert_int_equal(merge(world, document), SSMSPEC_ERR_CONFIG);
        const char *const why = ssmspec_bytes_view(&world->why).ptr;
        if (strstr(why, rows[i].why) == NULL) {
            fail_msg("%s gave \"%s\", not \"%s\"", document, why, rows[i].why);
        }
    }
    assert_null(get(world, "pets"));
}

static void bears_what_only_looks_like_a_contradiction(void **state) {
    struct world *world = *state;
    static const char *const rows[] = {
        "\"cat\":\"a\",\"dog\":\"b\",\"pets\":[\"a\",\"b\"]",
        "\"dog\":\"u\",\"unicorn\":null",
        "\"dog\":\"u\",\"unicorn\":\"v\"",
        "\"ship\":\"u\"",
        "\"node\":\"v\"",
    };
    ASSERT_OK(ssmspec_bindings_set(&world->bindings, SSMSPEC_VIEW("unicorn"), SSMSPEC_VIEW("u")));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char document[256];
        (void)snprintf(document, sizeof document,
                       "{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{%s}}", rows[i]);
        if (merge(world, document) != SSMSPEC_OK) {
            fail_msg("%s gave \"%s\"", document, ssmspec_bytes_view(&world->why).ptr);
        }
    }
}

static void refuses_a_value_that_does_not_fit_its_role(void **state) {
    struct world *world = *state;
    static const struct refusal rows[] = {
        {"\"node\": \"\"", "node holds an empty string"},
        {"\"node\": \"i-1\\n\"", "node holds a control character"},
        {"\"node\": \"i-1\\u007f\"", "node holds a control character"},
        {"\"node\": [\"i-1\"]", "node takes one string"},
        {"\"node\": true", "a role takes a string, a list of strings or null: \"node\""},
        {"\"node\": {}", "a role takes a string, a list of strings or null: \"node\""},
        {"\"fleet\": \"i-1\"", "fleet takes a list of 2 different strings"},
        {"\"fleet\": [\"i-1\"]", "fleet takes a list of 2 different strings"},
        {"\"fleet\": [\"i-1\",\"i-1\"]", "fleet takes a list of 2 different strings"},
        {"\"fleet\": [\"i-1\",\"i-2\",\"i-3\"]", "fleet takes a list of 2 different strings"},
        {"\"fleet\": [\"i-1\",\"\"]", "fleet holds an empty string"},
        {"\"single\": \"i-1\"", "single takes a list of 1"},
        {"\"fleet\": []", "fleet holds an empty list"},
        {"\"tag\": \"tag:Name\"", "tag takes \"key=value\""},
        {"\"tag\": \"=test\"", "tag takes \"key=value\""},
        {"\"tag\": [\"tag:Name\"]", "tag takes \"key=value\""},
        {"\"tag\": [\"tag:Name\",\"a\",\"b\"]", "tag takes \"key=value\""},
        {"\"header\": \"X Fault\"", "header takes the name of a header"},
        {"\"header\": \"X-Fault: on\"", "header takes the name of a header"},
        {"\"header\": \"X-Fäult\"", "header takes the name of a header"},
        {"\"header\": \"content-length\"", "header names a header that requests have anyway"},
        {"\"header\": [\"X-Fault\"]", "header takes one string"},
        {"\"tag\": null, \"tag\": \"a=b\"", "given twice: \"tag\""},
        {"\"fresh\": \"x\"", "fresh gets its value from the run"},
        {"\"fresh\": null", "fresh gets its value from the run"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char document[256];
        (void)snprintf(document, sizeof document,
                       "{\"schema\":\"ssmspec.bindings/1\",\n\"bindings\":\n{%s}}",
                       rows[i].document);
        assert_int_equal(merge(world, document), SSMSPEC_ERR_CONFIG);
        const char *const why = ssmspec_bytes_view(&world->why).ptr;
        if (strncmp(why, "3:", 2) != 0 || strstr(why, rows[i].why) == NULL) {
            fail_msg("%s gave \"%s\", not \"%s\"", document, why, rows[i].why);
        }
        ASSERT_VIEW(get(world, "node")->values[0], "old");
    }
}

/* A private cloud names things as it likes. */
static void takes_any_value_of_the_right_form(void **state) {
    struct world *world = *state;
    ASSERT_OK(merge(world, "{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{"
                           "\"node\":\"Knoten 7/ä\",\"fleet\":[\"a\",\"ab\"],"
                           "\"tag\":[\"tag:Empty\",\"\"],\"header\":\"x-amz-fault_1\"}}"));
    ASSERT_VIEW(get(world, "node")->values[0], "Knoten 7/ä");
    ASSERT_VIEW(get(world, "tag")->values[1], "");
    ASSERT_VIEW(get(world, "header")->values[0], "x-amz-fault_1");
    ASSERT_OK(merge(world, "{\"schema\":\"ssmspec.bindings/1\",\"bindings\":{"
                           "\"tag\":\"a==\",\"fleet\":null,\"header\":null}}"));
    ASSERT_VIEW(get(world, "tag")->values[0], "a==");
    assert_null(get(world, "fleet"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(merges_over_what_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(null_unbinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_contradictions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bears_what_only_looks_like_a_contradiction, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(takes_any_value_of_the_right_form, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_value_that_does_not_fit_its_role, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(refuses_with_place_and_reason_and_merges_nothing, set_up,
                                        tear_down),
    };
    return RUN_TESTS(tests);
}
