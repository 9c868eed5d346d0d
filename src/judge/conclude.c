#include "src/judge/judging.h"

#include "src/response/plain.h"

enum ssmspec_outcome_verdict ssmspec_verdict_of(enum ssmspec_level level) {
    switch (level) {
    case SSMSPEC_MUST:
        return SSMSPEC_FAIL;
    case SSMSPEC_SHOULD:
        return SSMSPEC_DEVIATION;
    case SSMSPEC_MAY:
    case SSMSPEC_NONE:
        break;
    }
    return SSMSPEC_INFO;
}

enum ssmspec_err ssmspec_conclude(struct ssmspec_judging *judging,
                                  enum ssmspec_outcome_verdict verdict, enum ssmspec_level level,
                                  struct ssmspec_finding finding) {
    ENSURE(finding.text != NULL, SSMSPEC_ERR_NOMEM);
    const char *source = finding.source == NULL ? judging->the_case->source : finding.source;
    struct ssmspec_verdict made = {
        .verdict = verdict,
        .level = level,
        .code = finding.code,
        .source = ssmspec_view_of(source == NULL ? "" : source),
    };
    GUARD(ssmspec_plain_copy(ssmspec_view_of(finding.text), SSMSPEC_PLAIN_MOST, judging->arena,
                             &made.text));
    *judging->out = made;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_worsen(struct ssmspec_judging *judging, enum ssmspec_level level,
                                struct ssmspec_finding finding) {
    const enum ssmspec_level breaks = level == SSMSPEC_NONE ? SSMSPEC_MAY : level;
    if (finding.code == NULL || breaks <= judging->broken) {
        return SSMSPEC_OK;
    }
    judging->broken = breaks;
    return ssmspec_conclude(judging, ssmspec_verdict_of(level), level, finding);
}
