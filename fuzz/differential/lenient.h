/* The direction "ours rejects, so the plugged parser must reject": which oracle speaks when it does
 * not. One for each kind of fault, so that a parser with many faults has many findings. */
#ifndef SSMSPEC_FUZZ_DIFFERENTIAL_LENIENT_H
#define SSMSPEC_FUZZ_DIFFERENTIAL_LENIENT_H

#include "src/request/parse.h"

/* Whether sources let a parser take the body after all; ours is no SSMSPEC_PARSED. */
bool ssmspec_is_rejection_free(struct ssmspec_view body, const struct ssmspec_parsed *ours);

/* A finding: the plugged parser accepted what is not free. */
void ssmspec_report_lenient(const struct ssmspec_operation *operation, struct ssmspec_view body,
                            const struct ssmspec_parsed *ours);

#endif
