#include "src/run/mask.h"

#include "src/base/testing.h"

static const struct ssmspec_view items[] = {
    SSMSPEC_VIEW_INIT("TOPSECRET"), {NULL, 0}, SSMSPEC_VIEW_INIT("TOKEN")};
static const struct ssmspec_secrets secrets = {items, 3};

#define HEX64 "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdef"
#define STARS64 "****************************************************************"

static void assert_masked(const char *text, const char *wanted) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_view view = ssmspec_view_of(text);
    ASSERT_OK(ssmspec_mask(&secrets, &arena, &view));
    ASSERT_VIEW(view, wanted);
    ssmspec_arena_clear(&arena);
}

static void blots_every_secret(void **state) {
    (void)state;
    assert_masked("a TOPSECRET b TOKENTOKEN", "a ********* b **********");
    assert_masked("TOPSECRE", "TOPSECRE");
    assert_masked("", "");
}

static void blots_a_long_secret_however_it_is_spelled(void **state) {
    (void)state;
    static const struct ssmspec_view key = SSMSPEC_VIEW_INIT("Aa/b+c=defghijkl");
    static const struct {
        const char *text, *wanted;
    } rows[] = {
        {"x Aa/b+c=defghijkl y", "x **************** y"},
        {"aA/B+C=DEFGHIJKL", "****************"},
        {"Aa%2Fb%2bc%3ddefghijkl.", "**********************."},
        {"%41a/b+c=defghijkl", "******************"},
        {"cut Aa/b+c=defgh", "cut ************"},
        {"Aa/b+c=defg is short", "Aa/b+c=defg is short"},
        {"AAa/b+c=defghijklAa/b", "A****************Aa/b"},
        {"100% %", "100% %"},
    };
    const struct ssmspec_secrets one = {&key, 1};
    struct ssmspec_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ssmspec_view view = ssmspec_view_of(rows[i].text);
        ASSERT_OK(ssmspec_mask(&one, &arena, &view));
        ASSERT_VIEW(view, rows[i].wanted);
    }
    ssmspec_arena_clear(&arena);
}

static void blots_signatures(void **state) {
    (void)state;
    assert_masked("Signature=" HEX64 ", x", "Signature=" STARS64 ", x");
    assert_masked(HEX64 "a " HEX64, STARS64 "* " STARS64);
    assert_masked("0123456789abcdef", "0123456789abcdef");
}

static void leaves_clean_text_where_it_is(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_view view = SSMSPEC_VIEW("nothing to hide");
    const char *before = view.ptr;
    ASSERT_OK(ssmspec_mask(&secrets, &arena, &view));
    assert_ptr_equal(view.ptr, before);
    ssmspec_arena_clear(&arena);
}

static void blots_all_that_people_are_shown(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_reading reading = {.misfit = "is 'TOKEN'"};
    reading.answer.message = SSMSPEC_VIEW("m TOPSECRET");
    reading.answer.error = SSMSPEC_VIEW("TOKEN");
    ASSERT_OK(ssmspec_mask_reading(&secrets, &arena, &reading));
    ASSERT_VIEW(reading.answer.message, "m *********");
    ASSERT_VIEW(reading.answer.error, "*****");
    assert_string_equal(reading.misfit, "is '*****'");
    ssmspec_arena_clear(&arena);
}

static void blots_all_that_a_result_quotes(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_result result = {
        .verdict = {.text = SSMSPEC_VIEW("Content-Type is 'TOPSECRET'.")},
        .actual = {.error = SSMSPEC_VIEW("TOKEN"), .message = SSMSPEC_VIEW("m TOKEN")},
        .control = {.error = SSMSPEC_VIEW("TOKEN"), .message = SSMSPEC_VIEW("TOPSECRET")}};
    ASSERT_OK(ssmspec_mask_result(&secrets, &arena, &result));
    ASSERT_VIEW(result.verdict.text, "Content-Type is '*********'.");
    ASSERT_VIEW(result.actual.error, "*****");
    ASSERT_VIEW(result.actual.message, "m *****");
    ASSERT_VIEW(result.control.error, "*****");
    ASSERT_VIEW(result.control.message, "*********");
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blots_every_secret),
        cmocka_unit_test(blots_a_long_secret_however_it_is_spelled),
        cmocka_unit_test(blots_signatures),
        cmocka_unit_test(leaves_clean_text_where_it_is),
        cmocka_unit_test(blots_all_that_people_are_shown),
        cmocka_unit_test(blots_all_that_a_result_quotes),
    };
    return RUN_TESTS(tests);
}
