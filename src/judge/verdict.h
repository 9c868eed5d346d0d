/* What comes of a case. */
#ifndef SSMSPEC_SRC_JUDGE_VERDICT_H
#define SSMSPEC_SRC_JUDGE_VERDICT_H

#include "src/base/view.h"
#include "src/rule/level.h"

enum ssmspec_outcome_verdict {
    SSMSPEC_PASS,
    SSMSPEC_FAIL,            /* a MUST is broken */
    SSMSPEC_DEVIATION,       /* a SHOULD */
    SSMSPEC_INFO,            /* a MAY, recorded */
    SSMSPEC_INCONCLUSIVE,    /* control, prerequisite or transport failed */
    SSMSPEC_NOT_IMPLEMENTED, /* its operation is */
    SSMSPEC_SKIP,            /* binding, capability or effect missing */
    SSMSPEC_KNOWN,           /* listed as known failure and still failing */
    SSMSPEC_FIXED,           /* listed, but passes */
    SSMSPEC_VERDICT_COUNT,
};

struct ssmspec_verdict {
    enum ssmspec_outcome_verdict verdict;
    enum ssmspec_level level;   /* the level broken, or the case's own where none is */
    const char *code;           /* static word: "accepted-invalid", "control-rejected", ... */
    struct ssmspec_view text;   /* one sentence, UTF-8, no control characters */
    struct ssmspec_view source; /* of the level broken */
};

const char *ssmspec_verdict_name(enum ssmspec_outcome_verdict verdict); /* "not-implemented" ... */

#endif
