#include "src/judge/verdict.h"

const char *ssmspec_verdict_name(enum ssmspec_outcome_verdict verdict) {
    static const char *const names[SSMSPEC_VERDICT_COUNT] = {
        [SSMSPEC_PASS] = "pass",
        [SSMSPEC_FAIL] = "fail",
        [SSMSPEC_DEVIATION] = "deviation",
        [SSMSPEC_INFO] = "info",
        [SSMSPEC_INCONCLUSIVE] = "inconclusive",
        [SSMSPEC_NOT_IMPLEMENTED] = "not-implemented",
        [SSMSPEC_SKIP] = "skip",
        [SSMSPEC_KNOWN] = "known",
        [SSMSPEC_FIXED] = "fixed",
    };
    return (size_t)verdict < SSMSPEC_VERDICT_COUNT ? names[verdict] : "unknown";
}
