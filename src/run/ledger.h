/* Which commands the run has brought to life, so that all of them are ended: at the end, and on a
 * signal too. */
#ifndef SSMSPEC_SRC_RUN_LEDGER_H
#define SSMSPEC_SRC_RUN_LEDGER_H

#include "src/case/bindings.h"
#include "src/case/derive.h"
#include "src/exchange/exchange.h"

/* Zero-initialise to start. */
struct ssmspec_ledger {
    struct ssmspec_arena arena;
    struct ssmspec_view *ids;
    size_t count, cap;
    size_t unusable; /* ids too long to be sent again */
};

enum ssmspec_err ssmspec_ledger_enter(struct ssmspec_ledger *ledger,
                                      struct ssmspec_view id) SSMSPEC_MUST_USE;
void ssmspec_ledger_clear(struct ssmspec_ledger *ledger);

/* End every command with the suite's cleanup request, one after the other, for at most
 * deadline_seconds. A 4xx counts as ended: there is nothing to end. The first crash, 5xx or silence
 * stops the sweep. *left gets how many were not ended; the ledger is empty afterwards. */
enum ssmspec_err ssmspec_ledger_sweep(struct ssmspec_ledger *ledger,
                                      const struct ssmspec_suite *suite,
                                      const struct ssmspec_bindings *bindings,
                                      const struct ssmspec_transporter *transporter,
                                      double deadline_seconds, size_t *left) SSMSPEC_MUST_USE;

#endif
