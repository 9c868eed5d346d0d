/* The judge: a pure and total function of a case, its exchange and its control's exchange. */
#ifndef SSMSPEC_SRC_JUDGE_JUDGE_H
#define SSMSPEC_SRC_JUDGE_JUDGE_H

#include "src/case/case.h"
#include "src/judge/verdict.h"
#include "src/response/response.h"

/* How much of a rejection must agree. */
enum ssmspec_match {
    SSMSPEC_MATCH_CODE,   /* status and error type */
    SSMSPEC_MATCH_MEMBER, /* and the message names the member */
    SSMSPEC_MATCH_EXACT,  /* and it uses the recorded wording, or Smithy's */
};

/* control is NULL when the case has none (or it could not be sent: then the verdict says so); foil
 * is NULL when the case has none besides its control.
 * service names the content type and the common errors. text comes from arena.
 * Order: a crash, a hang, a 5xx that is not expected or something that is not HTTP breaks a MUST
 * whatever the control says; an accepted invalid request too; a rejection earns its pass only from
 * an accepted control, an expected error only from a foil that is answered differently; a rejection
 * that is spelled like the control's own business error needs both. A further look at an answer
 * that did not come is inconclusive. Returns SSMSPEC_OK or SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_judge(const struct ssmspec_service *service,
                               const struct ssmspec_case *the_case,
                               const struct ssmspec_reading *own,
                               const struct ssmspec_reading *control,
                               const struct ssmspec_reading *foil, enum ssmspec_match match,
                               struct ssmspec_arena *arena,
                               struct ssmspec_verdict *out) SSMSPEC_MUST_USE;

/* Whether an answer means that the operation is not there at all: 501, UnknownOperationException,
 * InvalidAction, another 5xx, markup. */
bool ssmspec_says_not_implemented(const struct ssmspec_reading *reading);

#endif
