/* What the judge's tests share: an operation, a case that must be rejected, one that must be
 * accepted, and their judgement. */
#ifndef SSMSPEC_SRC_JUDGE_JUDGE_TESTING_H
#define SSMSPEC_SRC_JUDGE_JUDGE_TESTING_H

#include "src/base/testing.h"
#include "src/judge/judge.h"

#define VALIDATION "{\"__type\":\"ValidationException\",\"message\":\"Value at 'comment' failed\"}"

static const struct ssmspec_shape id_shape = {.name = "Id", .type = SSMSPEC_STRING};
static const struct ssmspec_shape output_shape = {
    .name = "Output",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Id", .shape = &id_shape, .is_always_sent = true})};
static const struct ssmspec_error modelled[] = {{.name = "InvalidThing", .status = 400}, {0}};
static const struct ssmspec_operation operation = {
    .name = "DoThing", .output = &output_shape, .modelled = modelled};
static const struct ssmspec_operation *const operations[] = {&operation, NULL};
static const struct ssmspec_service service = {
    .content_type = "application/x-amz-json-1.1",
    .operations = operations,
    .common_errors = SSMSPEC_NAMES("ValidationException"),
    .throttle_errors = SSMSPEC_NAMES("SlowDown"),
    .credential_errors = SSMSPEC_NAMES("WhoAreYou"),
};

static const struct ssmspec_outcome success = {.kind = SSMSPEC_SUCCESS};
static const struct ssmspec_outcome validation = {
    .kind = SSMSPEC_ERROR, .status = 400, .error = "ValidationException"};

static struct ssmspec_arena arena;
static enum ssmspec_match match;

static inline struct ssmspec_exchange answered(int status, const char *body) {
    return (struct ssmspec_exchange){
        .transport = SSMSPEC_DELIVERED,
        .response = {.status = status, .body = ssmspec_view_of(body)},
    };
}

/* A case that must be rejected, with a control that must be accepted. */
static inline struct ssmspec_case negative(void) {
    return (struct ssmspec_case){
        .id = "do-thing/Comment/length/above-max",
        .model = &operation,
        .output = operation.output,
        .level = SSMSPEC_MUST,
        .source = "MODEL:Comment",
        .expect = {.outcomes = {validation}, .count = 1},
        .control_kind = SSMSPEC_CONTROL_ACCEPTED,
        .control_expect = {.outcomes = {success}, .count = 1},
    };
}

static inline struct ssmspec_case positive(void) {
    return (struct ssmspec_case){
        .id = "do-thing/Comment/length/at-max",
        .model = &operation,
        .output = operation.output,
        .level = SSMSPEC_MUST,
        .source = "MODEL:Comment",
        .expect = {.outcomes = {success}, .count = 1},
    };
}

static inline struct ssmspec_verdict judge(const struct ssmspec_case *the_case,
                                           struct ssmspec_exchange exchange,
                                           const struct ssmspec_exchange *control) {
    struct ssmspec_verdict verdict = {0};
    struct ssmspec_reading own;
    struct ssmspec_reading beside = {0};
    ASSERT_OK(ssmspec_reading_of(&exchange, the_case->model->output, &arena, &own));
    if (control != NULL) {
        ASSERT_OK(ssmspec_reading_of(control, the_case->model->output, &arena, &beside));
    }
    ASSERT_OK(ssmspec_judge(&service, the_case, &own, control == NULL ? NULL : &beside, NULL, match,
                            &arena, &verdict));
    return verdict;
}

static inline void assert_verdict(struct ssmspec_verdict got, enum ssmspec_outcome_verdict wanted,
                                  const char *code) {
    assert_string_equal(ssmspec_verdict_name(got.verdict), ssmspec_verdict_name(wanted));
    assert_string_equal(got.code, code);
    assert_true(got.text.len > 0);
}

static inline int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    match = SSMSPEC_MATCH_CODE;
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

#endif
