/* Chance from a seed: the same seed gives the same throws on every machine. Shifts only, so that
 * builds that watch for unsigned overflow stay quiet. */
#ifndef SSMSPEC_FUZZ_MUTATOR_DICE_H
#define SSMSPEC_FUZZ_MUTATOR_DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ssmspec_dice {
    uint64_t state; /* never zero */
};

static inline uint32_t ssmspec_dice_next(struct ssmspec_dice *dice) {
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 7;
    dice->state ^= dice->state << 17;
    return (uint32_t)(dice->state >> 32);
}

/* Neighbouring seeds are far apart after a few throws. */
static inline struct ssmspec_dice ssmspec_dice_of(uint32_t seed) {
    struct ssmspec_dice dice = {((uint64_t)seed << 32) | (seed ^ 0x9e3779b9U) | 1U};
    for (int i = 0; i < 12; i++) {
        ssmspec_dice_next(&dice);
    }
    return dice;
}

/* [0, sides), 0 when there are no sides. */
static inline size_t ssmspec_dice_below(struct ssmspec_dice *dice, size_t sides) {
    return sides == 0 ? 0 : ssmspec_dice_next(dice) % sides;
}

/* Once in so many throws. */
static inline bool ssmspec_dice_once_in(struct ssmspec_dice *dice, size_t sides) {
    return ssmspec_dice_below(dice, sides) == 0;
}

#endif
