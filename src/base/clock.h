/* Time as it passes, for durations and deadlines only. */
#ifndef SSMSPEC_SRC_BASE_CLOCK_H
#define SSMSPEC_SRC_BASE_CLOCK_H

/* Seconds of the monotonic clock; only differences mean anything. */
double ssmspec_clock_seconds(void);

/* Sleep that long, less when a signal comes. */
void ssmspec_clock_sleep(double seconds);

#endif
