#include "src/run/plan.h"

#include "src/base/testing.h"

#define BODY(text) \
    { .body = SSMSPEC_VIEW_INIT(text) }

static const struct ssmspec_role_alias aliases[] = {
    {"someone", SSMSPEC_EFFECT_EXECUTE, "person", "nobody"},
    {.role = NULL},
};
static const struct ssmspec_role roles[] = {
    {"person", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_APART, "person"},
    {.name = NULL},
};
static const struct ssmspec_suite suite = {
    .roles = roles,
    .aliases = aliases,
    .start = {.operation = "Paint", .body = "{\"By\":\"${painter}\"}"},
};

/* One row an operation, a kind, a level and an effect; what they name is filled in below. */
static const struct ssmspec_case rows[] = {
    {.id = "paint/Size/length/empty",
     .operation = "Paint",
     .kind = "length",
     .level = SSMSPEC_MUST,
     .request = BODY("{}")},
    {.id = "paint/Size/length/above-max",
     .operation = "Paint",
     .kind = "length",
     .level = SSMSPEC_SHOULD,
     .request = BODY("{}")},
    {.id = "paint/Size/type/number",
     .operation = "Paint",
     .kind = "type",
     .level = SSMSPEC_MAY,
     .request = BODY("{}")},
    {.id = "wipe/Size/length/empty",
     .operation = "Wipe",
     .kind = "length",
     .level = SSMSPEC_MUST,
     .effect = SSMSPEC_EFFECT_CREATE,
     .request = BODY("{}")},
    {.id = "wipe/Wall/error-map/bound",
     .operation = "Wipe",
     .kind = "error-map",
     .level = SSMSPEC_MUST,
     .request = BODY("{\"Wall\":\"${wall}\"}")},
    {.id = "wipe/Live/error-map/live",
     .operation = "Wipe",
     .kind = "error-map",
     .level = SSMSPEC_MUST,
     .request = BODY("{\"Id\":\"${live_command}\"}")},
    {.id = "any/-/json/open",
     .kind = "json",
     .level = SSMSPEC_MUST,
     .request = BODY("{\"For\":\"${someone}\"}")},
};
#define ROWS (sizeof rows / sizeof rows[0])
static const struct ssmspec_cases cases = {rows, ROWS};

static struct ssmspec_arena arena;
static struct ssmspec_bytes why;
static struct ssmspec_bindings bindings;
static struct ssmspec_plan plan;

static int set_up(void **state) {
    (void)state;
    ssmspec_bindings_init(&bindings, &arena);
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("wall"), SSMSPEC_VIEW("north")));
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("painter"), SSMSPEC_VIEW("anna")));
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("nobody"), SSMSPEC_VIEW("none")));
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return 0;
}

static enum ssmspec_err make(const struct ssmspec_selection *selection,
                             enum ssmspec_effect effects) {
    GUARD(ssmspec_plan_aliases(&suite, &bindings, effects));
    return ssmspec_plan_make(&suite, &cases, selection, &bindings, effects, &arena, &plan, &why);
}

/* wanted: one letter a row, x for those chosen. */
static void assert_chosen(const struct ssmspec_selection *selection, const char *wanted) {
    size_t chosen = 0;
    ASSERT_OK(make(selection, SSMSPEC_EFFECT_EXECUTE));
    for (size_t i = 0; i < ROWS; i++) {
        if (plan.is_chosen[i] != (wanted[i] == 'x')) {
            fail_msg("%s is %s", rows[i].id, plan.is_chosen[i] ? "chosen" : "left out");
        }
        chosen += wanted[i] == 'x' ? 1 : 0;
    }
    assert_int_equal(plan.chosen, chosen);
}

#define WORDS(...)                                                                           \
    {                                                                                        \
        (const struct ssmspec_view[]){__VA_ARGS__},                                          \
            sizeof((const struct ssmspec_view[]){__VA_ARGS__}) / sizeof(struct ssmspec_view) \
    }

static void an_empty_selection_chooses_all(void **state) {
    (void)state;
    assert_chosen(&(struct ssmspec_selection){.level = SSMSPEC_NONE}, "xxxxxxx");
}

static void a_case_must_fit_every_group_and_one_word_of_each(void **state) {
    (void)state;
    const struct ssmspec_view paint = SSMSPEC_VIEW("paint/**");
    const struct ssmspec_view bound = SSMSPEC_VIEW("wipe/Wall/error-map/bound");
    const struct ssmspec_view length = SSMSPEC_VIEW("length");
    const struct ssmspec_view wipe = SSMSPEC_VIEW("Wipe");
    assert_chosen(&(struct ssmspec_selection){.run = WORDS(paint)}, "xxx....");
    assert_chosen(&(struct ssmspec_selection){.run = WORDS(paint, bound)}, "xxx.x..");
    assert_chosen(&(struct ssmspec_selection){.kinds = WORDS(length)}, "xx.x...");
    assert_chosen(&(struct ssmspec_selection){.operations = WORDS(wipe)}, "...xxx.");
    assert_chosen(&(struct ssmspec_selection){.operations = WORDS(wipe), .kinds = WORDS(length)},
                  "...x...");
    assert_chosen(&(struct ssmspec_selection){.run = WORDS(paint), .operations = WORDS(wipe)},
                  ".......");
}

static void skip_leaves_out_what_the_rest_chose(void **state) {
    (void)state;
    const struct ssmspec_view empty = SSMSPEC_VIEW("**/empty");
    const struct ssmspec_view json = SSMSPEC_VIEW("any/-/json/open");
    const struct ssmspec_view paint = SSMSPEC_VIEW("paint/**");
    assert_chosen(&(struct ssmspec_selection){.skip = WORDS(empty)}, ".xx.xxx");
    assert_chosen(&(struct ssmspec_selection){.skip = WORDS(empty, json)}, ".xx.xx.");
    assert_chosen(&(struct ssmspec_selection){.run = WORDS(paint), .skip = WORDS(empty)},
                  ".xx....");
}

static void a_level_takes_what_binds_as_much_or_more(void **state) {
    (void)state;
    assert_chosen(&(struct ssmspec_selection){.level = SSMSPEC_MAY}, "xxxxxxx");
    assert_chosen(&(struct ssmspec_selection){.level = SSMSPEC_SHOULD}, "xx.xxxx");
    assert_chosen(&(struct ssmspec_selection){.level = SSMSPEC_MUST}, "x..xxxx");
}

static void shards_share_all_cases_and_none_twice(void **state) {
    (void)state;
    assert_chosen(&(struct ssmspec_selection){.shard = 1, .shards = 3}, "x..x..x");
    assert_chosen(&(struct ssmspec_selection){.shard = 2, .shards = 3}, ".x..x..");
    assert_chosen(&(struct ssmspec_selection){.shard = 3, .shards = 3}, "..x..x.");
    assert_chosen(&(struct ssmspec_selection){.shard = 1, .shards = 1}, "xxxxxxx");
    assert_chosen(&(struct ssmspec_selection){.shard = 8, .shards = 8}, ".......");
}

static void a_word_that_meets_no_case_is_refused(void **state) {
    (void)state;
    const struct ssmspec_view none = SSMSPEC_VIEW("none");
    const struct ssmspec_selection refused[] = {{.run = WORDS(none)},
                                                {.skip = WORDS(none)},
                                                {.operations = WORDS(none)},
                                                {.kinds = WORDS(none)}};
    static const char *const sentences[] = {
        "pattern \"none\" matches no case", "skip pattern \"none\" matches no case",
        "operation \"none\" matches no case", "kind \"none\" matches no case"};
    for (size_t i = 0; i < 4; i++) {
        ssmspec_bytes_reset(&why);
        assert_int_equal(make(&refused[i], SSMSPEC_EFFECT_NONE), SSMSPEC_ERR_USAGE);
        ASSERT_VIEW(ssmspec_bytes_view(&why), sentences[i]);
    }
}

static void assert_reason(size_t at, const char *wanted) {
    if (wanted == NULL) {
        assert_null(plan.skip_reasons[at]);
        return;
    }
    assert_non_null(plan.skip_reasons[at]);
    assert_string_equal(plan.skip_reasons[at], wanted);
}

static void what_does_more_than_is_allowed_is_skipped_with_the_flag(void **state) {
    (void)state;
    const struct ssmspec_selection all = {.level = SSMSPEC_NONE};
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_NONE));
    assert_int_equal(plan.chosen, ROWS);
    assert_reason(0, NULL);
    assert_reason(3, "its effect is create and the limit is none: --effects create");
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_CREATE));
    assert_reason(3, NULL);
}

static void what_names_an_unbound_role_is_skipped_with_its_name(void **state) {
    (void)state;
    const struct ssmspec_selection all = {.level = SSMSPEC_NONE};
    const struct ssmspec_view unbound = {NULL, 0};
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_EXECUTE));
    assert_reason(4, NULL);
    assert_reason(5, NULL);
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("wall"), unbound));
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("painter"), unbound));
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_EXECUTE));
    assert_reason(0, NULL);
    assert_reason(4, "the role wall is not bound: --bindings");
    /* The start of the command that it lives on needs it. */
    assert_reason(5, "the role painter is not bound: --bindings");
}

static void an_alias_follows_the_limit_and_what_is_bound(void **state) {
    (void)state;
    const struct ssmspec_selection all = {.level = SSMSPEC_NONE};
    const struct ssmspec_view someone = SSMSPEC_VIEW("someone");
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_EXECUTE));
    ASSERT_VIEW(ssmspec_bindings_get(&bindings, someone)->values[0], "none");
    ASSERT_VIEW(plan.blanks[6].effect, "none");
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("person"), SSMSPEC_VIEW("eva")));
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_CREATE));
    ASSERT_VIEW(ssmspec_bindings_get(&bindings, someone)->values[0], "none");
    ASSERT_OK(make(&all, SSMSPEC_EFFECT_EXECUTE));
    ASSERT_VIEW(ssmspec_bindings_get(&bindings, someone)->values[0], "eva");
    ASSERT_VIEW(plan.blanks[6].effect, "execute");
}

static void who_is_bound_and_spelled_out_in_a_pinned_case_is_kept_from_it(void **state) {
    (void)state;
    const struct ssmspec_selection all = {.level = SSMSPEC_NONE};
    struct ssmspec_case row = {
        .operation = "Paint", .kind = "pinned", .request = BODY("{\"By\":\"eva\"}")};
    const struct ssmspec_cases one = {&row, 1};
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("person"), SSMSPEC_VIEW("eva")));
    ASSERT_OK(ssmspec_plan_make(&suite, &one, &all, &bindings, SSMSPEC_EFFECT_CREATE, &arena, &plan,
                                &why));
    assert_reason(0, "text may run on eva, which is bound, and the limit is create: "
                     "--effects execute");
    ASSERT_OK(ssmspec_plan_make(&suite, &one, &all, &bindings, SSMSPEC_EFFECT_EXECUTE, &arena,
                                &plan, &why));
    assert_reason(0, NULL);
    ASSERT_VIEW(plan.blanks[0].effect, "execute");
    row.kind = "length";
    ASSERT_OK(ssmspec_plan_make(&suite, &one, &all, &bindings, SSMSPEC_EFFECT_CREATE, &arena, &plan,
                                &why));
    assert_reason(0, NULL);
}

#define PLANNED(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        PLANNED(an_empty_selection_chooses_all),
        PLANNED(a_case_must_fit_every_group_and_one_word_of_each),
        PLANNED(skip_leaves_out_what_the_rest_chose),
        PLANNED(a_level_takes_what_binds_as_much_or_more),
        PLANNED(shards_share_all_cases_and_none_twice),
        PLANNED(a_word_that_meets_no_case_is_refused),
        PLANNED(what_does_more_than_is_allowed_is_skipped_with_the_flag),
        PLANNED(what_names_an_unbound_role_is_skipped_with_its_name),
        PLANNED(an_alias_follows_the_limit_and_what_is_bound),
        PLANNED(who_is_bound_and_spelled_out_in_a_pinned_case_is_kept_from_it),
    };
    return RUN_TESTS(tests);
}
