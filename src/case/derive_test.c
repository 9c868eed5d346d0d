#include "src/base/testing.h"
#include "src/case/derive.h"

/* An invented operation: Paint takes a required Colour, a Size, Tags, and nested Layers. */
static const struct ssmspec_shape colour = {
    .name = "Colour",
    .type = SSMSPEC_STRING,
    .example = "\"Red\"",
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_ENUM, .values = SSMSPEC_NAMES("Red", "Green"), .source = "MODEL:Colour"}),
};
static const struct ssmspec_shape size = {
    .name = "Size",
    .type = SSMSPEC_INTEGER,
    .example = "5",
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 2, .max = 9, .source = "MODEL:Size"}),
};
static const struct ssmspec_shape tag = {
    .name = "Tag",
    .type = SSMSPEC_STRING,
    .example = "\"t\"",
    .series = "t###",
    .is_identifier = true,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 4,
                         .fill = "x",
                         .is_hidden = true,
                         .source = "OBS:V-25"}),
};
static const struct ssmspec_shape tags = {
    .name = "Tags",
    .type = SSMSPEC_LIST,
    .element = &tag,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = 0, .max = 2, .source = "MODEL:Tags"}),
};
static const struct ssmspec_shape layer = {
    .name = "Layer",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Name", .shape = &tag, .is_required = true, .source = "MODEL:Layer"},
                    {.name = "Depth", .shape = &size, .source = "MODEL:Layer"}),
};
static const struct ssmspec_shape layers = {
    .name = "Layers", .type = SSMSPEC_LIST, .element = &layer};
static const struct ssmspec_shape input = {
    .name = "PaintRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Colour", .shape = &colour, .is_required = true, .source = "MODEL:PaintRequest"},
        {.name = "Size", .shape = &size, .source = "MODEL:PaintRequest"},
        {.name = "Tags", .shape = &tags, .source = "MODEL:PaintRequest", .instead_of = "Size"},
        {.name = "Layers", .shape = &layers, .source = "MODEL:PaintRequest"}),
};
static const struct ssmspec_shape output = {.name = "PaintResult", .type = SSMSPEC_STRUCTURE};
static const struct ssmspec_operation paint = {
    .name = "Paint",
    .slug = "paint",
    .input = &input,
    .output = &output,
    .base = "{\"Colour\":\"Red\",\"Size\":5,\"Wall\":\"${wall}\"}",
    .live_base = "{\"Colour\":\"Red\",\"Wall\":\"${live_command}\"}",
    .foil = "{}",
    .errors = SSMSPEC_NAMES("NoSuchWall"),
    .source = "MODEL:Paint",
};
static const struct ssmspec_service service = {
    .name = "studio",
    .target_prefix = "Studio",
    .content_type = "application/x-amz-json-1.1",
    .operations = (const struct ssmspec_operation *const[]){&paint, NULL},
};
static const struct ssmspec_row rows[] = {
    {.operation = "Paint",
     .kind = "error-map",
     .probe = "no-wall",
     .rule = "an unknown wall is refused",
     .level = SSMSPEC_MUST,
     .source = "OBS:S-16",
     .body = "{\"Colour\":\"Red\",\"Wall\":\"${fresh_id}\"}",
     SSMSPEC_EXPECT({.kind = SSMSPEC_ERROR, .status = 400, .error = "NoSuchWall"}),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {.operation = "Paint",
     .kind = "error-map",
     .probe = "long",
     .rule = "a long wall is refused",
     .level = SSMSPEC_MUST,
     .source = "OBS:S-23",
     .body = "{\"Wall\":\"#\"}",
     .stretch = {{"x", 10}},
     SSMSPEC_EXPECT({.kind = SSMSPEC_CLIENT_ERROR})},
    {.operation = SSMSPEC_EVERY_OPERATION,
     .kind = "json",
     .probe = "cut",
     .rule = "half a request is refused",
     .level = SSMSPEC_MUST,
     .source = "RFC8259:2",
     .body = "{{members},\"Unknown\":##",
     .stretch = {{"[", 2}, {"]", 3}},
     SSMSPEC_EXPECT({.kind = SSMSPEC_CLIENT_ERROR}),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {.operation = "Paint",
     .kind = "http",
     .probe = "odd",
     .rule = "an odd request is as good as any",
     .level = SSMSPEC_MAY,
     .source = "OBS:P-06",
     .method = "PUT",
     .request_path = "/x",
     .target = ssmspec_absent,
     .content_type = "text/plain",
     .headers = {{"x-target", "{service}.{operation}"}, {"Authorization", ssmspec_absent}},
     SSMSPEC_BODY_BYTES("{\0}"),
     .is_valid = true,
     SSMSPEC_EXPECT({.kind = SSMSPEC_CLIENT_STATUS})},
    {.kind = "http",
     .probe = "frame",
     .rule = "a request of nobody is refused",
     .level = SSMSPEC_MUST,
     .source = "OBS:F-19",
     .target = "{service}.Nothing",
     SSMSPEC_EXPECT({.kind = SSMSPEC_CLIENT_ERROR}),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {.kind = NULL},
};
static const struct ssmspec_suite suite = {
    .sentinel = {.operation = "Paint", .body = "{\"Colour\":\"Green\"}"},
    .service = &service,
    .tables = (const struct ssmspec_row *const[]){rows, NULL},
    .roles =
        (const struct ssmspec_role[]){
            {"wall", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_FREE, NULL},
            {SSMSPEC_ROLE_FRESH_ID, SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL},
            {SSMSPEC_ROLE_LIVE, SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL},
            {.name = NULL}},
};

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_cases cases;
};

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    ASSERT_OK(ssmspec_cases_derive(&suite, &world.arena, &world.cases, &world.why));
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static const struct ssmspec_case *find(void **state, const char *id) {
    const struct world *world = *state;
    for (size_t i = 0; i < world->cases.count; i++) {
        if (strcmp(world->cases.rows[i].id, id) == 0) {
            return &world->cases.rows[i];
        }
    }
    fail_msg("no case %s", id);
    return NULL;
}

static bool accepts_error(const struct ssmspec_expectation *expect, const char *error) {
    for (size_t i = 0; i < expect->count; i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && outcome->breaks == SSMSPEC_NONE &&
            strcmp(outcome->error, error) == 0) {
            return true;
        }
    }
    return false;
}

static void moves_only_the_tested_member(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Size/range/above-max");
    ASSERT_VIEW(row->request.body, "{\"Colour\":\"Red\",\"Size\":10,\"Wall\":\"${wall}\"}");
    ASSERT_VIEW(row->control.body, "{\"Colour\":\"Red\",\"Size\":5,\"Wall\":\"${wall}\"}");
    assert_int_equal(row->control_kind, SSMSPEC_CONTROL_ACCEPTED);
    ASSERT_VIEW(row->request.target, "Studio.Paint");
}

static void leaves_an_absent_member_out(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Colour/required/absent");
    ASSERT_VIEW(row->request.body, "{\"Size\":5,\"Wall\":\"${wall}\"}");
    ASSERT_VIEW(row->control.body, "{\"Colour\":\"Red\",\"Size\":5,\"Wall\":\"${wall}\"}");
}

static void makes_way_where_members_exclude_each_other(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Tags/count/at-max");
    ASSERT_VIEW(row->request.body,
                "{\"Colour\":\"Red\",\"Wall\":\"${wall}\",\"Tags\":[\"t000\",\"t001\"]}");
}

static void an_empty_value_leaves_the_field_to_the_other(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Tags/count/empty");
    ASSERT_VIEW(row->request.body,
                "{\"Colour\":\"Red\",\"Size\":5,\"Wall\":\"${wall}\",\"Tags\":[]}");
}

static void reaches_nested_members_through_valid_surroundings(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Layers.Depth/range/below-min");
    ASSERT_VIEW(row->request.body, "{\"Colour\":\"Red\",\"Size\":5,\"Wall\":\"${wall}\","
                                   "\"Layers\":[{\"Name\":\"t\",\"Depth\":1}]}");
    assert_string_equal(row->expect.member, "layers.1.member.depth");
    find(state, "paint/Layers.member/type/string");
    find(state, "paint/Tags.member/type/number");
    find(state, "paint/Layers.Name/required/absent");
}

static void constraint_rejections_name_validation_and_bind(void **state) {
    const struct ssmspec_expectation *expect = &find(state, "paint/Size/range/above-max")->expect;
    assert_int_equal(expect->count, 1);
    assert_true(accepts_error(expect, "ValidationException"));
    assert_string_equal(expect->phrase, "Member must have value less than or equal to 9");
}

static void type_rejections_tolerate_other_names(void **state) {
    const struct ssmspec_expectation *expect = &find(state, "paint/Size/type/string")->expect;
    assert_true(accepts_error(expect, "SerializationException"));
    const struct ssmspec_outcome *last = &expect->outcomes[expect->count - 1];
    assert_int_equal(last->kind, SSMSPEC_CLIENT_ERROR);
    assert_int_equal(last->breaks, SSMSPEC_SHOULD);
}

static void hidden_rules_may_be_let_pass(void **state) {
    const struct ssmspec_expectation *expect =
        &find(state, "paint/Layers.Name/length/above-max")->expect;
    assert_true(accepts_error(expect, "ValidationException"));
    assert_true(accepts_error(expect, "NoSuchWall"));
    assert_int_equal(expect->outcomes[1].kind, SSMSPEC_SUCCESS);
    assert_int_equal(expect->outcomes[expect->count - 1].kind, SSMSPEC_CLIENT_ERROR);
}

static void accepted_values_lean_on_the_foil(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Size/range/at-max");
    assert_int_equal(row->expect.outcomes[0].kind, SSMSPEC_SUCCESS);
    assert_true(accepts_error(&row->expect, "NoSuchWall"));
    assert_int_equal(row->control_kind, SSMSPEC_CONTROL_FOIL);
    ASSERT_VIEW(row->control.body, "{}");
}

static void live_variants_run_on_a_command_and_drop_business_errors(void **state) {
    const struct ssmspec_case *row = find(state, "paint/Size/range/at-max-live");
    ASSERT_VIEW(row->request.body, "{\"Colour\":\"Red\",\"Wall\":\"${live_command}\",\"Size\":9}");
    assert_int_equal(row->effect, SSMSPEC_EFFECT_EXECUTE);
    assert_false(accepts_error(&row->expect, "NoSuchWall"));
    const struct world *world = *state;
    for (size_t i = 0; i < world->cases.count; i++) {
        assert_false(
            ssmspec_case_matches(world->cases.rows[i].id, SSMSPEC_VIEW("paint/Colour/**/*-live")));
    }
}

static void row_control_may_not_give_the_error_itself(void **state) {
    const struct ssmspec_case *row = find(state, "paint/-/error-map/no-wall");
    assert_false(accepts_error(&row->control_expect, "NoSuchWall"));
    assert_int_equal(row->control_expect.outcomes[0].kind, SSMSPEC_SUCCESS);
    ASSERT_VIEW(row->control.body, paint.base);
}

static void stretches_the_marked_text(void **state) {
    ASSERT_VIEW(find(state, "paint/-/error-map/long")->request.body, "{\"Wall\":\"xxxxxxxxxx\"}");
}

static void a_row_for_every_operation_builds_on_each_base(void **state) {
    const struct ssmspec_case *row = find(state, "paint/-/json/cut");
    ASSERT_VIEW(row->request.body,
                "{\"Colour\":\"Red\",\"Size\":5,\"Wall\":\"${wall}\",\"Unknown\":[[]]]");
    ASSERT_VIEW(row->control.body, paint.base);
    assert_ptr_equal(row->model, &paint);
}

static void a_row_may_say_any_request(void **state) {
    const struct ssmspec_request *request = &find(state, "paint/-/http/odd")->request;
    ASSERT_VIEW(request->method, "PUT");
    ASSERT_VIEW(request->path, "/x");
    assert_null(request->target.ptr);
    ASSERT_VIEW(request->content_type, "text/plain");
    assert_int_equal(request->header_count, 2);
    ASSERT_VIEW(request->headers[0].value, "Studio.Paint");
    assert_null(request->headers[1].value.ptr);
    assert_int_equal(request->body.len, 3);
    assert_memory_equal(request->body.ptr, "{\0}", 3);
}

static void a_valid_row_accepts_what_the_base_may_be_answered(void **state) {
    const struct ssmspec_expectation *expect = &find(state, "paint/-/http/odd")->expect;
    assert_int_equal(expect->count, 3);
    assert_int_equal(expect->outcomes[0].kind, SSMSPEC_SUCCESS);
    assert_true(accepts_error(expect, "NoSuchWall"));
    assert_int_equal(expect->outcomes[2].kind, SSMSPEC_CLIENT_STATUS);
}

static void a_frame_row_builds_on_the_sentinel(void **state) {
    const struct ssmspec_case *row = find(state, "any/-/http/frame");
    ASSERT_VIEW(row->request.target, "Studio.Nothing");
    ASSERT_VIEW(row->request.body, suite.sentinel.body);
    ASSERT_VIEW(row->control.target, "Studio.Paint");
    ASSERT_VIEW(row->control.body, suite.sentinel.body);
    assert_int_equal(row->control_expect.count, 1);
    assert_int_equal(row->control_expect.outcomes[0].kind, SSMSPEC_SUCCESS);
    assert_null(row->model);
}

static enum ssmspec_err derive_broken(const struct ssmspec_row *table,
                                      const struct ssmspec_role *roles, const char *wanted) {
    struct ssmspec_suite broken = suite;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_cases cases;
    broken.tables = (const struct ssmspec_row *const[]){table, NULL};
    broken.roles = roles;
    const enum ssmspec_err err = ssmspec_cases_derive(&broken, &arena, &cases, &why);
    assert_non_null(strstr(ssmspec_bytes_view(&why).ptr, wanted));
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return err;
}

static void refuses_two_cases_of_one_id(void **state) {
    (void)state;
    const struct ssmspec_row twice[] = {rows[0], rows[0], {.kind = NULL}};
    assert_int_equal(derive_broken(twice, suite.roles, "two cases are called"), SSMSPEC_ERR_TABLE);
}

static void refuses_an_unknown_role(void **state) {
    (void)state;
    static const struct ssmspec_role fewer[] = {
        {SSMSPEC_ROLE_FRESH_ID, SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL}, {.name = NULL}};
    assert_int_equal(derive_broken(rows, fewer, "unknown role wall"), SSMSPEC_ERR_TABLE);
}

#define WITH_CASES(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_CASES(moves_only_the_tested_member),
        WITH_CASES(leaves_an_absent_member_out),
        WITH_CASES(makes_way_where_members_exclude_each_other),
        WITH_CASES(an_empty_value_leaves_the_field_to_the_other),
        WITH_CASES(reaches_nested_members_through_valid_surroundings),
        WITH_CASES(constraint_rejections_name_validation_and_bind),
        WITH_CASES(type_rejections_tolerate_other_names),
        WITH_CASES(hidden_rules_may_be_let_pass),
        WITH_CASES(accepted_values_lean_on_the_foil),
        WITH_CASES(live_variants_run_on_a_command_and_drop_business_errors),
        WITH_CASES(row_control_may_not_give_the_error_itself),
        WITH_CASES(stretches_the_marked_text),
        WITH_CASES(a_row_for_every_operation_builds_on_each_base),
        WITH_CASES(a_row_may_say_any_request),
        WITH_CASES(a_valid_row_accepts_what_the_base_may_be_answered),
        WITH_CASES(a_frame_row_builds_on_the_sentinel),
        cmocka_unit_test(refuses_two_cases_of_one_id),
        cmocka_unit_test(refuses_an_unknown_role),
    };
    return RUN_TESTS(tests);
}
