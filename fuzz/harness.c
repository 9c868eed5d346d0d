#include "fuzz/harness.h"

SSMSPEC_ORACLE_ID(harness_memory);

char *ssmspec_fuzz_copy_with_end(struct ssmspec_view bytes, char end) {
    char *const copy = malloc(bytes.len + 1);
    SSMSPEC_ORACLE(harness_memory, copy != NULL, "no %zu bytes for a copy", bytes.len + 1);
    if (bytes.len > 0) {
        memcpy(copy, bytes.ptr, bytes.len);
    }
    copy[bytes.len] = end;
    return copy;
}
