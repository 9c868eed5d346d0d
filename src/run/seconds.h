/* Durations as they stand in journals and reports: whole microseconds, so that what was read prints
 * as what was written. */
#ifndef SSMSPEC_SRC_RUN_SECONDS_H
#define SSMSPEC_SRC_RUN_SECONDS_H

#include "src/base/bytes.h"

/* Rounded to the nearest; 0 for what is negative or not a number, at most 1e15. */
long long ssmspec_microseconds(double seconds);

/* "0.006100": six decimals, whatever the locale. */
void ssmspec_seconds_add(struct ssmspec_bytes *out, double seconds);

#endif
