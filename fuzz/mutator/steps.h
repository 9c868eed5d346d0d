/* Sequences of steps changed step by step. A step is four bytes, what and three arguments, which
 * fuzz/sequence/steps.h gives their meaning; here only the kinds are known and that small numbers
 * mean most. Deterministic in the seed, never more than there is room for. */
#ifndef SSMSPEC_FUZZ_MUTATOR_STEPS_H
#define SSMSPEC_FUZZ_MUTATOR_STEPS_H

#include <stddef.h>
#include <stdint.h>

/* Changes data in place, which has room for max_size bytes; returns the new size, a multiple of a
 * step's, and 0 only when there is no room for one. */
size_t ssmspec_steps_mutate(uint8_t *data, size_t size, size_t max_size, uint32_t seed);

/* Steps of both, each in its own order. Returns the bytes written to out, which overlaps neither.
 */
size_t ssmspec_steps_cross_over(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                uint8_t *out, size_t max_out, uint32_t seed);

#endif
