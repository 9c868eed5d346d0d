/* What a derived case accepts, from what a probe's value deserves. */
#ifndef SSMSPEC_SRC_CASE_EXPECT_H
#define SSMSPEC_SRC_CASE_EXPECT_H

#include "src/case/expectation.h"
#include "src/case/place.h"
#include "src/rule/constraint.h"

/* A table asks for more outcomes than an expectation holds: SSMSPEC_ERR_TABLE. */
enum ssmspec_err ssmspec_expect_add(struct ssmspec_expectation *expect,
                                    struct ssmspec_outcome outcome) SSMSPEC_MUST_USE;

/* Success, the operation's own business errors unless it runs on a live command, and those that the
 * place's members and shapes may draw. place may be NULL. breaks is given to every outcome. */
enum ssmspec_err ssmspec_expect_accepted(const struct ssmspec_operation *operation, bool is_live,
                                         const struct ssmspec_place *place,
                                         enum ssmspec_level breaks,
                                         struct ssmspec_expectation *expect) SSMSPEC_MUST_USE;

/* What a probe deserves at a site. */
enum ssmspec_err ssmspec_expect_probe(const struct ssmspec_operation *operation, bool is_live,
                                      const struct ssmspec_place *place,
                                      const struct ssmspec_constraint *constraint,
                                      const struct ssmspec_probe *probe,
                                      struct ssmspec_expectation *expect) SSMSPEC_MUST_USE;

#endif
