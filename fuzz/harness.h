/* What a harness defines, for the engines and for the replayer alike. */
#ifndef SSMSPEC_FUZZ_HARNESS_H
#define SSMSPEC_FUZZ_HARNESS_H

#include "fuzz/oracle.h"
#include "src/base/view.h"

#include <stdint.h>

/* One input. Always returns 0: anything else means different things to different engines. data is
 * a block of exactly size bytes; a harness never looks behind it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Optional: called once, before the first input. */
int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak));

enum ssmspec_fuzz_worth { SSMSPEC_FUZZ_ACCEPTED, SSMSPEC_FUZZ_REJECTED };

/* Optional: what the target says of an input, for files whose name promises it: y_ is accepted, n_
 * is rejected, i_ may be either. A harness without it has no such files in its corpus. */
enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size)
    __attribute__((weak));

static inline struct ssmspec_view ssmspec_fuzz_view(const uint8_t *data, size_t size) {
    return (struct ssmspec_view){(const char *)data, size};
}

/* A copy in a block of its own size, never NULL; free() it. Sanitizers see any read behind it. */
char *ssmspec_fuzz_copy_exact(struct ssmspec_view bytes);

/* A copy with one more byte behind it, the way C strings come; free() it. An input must mean the
 * same there. */
char *ssmspec_fuzz_copy_with_end(struct ssmspec_view bytes, char end);

#endif
