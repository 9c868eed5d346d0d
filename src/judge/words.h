/* Outcomes and answers in words: "400 ValidationException", "200 with a well-formed answer". */
#ifndef SSMSPEC_SRC_JUDGE_WORDS_H
#define SSMSPEC_SRC_JUDGE_WORDS_H

#include "src/base/bytes.h"
#include "src/case/case.h"
#include "src/response/response.h"

void ssmspec_outcome_words(const struct ssmspec_outcome *outcome, struct ssmspec_bytes *out);

/* The accepted outcomes, one text each, all in arena. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_expected_words(const struct ssmspec_expectation *expect,
                                        struct ssmspec_arena *arena,
                                        const struct ssmspec_view **out,
                                        size_t *count) SSMSPEC_MUST_USE;

/* The same of a case; of a scenario that its steps hold, whichever. */
enum ssmspec_err ssmspec_case_words(const struct ssmspec_case *row, struct ssmspec_arena *arena,
                                    const struct ssmspec_view **out,
                                    size_t *count) SSMSPEC_MUST_USE;

/* The accepted outcomes as one text, "A, B or C"; NULL when out of memory. */
const char *ssmspec_expected_sentence(const struct ssmspec_expectation *expect,
                                      struct ssmspec_arena *arena);

/* What was answered, safe to show: "400 InvalidCommandId", "502 with markup"; NULL when out of
 * memory. */
const char *ssmspec_answer_words(const struct ssmspec_answer *answer, struct ssmspec_arena *arena);

/* Whether an outcome is accepted, not only tolerated. */
bool ssmspec_outcome_is_accepted(const struct ssmspec_outcome *outcome);

#endif
