#include "src/case/case_file.h"

#include "src/base/testing.h"

static const struct ssmspec_shape output = {.name = "PaintResult", .type = SSMSPEC_STRUCTURE};
static const struct ssmspec_operation paint = {
    .name = "Paint", .slug = "paint", .output = &output, .foil = "{\"Colour\":[]}"};
static const struct ssmspec_operation *const operations[] = {&paint, NULL};
static const struct ssmspec_service service = {
    .target_prefix = "Studio", .content_type = "application/studio", .operations = operations};
static const struct ssmspec_role roles[] = {
    {"wall", SSMSPEC_ROLE_TEXT, 0, SSMSPEC_ROLE_FREE, NULL},
    {SSMSPEC_ROLE_LIVE, SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL},
    {.name = NULL},
};
static const struct ssmspec_suite suite = {
    .service = &service, .roles = roles, .sentinel = {.operation = "Paint"}};

#define HEAD "{\"schema\":\"ssmspec.cases/1\",\"cases\":["
#define TAIL "]}"
#define ID "\"id\":\"paint/Colour/pinned/red\""
#define WORDS \
    "\"rule\":\"It dries.\",\"level\":\"must\",\"source\":\"MODEL:Paint\",\"effect\":\"create\""
#define REQUEST "\"request\":{\"headers\":[],\"body\":\"{}\"}"
#define ACCEPTED "\"accepted\":[{\"answer\":\"success\"}]"
#define CASE(...) HEAD "{" __VA_ARGS__ "}" TAIL
#define WITH(rest) CASE(ID "," WORDS "," ACCEPTED "," rest)
#define WITH_REQUEST(inside) WITH("\"request\":{" inside "}")
#define WITH_CONTROL(inside) WITH(REQUEST ",\"control\":{" inside "}")
#define WITH_ANSWERS(inside) CASE(ID "," WORDS "," REQUEST ",\"accepted\":[" inside "]")
#define SOUND WITH(REQUEST)

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_cases cases;
    struct ssmspec_bytes why;
};

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static enum ssmspec_err read_text(struct world *world, const char *text) {
    const struct ssmspec_case_file file = {"mine.json", ssmspec_view_of(text)};
    ssmspec_bytes_reset(&world->why);
    return ssmspec_case_file_read(&suite, &file, &world->arena, &world->cases, &world->why);
}

static const struct ssmspec_case *only(struct world *world, const char *text) {
    if (read_text(world, text) != SSMSPEC_OK) {
        fail_msg("%s", world->why.ptr);
    }
    assert_int_equal(world->cases.count, 1);
    return world->cases.rows;
}

static void a_case_says_all_of_itself(void **state) {
    const struct ssmspec_case *row = only(*state, SOUND);
    assert_string_equal(row->id, "paint/Colour/pinned/red");
    assert_string_equal(row->operation, "Paint");
    assert_ptr_equal(row->output, &output);
    assert_string_equal(row->path, "Colour");
    assert_string_equal(row->kind, "pinned");
    assert_string_equal(row->probe, "red");
    assert_string_equal(row->rule, "It dries.");
    assert_string_equal(row->source, "MODEL:Paint");
    assert_int_equal(row->level, SSMSPEC_MUST);
    assert_int_equal(row->effect, SSMSPEC_EFFECT_CREATE);
    assert_int_equal(row->control_kind, SSMSPEC_NO_CONTROL);
}

static void headers_are_sent_as_they_stand(void **state) {
    const struct ssmspec_request *request =
        &only(*state, WITH_REQUEST("\"method\":\"PUT\",\"path\":\"/x\",\"headers\":["
                                   "[\"Content-Type\",\"a/b\"],[\"x-amz-target\",\"low\"],"
                                   "[\"X-Wall\",\"${wall}\"]],\"body\":\"\""))
             ->request;
    ASSERT_VIEW(request->method, "PUT");
    ASSERT_VIEW(request->path, "/x");
    ASSERT_VIEW(request->content_type, "a/b");
    assert_null(request->target.ptr);
    assert_int_equal(request->header_count, 2);
    ASSERT_VIEW(request->headers[0].name, "x-amz-target");
    ASSERT_VIEW(request->headers[1].value, "${wall}");
    assert_null(request->signing);
}

static void a_case_that_says_execute_may_live_on_a_command(void **state) {
    const struct ssmspec_case *row =
        only(*state, CASE(ID ",\"rule\":\"r\",\"level\":\"must\",\"source\":\"s\",\"effect\":"
                             "\"execute\"," ACCEPTED
                             ",\"request\":{\"headers\":[],\"body\":\"${live_command}\"}"));
    assert_int_equal(row->effect, SSMSPEC_EFFECT_EXECUTE);
}

static void a_request_may_go_unsigned(void **state) {
    const struct ssmspec_case *row =
        only(*state, WITH_REQUEST("\"headers\":[],\"signed\":false,\"body\":\"\""));
    assert_non_null(row->request.signing);
    assert_string_equal(row->request.signing->authorization, "");
}

static void bodies_are_any_bytes(void **state) {
    const struct ssmspec_case *row =
        only(*state, WITH_REQUEST("\"headers\":[],\"body_base64\":\"AP8=\""));
    assert_int_equal(row->request.body.len, 2);
    assert_memory_equal(row->request.body.ptr, "\0\xff", 2);
}

static void answers_are_accepted_or_tolerated(void **state) {
    const struct ssmspec_case *row = only(
        *state, CASE(ID "," WORDS "," REQUEST
                        ",\"accepted\":[{\"answer\":\"error\",\"status\":400,\"error\":\"Wet\"},"
                        "{\"answer\":\"status\",\"status\":404}],\"tolerated\":[{\"answer\":"
                        "\"rejection\",\"breaks\":\"should\",\"source\":\"OBS:V-1\"}]"));
    assert_int_equal(row->expect.count, 3);
    assert_int_equal(row->expect.outcomes[0].kind, SSMSPEC_ERROR);
    assert_string_equal(row->expect.outcomes[0].error, "Wet");
    assert_int_equal(row->expect.outcomes[1].status, 404);
    assert_int_equal(row->expect.outcomes[1].breaks, SSMSPEC_NONE);
    assert_int_equal(row->expect.outcomes[2].kind, SSMSPEC_CLIENT_ERROR);
    assert_int_equal(row->expect.outcomes[2].breaks, SSMSPEC_SHOULD);
    assert_string_equal(row->expect.outcomes[2].source, "OBS:V-1");
}

static void a_control_is_the_operations_own_request(void **state) {
    const struct ssmspec_case *row =
        only(*state, WITH_CONTROL("\"must_be\":\"accepted\",\"body\":\"{\\\"A\\\":1}\""));
    assert_int_equal(row->control_kind, SSMSPEC_CONTROL_ACCEPTED);
    ASSERT_VIEW(row->control.target, "Studio.Paint");
    ASSERT_VIEW(row->control.content_type, "application/studio");
    ASSERT_VIEW(row->control.body, "{\"A\":1}");
    ASSERT_VIEW(row->foil.body, "{\"Colour\":[]}");
    assert_int_equal(row->control_expect.count, 1);
    assert_int_equal(row->control_expect.outcomes[0].kind, SSMSPEC_SUCCESS);
}

static void a_twin_is_expected_the_same(void **state) {
    const struct ssmspec_case *row =
        only(*state, WITH_CONTROL("\"must_be\":\"alike\",\"body\":\"\""));
    assert_int_equal(row->control_kind, SSMSPEC_CONTROL_TWIN);
    ASSERT_VIEW(row->foil.body, "{\"Colour\":[]}");
    assert_int_equal(row->control_expect.count, row->expect.count);
}

static void a_frame_case_belongs_to_no_operation(void **state) {
    const struct ssmspec_case *row =
        only(*state, CASE("\"id\":\"any/-/pinned/x\"," WORDS "," REQUEST "," ACCEPTED));
    assert_null(row->operation);
    ASSERT_VIEW(row->control.target, "Studio.Paint");
}

static const struct {
    const char *text, *wanted;
} wrong[] = {
    {"", "mine.json:1:1: "},
    {"{\n  \"schema\": 1}", "mine.json:1:1: \"schema\" must be"},
    {"[]", "an object is wanted here, not a value of type \"list\""},
    {"{\"schema\":\"ssmspec.cases/1\"}", "this has no \"cases\""},
    {HEAD TAIL, "must be a list that is not empty: \"cases\""},
    {"{\"schema\":\"ssmspec.cases/1\",\n \"casses\":[]}", "mine.json:2:11: unknown key \"casses\""},
    {HEAD "5" TAIL, "an object is wanted"},
    {CASE(""), "this has no \"id\""},
    {CASE("\"id\":\"paint/Colour/red\""), "an id is SLUG/PATH/pinned/PROBE"},
    {CASE("\"id\":\"paint/Colour/length/red\""), "an id is SLUG/PATH/pinned/PROBE"},
    {CASE("\"id\":\"paint/Col our/pinned/red\""), "an id is SLUG/PATH/pinned/PROBE"},
    {CASE("\"id\":\"paint/a/pinned/red/b\""), "an id is SLUG/PATH/pinned/PROBE"},
    {CASE("\"id\":\"paint//pinned/red\""), "an id is SLUG/PATH/pinned/PROBE"},
    {CASE("\"id\":\"sculpt/a/pinned/red\""), "an operation's slug or any: \"sculpt\""},
    {CASE(ID "," ID), "given twice: \"id\""},
    {HEAD "{" ID "," WORDS "," REQUEST "," ACCEPTED "},\n{" ID "}" TAIL,
     "mine.json:2:7: another case has this id"},
    {CASE(ID ",\"rule\":\"\""), "must be a text that is not empty and has no NUL: \"rule\""},
    {CASE(ID ",\"rule\":\"a\\u0000b\""), "has no NUL: \"rule\""},
    {CASE(ID ",\"rule\":\"r\",\"source\":\"s\",\"level\":\"shall\""),
     "not one of the words that \"level\" knows"},
    {CASE(ID ",\"rule\":\"r\",\"source\":\"s\",\"level\":\"must\",\"effect\":1"),
     "not one of the words that \"effect\" knows: \"1\""},
    {CASE(ID "," WORDS), "this has no \"request\""},
    {WITH_REQUEST("\"headers\":[]"), "\"body\" or \"body_base64\" is wanted"},
    {WITH_REQUEST("\"headers\":[],\"body\":\"\",\"body_base64\":\"\""), "and one of them"},
    {WITH_REQUEST("\"headers\":[],\"body\":5"), "must be a text: \"body\""},
    {WITH_REQUEST("\"headers\":[],\"body_base64\":\"A\""), "this is no base64: \"A\""},
    {WITH_REQUEST("\"headers\":[],\"body\":\"${door}\""), "names the unknown role \"door\""},
    {WITH_REQUEST("\"headers\":[],\"body\":\"${live_command}\""),
     "mine.json:1:136: \"effect\" must be execute, for text may run by way of \"live_command\""},
    {WITH_REQUEST("\"headers\":{},\"body\":\"\""), "\"headers\" is a list of pairs"},
    {WITH_REQUEST("\"headers\":[[\"A\"]],\"body\":\"\""), "a header is a list of its name"},
    {WITH_REQUEST("\"headers\":[[\"A B\",\"\"]],\"body\":\"\""), "this is no header's name"},
    {WITH_REQUEST("\"headers\":[[\"A\",\"\\r\\nB: c\"]],\"body\":\"\""), "is one line"},
    {WITH_REQUEST("\"headers\":[[\"host\",\"a\"]],\"body\":\"\""), "the sender gives this"},
    {WITH_REQUEST("\"headers\":[[\"A\",\"${door}\"]],\"body\":\"\""), "unknown role"},
    {WITH_REQUEST("\"method\":\"GE T\",\"headers\":[],\"body\":\"\""), "this is no method"},
    {WITH_REQUEST("\"method\":5,\"headers\":[],\"body\":\"\""), "this is no method"},
    {WITH_REQUEST("\"path\":\"x\",\"headers\":[],\"body\":\"\""), "this is no path"},
    {WITH_REQUEST("\"path\":\"/a b\",\"headers\":[],\"body\":\"\""), "this is no path"},
    {WITH_REQUEST("\"signed\":1,\"headers\":[],\"body\":\"\""), "\"signed\" is true or false"},
    {WITH_REQUEST("\"verb\":1"), "unknown key \"verb\""},
    {CASE(ID "," WORDS "," REQUEST), "this has no \"accepted\""},
    {WITH_ANSWERS(""), "must be a list that is not empty: \"accepted\""},
    {WITH_ANSWERS("{}"), "this has no \"answer\""},
    {WITH_ANSWERS("{\"answer\":\"yes\"}"), "not one of the words that \"answer\" knows"},
    {WITH_ANSWERS("{\"answer\":\"error\"}"), "this has no \"status\""},
    {WITH_ANSWERS("{\"answer\":\"error\",\"status\":400}"), "this has no \"error\""},
    {WITH_ANSWERS("{\"answer\":\"status\",\"status\":99}"), "from 100 to 599"},
    {WITH_ANSWERS("{\"answer\":\"any\",\"status\":200}"), "this answer takes no \"status\""},
    {WITH_ANSWERS("{\"answer\":\"any\",\"error\":\"e\"}"), "this answer takes no \"error\""},
    {WITH_ANSWERS("{\"answer\":\"any\",\"breaks\":\"may\"}"), "this answer takes no \"breaks\""},
    {WITH(REQUEST ",\"tolerated\":[{\"answer\":\"any\"}]"), "this has no \"breaks\""},
    {WITH_CONTROL("\"body\":\"\""), "this has no \"must_be\""},
    {WITH_CONTROL("\"must_be\":\"nice\",\"body\":\"\""), "not one of the words"},
    {WITH_CONTROL("\"must_be\":\"alike\",\"body\":\"\",\"accepted\":[]"), "only a control that"},
};

static void refuses_with_the_place(void **state) {
    struct world *world = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        const enum ssmspec_err err = read_text(world, wrong[i].text);
        if (err != SSMSPEC_ERR_CONFIG || strstr(world->why.ptr, wrong[i].wanted) == NULL) {
            fail_msg("%s: not \"%s\" but \"%s\"", wrong[i].text, wrong[i].wanted,
                     world->why.len == 0 ? "" : world->why.ptr);
        }
    }
}

static void no_case_knows_more_answers_than_it_can_hold(void **state) {
    struct world *world = *state;
    struct ssmspec_bytes text = {0};
    ssmspec_bytes_add_text(&text, HEAD "{" ID "," WORDS "," REQUEST ",\"accepted\":[");
    for (int i = 0; i < SSMSPEC_OUTCOMES_MAX + 1; i++) {
        ssmspec_bytes_printf(&text, "%s{\"answer\":\"any\"}", i == 0 ? "" : ",");
    }
    ssmspec_bytes_add_text(&text, "]}" TAIL);
    assert_int_equal(read_text(world, text.ptr), SSMSPEC_ERR_CONFIG);
    assert_non_null(strstr(world->why.ptr, "twelve answers at most"));
    ssmspec_bytes_clear(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_case_says_all_of_itself),
        TEST(headers_are_sent_as_they_stand),
        TEST(a_case_that_says_execute_may_live_on_a_command),
        TEST(a_request_may_go_unsigned),
        TEST(bodies_are_any_bytes),
        TEST(answers_are_accepted_or_tolerated),
        TEST(a_control_is_the_operations_own_request),
        TEST(a_twin_is_expected_the_same),
        TEST(a_frame_case_belongs_to_no_operation),
        TEST(refuses_with_the_place),
        TEST(no_case_knows_more_answers_than_it_can_hold),
    };
    return RUN_TESTS(tests);
}
