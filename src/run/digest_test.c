#include "src/run/digest.h"

#include "src/base/testing.h"
#include "src/exchange/sigv4.h"

static struct ssmspec_case a_case(void) {
    return (struct ssmspec_case){
        .id = "paint/Size/length/empty",
        .kind = "length",
        .rule = "a size is not empty",
        .source = "MODEL:Size",
        .level = SSMSPEC_MUST,
        .request = {.method = SSMSPEC_VIEW("POST"), .body = SSMSPEC_VIEW("{}")},
        .expect = {.outcomes = {{.kind = SSMSPEC_ERROR, .status = 400, .error = "No"}}, .count = 1},
        .control_kind = SSMSPEC_CONTROL_ACCEPTED,
        .control = {.body = SSMSPEC_VIEW("{\"Size\":1}")},
    };
}

static struct ssmspec_view digest_of(const struct ssmspec_case *row, char *digest) {
    ASSERT_OK(ssmspec_suite_digest(&(struct ssmspec_cases){row, 1}, digest));
    return (struct ssmspec_view){digest, SSMSPEC_SIGNATURE_HEX};
}

static bool differs(const struct ssmspec_case *row) {
    char before[SSMSPEC_SIGNATURE_HEX];
    char after[SSMSPEC_SIGNATURE_HEX];
    const struct ssmspec_case original = a_case();
    return !ssmspec_view_eq(digest_of(&original, before), digest_of(row, after));
}

static void is_the_same_for_the_same_cases(void **state) {
    (void)state;
    const struct ssmspec_case same = a_case();
    assert_false(differs(&same));
}

static void changes_with_what_is_sent_and_what_is_expected(void **state) {
    (void)state;
    struct ssmspec_case row = a_case();
    row.request.body = SSMSPEC_VIEW("[]");
    assert_true(differs(&row));
    row = a_case();
    row.request.target = SSMSPEC_VIEW("");
    assert_true(differs(&row));
    row = a_case();
    row.expect.outcomes[0].error = "Yes";
    assert_true(differs(&row));
    row = a_case();
    row.expect.outcomes[0].breaks = SSMSPEC_SHOULD;
    assert_true(differs(&row));
    row = a_case();
    row.control.body = SSMSPEC_VIEW("{\"Size\":2}");
    assert_true(differs(&row));
    row = a_case();
    row.level = SSMSPEC_SHOULD;
    assert_true(differs(&row));
    row = a_case();
    row.id = "paint/Size/length/none";
    assert_true(differs(&row));
}

/* "ab" and "c" are not "a" and "bc". */
static void knows_where_one_text_ends(void **state) {
    (void)state;
    char one[SSMSPEC_SIGNATURE_HEX];
    char other[SSMSPEC_SIGNATURE_HEX];
    struct ssmspec_case left = a_case();
    struct ssmspec_case right = a_case();
    left.request.method = SSMSPEC_VIEW("ab");
    left.request.path = SSMSPEC_VIEW("c");
    right.request.method = SSMSPEC_VIEW("a");
    right.request.path = SSMSPEC_VIEW("bc");
    assert_false(ssmspec_view_eq(digest_of(&left, one), digest_of(&right, other)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_the_same_for_the_same_cases),
        cmocka_unit_test(changes_with_what_is_sent_and_what_is_expected),
        cmocka_unit_test(knows_where_one_text_ends),
    };
    return RUN_TESTS(tests);
}
