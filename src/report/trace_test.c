/* What the trace finds missing, in a small invented suite. */
#include "src/report/trace.h"

#include "src/base/testing.h"

static const struct ssmspec_shape text = {.name = "Text", .type = SSMSPEC_STRING};
static const struct ssmspec_shape input = {
    .name = "In", .type = SSMSPEC_STRUCTURE, SSMSPEC_MEMBERS({.name = "Name", .shape = &text})};
static const struct ssmspec_error modelled[] = {{.name = "NoThing", .status = 400}, {.name = NULL}};
static const struct ssmspec_operation operation = {
    .name = "DoThing", .input = &input, .modelled = modelled};
static const struct ssmspec_service service = {
    .operations = (const struct ssmspec_operation *const[]){&operation, NULL}};

#define CASE(name, member, how, sentence, ...)                                          \
    {                                                                                   \
        .id = (name), .operation = "DoThing", .model = &operation, .path = (member),    \
        .kind = (how), .rule = (sentence), .level = SSMSPEC_MUST, .source = "MODEL:In", \
        .expect = {                                                                     \
            .outcomes = {__VA_ARGS__},                                                  \
            .count = 1                                                                  \
        }                                                                               \
    }
#define ACCEPTED \
    { .kind = SSMSPEC_SUCCESS }
#define REFUSED \
    { .kind = SSMSPEC_ERROR, .status = 400, .error = "ValidationException" }
#define NO_THING \
    { .kind = SSMSPEC_ERROR, .status = 400, .error = "NoThing" }

static const struct ssmspec_case sound[] = {
    CASE("do-thing/Name/length/at-max", "Name", "length", "Name: short", ACCEPTED),
    CASE("do-thing/Name/length/above-max", "Name", "length", "Name: short", REFUSED),
    CASE("do-thing/-/error-map/none", "-", "error-map", "there is one", NO_THING),
};

static const struct ssmspec_statement covered[] = {
    {"API:DoThing", "first", "It has a name.", "do-thing/Name/length do-thing/**", NULL},
    {"API:DoThing", "second", "It is blue.", NULL, "Colours are not seen."},
    {.document = NULL},
};

/* What the check says of cases and a statement table. */
static void check(const struct ssmspec_case *rows, size_t count,
                  const struct ssmspec_statement *statements, size_t wanted, const char *words) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes out = {0};
    struct ssmspec_trace trace;
    const struct ssmspec_cases cases = {.rows = rows, .count = count};
    const struct ssmspec_statement *const tables[] = {statements, NULL};
    size_t gaps = 99;
    ASSERT_OK(ssmspec_trace_make(&cases, &service, tables, &arena, &trace));
    ASSERT_OK(ssmspec_trace_check(&trace, &out, &gaps));
    const struct ssmspec_view said = ssmspec_bytes_view(&out);
    if (gaps != wanted ||
        (wanted > 0 && ssmspec_view_find(said, ssmspec_view_of(words)) == said.len)) {
        fail_msg("%zu gaps, not %zu: %.*s", gaps, wanted, (int)said.len, said.ptr);
    }
    ssmspec_bytes_clear(&out);
    ssmspec_arena_clear(&arena);
}

static void finds_nothing_where_nothing_is_missing(void **state) {
    (void)state;
    check(sound, 3, covered, 0, "");
}

static void misses_either_side_of_a_rule_of_the_model(void **state) {
    (void)state;
    const struct ssmspec_case only_negative[] = {sound[1], sound[2]};
    const struct ssmspec_case only_positive[] = {sound[0], sound[2]};
    check(only_negative, 2, covered, 1, "has no case that is accepted");
    check(only_positive, 2, covered, 1, "has no case that is refused");
}

static void takes_a_control_for_the_other_side(void **state) {
    (void)state;
    struct ssmspec_case controlled[] = {sound[1], sound[2]};
    controlled[0].control_kind = SSMSPEC_CONTROL_ACCEPTED;
    check(controlled, 2, covered, 0, "");
}

static void misses_a_source(void **state) {
    (void)state;
    struct ssmspec_case rootless[] = {sound[0], sound[1], sound[2]};
    rootless[1].source = "";
    check(rootless, 3, covered, 1, "do-thing/Name/length/above-max has no source");
}

static void misses_an_error_and_a_member_of_the_model(void **state) {
    (void)state;
    check(sound, 2, covered, 1, "may be answered NoThing");
    check(&sound[2], 1, covered + 1, 1, "no rule of DoThing is about Name");
}

static void misses_a_sentence_and_a_pattern_that_meets_nothing(void **state) {
    (void)state;
    const struct ssmspec_statement open[] = {{"API:DoThing", "third", "It sings.", NULL, NULL},
                                             {.document = NULL}};
    const struct ssmspec_statement astray[] = {
        {"API:DoThing", "fourth", "It flies.", "do-thing/Wing/**", "a reason does not excuse it"},
        {.document = NULL}};
    check(sound, 3, open, 1, "API:DoThing, third: neither case nor reason");
    check(sound, 3, astray, 1, "do-thing/Wing/** meets no case");
}

static void prints_both_forms(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes markdown = {0}, json = {0};
    struct ssmspec_trace trace;
    const struct ssmspec_cases cases = {.rows = sound, .count = 3};
    const struct ssmspec_statement *const tables[] = {covered, NULL};
    ASSERT_OK(ssmspec_trace_make(&cases, &service, tables, &arena, &trace));
    assert_int_equal(trace.rule_count, 2);
    ASSERT_OK(ssmspec_trace_markdown(&trace, &markdown));
    ASSERT_OK(ssmspec_trace_json(&trace, &json));
    const char *const wanted[] = {
        "| Name: short | must | MODEL:In | `do-thing/Name/length/above-max` "
        "`do-thing/Name/length/at-max` |",
        "`do-thing/**` (3)"};
    for (size_t i = 0; i < 2; i++) {
        const struct ssmspec_view all = ssmspec_bytes_view(&markdown);
        if (ssmspec_view_find(all, ssmspec_view_of(wanted[i])) == all.len) {
            fail_msg("no %s in %s", wanted[i], all.ptr);
        }
    }
    const struct ssmspec_view all = ssmspec_bytes_view(&json);
    assert_true(ssmspec_view_find(all, SSMSPEC_VIEW("\"schema\":\"ssmspec.trace/1\"")) < all.len);
    assert_true(ssmspec_view_find(all, SSMSPEC_VIEW("\"reason\":\"Colours are not seen.\"")) <
                all.len);
    ssmspec_bytes_clear(&markdown);
    ssmspec_bytes_clear(&json);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_nothing_where_nothing_is_missing),
        cmocka_unit_test(misses_either_side_of_a_rule_of_the_model),
        cmocka_unit_test(takes_a_control_for_the_other_side),
        cmocka_unit_test(misses_a_source),
        cmocka_unit_test(misses_an_error_and_a_member_of_the_model),
        cmocka_unit_test(misses_a_sentence_and_a_pattern_that_meets_nothing),
        cmocka_unit_test(prints_both_forms),
    };
    return RUN_TESTS(tests);
}
