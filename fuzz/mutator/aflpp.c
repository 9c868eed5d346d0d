/* AFL++'s hooks, for a shared library named in AFL_CUSTOM_MUTATOR_LIBRARY; its driver ignores
 * libFuzzer's. The declarations are ours, so that no header of AFL++ is needed. */
#include "fuzz/mutator/dice.h"
#include "fuzz/mutator/mutator.h"

#include <stdlib.h>
#include <string.h>

void *afl_custom_init(void *afl, unsigned int seed);
size_t afl_custom_fuzz(void *state, uint8_t *data, size_t size, uint8_t **out, uint8_t *other,
                       size_t other_size, size_t max_size);
void afl_custom_deinit(void *state);

struct mutator {
    struct ssmspec_dice dice;
    uint8_t *out; /* kept between calls: what AFL++ was handed last */
    size_t room;
};

void *afl_custom_init(void *afl, unsigned int seed) {
    (void)afl;
    struct mutator *const mutator = calloc(1, sizeof *mutator);
    if (mutator != NULL) {
        mutator->dice = ssmspec_dice_of(seed);
    }
    return mutator;
}

static bool make_room(struct mutator *mutator, size_t bytes) {
    if (bytes <= mutator->room) {
        return true;
    }
    uint8_t *const grown = realloc(mutator->out, bytes);
    if (grown == NULL) {
        return false;
    }
    mutator->out = grown;
    mutator->room = bytes;
    return true;
}

size_t afl_custom_fuzz(void *state, uint8_t *data, size_t size, uint8_t **out, uint8_t *other,
                       size_t other_size, size_t max_size) {
    struct mutator *const mutator = state;
    const uint32_t seed = ssmspec_dice_next(&mutator->dice);
    if (max_size == 0 || !make_room(mutator, max_size)) {
        *out = data;
        return size < max_size ? size : max_size;
    }
    *out = mutator->out;
    if (other != NULL && other_size > 0 && ssmspec_dice_once_in(&mutator->dice, 5)) {
        return ssmspec_cross_over(data, size, other, other_size, mutator->out, max_size, seed);
    }
    const size_t kept = size < max_size ? size : max_size;
    if (kept > 0) {
        memcpy(mutator->out, data, kept);
    }
    return ssmspec_mutate(mutator->out, kept, max_size, seed);
}

void afl_custom_deinit(void *state) {
    struct mutator *const mutator = state;
    if (mutator != NULL) {
        free(mutator->out);
        free(mutator);
    }
}
