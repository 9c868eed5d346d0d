/* libFuzzer's hooks. A harness links this file and becomes structure-aware; one that reads the
 * requests of a single operation may define ssmspec_fuzz_operation as well. */
#include "fuzz/mutator/dice.h"
#include "fuzz/mutator/mutator.h"

#include <string.h>

#define PART_MAX 128 /* bytes that the engine's own mutations see at once */

/* Wire name of the only operation whose requests the harness reads. */
const char *ssmspec_fuzz_operation(void) __attribute__((weak));

/* The engine's own mutations, which know what comparisons saw. Other engines lack them or answer
 * 0. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size) __attribute__((weak));

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max_out, unsigned int seed);

/* Some bytes in the middle mutated by the engine; 0 when it did nothing. */
static size_t mutate_part(uint8_t *data, size_t size, size_t max_size, struct ssmspec_dice *dice) {
    uint8_t part[PART_MAX];
    const size_t from = ssmspec_dice_below(dice, size);
    const size_t longest = size - from < PART_MAX / 2 ? size - from : PART_MAX / 2;
    const size_t len = 1 + ssmspec_dice_below(dice, longest);
    const size_t room = max_size - size + len;
    memcpy(part, data + from, len);
    const size_t made = LLVMFuzzerMutate(part, len, room < PART_MAX ? room : PART_MAX);
    if (made == 0 || made > room || made > PART_MAX) {
        return 0;
    }
    memmove(data + from + made, data + from + len, size - from - len);
    memcpy(data + from, part, made);
    return size - len + made;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed) {
    struct ssmspec_dice dice = ssmspec_dice_of(~seed);
    const bool is_engines_turn = ssmspec_dice_once_in(&dice, 16);
    if (is_engines_turn && LLVMFuzzerMutate != NULL && size > 0 && size <= max_size) {
        const size_t made = mutate_part(data, size, max_size, &dice);
        if (made > 0) {
            return made;
        }
    }
    struct ssmspec_mutation mutation = {.operation = NULL};
    if (ssmspec_fuzz_operation != NULL) {
        mutation.operation = ssmspec_mutation_operation(ssmspec_fuzz_operation());
    }
    return ssmspec_mutation_apply(&mutation, data, size, max_size, seed);
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                 uint8_t *out, size_t max_out, unsigned int seed) {
    return ssmspec_cross_over(a, a_size, b, b_size, out, max_out, seed);
}
