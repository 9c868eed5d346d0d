/* An invented service whose one operation does what its body says, for the tests of scenarios. */
#ifndef SSMSPEC_SRC_RUN_STAGE_TESTING_H
#define SSMSPEC_SRC_RUN_STAGE_TESTING_H

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
    struct ssmspec_bytes boast; /* what a body with that word is answered */
    const char *killer;         /* a body with this word kills; NULL: none */
    const char *late_killer;    /* one with this word is answered first */
    const char *breaker;        /* one with this word breaks its own connection */
    const char *victim;         /* the first one with this word is broken too */
    size_t looks, leaves;       /* requests to look so far, and to leaf through three pages */
    bool is_dead;
    bool is_missing; /* the operation */
    void *done[SSMSPEC_CROWD_MAX + 1];
    size_t done_count, most_at_once;
};

static inline bool says(struct ssmspec_view body, const char *word) {
    return word != NULL && ssmspec_view_find(body, ssmspec_view_of(word)) < body.len;
}

static const struct ssmspec_header json_type[] = {
    {SSMSPEC_VIEW_INIT("Content-Type"), SSMSPEC_VIEW_INIT("application/x-amz-json-1.1")}};

static inline struct ssmspec_response answer(struct stage *stage, struct ssmspec_view body) {
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
    if (says(body, "boast")) {
        response.body = ssmspec_bytes_view(&stage->boast);
    }
    if (says(body, "look")) {
        stage->looks++;
        response.body = stage->looks < 3 ? SSMSPEC_VIEW("{\"State\":\"new\"}")
                                         : SSMSPEC_VIEW("{\"State\":\"old\"}");
    }
    if (says(body, "leaf")) {
        static const char *const pages[] = {"{\"State\":\"one\",\"Next\":\"a\"}",
                                            "{\"State\":\"two\",\"Next\":\"b\"}",
                                            "{\"State\":\"three\"}"};
        response.body = ssmspec_view_of(pages[stage->leaves < 3 ? stage->leaves : 2]);
        stage->leaves++;
    }
    return response;
}

static inline enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                                      struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                                      void *tag) {
    struct stage *stage = self;
    (void)arena;
    ssmspec_bytes_add(&stage->log, request->body);
    ssmspec_bytes_add_char(&stage->log, ' ');
    *result = (struct ssmspec_exchange){.transport = SSMSPEC_UNREACHABLE};
    if (!stage->is_dead) {
        const bool is_killer = says(request->body, stage->killer);
        const bool is_victim = says(request->body, stage->victim);
        const bool is_breaker = says(request->body, stage->breaker) || is_victim;
        stage->victim = is_victim ? NULL : stage->victim;
        result->transport = is_killer || is_breaker ? SSMSPEC_CLOSED : SSMSPEC_DELIVERED;
        result->response = answer(stage, request->body);
        stage->is_dead = is_killer || says(request->body, stage->late_killer);
    }
    stage->done[stage->done_count++] = tag;
    stage->most_at_once =
        stage->done_count > stage->most_at_once ? stage->done_count : stage->most_at_once;
    return SSMSPEC_OK;
}

static inline enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    struct stage *stage = self;
    (void)wait_ms;
    assert_true(stage->done_count > 0);
    *tag = stage->done[0];
    stage->done_count--;
    memmove(stage->done, stage->done + 1, stage->done_count * sizeof stage->done[0]);
    return SSMSPEC_OK;
}

static inline int set_up(void **state) {
    struct stage *stage = calloc(1, sizeof *stage);
    ssmspec_bindings_init(&stage->bindings, &stage->arena);
    *state = stage;
    return 0;
}

static inline int tear_down(void **state) {
    struct stage *stage = *state;
    ssmspec_ledger_clear(&stage->ledger);
    ssmspec_bytes_clear(&stage->why);
    ssmspec_bytes_clear(&stage->log);
    ssmspec_arena_clear(&stage->arena);
    free(stage);
    return 0;
}

static inline struct ssmspec_suite suite_of(const struct ssmspec_scenario *const *tables) {
    return (struct ssmspec_suite){
        .service = &service,
        .tables = (const struct ssmspec_row *const[]){no_rows, NULL},
        .scenarios = tables,
        .roles = roles,
        .start = {.operation = "Act", .body = "{\"start\":1}", .capture = "Id"},
        .sentinel = {.operation = "Act", .body = "{\"sentinel\":1}"},
    };
}

static inline void play(struct stage *stage, const struct ssmspec_scenario *scenarios, size_t jobs,
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

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
