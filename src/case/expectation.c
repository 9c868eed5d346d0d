#include "src/case/expectation.h"

bool ssmspec_expects_error(const struct ssmspec_expectation *expect, struct ssmspec_view error) {
    for (size_t i = 0; i < expect->count && i < SSMSPEC_OUTCOMES_MAX; i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && ssmspec_view_is(error, outcome->error)) {
            return true;
        }
    }
    return false;
}
