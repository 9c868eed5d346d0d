#include "src/run/known_change.h"

#include "src/base/testing.h"

static struct ssmspec_arena arena;
static struct ssmspec_bytes text;
static struct ssmspec_bytes why;
static struct ssmspec_known known;
static struct ssmspec_known after;
static struct ssmspec_known_tally tally;

#define LIST(entries) "{\"schema\": \"ssmspec.known/1\",\n \"entries\": [" entries "\n ]}\n"
#define IS(id, how) \
    "\n  {\"id\": \"" id "\", \"reason\": \"slow\", \"expires\": \"2027-01-01\"" how "}"
#define WAS(id, day, how) \
    "\n  {\"id\": \"" id "\", \"reason\": \"old\", \"expires\": \"" day "\"" how "}"
#define FAILS ", \"verdict\": \"fail\", \"code\": \"accepted-invalid\""
#define PROVES_NOTHING ", \"verdict\": \"inconclusive\", \"code\": \"control-rejected\""
#define RESULT(name, what, word)                                                       \
    {                                                                                  \
        .id = SSMSPEC_VIEW_INIT(name), .verdict = {.verdict = (what), .code = (word) } \
    }
#define A_FAIL(name) RESULT(name, SSMSPEC_FAIL, "accepted-invalid")

static int tear_down(void **state) {
    (void)state;
    ssmspec_bytes_clear(&text);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return 0;
}

/* Today is 2026-06-01. */
static void read_list(const char *list) {
    ASSERT_OK(ssmspec_known_read(ssmspec_view_of(list), SSMSPEC_VIEW("2026-06-01"), &arena, &known,
                                 &why));
}

static struct ssmspec_known_change change_of(const struct ssmspec_result *results, size_t count) {
    return (struct ssmspec_known_change){
        .results = results,
        .count = count,
        .reason = SSMSPEC_VIEW("slow"),
        .expires = SSMSPEC_VIEW("2027-01-01"),
    };
}

static void assert_written(const char *wanted) {
    ssmspec_bytes_reset(&text);
    ssmspec_known_write(&after, &text);
    ASSERT_VIEW(ssmspec_bytes_view(&text), wanted);
    read_list(wanted);
}

static void update(const char *before, const struct ssmspec_result *results, size_t count,
                   const char *wanted) {
    const struct ssmspec_known_change change = change_of(results, count);
    read_list(before);
    ASSERT_OK(ssmspec_known_update(&known, &change, &arena, &after, &tally));
    assert_written(wanted);
}

static void what_fails_comes_in(void **state) {
    (void)state;
    static const struct ssmspec_result results[] = {
        A_FAIL("a/b/c/d"), RESULT("a/b/c/e", SSMSPEC_PASS, "as-expected"),
        RESULT("a/b/c/f", SSMSPEC_DEVIATION, "tolerated"),
        RESULT("a/b/c/g", SSMSPEC_INCONCLUSIVE, "control-rejected"),
        RESULT("a/b/c/h", SSMSPEC_KNOWN, "accepted-invalid")};
    update(LIST(""), results, 5, LIST(IS("a/b/c/d", FAILS) "," IS("a/b/c/g", PROVES_NOTHING)));
    assert_int_equal(tally.added, 2);
}

/* An entry that does not name it does not excuse it: known.h. */
static void what_proves_nothing_is_excused_by_name_alone(void **state) {
    (void)state;
    static const struct ssmspec_result result =
        RESULT("a/b/c/g", SSMSPEC_INCONCLUSIVE, "control-rejected");
    update(LIST(WAS("a/b/c/*", "2026-07-01", "")), &result, 1,
           LIST(WAS("a/b/c/*", "2026-07-01", "") "," IS("a/b/c/g", PROVES_NOTHING)));
}

static void deviations_come_in_where_they_fail_a_run(void **state) {
    (void)state;
    static const struct ssmspec_result result = RESULT("a/b/c/f", SSMSPEC_DEVIATION, "tolerated");
    struct ssmspec_known_change change = change_of(&result, 1);
    change.is_strict = true;
    read_list(LIST(""));
    ASSERT_OK(ssmspec_known_update(&known, &change, &arena, &after, &tally));
    assert_written(LIST(IS("a/b/c/f", ", \"verdict\": \"deviation\", \"code\": \"tolerated\"")));
}

static void an_operation_that_is_not_there_is_one_entry(void **state) {
    (void)state;
    static const struct ssmspec_result results[] = {
        RESULT("a/b/c/d", SSMSPEC_NOT_IMPLEMENTED, "not-implemented"),
        RESULT("a/b/c/e", SSMSPEC_NOT_IMPLEMENTED, "not-implemented"),
        RESULT("b/b/c/e", SSMSPEC_NOT_IMPLEMENTED, "not-implemented")};
    update(LIST(""), results, 3,
           LIST(IS("a", ", \"verdict\": \"not-implemented\"") "," IS(
               "b", ", \"verdict\": \"not-implemented\"")));
}

static void what_is_excused_stays_as_it_is(void **state) {
    (void)state;
    static const struct ssmspec_result results[] = {A_FAIL("a/b/c/d"), A_FAIL("a/b/c/e")};
    update(LIST(WAS("a/b/c/*", "2026-06-01", "")), results, 2,
           LIST(WAS("a/b/c/*", "2026-06-01", "")));
    assert_int_equal(tally.added + tally.changed, 0);
    assert_int_equal(tally.kept, 1);
}

static void a_day_that_is_over_is_renewed_where_it_is_needed(void **state) {
    (void)state;
    static const struct ssmspec_result results[] = {A_FAIL("a/b/c/d"), A_FAIL("a/b/c/e")};
    update(LIST(WAS("a/b/c/*", "2026-05-31", "") "," WAS("z", "2026-05-31", "")), results, 2,
           LIST(WAS("a/b/c/*", "2027-01-01", "") "," WAS("z", "2026-05-31", "")));
    assert_int_equal(tally.changed, 1);
    assert_int_equal(tally.kept, 1);
}

static void an_entry_says_how_its_case_fails_now(void **state) {
    (void)state;
    static const struct ssmspec_result result = A_FAIL("a/b/c/d");
    update(LIST(WAS("a/b/c/d", "2026-07-01", ", \"verdict\": \"deviation\"")), &result, 1,
           LIST(WAS("a/b/c/d", "2026-07-01", FAILS)));
    assert_int_equal(tally.changed, 1);
    update(LIST(WAS("a/b/*/*", "2026-07-01", ", \"verdict\": \"deviation\"")), &result, 1,
           LIST(WAS("a/b/*/*", "2026-07-01", ", \"verdict\": \"deviation\"") "," IS("a/b/c/d",
                                                                                    FAILS)));
}

static void what_passes_goes_out(void **state) {
    (void)state;
    static const struct ssmspec_result results[] = {
        RESULT("a/b/c/d", SSMSPEC_FIXED, "fixed"), RESULT("a/b/c/e", SSMSPEC_KNOWN, "wrong-status"),
        RESULT("a/b/x/f", SSMSPEC_PASS, "as-expected"), RESULT("a/b/x/g", SSMSPEC_SKIP, "unbound"),
        RESULT("a/b/y/h", SSMSPEC_SKIP, "unbound")};
    const struct ssmspec_known_change change = change_of(results, 5);
    read_list(LIST(WAS("a/b/c/d", "2026-05-31", "") "," WAS("a/b/c/*", "2026-07-01", "") "," WAS(
        "a/b/x/*", "2026-07-01", "") "," WAS("a/b/y/*", "2026-07-01", "") "," WAS("q", "2026-07-01",
                                                                                  "")));
    ASSERT_OK(ssmspec_known_prune(&known, &change, &arena, &after, &tally));
    assert_written(LIST(WAS("a/b/c/*", "2026-07-01", "") "," WAS(
        "a/b/y/*", "2026-07-01", "") "," WAS("q", "2026-07-01", "")));
    assert_int_equal(tally.removed, 2);
    assert_int_equal(tally.kept, 3);
}

#define TEST(name) cmocka_unit_test_teardown(name, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_fails_comes_in),
        TEST(what_proves_nothing_is_excused_by_name_alone),
        TEST(deviations_come_in_where_they_fail_a_run),
        TEST(an_operation_that_is_not_there_is_one_entry),
        TEST(what_is_excused_stays_as_it_is),
        TEST(a_day_that_is_over_is_renewed_where_it_is_needed),
        TEST(an_entry_says_how_its_case_fails_now),
        TEST(what_passes_goes_out),
    };
    return RUN_TESTS(tests);
}
