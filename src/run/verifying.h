/* Finding out whether the endpoint verifies signatures, where nobody declared it: one harmless
 * request with a wrong one. */
#ifndef SSMSPEC_SRC_RUN_VERIFYING_H
#define SSMSPEC_SRC_RUN_VERIFYING_H

#include "src/exchange/exchange.h"
#include "src/run/mask.h"
#include "src/run/plan.h"

/* Whether any case that is chosen says something only where signatures are verified. */
bool ssmspec_plan_needs_verifier(const struct ssmspec_plan *plan);

/* Send the suite's sentinel with one digit of its signature changed. bindings->sigv4 becomes
 * PRESENT when it is refused as a signature is, else ABSENT with the reason; it stays as it was
 * when there is no answer. *said gets a sentence for people. Memory is arena's. */
enum ssmspec_err ssmspec_verifying_probe(const struct ssmspec_suite *suite,
                                         const struct ssmspec_transporter *transporter,
                                         const struct ssmspec_secrets *secrets,
                                         struct ssmspec_bindings *bindings,
                                         struct ssmspec_arena *arena,
                                         const char **said) SSMSPEC_MUST_USE;

#endif
