#include "src/json/path.h"

#include "src/base/testing.h"

static struct ssmspec_arena arena;

static const struct ssmspec_json *read(const char *text) {
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(ssmspec_view_of(text), NULL, &arena, &root, NULL));
    return root;
}

static const struct ssmspec_json *at(const char *text, const char *path) {
    return ssmspec_json_at(read(text), ssmspec_view_of(path));
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

static void finds_members_and_elements(void **state) {
    (void)state;
    ASSERT_VIEW(at("{\"a\":{\"b\":[1,{\"c\":\"x\"}]}}", "a.b.1.c")->text, "x");
    ASSERT_VIEW(at("{\"a\":{\"b\":[1,2]}}", "a.b.0")->text, "1");
    assert_int_equal(at("{\"a\":1}", "")->type, SSMSPEC_JSON_OBJECT);
}

static void finds_an_element_by_what_it_holds(void **state) {
    (void)state;
    const char *text = "{\"n\":[{\"id\":\"l\",\"s\":\"1\"},{\"id\":\"r\",\"s\":\"2\"}]}";
    ASSERT_VIEW(at(text, "n.id=r.s")->text, "2");
    assert_null(at(text, "n.id=m.s"));
    assert_null(at("{\"n\":[{\"id\":7}]}", "n.id=7"));
}

static void finds_nothing_where_nothing_is(void **state) {
    (void)state;
    static const char *const paths[] = {"b", "a.b", "a.0", "l.2", "l.x", "l.-1", "l.*.z", "l.0.q"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        assert_null(at("{\"a\":1,\"l\":[{},2]}", paths[i]));
    }
    assert_null(ssmspec_json_at(NULL, SSMSPEC_VIEW("a")));
}

static bool count(void *context, const struct ssmspec_json *value) {
    size_t *left = context;
    (void)value;
    return --*left > 0;
}

static void star_meets_each_element_until_enough(void **state) {
    (void)state;
    const struct ssmspec_json *root = read("[[{\"a\":1}],[{\"a\":2},{\"b\":3}],[{\"a\":4}]]");
    size_t left = 10;
    ssmspec_json_visit(root, SSMSPEC_VIEW("*.*.a"), count, &left);
    assert_int_equal(left, 7);
    left = 2;
    ssmspec_json_visit(root, SSMSPEC_VIEW("*.*.a"), count, &left);
    assert_int_equal(left, 0);
}

static void last_of_repeated_members_counts(void **state) {
    (void)state;
    ASSERT_VIEW(at("{\"a\":\"x\",\"a\":\"y\"}", "a")->text, "y");
}

static void long_path_meets_nothing(void **state) {
    (void)state;
    char deep[201];
    char path[401];
    memset(deep, '[', 100);
    memset(deep + 100, ']', 100);
    deep[200] = '\0';
    for (size_t i = 0; i < 50; i++) {
        memcpy(path + 2 * i, "0.", 2);
    }
    path[99] = '\0';
    assert_null(at(deep, path));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(finds_members_and_elements, clear),
        cmocka_unit_test_teardown(finds_an_element_by_what_it_holds, clear),
        cmocka_unit_test_teardown(finds_nothing_where_nothing_is, clear),
        cmocka_unit_test_teardown(star_meets_each_element_until_enough, clear),
        cmocka_unit_test_teardown(last_of_repeated_members_counts, clear),
        cmocka_unit_test_teardown(long_path_meets_nothing, clear),
    };
    return RUN_TESTS(tests);
}
