/* What the tests of the kinds share: probes as text, and values from text. For tests only. */
#ifndef SSMSPEC_SRC_RULE_RULE_TESTING_H
#define SSMSPEC_SRC_RULE_RULE_TESTING_H

#include "src/base/testing.h"
#include "src/rule/constraint.h"

/* A kind at a site, and what the last look at it gave. */
struct rule_test {
    const struct ssmspec_constraint_kind *kind;
    struct ssmspec_site site;
    struct ssmspec_arena arena;
    struct ssmspec_bytes text;
    const char *wanted; /* of value_of: the probe's name */
};

static inline const char *rule_test_stance(enum ssmspec_stance stance) {
    return stance == SSMSPEC_ACCEPT ? "accept" : stance == SSMSPEC_REJECT ? "reject" : "unsettled";
}

static inline enum ssmspec_err rule_test_list(void *context, const struct ssmspec_probe *probe) {
    struct rule_test *test = context;
    ssmspec_bytes_printf(&test->text, "%s %s", probe->name, rule_test_stance(probe->stance));
    if (probe->source != NULL) {
        ssmspec_bytes_printf(&test->text, " source=%s", probe->source);
    }
    if (probe->also != NULL) {
        ssmspec_bytes_printf(&test->text, " also=%s", probe->also);
    }
    ssmspec_bytes_add_char(&test->text, '\n');
    return SSMSPEC_OK;
}

static inline enum ssmspec_err rule_test_pick(void *context, const struct ssmspec_probe *probe) {
    struct rule_test *test = context;
    if (strcmp(probe->name, test->wanted) == 0) {
        ssmspec_bytes_add(&test->text,
                          probe->value.ptr == NULL ? SSMSPEC_VIEW("(absent)") : probe->value);
    }
    return SSMSPEC_OK;
}

/* Every probe's value, checked by the kind itself, lies where its stance says. */
static inline enum ssmspec_err rule_test_agree(void *context, const struct ssmspec_probe *probe) {
    struct rule_test *test = context;
    const struct ssmspec_json *value = NULL;
    if (probe->value.ptr != NULL) {
        ASSERT_OK(ssmspec_json_read(probe->value, &ssmspec_json_default_limits, &test->arena,
                                    &value, NULL));
    }
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    const enum ssmspec_side side =
        test->kind->check(test->site.constraint, test->site.shape, value, patterns);
    ssmspec_patterns_free(patterns);
    if (probe->stance != SSMSPEC_UNSETTLED) {
        assert_int_equal(side == SSMSPEC_WITHIN, probe->stance == SSMSPEC_ACCEPT);
    }
    return SSMSPEC_OK;
}

static inline void rule_test_clear(struct rule_test *test) {
    ssmspec_arena_clear(&test->arena);
    ssmspec_bytes_clear(&test->text);
}

/* One line a probe: name, stance, and source= and also= where it has them. */
static inline void assert_probes(struct rule_test test, const char *lines) {
    ASSERT_OK(test.kind->probe(&test.site, &test.arena, rule_test_list, &test));
    assert_string_equal(ssmspec_bytes_view(&test.text).ptr, lines);
    rule_test_clear(&test);
}

static inline void assert_probes_agree_with_check(struct rule_test test) {
    ASSERT_OK(test.kind->probe(&test.site, &test.arena, rule_test_agree, &test));
    rule_test_clear(&test);
}

static inline void assert_probe_value(struct rule_test test, const char *name, const char *json) {
    test.wanted = name;
    ASSERT_OK(test.kind->probe(&test.site, &test.arena, rule_test_pick, &test));
    assert_string_equal(ssmspec_bytes_view(&test.text).ptr, json);
    rule_test_clear(&test);
}

static inline void assert_side(struct rule_test test, const char *json, enum ssmspec_side side) {
    const struct ssmspec_json *value = NULL;
    ASSERT_OK(ssmspec_json_read(ssmspec_view_of(json), &ssmspec_json_default_limits, &test.arena,
                                &value, NULL));
    struct ssmspec_patterns *patterns = NULL;
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    assert_int_equal(test.kind->check(test.site.constraint, test.site.shape, value, patterns),
                     side);
    ssmspec_patterns_free(patterns);
    rule_test_clear(&test);
}

static inline void assert_described(struct rule_test test, enum ssmspec_side side,
                                    const char *phrase) {
    test.kind->describe(test.site.constraint, test.site.shape, side, &test.text);
    assert_string_equal(ssmspec_bytes_view(&test.text).ptr, phrase);
    rule_test_clear(&test);
}

static inline enum ssmspec_err rule_test_refuse(void *context, const struct ssmspec_probe *probe) {
    (void)probe;
    unsigned *calls = context;
    (*calls)++;
    return SSMSPEC_ERR_LIMIT;
}

/* The verb ends with the sink's first error. */
static inline void assert_probe_stops(struct rule_test test) {
    unsigned calls = 0;
    assert_int_equal(test.kind->probe(&test.site, &test.arena, rule_test_refuse, &calls),
                     SSMSPEC_ERR_LIMIT);
    assert_int_equal(calls, 1);
    rule_test_clear(&test);
}

#endif
