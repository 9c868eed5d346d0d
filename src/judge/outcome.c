#include "src/judge/outcome.h"

#include "src/judge/words.h"

static size_t outcome_count(const struct ssmspec_expectation *expect) {
    return expect->count < SSMSPEC_OUTCOMES_MAX ? expect->count : SSMSPEC_OUTCOMES_MAX;
}

static bool is_client_status(int status) {
    return status >= 400 && status < 500;
}

static bool fits(const struct ssmspec_outcome *outcome, const struct ssmspec_reading *reading) {
    const struct ssmspec_answer *answer = &reading->answer;
    const bool is_object = answer->body_kind == SSMSPEC_BODY_OBJECT;
    switch (outcome->kind) {
    case SSMSPEC_SUCCESS:
        return reading->is_success;
    case SSMSPEC_ERROR:
        return answer->status == outcome->status && is_object && answer->error.len > 0 &&
               ssmspec_view_is(answer->error, outcome->error);
    case SSMSPEC_CLIENT_ERROR:
        return is_client_status(answer->status) && is_object && answer->error.len > 0;
    case SSMSPEC_CLIENT_STATUS:
        return is_client_status(answer->status);
    case SSMSPEC_STATUS:
        return answer->status == outcome->status;
    case SSMSPEC_ANSWERED:
        return answer->status >= 200 && answer->status < 500;
    case SSMSPEC_NO_ANSWER:
        return reading->exchange->transport == SSMSPEC_CLOSED ||
               reading->exchange->transport == SSMSPEC_TIMED_OUT;
    }
    return false;
}

const struct ssmspec_outcome *ssmspec_outcome_find(const struct ssmspec_expectation *expect,
                                                   bool accepted_only,
                                                   const struct ssmspec_reading *reading) {
    for (size_t i = 0; i < outcome_count(expect); i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        if (accepted_only && !ssmspec_outcome_is_accepted(outcome)) {
            continue;
        }
        if (fits(outcome, reading)) {
            return outcome;
        }
    }
    return NULL;
}

bool ssmspec_expects_kind(const struct ssmspec_expectation *expect,
                          enum ssmspec_outcome_kind kind) {
    for (size_t i = 0; i < outcome_count(expect); i++) {
        if (expect->outcomes[i].kind == kind) {
            return true;
        }
    }
    return false;
}

bool ssmspec_expects_status(const struct ssmspec_expectation *expect, int status) {
    for (size_t i = 0; i < outcome_count(expect); i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && outcome->status == status) {
            return true;
        }
    }
    return false;
}
