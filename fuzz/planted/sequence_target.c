/* Sequences with the planted bugs of state; built only where they are asked for. */
#include "fuzz/harness.h"
#include "fuzz/planted/play.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_ledger ledger;
    static struct ssmspec_world world;
    ssmspec_ledger_count_input(&ledger);
    ssmspec_planted_play(&ledger, &world, ssmspec_fuzz_view(data, size));
    ssmspec_ledger_finish(&ledger, 1U << SSMSPEC_PLANTED_SEQUENCE);
    return 0;
}
