/* The structure-aware mutator: requests changed along the tables that the conformance cases come
 * from. Plain functions without state; adapters for libFuzzer (libfuzzer.c) and AFL++ (aflpp.c) are
 * thin. Everything is deterministic in its seed, takes time linear in the sizes (for documents of
 * requests' size), and never writes more than it may. */
#ifndef SSMSPEC_FUZZ_MUTATOR_MUTATOR_H
#define SSMSPEC_FUZZ_MUTATOR_MUTATOR_H

#include "src/rule/shape.h"

/* Changes data in place, which has room for max_size bytes, and returns the new size: at most
 * max_size, and 0 only when max_size is. A JSON document gets one to four edits of its tree; other
 * bytes are changed as bytes or give way to a request made from the tables. */
size_t ssmspec_mutate(uint8_t *data, size_t size, size_t max_size, uint32_t seed);

/* A document with members or elements of both a and b, whose smaller parts are crossed where both
 * have them; bytes of both when one of them is no JSON. Returns the bytes written to out, at most
 * max_out, and 0 only when max_out is, or both are empty. out overlaps neither. */
size_t ssmspec_cross_over(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                          uint8_t *out, size_t max_out, uint32_t seed);

/* What a mutation is about and what became of it. */
struct ssmspec_mutation {
    const struct ssmspec_operation *operation; /* whose requests are wanted; NULL: whichever fits */
    uint64_t edits;                            /* out: bit i: ssmspec_edits[i] was applied */
    uint64_t raw_edits;                        /* out: bit i: ssmspec_raw_edits[i] was applied */
    bool is_table_made;                        /* out: the input was given up */
};

/* ssmspec_mutate for one operation. */
size_t ssmspec_mutation_apply(struct ssmspec_mutation *mutation, uint8_t *data, size_t size,
                              size_t max_size, uint32_t seed);

/* The operation of that wire name for the above, NULL when there is none. name may be NULL. */
const struct ssmspec_operation *ssmspec_mutation_operation(const char *name);

#endif
