/* How often each planted bug was reached, triggered and noticed, and after how many inputs first.
 * What is new is printed: "planted ID EVENT INPUTS SECONDS"; the seconds are
 * the processor's, so that a busy machine changes nothing. */
#ifndef SSMSPEC_FUZZ_PLANTED_LEDGER_H
#define SSMSPEC_FUZZ_PLANTED_LEDGER_H

#include "fuzz/planted/planted.h"

#define SSMSPEC_PLANTED_MAX 64

struct ssmspec_tally {
    uint64_t reached, triggered, detected;
};

struct ssmspec_ledger {
    struct ssmspec_tally tallies[SSMSPEC_PLANTED_MAX]; /* in the table's order */
    uint64_t inputs;
    double start_seconds;
    bool is_silent;
};

/* Before each input. */
void ssmspec_ledger_count_input(struct ssmspec_ledger *ledger);

/* shows: SSMSPEC_PLANTED_TRIGGERED, and somebody would notice. */
void ssmspec_ledger_note(struct ssmspec_ledger *ledger, size_t bug,
                         enum ssmspec_planted_state state, bool shows);

/* Ends the process where nothing is left to find in these classes, a set of 1 << class, or where it
 * has used the processor for as many seconds as the variable PLANTED_SECONDS says. */
void ssmspec_ledger_finish(const struct ssmspec_ledger *ledger, unsigned classes);

/* Every bug that is no sequence's against one input. */
void ssmspec_planted_try(struct ssmspec_ledger *ledger, struct ssmspec_view body,
                         struct ssmspec_patterns *patterns, struct ssmspec_arena *arena);

#endif
