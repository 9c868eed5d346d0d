/* What the kinds with a min and a max share: length, count and range. Private to src/rule. */
#ifndef SSMSPEC_SRC_RULE_BOUNDS_H
#define SSMSPEC_SRC_RULE_BOUNDS_H

#include "src/rule/constraint.h"

#include <stdint.h>

/* A number on one side of a bound. */
struct ssmspec_bound {
    const char *name;
    int64_t value;
    enum ssmspec_stance stance;
};

#define SSMSPEC_BOUNDS_MAX 5

enum ssmspec_side ssmspec_bounds_side(const struct ssmspec_constraint *constraint, int64_t value);

/* below-min, at-min, at-max, above-max as far as the bounds exist; `exact` where they coincide. A
 * size cannot be negative, so that a min of zero has nothing below it. Returns how many. */
size_t ssmspec_bounds_plan(const struct ssmspec_constraint *constraint, bool is_size,
                           struct ssmspec_bound rows[SSMSPEC_BOUNDS_MAX]);

/* "Member must have length less than or equal to 50", noun being "length"; for SSMSPEC_WITHIN the
 * whole rule. */
void ssmspec_bounds_describe(const struct ssmspec_constraint *constraint, const char *noun,
                             enum ssmspec_side side, struct ssmspec_bytes *out);

#endif
