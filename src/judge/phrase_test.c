#include "src/judge/phrase.h"

#include "src/base/testing.h"

#define NAMES(message, path) ssmspec_message_names(SSMSPEC_VIEW(message), (path))
#define SAYS(message, phrase) ssmspec_message_says(SSMSPEC_VIEW(message), (phrase))

static void finds_the_member(void **state) {
    (void)state;
    assert_true(NAMES("Value 'x' at 'commandId' failed", "commandId"));
    assert_true(NAMES("Value at 'a.1.member.b' failed", "a.1.member.b"));
    assert_true(NAMES("Value at '/A/0/B' failed", "a.1.member.b"));
    assert_true(NAMES("Invalid CommandId.", "commandId"));
    assert_false(NAMES("Value at 'comment' failed", "commandId"));
    assert_false(NAMES("", "commandId"));
    assert_false(ssmspec_message_names((struct ssmspec_view){NULL, 0}, "commandId"));
}

static void does_not_take_grammar_for_a_name(void **state) {
    (void)state;
    assert_false(NAMES("Value at 'x' failed: Member must not be null", "instanceIds.1.member"));
    assert_true(NAMES("Value at 'instanceIds' failed", "instanceIds.1.member"));
}

static void finds_the_recorded_wording(void **state) {
    (void)state;
    assert_true(SAYS("1 validation error detected: Value at 'c' failed to satisfy constraint: "
                     "Member must have length less than or equal to 100",
                     "Member must have length less than or equal to 100"));
    assert_false(SAYS("too long", "Member must have length less than or equal to 100"));
    assert_false(SAYS("", "Member must not be null"));
}

static void takes_sets_in_any_order(void **state) {
    (void)state;
    const char *phrase = "Member must satisfy enum value set: [A, B, C]";
    assert_true(SAYS("x: Member must satisfy enum value set: [C, A, B]", phrase));
    assert_false(SAYS("x: Member must satisfy enum value set: [C, A]", phrase));
    assert_false(SAYS("x: Member must satisfy enum value set: [C, A, B, D]", phrase));
    assert_false(SAYS("x: Member must satisfy enum value set: ", phrase));
}

static void takes_smithys_wording(void **state) {
    (void)state;
    const char *above = "Member must have length less than or equal to 63";
    assert_true(SAYS("1 validation error detected. Value with length 64 at '/b' failed to satisfy "
                     "constraint: Member must have length between 3 and 63, inclusive",
                     above));
    assert_false(SAYS("1 validation error detected. Value with length 64 at '/b' failed to satisfy "
                      "constraint: Member must have length between 3 and 64, inclusive",
                      above));
    assert_false(SAYS("Member must have length between 3 and 63, inclusive", above));
    assert_true(SAYS("2 validation errors detected. Value at '/b' failed to satisfy constraint: "
                     "Member must be greater than or equal to 30",
                     "Member must have value greater than or equal to 30"));
    assert_true(SAYS("1 validation error detected. Value at '/b' failed to satisfy constraint: "
                     "Member must be between 30 and 99, inclusive",
                     "Member must have value greater than or equal to 30"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_member),
        cmocka_unit_test(does_not_take_grammar_for_a_name),
        cmocka_unit_test(finds_the_recorded_wording),
        cmocka_unit_test(takes_sets_in_any_order),
        cmocka_unit_test(takes_smithys_wording),
    };
    return RUN_TESTS(tests);
}
