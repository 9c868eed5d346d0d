/* A harness that never comes to an end: the replayer's guard must end it. */
#include "fuzz/harness.h"

#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    (void)data;
    (void)size;
    for (;;) {
        pause();
    }
}
