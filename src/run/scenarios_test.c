/* Scenarios against invented endpoints: order, captures, repetition, copies, blame. */
#include "src/base/testing.h"
#include "src/run/run.h"

#include <stdlib.h>

/* One operation, Act, that does what its body says. */
static const struct ssmspec_shape text = {
    .name = "Text", .type = SSMSPEC_STRING, .example = "\"\""};
static const struct ssmspec_shape input = {.name = "ActRequest", .type = SSMSPEC_STRUCTURE};
static const struct ssmspec_shape output = {
    .name = "ActResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "State", .shape = &text, .source = "MODEL:ActResult"}),
};
static const struct ssmspec_error modelled[] = {{.name = NULL}};
static const struct ssmspec_operation act = {.name = "Act",
                                             .slug = "act",
                                             .input = &input,
                                             .output = &output,
                                             .base = "{}",
                                             .foil = "{\"x\":1}",
                                             .modelled = modelled,
                                             .source = "MODEL:Act"};
static const struct ssmspec_service service = {
    .name = "stage",
    .target_prefix = "Stage",
    .content_type = "application/x-amz-json-1.1",
    .operations = (const struct ssmspec_operation *const[]){&act, NULL},
    .common_errors = SSMSPEC_NAMES("ValidationException"),
    .throttle_errors = SSMSPEC_NAMES("ThrottlingException"),
};
static const struct ssmspec_row no_rows[] = {{.kind = NULL}};
static const struct ssmspec_role roles[] = {{.name = "fresh_id"}, {.name = NULL}};

#define CASE(called)                                                          \
    .operation = "Act", .kind = "state", .probe = (called), .rule = "a rule", \
    .level = SSMSPEC_MUST, .source = "OBS:S-01"
#define ACT(called, template)                                             \
    .name = (called), .operation = "Act", .body = "{\"" template "\":1}", \
    SSMSPEC_ANSWER({.kind = SSMSPEC_SUCCESS})
#define STATE_IS(what) \
    { .kind = SSMSPEC_CLAIM_IS, .path = "State", .text = (what) }
#define TAKE_ID SSMSPEC_CAPTURES({.role = "id", .path = "Id"})
#define NO_MORE \
    { .kind = NULL }

struct stage {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why, log; /* log: the bodies as they came, joined with blanks */
    struct ssmspec_cases cases;
    struct ssmspec_bindings bindings;
    struct ssmspec_ledger ledger;
    struct ssmspec_run_outcome outcome;
    const char *killer;  /* a body with this word kills; NULL: none */
    const char *breaker; /* one with this word breaks its own connection */
    size_t looks;        /* requests to look so far */
    bool is_dead;
    bool is_missing; /* the operation */
    void *done[SSMSPEC_CROWD_MAX + 1];
    size_t done_count, most_at_once;
};

static bool says(struct ssmspec_view body, const char *word) {
    return word != NULL && ssmspec_view_find(body, ssmspec_view_of(word)) < body.len;
}

static const struct ssmspec_header json_type[] = {
    {SSMSPEC_VIEW_INIT("Content-Type"), SSMSPEC_VIEW_INIT("application/x-amz-json-1.1")}};

static struct ssmspec_response answer(struct stage *stage, struct ssmspec_view body) {
    struct ssmspec_response response = {
        .status = 200, .headers = json_type, .header_count = 1, .body = SSMSPEC_VIEW("{}")};
    if (stage->is_missing || says(body, "refuse")) {
        response.status = 400;
        response.body = stage->is_missing
                            ? SSMSPEC_VIEW("{\"__type\":\"UnknownOperationException\"}")
                            : SSMSPEC_VIEW("{\"__type\":\"ValidationException\"}");
    }
    if (says(body, "start")) {
        response.body = SSMSPEC_VIEW("{\"State\":\"new\",\"Id\":\"id-7\"}");
    }
    if (says(body, "look")) {
        stage->looks++;
        response.body = stage->looks < 3 ? SSMSPEC_VIEW("{\"State\":\"new\"}")
                                         : SSMSPEC_VIEW("{\"State\":\"old\"}");
    }
    return response;
}

static enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                               void *tag) {
    struct stage *stage = self;
    (void)arena;
    ssmspec_bytes_add(&stage->log, request->body);
    ssmspec_bytes_add_char(&stage->log, ' ');
    *result = (struct ssmspec_exchange){.transport = SSMSPEC_UNREACHABLE};
    if (!stage->is_dead) {
        const bool is_killer = says(request->body, stage->killer);
        const bool is_breaker = says(request->body, stage->breaker);
        result->transport = is_killer || is_breaker ? SSMSPEC_CLOSED : SSMSPEC_DELIVERED;
        result->response = answer(stage, request->body);
        stage->is_dead = is_killer;
    }
    stage->done[stage->done_count++] = tag;
    stage->most_at_once =
        stage->done_count > stage->most_at_once ? stage->done_count : stage->most_at_once;
    return SSMSPEC_OK;
}

static enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    struct stage *stage = self;
    (void)wait_ms;
    assert_true(stage->done_count > 0);
    *tag = stage->done[0];
    stage->done_count--;
    memmove(stage->done, stage->done + 1, stage->done_count * sizeof stage->done[0]);
    return SSMSPEC_OK;
}

static int set_up(void **state) {
    struct stage *stage = calloc(1, sizeof *stage);
    ssmspec_bindings_init(&stage->bindings, &stage->arena);
    *state = stage;
    return 0;
}

static int tear_down(void **state) {
    struct stage *stage = *state;
    ssmspec_ledger_clear(&stage->ledger);
    ssmspec_bytes_clear(&stage->why);
    ssmspec_bytes_clear(&stage->log);
    ssmspec_arena_clear(&stage->arena);
    free(stage);
    return 0;
}

static struct ssmspec_suite suite_of(const struct ssmspec_scenario *const *tables) {
    return (struct ssmspec_suite){
        .service = &service,
        .tables = (const struct ssmspec_row *const[]){no_rows, NULL},
        .scenarios = tables,
        .roles = roles,
        .start = {.operation = "Act", .body = "{\"start\":1}", .capture = "Id"},
        .sentinel = {.operation = "Act", .body = "{\"sentinel\":1}"},
    };
}

static void play(struct stage *stage, const struct ssmspec_scenario *scenarios, size_t jobs,
                 bool is_full) {
    const struct ssmspec_scenario *const tables[] = {scenarios, NULL};
    const struct ssmspec_row *const no_tables[] = {no_rows, NULL};
    struct ssmspec_suite suite = suite_of(tables);
    suite.tables = no_tables;
    const struct ssmspec_selection all = {.is_full = is_full};
    struct ssmspec_plan plan;
    ASSERT_OK(ssmspec_cases_derive(&suite, &stage->arena, &stage->cases, &stage->why));
    ASSERT_OK(ssmspec_plan_make(&suite, &stage->cases, &all, &stage->bindings,
                                SSMSPEC_EFFECT_EXECUTE, &stage->arena, &plan, &stage->why));
    const struct ssmspec_transporter transporter = {
        .self = stage, .capacity = SSMSPEC_CROWD_MAX, .submit = submit, .next = next};
    const struct ssmspec_run_options options = {.suite = &suite,
                                                .plan = &plan,
                                                .bindings = &stage->bindings,
                                                .transporter = &transporter,
                                                .jobs = jobs,
                                                .seed = 7};
    ASSERT_OK(ssmspec_run(&options, &stage->ledger, &stage->arena, &stage->outcome));
}

static const struct ssmspec_result *result(const struct stage *stage, const char *probe) {
    for (size_t i = 0; i < stage->outcome.count; i++) {
        if (says(stage->outcome.results[i].id, probe)) {
            return &stage->outcome.results[i];
        }
    }
    fail_msg("no result for %s", probe);
    return NULL;
}

#define VERDICT(probe) (result(stage, probe)->verdict)

static const struct ssmspec_scenario captured[] = {
    {CASE("captured"),
     SSMSPEC_STEPS({ACT("the start", "start"), TAKE_ID}, {ACT("the end", "end-${id}")})},
    NO_MORE,
};

static void captures_reach_later_steps(void **state) {
    struct stage *stage = *state;
    play(stage, captured, 1, false);
    assert_int_equal(VERDICT("captured").verdict, SSMSPEC_PASS);
    assert_true(says(ssmspec_bytes_view(&stage->log), "{\"start\":1} {\"end-id-7\":1}"));
    assert_int_equal(stage->ledger.count, 1);
    ASSERT_VIEW(stage->ledger.ids[0], "id-7");
}

static const struct ssmspec_scenario broken[] = {
    {CASE("broken"), SSMSPEC_STEPS({ACT("the start", "start")},
                                   {ACT("the look", "look"), SSMSPEC_CLAIMS(STATE_IS("old"))},
                                   {ACT("the rest", "rest")})},
    NO_MORE,
};

static void broken_step_is_named_with_what_was_expected_and_seen(void **state) {
    struct stage *stage = *state;
    play(stage, broken, 1, false);
    assert_int_equal(VERDICT("broken").verdict, SSMSPEC_FAIL);
    ASSERT_VIEW(VERDICT("broken").text,
                "Step 2, the look: State should be \"old\", it is \"new\".");
    assert_int_equal(result(stage, "broken")->expected_count, 1);
    ASSERT_VIEW(result(stage, "broken")->expected[0], "State should be \"old\"");
    assert_int_equal(result(stage, "broken")->actual.status, 200);
    assert_false(says(ssmspec_bytes_view(&stage->log), "rest"));
}

static const struct ssmspec_scenario lesser[] = {
    {CASE("lesser"),
     SSMSPEC_STEPS({ACT("the look", "look"), SSMSPEC_CLAIMS({.kind = SSMSPEC_CLAIM_IS,
                                                             .path = "State",
                                                             .text = "old",
                                                             .breaks = SSMSPEC_SHOULD,
                                                             .source = "OBS:S-02"})},
                   {ACT("the rest", "rest")})},
    NO_MORE,
};

static void lesser_claim_deviates_and_the_rest_is_still_asked(void **state) {
    struct stage *stage = *state;
    play(stage, lesser, 1, false);
    assert_int_equal(VERDICT("lesser").verdict, SSMSPEC_DEVIATION);
    ASSERT_VIEW(VERDICT("lesser").source, "OBS:S-02");
    assert_true(says(ssmspec_bytes_view(&stage->log), "rest"));
}

static const struct ssmspec_scenario refused[] = {
    {CASE("refused"), SSMSPEC_STEPS({ACT("the start", "refuse"), .is_prerequisite = true},
                                    {ACT("the rest", "rest")})},
    NO_MORE,
};

static void failed_prerequisite_proves_nothing(void **state) {
    struct stage *stage = *state;
    play(stage, refused, 1, false);
    assert_int_equal(VERDICT("refused").verdict, SSMSPEC_INCONCLUSIVE);
    assert_string_equal(VERDICT("refused").code, "prerequisite");
    assert_false(says(ssmspec_bytes_view(&stage->log), "rest"));
}

static const struct ssmspec_scenario awaited[] = {
    {CASE("awaited"),
     SSMSPEC_STEPS({ACT("the look", "look"), .within_ms = 60000, SSMSPEC_CLAIMS(STATE_IS("old"))})},
    NO_MORE,
};

static void step_is_repeated_until_it_holds(void **state) {
    struct stage *stage = *state;
    play(stage, awaited, 1, false);
    assert_int_equal(VERDICT("awaited").verdict, SSMSPEC_PASS);
    assert_int_equal(stage->looks, 3);
}

static const struct ssmspec_scenario late[] = {
    {CASE("late"),
     SSMSPEC_STEPS({ACT("the look", "look"), .within_ms = 100, SSMSPEC_CLAIMS(STATE_IS("never"))})},
    NO_MORE,
};

static void what_never_holds_ends_at_its_deadline(void **state) {
    struct stage *stage = *state;
    play(stage, late, 1, false);
    assert_int_equal(VERDICT("late").verdict, SSMSPEC_FAIL);
    ASSERT_VIEW(VERDICT("late").text, "Step 1, the look: State should be \"never\", it is \"old\", "
                                      "even after 0.1 s.");
}

static const struct ssmspec_scenario always[] = {
    {CASE("always"),
     SSMSPEC_STEPS({ACT("the look", "look"), .within_ms = 60000, SSMSPEC_ALWAYS(STATE_IS("new")),
                    SSMSPEC_CLAIMS(STATE_IS("older"))})},
    NO_MORE,
};

static void claim_about_every_answer_breaks_at_once(void **state) {
    struct stage *stage = *state;
    play(stage, always, 1, false);
    assert_int_equal(VERDICT("always").verdict, SSMSPEC_FAIL);
    assert_int_equal(stage->looks, 3);
}

static const struct ssmspec_scenario copied[] = {
    {CASE("copied"),
     SSMSPEC_STEPS({ACT("the start", "start")}, {ACT("a copy", "copy"), .copies = 6})},
    {CASE("other"), SSMSPEC_STEPS({ACT("the start", "start")})},
    NO_MORE,
};

static void copies_are_under_way_at_once_even_with_one_job(void **state) {
    struct stage *stage = *state;
    play(stage, copied, 1, false);
    assert_int_equal(VERDICT("copied").verdict, SSMSPEC_PASS);
    assert_int_equal(VERDICT("other").verdict, SSMSPEC_PASS);
    assert_int_equal(stage->most_at_once, 6);
}

static const struct ssmspec_scenario waiting[] = {
    {CASE("waits"), SSMSPEC_STEPS({ACT("the wait", "first"), .after_ms = 80})},
    {CASE("goes"), SSMSPEC_STEPS({ACT("the step", "second")})},
    NO_MORE,
};

static void waiting_lets_others_go_first(void **state) {
    struct stage *stage = *state;
    play(stage, waiting, 1, false);
    assert_true(says(ssmspec_bytes_view(&stage->log), "{\"second\":1} {\"first\":1}"));
}

static const struct ssmspec_scenario deadly[] = {
    {CASE("sound"),
     SSMSPEC_STEPS({ACT("the start", "start")},
                   {ACT("the look", "look"), .within_ms = 60000, SSMSPEC_CLAIMS(STATE_IS("old"))})},
    {CASE("deadly"), SSMSPEC_STEPS({ACT("the start", "start")}, {ACT("the blow", "blow")})},
    NO_MORE,
};

static void step_that_kills_is_a_fail_of_its_case(void **state) {
    struct stage *stage = *state;
    stage->killer = "blow";
    play(stage, deadly, 1, false);
    assert_int_equal(VERDICT("deadly").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("deadly").code, "endpoint-died");
    assert_false(stage->outcome.is_complete);
}

static void hanging_up_on_a_step_is_blamed_on_it_even_among_others(void **state) {
    struct stage *stage = *state;
    stage->breaker = "blow";
    play(stage, deadly, 4, false);
    assert_int_equal(VERDICT("deadly").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("deadly").code, "connection-closed");
    assert_int_equal(VERDICT("sound").verdict, SSMSPEC_PASS);
    assert_true(stage->outcome.is_complete);
}

static const struct ssmspec_scenario provoked[] = {
    {CASE("provoked"), SSMSPEC_STEPS({.name = "the blows",
                                      .operation = "Act",
                                      .body = "{\"blow\":1}",
                                      .is_provocation = true,
                                      .copies = 6},
                                     {ACT("the rest", "rest")})},
    NO_MORE,
};

static void provocation_is_never_judged_however_many_connections_break(void **state) {
    struct stage *stage = *state;
    stage->breaker = "blow";
    play(stage, provoked, 1, false);
    assert_int_equal(VERDICT("provoked").verdict, SSMSPEC_PASS);
    assert_true(says(ssmspec_bytes_view(&stage->log), "rest"));
}

static void provocation_that_kills_is_a_fail_of_its_case(void **state) {
    struct stage *stage = *state;
    stage->killer = "blow";
    play(stage, provoked, 1, false);
    assert_int_equal(VERDICT("provoked").verdict, SSMSPEC_FAIL);
    assert_string_equal(VERDICT("provoked").code, "endpoint-died");
}

static const struct ssmspec_scenario slow[] = {
    {CASE("slow"), .is_slow = true, SSMSPEC_STEPS({ACT("the start", "start")})},
    {CASE("quick"), SSMSPEC_STEPS({ACT("the start", "start")})},
    NO_MORE,
};

static void slow_scenario_is_skipped_visibly_unless_asked_for(void **state) {
    struct stage *stage = *state;
    play(stage, slow, 1, false);
    assert_int_equal(VERDICT("slow").verdict, SSMSPEC_SKIP);
    assert_true(says(VERDICT("slow").text, "--full"));
    play(stage, slow, 1, true);
    assert_int_equal(VERDICT("slow").verdict, SSMSPEC_PASS);
}

static void missing_operation_is_not_implemented(void **state) {
    struct stage *stage = *state;
    stage->is_missing = true;
    play(stage, deadly, 1, false);
    assert_int_equal(VERDICT("deadly").verdict, SSMSPEC_NOT_IMPLEMENTED);
}

static void assert_refused(struct stage *stage, const struct ssmspec_scenario *scenarios,
                           const char *why) {
    const struct ssmspec_scenario *const tables[] = {scenarios, NULL};
    const struct ssmspec_row *const no_tables[] = {no_rows, NULL};
    struct ssmspec_suite suite = suite_of(tables);
    suite.tables = no_tables;
    assert_int_equal(ssmspec_cases_derive(&suite, &stage->arena, &stage->cases, &stage->why),
                     SSMSPEC_ERR_TABLE);
    assert_true(says(ssmspec_bytes_view(&stage->why), why));
}

static const struct ssmspec_scenario early[] = {
    {CASE("early"), SSMSPEC_STEPS({ACT("the end", "${id}")}, {ACT("the start", "start"), TAKE_ID})},
    NO_MORE,
};

static void table_that_names_what_no_step_captured_is_refused(void **state) {
    assert_refused(*state, early, "step 1 of scenario Act/early names the unknown role id");
}

static const struct ssmspec_scenario empty[] = {
    {CASE("empty"), SSMSPEC_STEPS({.name = "the start", .operation = "Act"})},
    NO_MORE,
};

static void step_without_body_is_refused(void **state) {
    assert_refused(*state, empty, "step 1 of scenario Act/empty is not whole");
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_STAGE(captures_reach_later_steps),
        ON_STAGE(broken_step_is_named_with_what_was_expected_and_seen),
        ON_STAGE(lesser_claim_deviates_and_the_rest_is_still_asked),
        ON_STAGE(failed_prerequisite_proves_nothing),
        ON_STAGE(step_is_repeated_until_it_holds),
        ON_STAGE(what_never_holds_ends_at_its_deadline),
        ON_STAGE(claim_about_every_answer_breaks_at_once),
        ON_STAGE(copies_are_under_way_at_once_even_with_one_job),
        ON_STAGE(waiting_lets_others_go_first),
        ON_STAGE(step_that_kills_is_a_fail_of_its_case),
        ON_STAGE(hanging_up_on_a_step_is_blamed_on_it_even_among_others),
        ON_STAGE(provocation_is_never_judged_however_many_connections_break),
        ON_STAGE(provocation_that_kills_is_a_fail_of_its_case),
        ON_STAGE(slow_scenario_is_skipped_visibly_unless_asked_for),
        ON_STAGE(missing_operation_is_not_implemented),
        ON_STAGE(table_that_names_what_no_step_captured_is_refused),
        ON_STAGE(step_without_body_is_refused),
    };
    return RUN_TESTS(tests);
}
