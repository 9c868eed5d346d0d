#include "src/run/known.h"

#include "src/base/testing.h"

static struct ssmspec_arena arena;
static struct ssmspec_bytes why;
static struct ssmspec_known known;

#define LIST(entries) "{\"schema\":\"ssmspec.known/1\",\"entries\":[\n" entries "]}"
#define ENTRY(id) "{\"id\":\"" id "\",\"reason\":\"no time\",\"expires\":\"2026-05-31\"}"
#define AS(id, how) "{\"id\":\"" id "\",\"reason\":\"no time\",\"expires\":\"2026-05-31\"," how "}"

static const struct ssmspec_case rows[] = {{.id = "do-thing/Id/length/above-max"},
                                           {.id = "do-thing/Id/length/at-max"},
                                           {.id = "do-other/-/http/get"}};
static const struct ssmspec_cases cases = {rows, 3};

static enum ssmspec_err read_on(const char *text, const char *today) {
    ssmspec_bytes_reset(&why);
    return ssmspec_known_read(ssmspec_view_of(text), ssmspec_view_of(today), &arena, &known, &why);
}

static enum ssmspec_err read_list(const char *text) {
    return read_on(text, "2026-05-31");
}

/* What the list makes of a verdict of the first case. */
static struct ssmspec_verdict settle(const char *text, const char *today,
                                     enum ssmspec_outcome_verdict verdict) {
    struct ssmspec_result result = {.id = ssmspec_view_of(rows[0].id),
                                    .verdict = {.verdict = verdict,
                                                .level = SSMSPEC_MUST,
                                                .code = "accepted-invalid",
                                                .text = SSMSPEC_VIEW("Answered 200.")}};
    ASSERT_OK(read_on(text, today));
    ASSERT_OK(ssmspec_known_settle(&known, &arena, &result));
    return result.verdict;
}

static void a_listed_failure_is_known(void **state) {
    (void)state;
    static const char *const lists[] = {LIST(ENTRY("do-thing/Id/length/above-max")),
                                        LIST(ENTRY("**/above-max")), LIST(ENTRY("do-thing"))};
    static const enum ssmspec_outcome_verdict failing[] = {SSMSPEC_FAIL, SSMSPEC_DEVIATION,
                                                           SSMSPEC_NOT_IMPLEMENTED};
    for (size_t i = 0; i < 9; i++) {
        const struct ssmspec_verdict verdict = settle(lists[i % 3], "2026-05-31", failing[i / 3]);
        assert_int_equal(verdict.verdict, SSMSPEC_KNOWN);
        assert_string_equal(verdict.code, "accepted-invalid");
        ASSERT_VIEW(verdict.text, "no time (known until 2026-05-31): Answered 200.");
    }
}

static void a_listed_case_that_passes_is_stale(void **state) {
    (void)state;
    const char *list = LIST(ENTRY("do-other") ",\n" ENTRY("do-thing/**"));
    for (int round = 0; round < 2; round++) {
        const struct ssmspec_verdict verdict =
            settle(list, round == 0 ? "2026-01-01" : "2027-01-01", SSMSPEC_PASS);
        assert_int_equal(verdict.verdict, SSMSPEC_FIXED);
        ASSERT_VIEW(verdict.text, "It passes, but stands in line 3 of the known failures: no time");
    }
    assert_int_equal(settle(list, "2026-01-01", SSMSPEC_INFO).verdict, SSMSPEC_FIXED);
}

static void what_is_not_listed_stays(void **state) {
    (void)state;
    const char *list = LIST(ENTRY("do-other"));
    for (int verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        const struct ssmspec_verdict after =
            settle(list, "2026-01-01", (enum ssmspec_outcome_verdict)verdict);
        assert_int_equal(after.verdict, verdict);
        ASSERT_VIEW(after.text, "Answered 200.");
    }
}

static void what_proves_nothing_is_no_failure(void **state) {
    (void)state;
    const char *list = LIST(ENTRY("do-thing"));
    assert_int_equal(settle(list, "2026-01-01", SSMSPEC_SKIP).verdict, SSMSPEC_SKIP);
    assert_int_equal(settle(list, "2026-01-01", SSMSPEC_INCONCLUSIVE).verdict,
                     SSMSPEC_INCONCLUSIVE);
    const char *named = LIST(AS("do-thing", "\"verdict\":\"inconclusive\""));
    assert_int_equal(settle(named, "2026-01-01", SSMSPEC_INCONCLUSIVE).verdict, SSMSPEC_KNOWN);
    assert_int_equal(settle(named, "2026-01-01", SSMSPEC_FAIL).verdict, SSMSPEC_FAIL);
}

static void an_entry_says_how_the_case_fails(void **state) {
    (void)state;
    const char *right = LIST(AS("do-thing", "\"code\":\"accepted-invalid\""));
    const char *wrong = LIST(AS("do-thing", "\"code\":\"wrong-status\",\"verdict\":\"fail\""));
    assert_int_equal(settle(right, "2026-01-01", SSMSPEC_FAIL).verdict, SSMSPEC_KNOWN);
    const struct ssmspec_verdict verdict = settle(wrong, "2026-01-01", SSMSPEC_FAIL);
    assert_int_equal(verdict.verdict, SSMSPEC_FAIL);
    ASSERT_VIEW(verdict.text, "Answered 200. It is known to fail in another way.");
    assert_int_equal(settle(wrong, "2026-01-01", SSMSPEC_DEVIATION).verdict, SSMSPEC_DEVIATION);
}

static void an_entry_holds_to_the_end_of_its_day(void **state) {
    (void)state;
    const char *list = LIST(ENTRY("do-thing"));
    assert_int_equal(settle(list, "2026-05-31", SSMSPEC_FAIL).verdict, SSMSPEC_KNOWN);
    const struct ssmspec_verdict verdict = settle(list, "2026-06-01", SSMSPEC_FAIL);
    assert_int_equal(verdict.verdict, SSMSPEC_FAIL);
    ASSERT_VIEW(verdict.text, "Answered 200. Its entry among the known failures has expired.");
    const char *renewed = LIST(ENTRY("do-thing") ",{\"id\":\"**/above-max\",\"reason\":\"r\","
                                                 "\"expires\":\"2030-01-01\"}");
    assert_int_equal(settle(renewed, "2026-06-01", SSMSPEC_FAIL).verdict, SSMSPEC_KNOWN);
}

static void what_has_expired_is_said_where_it_is_chosen(void **state) {
    (void)state;
    bool is_chosen[] = {false, true, true};
    const struct ssmspec_plan plan = {.cases = &cases, .is_chosen = is_chosen};
    const char *list = LIST(ENTRY("do-thing/Id/length/above-max") "," ENTRY("do-other"));
    struct ssmspec_views expired;
    ASSERT_OK(read_on(list, "2026-06-01"));
    ASSERT_OK(ssmspec_known_expired(&known, &plan, &arena, &expired));
    assert_int_equal(expired.count, 1);
    ASSERT_VIEW(expired.items[0], "do-other expired on 2026-05-31: no time");
    ASSERT_OK(read_on(list, "2026-05-31"));
    ASSERT_OK(ssmspec_known_expired(&known, &plan, &arena, &expired));
    assert_int_equal(expired.count, 0);
}

static void an_entry_of_no_case_is_a_mistake(void **state) {
    (void)state;
    ASSERT_OK(read_list(LIST(ENTRY("do-thing") ",\n " ENTRY("do-thing/Id/length/above-maxx"))));
    assert_int_equal(ssmspec_known_check(&known, &cases, &why), SSMSPEC_ERR_CONFIG);
    ASSERT_VIEW(ssmspec_bytes_view(&why), "3:8: \"do-thing/Id/length/above-maxx\" matches no case");
    ASSERT_OK(read_list(LIST(ENTRY("do-thing"))));
    ASSERT_OK(ssmspec_known_check(&known, &cases, &why));
}

static void says_where_a_list_is_wrong(void **state) {
    (void)state;
    static const struct {
        const char *text, *sentence;
    } lists[] = {
        {"", "1:1: "},
        {"[]", "1:1: a list of known failures is one JSON object"},
        {"{\"entries\":[]}", "1:1: \"schema\" must be \"ssmspec.known/1\""},
        {"{\"schema\":\"ssmspec.known/1\"}", "1:1: \"entries\" must be a list"},
        {"{\"schema\":\"ssmspec.known/1\",\"entries\":[],\"more\":1}",
         "1:49: unknown key \"more\""},
        {LIST("1"), "2:1: an entry is an object"},
        {LIST("{\"id\":\"a\"}"), "2:1: the entry lacks \"reason\""},
        {LIST("{\"id\":5}"), "2:7: must be a string that says something: \"id\""},
        {LIST("{\"id\":\"a b\"}"), "2:7: no case id and no pattern: \"a b\""},
        {LIST("{\"id\":\"a\",\"id\":\"b\"}"), "2:16: given twice: \"id\""},
        {LIST("{\"id\":\"a\",\"reason\":\" \"}"),
         "2:20: must be a string that says something: \"reason\""},
        {LIST("{\"id\":\"a\",\"reason\":\"a\\u001b\"}"),
         "2:20: holds a control character: \"reason\""},
        {LIST("{\"id\":\"a\",\"reason\":\"r\",\"expires\":\"2026-02-29\"}"),
         "2:34: must be a day, YYYY-MM-DD: \"2026-02-29\""},
        {LIST("{\"id\":\"a\",\"reason\":\"r\",\"expires\":\"never\"}"),
         "2:34: must be a day, YYYY-MM-DD: \"never\""},
        {LIST(AS("a", "\"verdict\":\"pass\"")),
         "2:63: must be one of fail, deviation, inconclusive, not-implemented: \"verdict\""},
        {LIST(ENTRY("a") ",\n" ENTRY("b") ",\n" ENTRY("a")), "4:7: line 2 has an entry for it: a"},
    };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        known.count = 77;
        assert_int_equal(read_list(lists[i].text), SSMSPEC_ERR_CONFIG);
        assert_int_equal(known.count, 77);
        const struct ssmspec_view said = ssmspec_bytes_view(&why);
        ASSERT_VIEW(ssmspec_view_sub(said, 0, i == 0 ? 5 : said.len), lists[i].sentence);
    }
}

static void leap_days_are_days(void **state) {
    (void)state;
    ASSERT_OK(read_list(LIST("{\"id\":\"a\",\"reason\":\"r\",\"expires\":\"2028-02-29\"}")));
    ASSERT_OK(read_list(LIST("{\"id\":\"a\",\"reason\":\"r\",\"expires\":\"2000-02-29\"}")));
    assert_int_equal(read_list(LIST("{\"id\":\"a\",\"reason\":\"r\",\"expires\":\"2100-02-29\"}")),
                     SSMSPEC_ERR_CONFIG);
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    ssmspec_bytes_clear(&why);
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_listed_failure_is_known),
        TEST(a_listed_case_that_passes_is_stale),
        TEST(what_is_not_listed_stays),
        TEST(what_proves_nothing_is_no_failure),
        TEST(an_entry_says_how_the_case_fails),
        TEST(an_entry_holds_to_the_end_of_its_day),
        TEST(what_has_expired_is_said_where_it_is_chosen),
        TEST(an_entry_of_no_case_is_a_mistake),
        TEST(says_where_a_list_is_wrong),
        TEST(leap_days_are_days),
    };
    return RUN_TESTS(tests);
}
