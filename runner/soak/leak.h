/* Whether what a process holds has grown, and the figures that say so. */
#ifndef SSMSPEC_RUNNER_SOAK_LEAK_H
#define SSMSPEC_RUNNER_SOAK_LEAK_H

#include "runner/soak/gauge.h"

#include <stdio.h>

/* One process at three moments. */
struct soak_course {
    const char *who;
    long bytes_more; /* what its heap may grow from middle to end */
    const struct soak_gauge *start, *middle, *end;
};

/* Prints the figures, and what has leaked; false when something has. */
bool soak_course_print(const struct soak_course *course, FILE *out);

#endif
