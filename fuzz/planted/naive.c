/* What the structure-aware mutator is measured against: bytes changed at random places, and the
 * beginning of one input with the end of another. It knows nothing of JSON. */
#include "fuzz/mutator/dice.h"

#include <string.h>

#define CHANGES_MAX 4
#define PART_MAX 64

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max_out, unsigned int seed);

static size_t any_length(struct ssmspec_dice *dice, size_t most) {
    return 1 + ssmspec_dice_below(dice, most < PART_MAX ? most : PART_MAX);
}

static size_t insert(uint8_t *data, size_t size, size_t max, size_t at, const uint8_t *part,
                     size_t len) {
    const size_t fits = len < max - size ? len : max - size;
    memmove(data + at + fits, data + at, size - at);
    memcpy(data + at, part, fits);
    return size + fits;
}

static size_t change(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    uint8_t part[PART_MAX];
    const size_t at = ssmspec_dice_below(dice, size);
    const size_t len = any_length(dice, size - at);
    const uint8_t byte = (uint8_t)ssmspec_dice_below(dice, 256);
    switch (ssmspec_dice_below(dice, 5)) {
    case 0:
        data[at] ^= (uint8_t)(1U << ssmspec_dice_below(dice, 8));
        return size;
    case 1:
        data[at] = byte;
        return size;
    case 2:
        return insert(data, size, max, at, &byte, 1);
    case 3:
        if (len == size) {
            return size;
        }
        memmove(data + at, data + at + len, size - at - len);
        return size - len;
    default:
        memcpy(part, data + at, len);
        return insert(data, size, max, ssmspec_dice_below(dice, size + 1), part, len);
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed) {
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    if (size == 0) {
        data[0] = (uint8_t)ssmspec_dice_below(&dice, 256);
        size = 1;
    }
    for (size_t left = 1 + ssmspec_dice_below(&dice, CHANGES_MAX); left > 0; left--) {
        size = change(data, size, max_size, &dice);
    }
    return size;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max_out, unsigned int seed) {
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    const size_t head = ssmspec_dice_below(&dice, a_size + 1);
    const size_t from = ssmspec_dice_below(&dice, b_size + 1);
    const size_t kept = head < max_out ? head : max_out;
    const size_t tail = b_size - from < max_out - kept ? b_size - from : max_out - kept;
    memcpy(out, a, kept);
    memcpy(out + kept, b + from, tail);
    return kept + tail;
}
