/* From a case and its exchanges to a result. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_RECORD_H
#define SSMSPEC_SRC_RUN_RECORD_H

#include "src/case/case.h"
#include "src/run/result.h"

/* Fill what follows from the case and from what sending it does. Everything lives in arena and in
 * the case. */
enum ssmspec_err ssmspec_record_case(const struct ssmspec_case *row, enum ssmspec_effect effect,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_result *out) SSMSPEC_MUST_USE;

/* A verdict that no judge gave: text is copied to arena. */
enum ssmspec_err ssmspec_record_verdict(enum ssmspec_outcome_verdict verdict, const char *code,
                                        const char *text, const struct ssmspec_case *row,
                                        struct ssmspec_arena *arena,
                                        struct ssmspec_result *out) SSMSPEC_MUST_USE;

#endif
