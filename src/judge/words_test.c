#include "src/judge/words.h"

#include "src/base/testing.h"

static void lists_accepted_outcomes_in_words(void **state) {
    (void)state;
    const struct ssmspec_expectation expect = {
        .outcomes = {{.kind = SSMSPEC_SUCCESS},
                     {.kind = SSMSPEC_ERROR, .status = 400, .error = "InvalidThing"},
                     {.kind = SSMSPEC_CLIENT_ERROR},
                     {.kind = SSMSPEC_CLIENT_STATUS, .breaks = SSMSPEC_SHOULD}},
        .count = 4};
    struct ssmspec_arena arena = {0};
    const struct ssmspec_view *words = NULL;
    size_t count = 0;
    ASSERT_OK(ssmspec_expected_words(&expect, &arena, &words, &count));
    assert_int_equal(count, 3);
    ASSERT_VIEW(words[0], "200 with a well-formed answer");
    ASSERT_VIEW(words[1], "400 InvalidThing");
    ASSERT_VIEW(words[2], "any 4xx with a JSON error");
    assert_string_equal(ssmspec_expected_sentence(&expect, &arena),
                        "200 with a well-formed answer, 400 InvalidThing or any 4xx with a JSON "
                        "error");
    ssmspec_arena_clear(&arena);
}

static void says_what_was_answered(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const struct ssmspec_answer error = {
        .status = 400, .body_kind = SSMSPEC_BODY_OBJECT, .error = SSMSPEC_VIEW("Foo\x1b")};
    const struct ssmspec_answer markup = {.status = 502, .body_kind = SSMSPEC_BODY_MARKUP};
    const struct ssmspec_answer success = {.status = 200, .body_kind = SSMSPEC_BODY_OBJECT};
    assert_string_equal(ssmspec_answer_words(&error, &arena), "400 Foo\xEF\xBF\xBD");
    assert_string_equal(ssmspec_answer_words(&markup, &arena), "502 with markup");
    assert_string_equal(ssmspec_answer_words(&success, &arena), "200");
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_accepted_outcomes_in_words),
        cmocka_unit_test(says_what_was_answered),
    };
    return RUN_TESTS(tests);
}
