/* The tree that comes of a document, its limits, and finding members in it. */
#include "src/json/json.h"

#include "src/base/bytes.h"
#include "src/base/testing.h"

static const struct ssmspec_json *read_tree(const char *text, struct ssmspec_arena *arena) {
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(ssmspec_view_of(text), NULL, arena, &root, NULL));
    return root;
}

static void keeps_children_in_document_order(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *const root =
        read_tree("{\"a\":[1,[],{\"x\":true}],\"b\":null,\"a\":false}", &arena);
    assert_int_equal(root->type, SSMSPEC_JSON_OBJECT);
    assert_int_equal(root->count, 3);
    const struct ssmspec_json *const list = root->first;
    assert_int_equal(list->type, SSMSPEC_JSON_LIST);
    assert_int_equal(list->count, 3);
    ASSERT_VIEW(list->name, "a");
    assert_null(list->first->name.ptr);
    ASSERT_VIEW(list->first->text, "1");
    assert_int_equal(list->first->next->count, 0);
    assert_null(list->first->next->first);
    const struct ssmspec_json *const object = list->first->next->next;
    assert_true(object->first->truth);
    assert_null(object->next);
    assert_int_equal(list->next->type, SSMSPEC_JSON_NULL);
    assert_int_equal(list->next->next->type, SSMSPEC_JSON_BOOLEAN);
    assert_false(list->next->next->truth);
    assert_null(list->next->next->next);
    ssmspec_arena_clear(&arena);
}

static void every_value_knows_where_it_stands(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const char *const text = " {\"a\" : [ 10 , \"x\\n\" ] , \"b\":true}  ";
    const struct ssmspec_json *const root = read_tree(text, &arena);
    const struct ssmspec_json *const list = root->first;
    static const struct {
        uint32_t offset, end;
    } WANTED[] = {{1, 34}, {8, 22}, {10, 12}, {15, 20}, {29, 33}};
    const struct ssmspec_json *const found[] = {root, list, list->first, list->first->next,
                                                list->next};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        assert_int_equal(found[i]->offset, WANTED[i].offset);
        assert_int_equal(found[i]->end, WANTED[i].end);
    }
    ssmspec_arena_clear(&arena);
}

/* count times open, then middle, then count times close. */
static void nest(struct ssmspec_bytes *out, const char *open, const char *middle, const char *close,
                 unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        ssmspec_bytes_add_text(out, open);
    }
    ssmspec_bytes_add_text(out, middle);
    for (unsigned i = 0; i < count; i++) {
        ssmspec_bytes_add_text(out, close);
    }
    ASSERT_OK(ssmspec_bytes_status(out));
}

static void assert_depth(const char *open, const char *middle, const char *close, unsigned count,
                         uint32_t limit, bool is_accepted) {
    struct ssmspec_bytes text = {0};
    struct ssmspec_arena arena = {0};
    nest(&text, open, middle, close, count);
    const struct ssmspec_json_limits limits = {.bytes = 1 << 24, .depth = limit, .nodes = 1 << 20};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    const enum ssmspec_err err =
        ssmspec_json_read(ssmspec_bytes_view(&text), &limits, &arena, &root, &fault);
    assert_int_equal(err, is_accepted ? SSMSPEC_OK : SSMSPEC_ERR_LIMIT);
    if (!is_accepted) {
        assert_string_equal(fault.reason, "depth limit");
        assert_int_equal(fault.offset, limit * strlen(open));
        assert_true(fault.is_limit);
    }
    ssmspec_arena_clear(&arena);
    ssmspec_bytes_clear(&text);
}

static void holds_the_depth_limit(void **state) {
    (void)state;
    assert_depth("[", "", "]", 1, 1, true);
    assert_depth("[", "1", "]", 1, 1, false);
    assert_depth("[", "1", "]", 2, 3, true);
    assert_depth("[", "1", "]", 3, 3, false);
    assert_depth("[", "", "]", 512, 512, true);
    assert_depth("[", "", "]", 513, 512, false);
    assert_depth("{\"\":", "1", "}", 511, 512, true);
}

static void siblings_do_not_count_as_depth(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json_limits limits = {.bytes = 100, .depth = 3, .nodes = 100};
    const struct ssmspec_json *root = NULL;
    ASSERT_OK(ssmspec_json_read(SSMSPEC_VIEW("[[],{},[1],{\"a\":2},[[]],[],[3]]"), &limits, &arena,
                                &root, NULL));
    assert_int_equal(root->count, 7);
    ssmspec_arena_clear(&arena);
}

static void nesting_costs_no_stack(void **state) {
    (void)state;
    assert_depth("[", "", "]", 1000000, 1000000, true);
    assert_depth("[", "", "]", 1000000, 999999, false);
    assert_depth("{\"a\":", "[]", "}", 300000, 300001, true);
}

static void assert_limit(const char *text, struct ssmspec_json_limits limits, const char *reason,
                         size_t offset) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    assert_int_equal(ssmspec_json_read(ssmspec_view_of(text), &limits, &arena, &root, &fault),
                     SSMSPEC_ERR_LIMIT);
    assert_string_equal(fault.reason, reason);
    assert_int_equal(fault.offset, offset);
    assert_true(fault.is_limit);
    assert_null(root);
    ssmspec_arena_clear(&arena);
}

static void holds_the_other_limits(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    const struct ssmspec_json_limits limits = {.bytes = 7, .depth = 4, .nodes = 4};
    ASSERT_OK(ssmspec_json_read(SSMSPEC_VIEW("[1,2,3]"), &limits, &arena, &root, NULL));
    ssmspec_arena_clear(&arena);
    assert_limit("[1,2,3] ", limits, "size limit", 7);
    assert_limit("[1,2,3]", (struct ssmspec_json_limits){7, 4, 3}, "node limit", 5);
    assert_limit("1", (struct ssmspec_json_limits){7, 4, 0}, "node limit", 0);
    assert_limit("1", (struct ssmspec_json_limits){7, 0, 4}, "depth limit", 0);
}

static void default_limits_bound_memory(void **state) {
    (void)state;
    struct ssmspec_bytes text = {0};
    ssmspec_bytes_add_char(&text, '[');
    for (unsigned i = 0; i < 1000000; i++) {
        ssmspec_bytes_add_text(&text, "0,");
    }
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    assert_int_equal(ssmspec_json_read(ssmspec_bytes_view(&text), &ssmspec_json_default_limits,
                                       &arena, &root, &fault),
                     SSMSPEC_ERR_LIMIT);
    assert_string_equal(fault.reason, "node limit");
    assert_true(arena.used < 80000000);
    ssmspec_arena_clear(&arena);
    ssmspec_bytes_clear(&text);
}

static void running_out_of_memory_is_our_own_failure(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"[1,2,3,4,5,6,7,8,9,10,11,12,13]",
                                        "\"\\n--------------------------------\""};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct ssmspec_arena arena = {.limit = 400};
        const struct ssmspec_json *root = NULL;
        assert_int_equal(ssmspec_json_read(ssmspec_view_of(TEXTS[i]), NULL, &arena, &root, NULL),
                         SSMSPEC_ERR_NOMEM);
        ssmspec_arena_clear(&arena);
    }
}

static void finds_the_last_of_duplicate_members(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *const root =
        read_tree("{\"a\":\"first\",\"A\":\"other\",\"a\":\"last\",\"a\\u0000\":1}", &arena);
    ASSERT_VIEW(ssmspec_json_member_text(root, "a"), "last");
    ASSERT_VIEW(ssmspec_json_member_text(root, "A"), "other");
    assert_int_equal(root->count, 4);
    ssmspec_arena_clear(&arena);
}

static void finds_no_member_where_there_is_none(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *const root = read_tree("{\"n\":1,\"l\":[\"n\"]}", &arena);
    assert_null(ssmspec_json_member(root, "x"));
    assert_null(ssmspec_json_member(NULL, "n"));
    assert_null(ssmspec_json_member(ssmspec_json_member(root, "l"), "n"));
    assert_null(ssmspec_json_member_text(root, "n").ptr);
    assert_null(ssmspec_json_member_text(root, "x").ptr);
    ssmspec_arena_clear(&arena);
}

static void types_have_names(void **state) {
    (void)state;
    assert_string_equal(ssmspec_json_type_name(SSMSPEC_JSON_NULL), "null");
    assert_string_equal(ssmspec_json_type_name(SSMSPEC_JSON_BOOLEAN), "boolean");
    assert_string_equal(ssmspec_json_type_name(SSMSPEC_JSON_NUMBER), "number");
    assert_string_equal(ssmspec_json_type_name(SSMSPEC_JSON_STRING), "string");
    assert_string_equal(ssmspec_json_type_name(SSMSPEC_JSON_LIST), "list");
    assert_string_equal(ssmspec_json_type_name(SSMSPEC_JSON_OBJECT), "object");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_children_in_document_order),
        cmocka_unit_test(every_value_knows_where_it_stands),
        cmocka_unit_test(holds_the_depth_limit),
        cmocka_unit_test(siblings_do_not_count_as_depth),
        cmocka_unit_test(nesting_costs_no_stack),
        cmocka_unit_test(holds_the_other_limits),
        cmocka_unit_test(default_limits_bound_memory),
        cmocka_unit_test(running_out_of_memory_is_our_own_failure),
        cmocka_unit_test(finds_the_last_of_duplicate_members),
        cmocka_unit_test(finds_no_member_where_there_is_none),
        cmocka_unit_test(types_have_names),
    };
    return RUN_TESTS(tests);
}
