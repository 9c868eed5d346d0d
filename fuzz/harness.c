#include "fuzz/harness.h"

SSMSPEC_ORACLE_ID(harness_memory);

static char *copy(struct ssmspec_view bytes, size_t room) {
    char *const block = malloc(room == 0 ? 1 : room);
    SSMSPEC_ORACLE(harness_memory, block != NULL, "no %zu bytes for a copy", room);
    if (bytes.len > 0) {
        memcpy(block, bytes.ptr, bytes.len);
    }
    return block;
}

char *ssmspec_fuzz_copy_exact(struct ssmspec_view bytes) {
    return copy(bytes, bytes.len);
}

char *ssmspec_fuzz_copy_with_end(struct ssmspec_view bytes, char end) {
    char *const block = copy(bytes, bytes.len + 1);
    block[bytes.len] = end;
    return block;
}
