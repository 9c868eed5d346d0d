#include "runner/verbs.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE (128 * 1024)

static const char *environment(const char *name) {
    return getenv(name);
}

/* Memory for a large answer goes back to the system with it. Left to itself, the C library keeps
 * more the larger the answers that it has seen, and an endpoint decides how large those are. */
static void give_large_memory_back(void) {
#ifdef __GLIBC__
    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

int main(int argc, char *argv[]) {
    give_large_memory_back();
    return ssmspec_main(argc, argv, environment);
}
