/* Which of a case's outcomes an answer is. */
#ifndef SSMSPEC_SRC_JUDGE_OUTCOME_H
#define SSMSPEC_SRC_JUDGE_OUTCOME_H

#include "src/case/expectation.h"
#include "src/response/response.h"

/* The first outcome of expect that fits what was read, NULL when none does; accepted_only leaves
 * the tolerated ones out. Of an exchange that was not delivered only
 * SSMSPEC_NO_ANSWER can fit. */
const struct ssmspec_outcome *ssmspec_outcome_find(const struct ssmspec_expectation *expect,
                                                   bool accepted_only,
                                                   const struct ssmspec_reading *reading);

/* Whether any outcome is of that kind. */
bool ssmspec_expects_kind(const struct ssmspec_expectation *expect, enum ssmspec_outcome_kind kind);

/* Whether any outcome, even a tolerated one, is an error of exactly that status. */
bool ssmspec_expects_status(const struct ssmspec_expectation *expect, int status);

#endif
