#include "src/run/result.h"

void ssmspec_count(const struct ssmspec_run_record *record, struct ssmspec_counts *out) {
    struct ssmspec_counts counts = {0};
    for (size_t i = 0; i < record->result_count; i++) {
        const enum ssmspec_outcome_verdict verdict = record->results[i].verdict.verdict;
        if ((size_t)verdict >= SSMSPEC_VERDICT_COUNT) {
            continue;
        }
        counts.by_verdict[verdict]++;
        counts.run += verdict != SSMSPEC_SKIP;
    }
    *out = counts;
}

static bool is_not_conformant(const struct ssmspec_counts *counts, bool is_strict) {
    const size_t *of = counts->by_verdict;
    return of[SSMSPEC_FAIL] > 0 || of[SSMSPEC_NOT_IMPLEMENTED] > 0 || of[SSMSPEC_FIXED] > 0 ||
           (is_strict && of[SSMSPEC_DEVIATION] > 0);
}

/* Incomplete, or complete without having shown anything. */
static bool is_vacuous(const struct ssmspec_run_record *record,
                       const struct ssmspec_counts *counts) {
    const bool is_whole = record->is_complete && record->result_count >= record->selected;
    return !is_whole || record->selected == 0 || counts->by_verdict[SSMSPEC_PASS] == 0 ||
           counts->by_verdict[SSMSPEC_INCONCLUSIVE] > 0;
}

int ssmspec_exit_code(const struct ssmspec_run_record *record, bool is_strict, bool is_unusable) {
    struct ssmspec_counts counts;
    ssmspec_count(record, &counts);
    if (is_unusable) {
        return 3;
    }
    if (is_not_conformant(&counts, is_strict) || record->expired_count > 0) {
        return 1;
    }
    return is_vacuous(record, &counts) ? 4 : 0;
}
