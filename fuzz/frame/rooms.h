/* A buffer that moves whenever bytes arrive and has room for just them: reading on, or where it was
 * before, is noticed, as in blocks of their exact size, but without two hundred of these an input.
 */
#ifndef SSMSPEC_FUZZ_FRAME_ROOMS_H
#define SSMSPEC_FUZZ_FRAME_ROOMS_H

#include "src/base/view.h"

/* Zero-initialise but for the bytes that the buffer will hold at most. */
struct ssmspec_rooms {
    size_t most;
    char *blocks[2]; /* taking turns; all but the bytes received is fenced off */
    unsigned turn;
};

/* The buffer with held, which is where it was before, and piece behind it; NULL: no memory. */
char *ssmspec_rooms_move(struct ssmspec_rooms *rooms, struct ssmspec_view held,
                         struct ssmspec_view piece);

/* Whoever had the buffer freed it. */
void ssmspec_rooms_lost(struct ssmspec_rooms *rooms);

void ssmspec_rooms_clear(struct ssmspec_rooms *rooms);

#endif
