/* Runs of the suite, one after the other, and what runner and endpoint hold after each. */
#ifndef SSMSPEC_RUNNER_SOAK_ROUNDS_H
#define SSMSPEC_RUNNER_SOAK_ROUNDS_H

#include "runner/soak/peer.h"

#define SOAK_ARGUMENTS_MAX 40
#define SOAK_ROUNDS_MAX 2000

struct soak_round {
    size_t requests; /* so far */
    struct soak_gauge runner;
    struct soak_gauge endpoint;
};

struct soak_rounds {
    size_t wanted;             /* requests */
    char *const *more;         /* arguments of every run */
    size_t more_count;         /* SOAK_ARGUMENTS_MAX at most */
    enum soak_plant plant;     /* in the runner, where it is one of those */
    struct soak_round *passed; /* room for SOAK_ROUNDS_MAX; the first is before the first run */
    size_t count;
};

/* Until the peer got as many requests as are wanted. NULL, or a sentence: which run went wrong. The
 * runs' reports go to files that are removed at the end, what they print to stdout. */
const char *soak_rounds_go(struct soak_rounds *rounds, const struct soak_peer *peer);

/* The first round after which half of the requests had been sent. */
const struct soak_round *soak_rounds_middle(const struct soak_rounds *rounds);

#endif
