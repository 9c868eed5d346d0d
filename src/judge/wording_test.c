/* What is read in an answer's words, and what is said in ours. */
#include "src/base/bytes.h"
#include "src/base/utf8.h"
#include "src/judge/judge_testing.h"

static void match_strength_looks_at_the_message(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.expect.member = "comment";
    the_case.expect.phrase = "Member must have length less than or equal to 100";
    const struct ssmspec_exchange vague =
        answered(400, "{\"__type\":\"ValidationException\",\"message\":\"no\"}");
    const struct ssmspec_exchange silent = answered(400, "{\"__type\":\"ValidationException\"}");
    assert_verdict(judge(&the_case, vague, NULL), SSMSPEC_PASS, "as-expected");
    match = SSMSPEC_MATCH_MEMBER;
    assert_verdict(judge(&the_case, vague, NULL), SSMSPEC_DEVIATION, "member-not-named");
    assert_verdict(judge(&the_case, silent, NULL), SSMSPEC_DEVIATION, "member-not-named");
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_PASS, "as-expected");
    match = SSMSPEC_MATCH_EXACT;
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_DEVIATION, "wording");
}

static void what_comes_later_never_hides_something_worse(void **state) {
    (void)state;
    struct ssmspec_case the_case = negative();
    the_case.control_kind = SSMSPEC_NO_CONTROL;
    the_case.check = SSMSPEC_CHECK_CONTENT_TYPE;
    the_case.level = SSMSPEC_SHOULD;
    the_case.expect.member = "nowhere";
    the_case.expect.outcomes[0].breaks = SSMSPEC_MUST;
    match = SSMSPEC_MATCH_MEMBER;
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_FAIL, "tolerated");
    the_case.expect.outcomes[0].breaks = SSMSPEC_MAY;
    assert_verdict(judge(&the_case, answered(400, VALIDATION), NULL), SSMSPEC_DEVIATION,
                   "member-not-named");
}

static void sentences_are_plain_and_short(void **state) {
    (void)state;
    struct ssmspec_bytes body = {0};
    ssmspec_bytes_add_text(&body, "{\"__type\":\"\\u001b[31m");
    for (int i = 0; i < 100000; i++) {
        ssmspec_bytes_add_text(&body, "\xC3\xA9");
    }
    ssmspec_bytes_add_text(&body, "\"}");
    const struct ssmspec_case the_case = positive();
    const struct ssmspec_verdict verdict = judge(&the_case, answered(400, body.ptr), NULL);
    size_t count = 0;
    size_t bad = 0;
    ASSERT_OK(ssmspec_utf8_count(verdict.text, &count, &bad));
    assert_true(count <= 300);
    assert_int_equal(ssmspec_view_find(verdict.text, SSMSPEC_VIEW("\x1b")), verdict.text.len);
    ssmspec_bytes_clear(&body);
}

static void a_malformed_answer_names_the_member(void **state) {
    (void)state;
    const struct ssmspec_case the_case = positive();
    const struct ssmspec_verdict verdict = judge(&the_case, answered(200, "{\"Id\":7}"), NULL);
    ASSERT_VIEW(verdict.text, "The 200 does not fit the model: Id is a JSON number where the model "
                              "says string.");
    ASSERT_VIEW(verdict.source, "MODEL:Comment");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(match_strength_looks_at_the_message),
        TEST(what_comes_later_never_hides_something_worse),
        TEST(sentences_are_plain_and_short),
        TEST(a_malformed_answer_names_the_member),
    };
    return RUN_TESTS(tests);
}
