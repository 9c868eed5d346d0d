/* Plays a sequence on the endpoint and looks for its planted bugs at each step. */
#ifndef SSMSPEC_FUZZ_PLANTED_PLAY_H
#define SSMSPEC_FUZZ_PLANTED_PLAY_H

#include "fuzz/planted/ledger.h"
#include "fuzz/sequence/world.h"

void ssmspec_planted_play(struct ssmspec_ledger *ledger, struct ssmspec_world *world,
                          struct ssmspec_view steps);

#endif
