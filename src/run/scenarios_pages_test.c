/* Answers that are pages: how far they are turned, and what is made of them. */
#include "src/run/stage_testing.h"

#define LEAF_WITH(template, limit)                                    \
    ACT("the list", "leaf"), .pages = &(const struct ssmspec_pages) { \
        "Next", template, limit                                       \
    }
#define LEAF(limit) LEAF_WITH("{\"leaf\":\"${page}\"}", limit)
#define STATE_IS_NOT(what) \
    { .kind = SSMSPEC_CLAIM_IS_NOT, .path = "State", .text = (what) }

static const struct ssmspec_scenario found[] = {
    {CASE("found"), SSMSPEC_STEPS({LEAF(9), SSMSPEC_ALWAYS(STATE_IS_NOT("three")),
                                   SSMSPEC_CLAIMS(STATE_IS("two"))},
                                  {ACT("the rest", "rest")})},
    NO_MORE,
};

static void pages_are_turned_until_the_claim_holds(void **state) {
    struct stage *stage = *state;
    play(stage, found, 1, false);
    assert_int_equal(VERDICT("found").verdict, SSMSPEC_PASS);
    assert_true(
        says(ssmspec_bytes_view(&stage->log), "{\"leaf\":1} {\"leaf\":\"a\"} {\"rest\":1}"));
}

static const struct ssmspec_scenario settled[] = {
    {CASE("settled"), SSMSPEC_STEPS({LEAF(9), SSMSPEC_CLAIMS(STATE_IS("one"))})},
    NO_MORE,
};

static void no_page_is_turned_once_the_claim_holds(void **state) {
    struct stage *stage = *state;
    play(stage, settled, 1, false);
    assert_int_equal(VERDICT("settled").verdict, SSMSPEC_PASS);
    assert_int_equal(stage->leaves, 1);
}

static const struct ssmspec_scenario forbidden[] = {
    {CASE("forbidden"), SSMSPEC_STEPS({LEAF(9), SSMSPEC_ALWAYS(STATE_IS_NOT("two")),
                                       SSMSPEC_CLAIMS(STATE_IS("three"))})},
    NO_MORE,
};

static void what_no_page_may_hold_is_found_on_a_later_one(void **state) {
    struct stage *stage = *state;
    play(stage, forbidden, 1, false);
    assert_int_equal(VERDICT("forbidden").verdict, SSMSPEC_FAIL);
    ASSERT_VIEW(VERDICT("forbidden").text,
                "Step 1, the list: State should not be \"two\", it is \"two\", on page 2.");
    assert_int_equal(stage->leaves, 2);
}

static const struct ssmspec_scenario nowhere[] = {
    {CASE("nowhere"), SSMSPEC_STEPS({LEAF(9), SSMSPEC_CLAIMS(STATE_IS("four"))})},
    NO_MORE,
};

static void what_no_page_holds_is_missed_on_the_last(void **state) {
    struct stage *stage = *state;
    play(stage, nowhere, 1, false);
    assert_int_equal(VERDICT("nowhere").verdict, SSMSPEC_FAIL);
    ASSERT_VIEW(VERDICT("nowhere").text,
                "Step 1, the list: State should be \"four\", it is \"three\", on page 3.");
    assert_int_equal(stage->leaves, 3);
}

static const struct ssmspec_scenario bounded[] = {
    {CASE("bounded"), SSMSPEC_STEPS({LEAF(2), SSMSPEC_CLAIMS({.kind = SSMSPEC_CLAIM_IS,
                                                              .path = "State",
                                                              .text = "three",
                                                              .breaks = SSMSPEC_MAY})})},
    NO_MORE,
};

static void pages_have_an_end_and_it_is_said(void **state) {
    struct stage *stage = *state;
    play(stage, bounded, 1, false);
    assert_int_equal(VERDICT("bounded").verdict, SSMSPEC_INFO);
    ASSERT_VIEW(VERDICT("bounded").text,
                "Step 1, the list: State should be \"three\", it is \"two\", on page 2, and no "
                "further one is looked at.");
    assert_int_equal(stage->leaves, 2);
}

static const struct ssmspec_scenario lost[] = {
    {CASE("lost"),
     SSMSPEC_STEPS({LEAF_WITH("{\"refuse\":\"${page}\"}", 9), SSMSPEC_CLAIMS(STATE_IS("two"))})},
    NO_MORE,
};

static void a_later_page_that_is_refused_accuses_nobody(void **state) {
    struct stage *stage = *state;
    play(stage, lost, 1, false);
    assert_int_equal(VERDICT("lost").verdict, SSMSPEC_INFO);
    assert_true(says(ssmspec_bytes_view(&stage->log), "{\"refuse\":\"a\"}"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_STAGE(pages_are_turned_until_the_claim_holds),
        ON_STAGE(no_page_is_turned_once_the_claim_holds),
        ON_STAGE(what_no_page_may_hold_is_found_on_a_later_one),
        ON_STAGE(what_no_page_holds_is_missed_on_the_last),
        ON_STAGE(pages_have_an_end_and_it_is_said),
        ON_STAGE(a_later_page_that_is_refused_accuses_nobody),
    };
    return RUN_TESTS(tests);
}
