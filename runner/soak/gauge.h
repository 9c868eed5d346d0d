/* What a process holds: memory and open files. Reads /proc. */
#ifndef SSMSPEC_RUNNER_SOAK_GAUGE_H
#define SSMSPEC_RUNNER_SOAK_GAUGE_H

#include <stdbool.h>
#include <sys/types.h>

struct soak_gauge {
    long resident_kib;
    long heap_bytes; /* given out by malloc and not freed; 0 where that cannot be told */
    int files;
};

/* false when the process cannot be looked at. heap_bytes is left alone. */
bool soak_gauge_read(pid_t pid, struct soak_gauge *out);

/* Of this process; 0 where the C library or a sanitizer does not tell. */
long soak_heap_bytes(void);

#endif
