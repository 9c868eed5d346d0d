/* The answers that a pinned case knows. */
#include "src/case/case_reading.h"
#include "src/case/expect.h"
#include "src/case/kinds.h"

static const char *const keys[] = {"answer", "status", "error", "breaks", "source", NULL};

static enum ssmspec_err read_status(const struct ssmspec_case_reading *reading,
                                    const struct ssmspec_json *value, int *out) {
    const struct ssmspec_json *status;
    int64_t number = 0;
    GUARD(ssmspec_case_member(reading, value, "status", &status));
    if (status->type != SSMSPEC_JSON_NUMBER || !ssmspec_json_to_int64(status, &number) ||
        number < 100 || number > 599) {
        return ssmspec_document_wrong(&reading->document, status->offset,
                                      "must be a whole number from 100 to 599:", status->name);
    }
    *out = (int)number;
    return SSMSPEC_OK;
}

static enum ssmspec_err read_broken(const struct ssmspec_case_reading *reading,
                                    const struct ssmspec_json *value, struct ssmspec_outcome *out) {
    int level;
    GUARD(ssmspec_case_word(reading, value, "breaks", ssmspec_level_words + SSMSPEC_MAY, &level));
    out->breaks = (enum ssmspec_level)(SSMSPEC_MAY + level);
    if (ssmspec_json_member(value, "source") == NULL) {
        return SSMSPEC_OK;
    }
    return ssmspec_case_text(reading, value, "source", &out->source);
}

/* What is said of an answer that cannot have it would be believed and never looked at. */
static enum ssmspec_err refuse_others(const struct ssmspec_case_reading *reading,
                                      const struct ssmspec_json *value,
                                      const struct ssmspec_outcome *outcome) {
    const struct ssmspec_json *stray = NULL;
    if (outcome->status == 0) {
        stray = ssmspec_json_member(value, "status");
    }
    if (stray == NULL && outcome->error == NULL) {
        stray = ssmspec_json_member(value, "error");
    }
    if (stray == NULL && outcome->breaks == SSMSPEC_NONE) {
        stray = ssmspec_json_member(value, "breaks");
        stray = stray != NULL ? stray : ssmspec_json_member(value, "source");
    }
    return stray == NULL ? SSMSPEC_OK
                         : ssmspec_document_wrong(&reading->document, stray->offset,
                                                  "this answer takes no", stray->name);
}

static enum ssmspec_err add_outcome(const struct ssmspec_case_reading *reading,
                                    const struct ssmspec_json *value, bool is_tolerated,
                                    struct ssmspec_expectation *out) {
    struct ssmspec_outcome outcome = {0};
    int kind;
    GUARD(ssmspec_case_keys(reading, value, keys));
    GUARD(ssmspec_case_word(reading, value, "answer", ssmspec_answer_kinds, &kind));
    outcome.kind = (enum ssmspec_outcome_kind)kind;
    if (outcome.kind == SSMSPEC_ERROR || outcome.kind == SSMSPEC_STATUS) {
        GUARD(read_status(reading, value, &outcome.status));
    }
    if (outcome.kind == SSMSPEC_ERROR) {
        GUARD(ssmspec_case_text(reading, value, "error", &outcome.error));
    }
    if (is_tolerated) {
        GUARD(read_broken(reading, value, &outcome));
    }
    GUARD(refuse_others(reading, value, &outcome));
    if (out->count == SSMSPEC_OUTCOMES_MAX) {
        return ssmspec_document_wrong(&reading->document, value->offset,
                                      "a case knows twelve answers at most",
                                      (struct ssmspec_view){0});
    }
    return ssmspec_expect_add(out, outcome);
}

enum ssmspec_err ssmspec_case_outcomes(const struct ssmspec_case_reading *reading,
                                       const struct ssmspec_json *list, bool is_tolerated,
                                       struct ssmspec_expectation *out) {
    if (list->type != SSMSPEC_JSON_LIST || list->count == 0) {
        return ssmspec_document_wrong(&reading->document, list->offset,
                                      "must be a list that is not empty:", list->name);
    }
    for (const struct ssmspec_json *item = list->first; item != NULL; item = item->next) {
        GUARD(add_outcome(reading, item, is_tolerated, out));
    }
    return SSMSPEC_OK;
}
