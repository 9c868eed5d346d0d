#include "runner/soak/plant.h"

#include <fcntl.h>
#include <stdlib.h>

#define PLANTED_BYTES 1024

static const struct {
    const char *name;
    enum soak_plant plant;
} plants[] = {
    {"runner-memory", SOAK_RUNNER_MEMORY},
    {"runner-file", SOAK_RUNNER_FILE},
    {"endpoint-memory", SOAK_ENDPOINT_MEMORY},
    {"endpoint-file", SOAK_ENDPOINT_FILE},
};

bool soak_plant_find(struct ssmspec_view name, enum soak_plant *out) {
    for (size_t i = 0; i < sizeof plants / sizeof plants[0]; i++) {
        if (ssmspec_view_is(name, plants[i].name)) {
            *out = plants[i].plant;
            return true;
        }
    }
    return false;
}

void soak_leak_memory(void) {
    char *volatile lost = malloc(PLANTED_BYTES); /* volatile: no compiler may leave it out */
    if (lost != NULL) {
        memset(lost, 1, PLANTED_BYTES);
    }
    // cppcheck-suppress memleak
} /* NOLINT(clang-analyzer-unix.Malloc): that it leaks is the point */

void soak_leak_file(void) {
    (void)!open("/dev/null", O_RDONLY);
}
