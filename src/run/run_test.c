/* The run loop against invented endpoints: what it blames, what it leaves open, when it stops. */
#include "src/base/testing.h"
#include "src/exchange/in_process.h"
#include "src/run/run.h"

#include <stdlib.h>

/* One operation, Paint, that takes a Size from 2 to 9. */
static const struct ssmspec_shape size = {
    .name = "Size",
    .type = SSMSPEC_INTEGER,
    .example = "5",
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 2, .max = 9, .source = "MODEL:Size"}),
};
static const struct ssmspec_shape input = {
    .name = "PaintRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Size", .shape = &size, .is_required = true, .source = "MODEL:PaintRequest"}),
};
static const struct ssmspec_shape output = {
    .name = "PaintResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Size", .shape = &size, .is_always_sent = true, .source = "MODEL:PaintResult"}),
};
static const struct ssmspec_error modelled[] = {{.name = NULL}};
static const struct ssmspec_operation paint = {
    .name = "Paint",
    .slug = "paint",
    .input = &input,
    .output = &output,
    .base = "{\"Size\":5}",
    .foil = "{}",
    .modelled = modelled,
    .source = "MODEL:Paint",
};
static const struct ssmspec_service service = {
    .name = "studio",
    .target_prefix = "Studio",
    .content_type = "application/x-amz-json-1.1",
    .operations = (const struct ssmspec_operation *const[]){&paint, NULL},
    .common_errors = SSMSPEC_NAMES("ValidationException", "SerializationException"),
    .credential_errors = SSMSPEC_NAMES("UnrecognizedClientException"),
    .throttle_errors = SSMSPEC_NAMES("ThrottlingException"),
};
static const struct ssmspec_row rows[] = {
    {.operation = "Paint",
     .kind = "http",
     .probe = "implemented",
     .rule = "the operation is there",
     .level = SSMSPEC_MUST,
     .source = "OBS:P-02",
     SSMSPEC_EXPECT({.kind = SSMSPEC_SUCCESS})},
    {.operation = "Paint",
     .kind = "error-map",
     .probe = "live",
     .rule = "a live one is painted",
     .level = SSMSPEC_MUST,
     .source = "OBS:S-24",
     .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{\"Size\":4,\"Id\":\"${live_command}\"}",
     SSMSPEC_EXPECT({.kind = SSMSPEC_SUCCESS})},
    {.kind = NULL},
};
static const struct ssmspec_suite suite = {
    .service = &service,
    .tables = (const struct ssmspec_row *const[]){rows, NULL},
    .roles = SSMSPEC_NAMES("live_command"),
    .start = {.operation = "Paint", .body = "{\"Size\":3}", .capture = "Id"},
    .cleanup = {.operation = "Paint", .body = "{\"Size\":8,\"End\":\"${live_command}\"}"},
    .sentinel = {.operation = "Paint", .body = "{\"Size\":7}"},
};

/* An endpoint: how it answers a body, and what it has seen. */
struct studio {
    const struct ssmspec_response *(*answer)(struct studio *studio, struct ssmspec_view body);
    bool is_dead;
    bool has_answered_killer;
    size_t requests, ended;
    struct ssmspec_response response;
};

static const struct ssmspec_header json_type[] = {
    {SSMSPEC_VIEW_INIT("Content-Type"), SSMSPEC_VIEW_INIT("application/x-amz-json-1.1")}};

static const struct ssmspec_response *answer_with(int status, struct ssmspec_view body,
                                                  struct studio *studio) {
    studio->response = (struct ssmspec_response){
        .status = status, .headers = json_type, .header_count = 1, .body = body};
    return &studio->response;
}

#define ANSWER(code, text) answer_with((code), SSMSPEC_VIEW(text), studio)

/* In process there is no connection to break; this transporter breaks one where the studio dies. */
struct line {
    struct studio *studio;
    void *done[8];
    size_t done_count;
};

static enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                               void *tag) {
    struct line *line = self;
    (void)arena;
    line->studio->requests++;
    *result = (struct ssmspec_exchange){.transport = SSMSPEC_UNREACHABLE};
    if (!line->studio->is_dead) {
        const struct ssmspec_response *response = line->studio->answer(line->studio, request->body);
        result->transport = response == NULL ? SSMSPEC_CLOSED : SSMSPEC_DELIVERED;
        if (response != NULL) {
            result->response = *response;
        }
    }
    line->done[line->done_count++] = tag;
    return SSMSPEC_OK;
}

static enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    struct line *line = self;
    (void)wait_ms;
    assert_true(line->done_count > 0);
    *tag = line->done[0];
    line->done_count--;
    memmove(line->done, line->done + 1, line->done_count * sizeof line->done[0]);
    return SSMSPEC_OK;
}

static bool says(struct ssmspec_view body, const char *text) {
    return ssmspec_view_find(body, ssmspec_view_of(text)) < body.len;
}

static const struct ssmspec_response *answer_well(struct studio *studio, struct ssmspec_view body) {
    if (says(body, "End")) {
        studio->ended++;
    }
    for (const char *good = "23456789"; *good != '\0'; good++) {
        const char sound[] = {'"', 'S', 'i', 'z', 'e', '"', ':', *good, '\0'};
        const size_t at = ssmspec_view_find(body, ssmspec_view_of(sound));
        if (at < body.len && (body.ptr[at + 8] == '}' || body.ptr[at + 8] == ',')) {
            return ANSWER(200, "{\"Size\":5,\"Id\":\"live-1\"}");
        }
    }
    const bool is_number = says(body, ":1") || says(body, ":0") || says(body, ":-") ||
                           says(body, "2147") || says(body, "9223") || says(body, "{}") ||
                           says(body, "null");
    return is_number ? ANSWER(400, "{\"__type\":\"ValidationException\"}")
                     : ANSWER(400, "{\"__type\":\"SerializationException\"}");
}

static const struct ssmspec_response *refuse_all(struct studio *studio, struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"ValidationException\"}");
}

static const struct ssmspec_response *accept_all(struct studio *studio, struct ssmspec_view body) {
    (void)body;
    return ANSWER(200, "{}");
}

static const struct ssmspec_response *miss_operation(struct studio *studio,
                                                     struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"UnknownOperationException\"}");
}

static const struct ssmspec_response *know_nobody(struct studio *studio, struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"UnrecognizedClientException\"}");
}

static const struct ssmspec_response *die_of_lists(struct studio *studio,
                                                   struct ssmspec_view body) {
    if (says(body, "[")) {
        studio->is_dead = true;
        return NULL;
    }
    return answer_well(studio, body);
}

/* Answers the killer, and is gone before the next one. */
static const struct ssmspec_response *die_after_lists(struct studio *studio,
                                                      struct ssmspec_view body) {
    if (says(body, "[")) {
        studio->is_dead = true;
        studio->has_answered_killer = true;
    }
    return answer_well(studio, body);
}

static const struct ssmspec_response *die_of_bases(struct studio *studio,
                                                   struct ssmspec_view body) {
    if (says(body, "{\"Size\":5}")) {
        studio->is_dead = true;
        return NULL;
    }
    return answer_well(studio, body);
}

/* Controls lean on the base with Size 5; the foil has none. */
static const struct ssmspec_response *die_of_foils(struct studio *studio,
                                                   struct ssmspec_view body) {
    if (ssmspec_view_is(body, "{}") && !studio->is_dead) {
        studio->is_dead = true;
        return NULL;
    }
    return answer_well(studio, body);
}

static const struct ssmspec_response *echo_secrets(struct studio *studio,
                                                   struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"InvalidThing\",\"message\":\"you sent TOPSECRET\"}");
}

static const struct ssmspec_response *hang_up_on_lists(struct studio *studio,
                                                       struct ssmspec_view body) {
    return says(body, "[") ? NULL : answer_well(studio, body);
}

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_cases cases;
    struct ssmspec_bindings bindings;
    struct ssmspec_ledger ledger;
    struct ssmspec_run_outcome outcome;
    struct studio studio;
    struct line line;
};

static int set_up(void **state) {
    struct world *world = calloc(1, sizeof *world);
    ssmspec_bindings_init(&world->bindings, &world->arena);
    ASSERT_OK(ssmspec_cases_derive(&suite, &world->arena, &world->cases, &world->why));
    world->line.studio = &world->studio;
    *state = world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_ledger_clear(&world->ledger);
    ssmspec_bytes_clear(&world->why);
    ssmspec_arena_clear(&world->arena);
    free(world);
    return 0;
}

static void run(struct world *world,
                const struct ssmspec_response *(*answer)(struct studio *, struct ssmspec_view),
                size_t jobs, enum ssmspec_effect effects) {
    const struct ssmspec_selection all = {0};
    struct ssmspec_plan plan;
    ASSERT_OK(ssmspec_plan_make(&suite, &world->cases, &all, &world->bindings, effects,
                                &world->arena, &plan, &world->why));
    world->studio.answer = answer;
    const struct ssmspec_transporter transporter = {
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    const struct ssmspec_view secret = SSMSPEC_VIEW("TOPSECRET");
    const struct ssmspec_run_options options = {.suite = &suite,
                                                .plan = &plan,
                                                .bindings = &world->bindings,
                                                .transporter = &transporter,
                                                .jobs = jobs,
                                                .seed = 7,
                                                .secrets = {&secret, 1}};
    ASSERT_OK(ssmspec_run(&options, &world->ledger, &world->arena, &world->outcome));
}

static size_t count(const struct world *world, enum ssmspec_outcome_verdict verdict) {
    size_t found = 0;
    for (size_t i = 0; i < world->outcome.count; i++) {
        found += world->outcome.results[i].verdict.verdict == verdict;
    }
    return found;
}

static const struct ssmspec_result *result(const struct world *world, const char *id) {
    for (size_t i = 0; i < world->outcome.count; i++) {
        if (ssmspec_view_is(world->outcome.results[i].id, id)) {
            return &world->outcome.results[i];
        }
    }
    fail_msg("no result for %s", id);
    return NULL;
}

static void sound_endpoint_passes_every_case(void **state) {
    struct world *world = *state;
    run(world, answer_well, 4, SSMSPEC_EFFECT_EXECUTE);
    assert_true(world->outcome.is_complete);
    assert_int_equal(world->outcome.count, world->cases.count);
    assert_int_equal(count(world, SSMSPEC_FAIL), 0);
    assert_int_equal(count(world, SSMSPEC_INCONCLUSIVE), 0);
    assert_int_equal(result(world, "paint/-/error-map/live")->verdict.verdict, SSMSPEC_PASS);
    assert_int_equal(result(world, "paint/Size/range/above-max")->verdict.verdict, SSMSPEC_PASS);
    assert_true(result(world, "paint/Size/range/above-max")->has_control);
}

static void results_come_in_suite_order(void **state) {
    struct world *world = *state;
    run(world, answer_well, 4, SSMSPEC_EFFECT_EXECUTE);
    for (size_t i = 0; i < world->outcome.count; i++) {
        ASSERT_VIEW(world->outcome.results[i].id, world->cases.rows[i].id);
    }
}

static void effects_above_the_limit_are_skipped_with_the_flag(void **state) {
    struct world *world = *state;
    run(world, answer_well, 1, SSMSPEC_EFFECT_NONE);
    const struct ssmspec_result *skipped = result(world, "paint/-/error-map/live");
    assert_int_equal(skipped->verdict.verdict, SSMSPEC_SKIP);
    assert_true(says(skipped->verdict.text, "--effects execute"));
}

static void refusing_everything_earns_no_pass(void **state) {
    struct world *world = *state;
    run(world, refuse_all, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_PASS), 0);
    assert_true(count(world, SSMSPEC_FAIL) > 0);
    assert_true(count(world, SSMSPEC_INCONCLUSIVE) > 0);
}

static void accepting_everything_earns_no_pass(void **state) {
    struct world *world = *state;
    run(world, accept_all, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_PASS), 0);
    assert_true(count(world, SSMSPEC_FAIL) > 0);
}

static void missing_operation_is_one_fail_and_else_not_implemented(void **state) {
    struct world *world = *state;
    run(world, miss_operation, 1, SSMSPEC_EFFECT_EXECUTE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 1);
    assert_int_equal(result(world, "paint/-/http/implemented")->verdict.verdict, SSMSPEC_FAIL);
    assert_int_equal(count(world, SSMSPEC_NOT_IMPLEMENTED), world->cases.count - 1);
    assert_int_equal(world->studio.requests, 1);
}

static void refused_credentials_make_the_endpoint_unusable(void **state) {
    struct world *world = *state;
    run(world, know_nobody, 1, SSMSPEC_EFFECT_EXECUTE);
    assert_true(world->outcome.is_unusable);
    assert_non_null(strstr(world->outcome.stop_reason, "UnrecognizedClientException"));
    assert_int_equal(world->outcome.count, 0);
}

static void dead_endpoint_is_unusable(void **state) {
    struct world *world = *state;
    world->studio.is_dead = true;
    run(world, answer_well, 1, SSMSPEC_EFFECT_EXECUTE);
    assert_true(world->outcome.is_unusable);
    assert_false(world->outcome.is_complete);
}

static void request_that_kills_is_a_fail_of_its_case(void **state) {
    struct world *world = *state;
    run(world, die_of_lists, 1, SSMSPEC_EFFECT_NONE);
    const struct ssmspec_result *killer = result(world, "paint/Size/type/list");
    assert_int_equal(killer->verdict.verdict, SSMSPEC_FAIL);
    assert_string_equal(killer->verdict.code, "endpoint-died");
    assert_false(world->outcome.is_complete);
    assert_false(world->outcome.is_unusable);
}

static void several_under_way_are_not_blamed_for_a_death(void **state) {
    struct world *world = *state;
    run(world, die_of_lists, 4, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 0);
    assert_true(count(world, SSMSPEC_INCONCLUSIVE) > 0);
    assert_true(world->outcome.is_unusable);
}

static void request_answered_before_the_death_does_not_pass_the_blame_on(void **state) {
    struct world *world = *state;
    run(world, die_after_lists, 2, SSMSPEC_EFFECT_NONE);
    assert_true(world->studio.has_answered_killer);
    assert_int_equal(count(world, SSMSPEC_FAIL), 0);
    assert_true(world->outcome.is_unusable);
}

static void base_that_kills_is_a_fail_of_its_operation(void **state) {
    struct world *world = *state;
    run(world, die_of_bases, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(world->outcome.count, 1);
    assert_string_equal(result(world, "paint/-/http/implemented")->verdict.code, "endpoint-died");
    assert_false(world->outcome.is_unusable);
}

static void control_that_kills_is_a_fail_of_a_case_that_leans_on_it(void **state) {
    struct world *world = *state;
    run(world, die_of_foils, 1, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 1);
    assert_false(world->outcome.is_unusable);
    assert_false(world->outcome.is_complete);
}

static void echoed_secrets_reach_no_result(void **state) {
    struct world *world = *state;
    run(world, echo_secrets, 1, SSMSPEC_EFFECT_NONE);
    assert_true(world->outcome.count > 0);
    size_t masked = 0;
    for (size_t i = 0; i < world->outcome.count; i++) {
        const struct ssmspec_view message = world->outcome.results[i].actual.message;
        assert_false(says(message, "TOPSECRET"));
        masked += says(message, "you sent *********");
    }
    assert_true(masked > 0);
}

static void hanging_up_is_blamed_on_the_request_even_among_others(void **state) {
    struct world *world = *state;
    run(world, hang_up_on_lists, 4, SSMSPEC_EFFECT_NONE);
    assert_int_equal(count(world, SSMSPEC_FAIL), 1);
    assert_int_equal(result(world, "paint/Size/type/list")->verdict.verdict, SSMSPEC_FAIL);
    assert_true(world->outcome.is_complete);
}

static void every_command_seen_is_ended(void **state) {
    struct world *world = *state;
    run(world, answer_well, 2, SSMSPEC_EFFECT_EXECUTE);
    const size_t seen = world->ledger.count;
    assert_true(seen > 0);
    const struct ssmspec_transporter transporter = {
        .self = &world->line, .capacity = 8, .submit = submit, .next = next};
    size_t left = 99;
    ASSERT_OK(
        ssmspec_ledger_sweep(&world->ledger, &suite, &world->bindings, &transporter, 5.0, &left));
    assert_int_equal(left, 0);
    assert_int_equal(world->studio.ended, seen);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(sound_endpoint_passes_every_case),
        IN_WORLD(results_come_in_suite_order),
        IN_WORLD(effects_above_the_limit_are_skipped_with_the_flag),
        IN_WORLD(refusing_everything_earns_no_pass),
        IN_WORLD(accepting_everything_earns_no_pass),
        IN_WORLD(missing_operation_is_one_fail_and_else_not_implemented),
        IN_WORLD(refused_credentials_make_the_endpoint_unusable),
        IN_WORLD(dead_endpoint_is_unusable),
        IN_WORLD(request_that_kills_is_a_fail_of_its_case),
        IN_WORLD(several_under_way_are_not_blamed_for_a_death),
        IN_WORLD(request_answered_before_the_death_does_not_pass_the_blame_on),
        IN_WORLD(base_that_kills_is_a_fail_of_its_operation),
        IN_WORLD(control_that_kills_is_a_fail_of_a_case_that_leans_on_it),
        IN_WORLD(echoed_secrets_reach_no_result),
        IN_WORLD(hanging_up_is_blamed_on_the_request_even_among_others),
        IN_WORLD(every_command_seen_is_ended),
    };
    return RUN_TESTS(tests);
}
