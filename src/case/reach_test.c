#include "src/case/reach.h"

#include "src/base/testing.h"

static const struct ssmspec_role roles[] = {
    {"painter", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_APART, "person"},
    {"crew", SSMSPEC_ROLE_LIST, 2, SSMSPEC_ROLE_AMONG, "person"},
    {"guild", SSMSPEC_ROLE_PAIR, 0, SSMSPEC_ROLE_FREE, "person"},
    {"nobody", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_ABSENT, "person"},
    {"wall", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_APART, "place"},
    {"someone", SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL},
    {SSMSPEC_ROLE_LIVE, SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL},
    {.name = NULL},
};
static const struct ssmspec_role_alias aliases[] = {
    {"someone", SSMSPEC_EFFECT_EXECUTE, "painter", "nobody"},
    {"somewhere", SSMSPEC_EFFECT_CREATE, "wall", "nobody"},
    {.role = NULL},
};
static const struct ssmspec_suite suite = {
    .roles = roles, .aliases = aliases, .start = {.operation = "Paint"}};

#define ASKS(wire_name, text)                                                   \
    (struct ssmspec_case) {                                                     \
        .operation = (wire_name), .request = {.body = SSMSPEC_VIEW_INIT(text) } \
    }

static struct ssmspec_view role_of(struct ssmspec_case row) {
    return ssmspec_reach_role(&suite, &row);
}

static void who_is_there_is_reached(void **state) {
    (void)state;
    ASSERT_VIEW(role_of(ASKS("Paint", "{\"By\":\"${painter}\"}")), "painter");
    ASSERT_VIEW(role_of(ASKS("Paint", "{\"On\":\"${wall}\",\"By\":[\"${crew...}\"]}")), "crew");
    ASSERT_VIEW(role_of(ASKS("Paint", "{\"Of\":\"${guild.value}\"}")), "guild");
}

static void who_may_be_nobody_is_not(void **state) {
    (void)state;
    assert_null(role_of(ASKS("Paint", "{\"By\":\"${nobody}\"}")).ptr);
    assert_null(role_of(ASKS("Paint", "{\"By\":\"${someone}\",\"On\":\"${wall}\"}")).ptr);
    assert_null(role_of(ASKS("Paint", "{\"By\":\"$${painter}\"}")).ptr);
}

static void what_starts_nothing_may_name_all(void **state) {
    (void)state;
    assert_null(role_of(ASKS("List", "{\"By\":\"${painter}\"}")).ptr);
    assert_null(role_of(ASKS(NULL, "{\"By\":\"${painter}\"}")).ptr);
}

static void a_live_command_is_started_whoever_names_it(void **state) {
    (void)state;
    ASSERT_VIEW(role_of(ASKS("List", "{\"Id\":\"${live_command}\"}")), "live_command");
    const struct ssmspec_header header = {SSMSPEC_VIEW("X-Id"), SSMSPEC_VIEW("${live_command}")};
    const struct ssmspec_case row = {.request = {.headers = &header, .header_count = 1}};
    ASSERT_VIEW(ssmspec_reach_role(&suite, &row), "live_command");
}

static void a_header_may_say_what_the_id_does_not(void **state) {
    (void)state;
    struct ssmspec_case row = ASKS(NULL, "{\"By\":\"${painter}\"}");
    row.request.target = SSMSPEC_VIEW("Studio.Paint");
    ASSERT_VIEW(role_of(row), "painter");
    const struct ssmspec_header header = {SSMSPEC_VIEW("x-target"), SSMSPEC_VIEW("Studio.Paint")};
    row.request.target = (struct ssmspec_view){0};
    row.request.headers = &header;
    row.request.header_count = 1;
    ASSERT_VIEW(role_of(row), "painter");
}

static void a_header_sends_nobody_anything(void **state) {
    (void)state;
    const struct ssmspec_header header = {SSMSPEC_VIEW("X-By"), SSMSPEC_VIEW("${painter}")};
    struct ssmspec_case row = ASKS("Paint", "{}");
    row.request.headers = &header;
    row.request.header_count = 1;
    assert_null(role_of(row).ptr);
}

static void a_control_reaches_as_far(void **state) {
    (void)state;
    struct ssmspec_case row = ASKS("Paint", "{}");
    row.control.body = SSMSPEC_VIEW("{\"By\":\"${painter}\"}");
    assert_null(role_of(row).ptr);
    row.control_kind = SSMSPEC_CONTROL_ACCEPTED;
    ASSERT_VIEW(role_of(row), "painter");
}

static void what_is_bound_may_be_spelled_out(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bindings bindings;
    const struct ssmspec_view crew[] = {SSMSPEC_VIEW_INIT("eva"), SSMSPEC_VIEW_INIT("otto")};
    const struct ssmspec_view guild[] = {SSMSPEC_VIEW_INIT("of"), SSMSPEC_VIEW_INIT("By")};
    ssmspec_bindings_init(&bindings, &arena);
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("nobody"), SSMSPEC_VIEW("none")));
    ASSERT_OK(ssmspec_bindings_set(&bindings, SSMSPEC_VIEW("wall"), SSMSPEC_VIEW("north")));
    ASSERT_OK(ssmspec_bindings_set_list(&bindings, SSMSPEC_VIEW("guild"), guild, 2));
    ASSERT_OK(ssmspec_bindings_set_list(&bindings, SSMSPEC_VIEW("crew"), crew, 2));

    struct ssmspec_case row = ASKS("Paint", "{\"By\":\"otto\"}");
    ASSERT_VIEW(ssmspec_reach_value(&suite, &row, &bindings), "otto");
    row = ASKS("List", "{\"By\":\"otto\"}");
    assert_null(ssmspec_reach_value(&suite, &row, &bindings).ptr);
    row = ASKS("Paint", "{\"By\":\"none\",\"On\":\"north\"}");
    assert_null(ssmspec_reach_value(&suite, &row, &bindings).ptr);
    row.control.body = SSMSPEC_VIEW("{\"By\":\"eva\"}");
    row.control_kind = SSMSPEC_CONTROL_TWIN;
    ASSERT_VIEW(ssmspec_reach_value(&suite, &row, &bindings), "eva");
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_there_is_reached),
        cmocka_unit_test(who_may_be_nobody_is_not),
        cmocka_unit_test(what_starts_nothing_may_name_all),
        cmocka_unit_test(a_live_command_is_started_whoever_names_it),
        cmocka_unit_test(a_header_may_say_what_the_id_does_not),
        cmocka_unit_test(a_header_sends_nobody_anything),
        cmocka_unit_test(a_control_reaches_as_far),
        cmocka_unit_test(what_is_bound_may_be_spelled_out),
    };
    return RUN_TESTS(tests);
}
