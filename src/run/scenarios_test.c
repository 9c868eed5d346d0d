/* Scenarios against an invented endpoint: order, captures, claims, repetition, copies. */
#include "src/run/stage_testing.h"

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

static const struct ssmspec_scenario boasted[] = {
    {CASE("boasted"),
     SSMSPEC_STEPS({ACT("the start", "boast"), TAKE_ID}, {ACT("the end", "end-${id}")})},
    NO_MORE,
};

/* An endpoint that makes up megabytes must not fill our memory, and breaks no rule by it. */
static void texts_too_long_to_be_sent_again_are_not_captured(void **state) {
    struct stage *stage = *state;
    ssmspec_bytes_add_text(&stage->boast, "{\"Id\":\"");
    while (stage->boast.len < 20000) {
        ssmspec_bytes_add_char(&stage->boast, 'x');
    }
    ssmspec_bytes_add_text(&stage->boast, "\"}");
    play(stage, boasted, 1, false);
    ssmspec_bytes_clear(&stage->boast);
    assert_int_equal(VERDICT("boasted").verdict, SSMSPEC_INCONCLUSIVE);
    assert_string_equal(VERDICT("boasted").code, "prerequisite");
    assert_false(says(ssmspec_bytes_view(&stage->log), "end-"));
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
    {.operation = "Act",
     .kind = "state",
     .probe = "refused-though-no-more-than-wanted",
     .rule = "a rule",
     .level = SSMSPEC_SHOULD,
     .source = "OBS:S-01",
     SSMSPEC_STEPS({ACT("the start", "refuse"), .is_prerequisite = true})},
    NO_MORE,
};

static void failed_prerequisite_proves_nothing(void **state) {
    struct stage *stage = *state;
    play(stage, refused, 1, false);
    assert_int_equal(VERDICT("refused").verdict, SSMSPEC_INCONCLUSIVE);
    assert_string_equal(VERDICT("refused").code, "prerequisite");
    assert_false(says(ssmspec_bytes_view(&stage->log), "rest"));
    assert_int_equal(VERDICT("refused-though-no-more-than-wanted").verdict, SSMSPEC_INCONCLUSIVE);
}

static const struct ssmspec_scenario unguaranteed[] = {
    {CASE("unguaranteed"), SSMSPEC_STEPS({ACT("the look", "look"), .is_prerequisite = true,
                                          SSMSPEC_CLAIMS({.kind = SSMSPEC_CLAIM_IS,
                                                          .path = "State",
                                                          .text = "never",
                                                          .breaks = SSMSPEC_MAY,
                                                          .source = "OBS:S-02"})},
                                         {ACT("the rest", "rest")})},
    NO_MORE,
};

static void what_nobody_guarantees_ends_the_case_as_info(void **state) {
    struct stage *stage = *state;
    play(stage, unguaranteed, 1, false);
    assert_int_equal(VERDICT("unguaranteed").verdict, SSMSPEC_INFO);
    assert_int_equal(VERDICT("unguaranteed").level, SSMSPEC_MAY);
    assert_string_equal(VERDICT("unguaranteed").code, "prerequisite");
    ASSERT_VIEW(VERDICT("unguaranteed").source, "OBS:S-02");
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

static const struct ssmspec_scenario paged[] = {
    {CASE("paged"), SSMSPEC_STEPS({ACT("the list", "leaf"), .within_ms = 100,
                                   .pages = &(const struct ssmspec_pages){"Next", "{}", 9}})},
    NO_MORE,
};

static void step_that_awaits_and_turns_pages_is_refused(void **state) {
    assert_refused(*state, paged, "step 1 of scenario Act/paged is not whole");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_STAGE(captures_reach_later_steps),
        ON_STAGE(texts_too_long_to_be_sent_again_are_not_captured),
        ON_STAGE(broken_step_is_named_with_what_was_expected_and_seen),
        ON_STAGE(lesser_claim_deviates_and_the_rest_is_still_asked),
        ON_STAGE(failed_prerequisite_proves_nothing),
        ON_STAGE(what_nobody_guarantees_ends_the_case_as_info),
        ON_STAGE(step_is_repeated_until_it_holds),
        ON_STAGE(what_never_holds_ends_at_its_deadline),
        ON_STAGE(claim_about_every_answer_breaks_at_once),
        ON_STAGE(copies_are_under_way_at_once_even_with_one_job),
        ON_STAGE(waiting_lets_others_go_first),
        ON_STAGE(slow_scenario_is_skipped_visibly_unless_asked_for),
        ON_STAGE(table_that_names_what_no_step_captured_is_refused),
        ON_STAGE(step_without_body_is_refused),
        ON_STAGE(step_that_awaits_and_turns_pages_is_refused),
    };
    return RUN_TESTS(tests);
}
