#include "src/run/result.h"

#include "src/base/testing.h"

/* How many results of each verdict a made-up run has. */
struct mix {
    size_t of[SSMSPEC_VERDICT_COUNT];
    bool is_incomplete;
    size_t missing; /* selected, but without result */
};

static int exit_code(struct mix mix, bool is_strict, bool is_unusable) {
    struct ssmspec_result results[64] = {0};
    size_t count = 0;
    for (size_t verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        for (size_t i = 0; i < mix.of[verdict]; i++) {
            results[count++].verdict.verdict = (enum ssmspec_outcome_verdict)verdict;
        }
    }
    const struct ssmspec_run_record record = {
        .selected = count + mix.missing,
        .is_complete = !mix.is_incomplete,
        .results = results,
        .result_count = count,
    };
    return ssmspec_exit_code(&record, is_strict, is_unusable);
}

#define MIX(...) ((struct mix){.of = {__VA_ARGS__}})

static void zero_needs_a_pass_and_nothing_bad(void **state) {
    (void)state;
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 1), false, false), 0);
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 1, [SSMSPEC_DEVIATION] = 2, [SSMSPEC_INFO] = 1,
                                   [SSMSPEC_SKIP] = 3, [SSMSPEC_KNOWN] = 1),
                               false, false),
                     0);
}

static void one_is_not_conformant(void **state) {
    (void)state;
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 9, [SSMSPEC_FAIL] = 1), false, false), 1);
    assert_int_equal(
        exit_code(MIX([SSMSPEC_PASS] = 9, [SSMSPEC_NOT_IMPLEMENTED] = 1), false, false), 1);
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 9, [SSMSPEC_FIXED] = 1), false, false), 1);
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 9, [SSMSPEC_DEVIATION] = 1), true, false), 1);
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 9, [SSMSPEC_KNOWN] = 1), true, false), 0);
}

static void four_is_incomplete_or_vacuous(void **state) {
    (void)state;
    assert_int_equal(exit_code(MIX(0), false, false), 4);
    assert_int_equal(exit_code(MIX([SSMSPEC_SKIP] = 5), false, false), 4);
    assert_int_equal(exit_code(MIX([SSMSPEC_INFO] = 5), false, false), 4);
    assert_int_equal(exit_code(MIX([SSMSPEC_PASS] = 5, [SSMSPEC_INCONCLUSIVE] = 1), false, false),
                     4);
    struct mix mix = MIX([SSMSPEC_PASS] = 5);
    mix.is_incomplete = true;
    assert_int_equal(exit_code(mix, false, false), 4);
    mix = MIX([SSMSPEC_PASS] = 5);
    mix.missing = 1;
    assert_int_equal(exit_code(mix, false, false), 4);
}

static void three_goes_before_one_before_four(void **state) {
    (void)state;
    struct mix mix = MIX([SSMSPEC_FAIL] = 1, [SSMSPEC_INCONCLUSIVE] = 1);
    mix.is_incomplete = true;
    assert_int_equal(exit_code(mix, false, false), 1);
    assert_int_equal(exit_code(mix, false, true), 3);
    assert_int_equal(exit_code(MIX(0), false, true), 3);
}

static void counts_by_verdict(void **state) {
    (void)state;
    const struct ssmspec_result results[] = {{.verdict = {.verdict = SSMSPEC_PASS}},
                                             {.verdict = {.verdict = SSMSPEC_SKIP}},
                                             {.verdict = {.verdict = SSMSPEC_NOT_IMPLEMENTED}},
                                             {.verdict = {.verdict = SSMSPEC_KNOWN}},
                                             {.verdict = {.verdict = SSMSPEC_PASS}}};
    const struct ssmspec_run_record record = {.results = results, .result_count = 5};
    struct ssmspec_counts counts;
    ssmspec_count(&record, &counts);
    assert_int_equal(counts.run, 4);
    assert_int_equal(counts.by_verdict[SSMSPEC_PASS], 2);
    assert_int_equal(counts.by_verdict[SSMSPEC_FAIL], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zero_needs_a_pass_and_nothing_bad),
        cmocka_unit_test(one_is_not_conformant),
        cmocka_unit_test(four_is_incomplete_or_vacuous),
        cmocka_unit_test(three_goes_before_one_before_four),
        cmocka_unit_test(counts_by_verdict),
    };
    return RUN_TESTS(tests);
}
