#include "src/run/past.h"

#include "src/base/testing.h"

static struct ssmspec_bytes why;

/* A view as a constant initializer. */
#define TEXT(literal) \
    { (literal), sizeof(literal) - 1 }

static const struct ssmspec_case rows[] = {{.id = "a/1"}, {.id = "a/2"}, {.id = "b/1"}};
static const struct ssmspec_cases cases = {rows, 3};
static bool is_chosen[] = {true, false, true};
static const struct ssmspec_plan plan = {.cases = &cases, .is_chosen = is_chosen, .chosen = 2};

static const struct ssmspec_result left[] = {
    {.id = TEXT("b/1"), .verdict = {.verdict = SSMSPEC_FAIL}},
    {.id = TEXT("a/1"), .verdict = {.verdict = SSMSPEC_INFO}},
    {.id = TEXT("a/2")},
};
static const size_t lines[] = {2, 4, 5};
static const struct ssmspec_run_record record = {.tool_version = TEXT("1"),
                                                 .suite_digest = TEXT("d1"),
                                                 .region = TEXT("here"),
                                                 .flags = TEXT("--x"),
                                                 .plan_digest = TEXT("p1"),
                                                 .seed = 5,
                                                 .selected = 2,
                                                 .results = left,
                                                 .result_count = 2};

static void results_stand_where_their_cases_do(void **state) {
    (void)state;
    const struct ssmspec_past past = {left, 1, 1};
    struct ssmspec_result results[3] = {{.id = {NULL, 0}}};
    bool has_result[3] = {false};
    assert_int_equal(ssmspec_past_enter(&past, &plan, results, has_result), 1);
    assert_true(has_result[2] && !has_result[0]);
    assert_int_equal(results[2].verdict.verdict, SSMSPEC_FAIL);
    const struct ssmspec_past whole = {left, 3, 1};
    assert_int_equal(ssmspec_past_enter(&whole, &plan, results, has_result), 1);
    assert_false(has_result[1]);
}

static void fresh_ids_differ_from_part_to_part(void **state) {
    (void)state;
    uint64_t seeds[4];
    for (size_t part = 0; part < 4; part++) {
        const struct ssmspec_past past = {NULL, 0, part};
        seeds[part] = ssmspec_past_seed(&past, 7);
        for (size_t other = 0; other < part; other++) {
            assert_true(seeds[part] != seeds[other] && seeds[part] != ~seeds[other]);
        }
    }
    assert_true(seeds[0] == 7);
}

static void a_part_of_this_run_is_taken(void **state) {
    (void)state;
    const struct ssmspec_journal_content content = {.record = record, .lines = lines};
    ASSERT_OK(ssmspec_past_check_head(&content, &record, "j", &why));
    ASSERT_OK(ssmspec_past_check_results(&content, &plan, "j", &why));
}

static void assert_other(struct ssmspec_run_record other, const char *sentence) {
    const struct ssmspec_journal_content content = {.record = other, .lines = lines};
    ssmspec_bytes_reset(&why);
    assert_int_equal(ssmspec_past_check_head(&content, &record, "j", &why), SSMSPEC_ERR_CONFIG);
    ASSERT_VIEW(ssmspec_bytes_view(&why), sentence);
}

static void a_part_of_another_run_is_refused(void **state) {
    (void)state;
    struct ssmspec_run_record other = record;
    other.suite_digest = SSMSPEC_VIEW("d2");
    assert_other(other, "j:1:1: the journal is of the suite \"d2\", this run of \"d1\"");
    other = record;
    other.flags = (struct ssmspec_view){NULL, 0};
    assert_other(other, "j:1:1: the journal is of the flags \"\", this run of \"--x\"");
    other = record;
    other.seed = 6;
    assert_other(other, "j:1:1: the journal is of the seed 6, this run of 5");
    other = record;
    other.plan_digest = SSMSPEC_VIEW("p2");
    assert_other(other, "j:1:1: the journal is of another selection: 2 cases, this run of 2, or "
                        "others are skipped");
}

static void a_result_of_no_chosen_case_is_refused(void **state) {
    (void)state;
    struct ssmspec_journal_content content = {.record = record, .lines = lines};
    content.record.result_count = 3;
    ssmspec_bytes_reset(&why);
    assert_int_equal(ssmspec_past_check_results(&content, &plan, "j", &why), SSMSPEC_ERR_CONFIG);
    ASSERT_VIEW(ssmspec_bytes_view(&why), "j:5:1: the run has no such case: a/2");
}

static int clear(void **state) {
    (void)state;
    ssmspec_bytes_clear(&why);
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(results_stand_where_their_cases_do),    TEST(fresh_ids_differ_from_part_to_part),
        TEST(a_part_of_this_run_is_taken),           TEST(a_part_of_another_run_is_refused),
        TEST(a_result_of_no_chosen_case_is_refused),
    };
    return RUN_TESTS(tests);
}
