/* An input as a row of choices; where it ends, every further choice is the first. */
#ifndef SSMSPEC_FUZZ_POSITIVE_CHOICES_H
#define SSMSPEC_FUZZ_POSITIVE_CHOICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ssmspec_choices {
    const uint8_t *at, *end;
};

static inline uint8_t ssmspec_choices_next(struct ssmspec_choices *choices) {
    return choices->at == choices->end ? 0 : *choices->at++;
}

/* [0, sides), of up to 65536 sides; 0 when there are none. */
static inline size_t ssmspec_choices_below(struct ssmspec_choices *choices, size_t sides) {
    const size_t low = ssmspec_choices_next(choices);
    const size_t high = sides > 256 ? ssmspec_choices_next(choices) : 0;
    return sides == 0 ? 0 : (high << 8 | low) % sides;
}

#endif
