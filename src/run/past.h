/* What an earlier part of a run left in its journal, and whether it is a part of this run. */
#ifndef SSMSPEC_SRC_RUN_PAST_H
#define SSMSPEC_SRC_RUN_PAST_H

#include "src/run/journal.h"
#include "src/run/plan.h"

#include <stdint.h>

/* All zero: there is no earlier part. */
struct ssmspec_past {
    const struct ssmspec_result *results;
    size_t count;
    size_t part; /* how many parts there were */
};

/* Whether the journal's head says what this run's record says: version, suite, region, flags, known
 * failures, seed and plan. SSMSPEC_ERR_CONFIG with "PATH:LINE:COLUMN: what differs" in *why. */
enum ssmspec_err ssmspec_past_check_head(const struct ssmspec_journal_content *content,
                                         const struct ssmspec_run_record *record, const char *path,
                                         struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The same for the results: each of a chosen case. */
enum ssmspec_err ssmspec_past_check_results(const struct ssmspec_journal_content *content,
                                            const struct ssmspec_plan *plan, const char *path,
                                            struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Put the results where the run has them, by case index. Gives how many chosen cases have none. */
size_t ssmspec_past_enter(const struct ssmspec_past *past, const struct ssmspec_plan *plan,
                          struct ssmspec_result *results, bool *has_result);

/* What fresh ids are made from: an id that an earlier part used is not fresh. */
uint64_t ssmspec_past_seed(const struct ssmspec_past *past, uint64_t seed);

#endif
