#include "runner/verbs.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
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

/* A closed standard stream gives its number to the next file or connection, and what is meant for
 * people would be written there. Opened for reading, so that writing still fails. */
static void occupy_standard_streams(void) {
    int file = 0;
    while (file >= 0 && file <= STDERR_FILENO) {
        file = open("/dev/null", O_RDONLY);
    }
    if (file > STDERR_FILENO) {
        (void)close(file);
    }
}

/* A full quota is an error of write, whatever the verb, and not an end. */
static void outlive_quota(void) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigemptyset(&ignore.sa_mask);
    (void)sigaction(SIGXFSZ, &ignore, NULL);
}

int main(int argc, char *argv[]) {
    outlive_quota();
    occupy_standard_streams();
    give_large_memory_back();
    return ssmspec_main(argc, argv, environment);
}
