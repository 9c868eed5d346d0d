/* A leak put in on purpose, to see that it is found. */
#ifndef SSMSPEC_RUNNER_SOAK_PLANT_H
#define SSMSPEC_RUNNER_SOAK_PLANT_H

#include "src/base/view.h"

#include <stdbool.h>

enum soak_plant {
    SOAK_NOTHING,
    SOAK_RUNNER_MEMORY,
    SOAK_RUNNER_FILE,
    SOAK_ENDPOINT_MEMORY,
    SOAK_ENDPOINT_FILE,
};

/* false when no plant has that name. */
bool soak_plant_find(struct ssmspec_view name, enum soak_plant *out);

/* The names, a blank between two. */
#define SOAK_PLANT_NAMES "runner-memory runner-file endpoint-memory endpoint-file"

void soak_leak_memory(void); /* a kilobyte */
void soak_leak_file(void);   /* one descriptor */

#endif
