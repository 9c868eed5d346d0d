/* Steps of a sequence: four bytes each, (what, a, b, c), so that any bytes are a sequence and
 * joining two sequences gives one. Ids are named by reference to what earlier steps made. */
#ifndef SSMSPEC_FUZZ_SEQUENCE_STEPS_H
#define SSMSPEC_FUZZ_SEQUENCE_STEPS_H

#include "fuzz/sequence/kinds.h"
#include "fuzz/sequence/world.h"
#include "src/base/bytes.h"

struct ssmspec_step {
    const char *operation; /* NULL: time passes */
    int64_t wait_ms;
    bool is_reading;      /* changes nothing even when it succeeds */
    bool names_a_command; /* by an id that exists, or, when not ... */
    bool names_nothing;   /* ... by a well-formed id that does not */
    struct ssmspec_bytes body;
};

/* out is zero or what an earlier call made of it: the body's memory serves again. */
void ssmspec_step_read(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                       struct ssmspec_step *out);

#endif
