/* The judge over every combination of what can come back: it is total, and some things never
 * happen. */
#include "src/judge/judge.h"
#include "src/judge/outcome.h"

#include "src/base/testing.h"
#include "src/base/utf8.h"

static const struct ssmspec_operation operation = {.name = "DoThing"};
static const struct ssmspec_operation *const operations[] = {&operation, NULL};
static const struct ssmspec_service service = {
    .content_type = "application/x-amz-json-1.1",
    .operations = operations,
    .common_errors = SSMSPEC_NAMES("ValidationException"),
};

static const int statuses[] = {-1, 0, 100, 200, 204, 302, 400, 404, 499, 500, 501, 599, 600, 999};
static const char *const bodies[] = {"",       "{}",
                                     "[]",     "<html>",
                                     "\x1b[]", "{\"__type\":\"ValidationException\"}",
                                     "null",   "{\"__type\":\"x#Other\",\"a\":null}"};
static const struct ssmspec_outcome outcomes[] = {
    {.kind = SSMSPEC_SUCCESS},
    {.kind = SSMSPEC_ERROR, .status = 400, .error = "ValidationException"},
    {.kind = SSMSPEC_ERROR, .status = 500, .error = "Other"},
    {.kind = SSMSPEC_CLIENT_ERROR},
    {.kind = SSMSPEC_CLIENT_STATUS},
    {.kind = SSMSPEC_STATUS, .status = 501},
    {.kind = SSMSPEC_ANSWERED},
    {.kind = SSMSPEC_NO_ANSWER},
    {.kind = SSMSPEC_CLIENT_ERROR, .breaks = SSMSPEC_MAY},
    {.kind = SSMSPEC_SUCCESS, .breaks = SSMSPEC_MUST},
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

struct combination {
    struct ssmspec_case the_case;
    struct ssmspec_exchange exchange;
    struct ssmspec_exchange control;
    bool has_control;
    const struct ssmspec_exchange *foil; /* NULL: none was sent */
    enum ssmspec_match match;
};

static bool is_listed(const struct combination *now, int status) {
    for (size_t i = 0; i < now->the_case.expect.count; i++) {
        const struct ssmspec_outcome *outcome = &now->the_case.expect.outcomes[i];
        const bool has_status = outcome->kind == SSMSPEC_ERROR || outcome->kind == SSMSPEC_STATUS;
        if (has_status && outcome->status == status) {
            return true;
        }
        if (outcome->kind == SSMSPEC_ANSWERED && status >= 300 && status < 400) {
            return true;
        }
    }
    return false;
}

static bool is_rejection(const struct combination *now) {
    return now->exchange.response.status != 200;
}

static bool is_allowed_silence(const struct combination *now) {
    const enum ssmspec_transport transport = now->exchange.transport;
    return (transport == SSMSPEC_CLOSED || transport == SSMSPEC_TIMED_OUT) &&
           ssmspec_expects_kind(&now->the_case.expect, SSMSPEC_NO_ANSWER);
}

static bool is_crash(const struct combination *now) {
    const enum ssmspec_transport transport = now->exchange.transport;
    if (is_allowed_silence(now)) {
        return false;
    }
    if (transport != SSMSPEC_DELIVERED) {
        return transport != SSMSPEC_UNREACHABLE && transport != SSMSPEC_BROKEN;
    }
    const int status = now->exchange.response.status;
    const bool is_usual = (status >= 200 && status < 300) || (status >= 400 && status < 500);
    return !is_usual && !is_listed(now, status);
}

static bool has_crashed_control(const struct combination *now) {
    return !now->has_control || now->control.transport != SSMSPEC_DELIVERED ||
           now->control.response.status >= 500;
}

static void assert_invariants(const struct combination *now,
                              const struct ssmspec_verdict *verdict) {
    size_t count = 0;
    size_t bad = 0;
    assert_in_range(verdict->verdict, SSMSPEC_PASS, SSMSPEC_INCONCLUSIVE);
    assert_non_null(verdict->code);
    assert_non_null(verdict->source.ptr);
    ASSERT_OK(ssmspec_utf8_count(verdict->text, &count, &bad));
    assert_in_range(count, 1, 300);
    assert_int_equal(ssmspec_view_find(verdict->text, SSMSPEC_VIEW("\x1b")), verdict->text.len);
    if (is_crash(now)) {
        assert_int_equal(verdict->verdict, SSMSPEC_FAIL);
        assert_int_equal(verdict->level, SSMSPEC_MUST);
        return;
    }
    if (now->exchange.transport != SSMSPEC_DELIVERED && !is_allowed_silence(now)) {
        assert_int_equal(verdict->verdict, SSMSPEC_INCONCLUSIVE);
        return;
    }
    if (now->the_case.level == SSMSPEC_MAY && verdict->verdict == SSMSPEC_FAIL) {
        assert_string_equal(verdict->code, "tolerated");
        assert_int_equal(verdict->level, SSMSPEC_MUST);
    }
    if (is_rejection(now) && now->the_case.control_kind != SSMSPEC_NO_CONTROL &&
        has_crashed_control(now)) {
        assert_int_not_equal(verdict->verdict, SSMSPEC_PASS);
    }
    if (verdict->verdict == SSMSPEC_FAIL) {
        assert_int_equal(verdict->level, SSMSPEC_MUST);
    }
    if (verdict->verdict == SSMSPEC_DEVIATION) {
        assert_int_equal(verdict->level, SSMSPEC_SHOULD);
    }
}

static struct ssmspec_arena arena;
static size_t judged;
static size_t indistinguishable;

static struct ssmspec_verdict judge(const struct combination *now) {
    struct ssmspec_verdict verdict = {.verdict = SSMSPEC_VERDICT_COUNT};
    struct ssmspec_reading own;
    struct ssmspec_reading control;
    struct ssmspec_reading foil;
    ASSERT_OK(ssmspec_reading_of(&now->exchange, operation.output, &arena, &own));
    ASSERT_OK(ssmspec_reading_of(&now->control, operation.output, &arena, &control));
    if (now->foil != NULL) {
        ASSERT_OK(ssmspec_reading_of(now->foil, operation.output, &arena, &foil));
    }
    ASSERT_OK(ssmspec_judge(&service, &now->the_case, &own, now->has_control ? &control : NULL,
                            now->foil == NULL ? NULL : &foil, now->match, &arena, &verdict));
    assert_invariants(now, &verdict);
    ssmspec_arena_reset(&arena);
    judged++;
    return verdict;
}

/* One that never answered, one that answers as the case was, one that answers otherwise: at most it
 * takes the proof away, and only the one that is alike does. */
static void vary_foil(struct combination *now) {
    const struct ssmspec_exchange silent = {.transport = SSMSPEC_TIMED_OUT};
    const struct ssmspec_exchange other = {
        .response = {.status = 409, .body = SSMSPEC_VIEW("{\"__type\":\"Unlike\"}")}};
    const struct ssmspec_exchange *const foils[] = {&silent, &now->exchange, &other};
    const struct ssmspec_verdict without = judge(now);
    for (size_t i = 0; i < COUNT(foils); i++) {
        now->foil = foils[i];
        const struct ssmspec_verdict with = judge(now);
        if (foils[i] == &now->exchange && strcmp(with.code, "indistinguishable") == 0) {
            assert_int_equal(with.verdict, SSMSPEC_INCONCLUSIVE);
            indistinguishable++;
            continue;
        }
        assert_int_equal(with.verdict, without.verdict);
        assert_string_equal(with.code, without.code);
    }
    now->foil = NULL;
}

static void vary_control(struct combination *now) {
    now->the_case.control_kind = SSMSPEC_NO_CONTROL;
    now->has_control = false;
    (void)judge(now);
    for (int kind = SSMSPEC_CONTROL_ACCEPTED; kind <= SSMSPEC_CONTROL_FOIL; kind++) {
        now->the_case.control_kind = (enum ssmspec_control_kind)kind;
        now->has_control = false;
        (void)judge(now);
        now->has_control = true;
        now->control = (struct ssmspec_exchange){.transport = SSMSPEC_TIMED_OUT};
        vary_foil(now);
        now->control.transport = SSMSPEC_DELIVERED;
        for (size_t status = 0; status < COUNT(statuses); status += 3) {
            now->control.response.status = statuses[status];
            now->control.response.body = ssmspec_view_of(bodies[status % COUNT(bodies)]);
            vary_foil(now);
        }
        now->control.response =
            (struct ssmspec_response){.status = 200, .body = SSMSPEC_VIEW("{}")};
        vary_foil(now);
        now->control.response = (struct ssmspec_response){
            .status = 400, .body = SSMSPEC_VIEW("{\"__type\":\"ValidationException\"}")};
        vary_foil(now);
    }
}

static void vary_case(struct combination *now) {
    for (size_t first = 0; first < COUNT(outcomes); first++) {
        for (int level = SSMSPEC_NONE; level <= SSMSPEC_MUST; level++) {
            now->the_case.expect.outcomes[0] = outcomes[first];
            now->the_case.expect.outcomes[1] =
                outcomes[(first * 3 + (size_t)level) % COUNT(outcomes)];
            now->the_case.expect.count = (first + (size_t)level) % 3;
            now->the_case.expect.member = level % 2 == 0 ? "a.b" : NULL;
            now->the_case.expect.phrase = "Member must not be null";
            now->the_case.level = (enum ssmspec_level)level;
            now->the_case.model = first % 2 == 0 ? &operation : NULL;
            now->the_case.output = first % 2 == 0 ? operation.output : NULL;
            now->the_case.check = (enum ssmspec_answer_check)((first + (size_t)level) % 7);
            now->match = (enum ssmspec_match)(first % 3);
            vary_control(now);
        }
    }
}

static void is_total_and_keeps_its_promises(void **state) {
    (void)state;
    struct combination now = {.the_case = {.id = "x", .source = "MODEL:X"}};
    now.the_case.control_expect.outcomes[0] = outcomes[0];
    now.the_case.control_expect.outcomes[1] = outcomes[1];
    now.the_case.control_expect.count = 2;
    for (int transport = SSMSPEC_UNREACHABLE; transport <= SSMSPEC_BROKEN; transport++) {
        now.exchange = (struct ssmspec_exchange){.transport = (enum ssmspec_transport)transport,
                                                 .detail = SSMSPEC_VIEW("\x1b[2J\xff")};
        vary_case(&now);
    }
    now.exchange = (struct ssmspec_exchange){.transport = SSMSPEC_DELIVERED};
    for (size_t status = 0; status < COUNT(statuses); status++) {
        for (size_t body = 0; body < COUNT(bodies); body++) {
            now.exchange.response.status = statuses[status];
            now.exchange.response.body = ssmspec_view_of(bodies[body]);
            vary_case(&now);
        }
    }
    ssmspec_arena_clear(&arena);
    assert_true(judged > 40000);
    assert_true(indistinguishable > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(is_total_and_keeps_its_promises)};
    return RUN_TESTS(tests);
}
