/* The request parser with the planted bugs; built only where they are asked for. */
#include "fuzz/harness.h"
#include "fuzz/planted/ledger.h"

#define CLASSES                                                     \
    (1U << SSMSPEC_PLANTED_LEXICAL | 1U << SSMSPEC_PLANTED_LIMITS | \
     1U << SSMSPEC_PLANTED_CROSS_FIELD)

SSMSPEC_ORACLE_ID(planted_setup);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_ledger ledger;
    static struct ssmspec_patterns *patterns;
    static struct ssmspec_arena arena;
    SSMSPEC_ORACLE(planted_setup, patterns != NULL || ssmspec_patterns_new(&patterns) == SSMSPEC_OK,
                   "no patterns");
    ssmspec_ledger_count_input(&ledger);
    ssmspec_planted_try(&ledger, ssmspec_fuzz_view(data, size), patterns, &arena);
    ssmspec_ledger_finish(&ledger, CLASSES);
    return 0;
}
