#include "src/run/ledger.h"

#include "src/base/clock.h"
#include "src/run/flight.h"

#include <stdlib.h>

#define WAIT_MS 200

enum ssmspec_err ssmspec_ledger_enter(struct ssmspec_ledger *ledger, struct ssmspec_view id) {
    if (id.len >= SSMSPEC_ID_MAX) {
        ledger->unusable++;
        return SSMSPEC_OK;
    }
    if (ledger->count == ledger->cap) {
        const size_t cap = ledger->cap == 0 ? 64 : ledger->cap * 2;
        struct ssmspec_view *grown = realloc(ledger->ids, cap * sizeof *grown);
        ENSURE(grown != NULL, SSMSPEC_ERR_NOMEM);
        ledger->ids = grown;
        ledger->cap = cap;
    }
    GUARD(ssmspec_arena_copy(&ledger->arena, id, &ledger->ids[ledger->count]));
    ledger->count++;
    return SSMSPEC_OK;
}

void ssmspec_ledger_clear(struct ssmspec_ledger *ledger) {
    free(ledger->ids);
    ssmspec_arena_clear(&ledger->arena);
    *ledger = (struct ssmspec_ledger){0};
}

static enum ssmspec_err end_command(struct ssmspec_flight *flight,
                                    const struct ssmspec_request *cleanup,
                                    const struct ssmspec_bindings *bindings,
                                    const struct ssmspec_transporter *transporter,
                                    struct ssmspec_view id) {
    ssmspec_arena_reset(&flight->arena);
    memcpy(flight->live, id.ptr, id.len);
    flight->live[id.len] = '\0';
    flight->exchange = (struct ssmspec_exchange){0};
    GUARD(ssmspec_flight_fill(flight, cleanup, bindings));
    GUARD(transporter->submit(transporter->self, &flight->filled, &flight->arena, &flight->exchange,
                              flight));
    void *tag = NULL;
    while (tag == NULL) {
        GUARD(transporter->next(transporter->self, WAIT_MS, &tag));
    }
    return SSMSPEC_OK;
}

static bool is_answered(const struct ssmspec_exchange *exchange) {
    return exchange->transport == SSMSPEC_DELIVERED && exchange->response.status < 500;
}

static enum ssmspec_err sweep(struct ssmspec_ledger *ledger, const struct ssmspec_request *cleanup,
                              const struct ssmspec_bindings *bindings,
                              const struct ssmspec_transporter *transporter, double deadline,
                              size_t *left) {
    struct ssmspec_flight flight = {0};
    enum ssmspec_err err = SSMSPEC_OK;
    for (size_t i = 0; i < ledger->count && ssmspec_clock_seconds() < deadline; i++) {
        err = end_command(&flight, cleanup, bindings, transporter, ledger->ids[i]);
        if (err != SSMSPEC_OK || !is_answered(&flight.exchange)) {
            break;
        }
        (*left)--;
    }
    ssmspec_flight_clear(&flight);
    return err;
}

enum ssmspec_err ssmspec_ledger_sweep(struct ssmspec_ledger *ledger,
                                      const struct ssmspec_suite *suite,
                                      const struct ssmspec_bindings *bindings,
                                      const struct ssmspec_transporter *transporter,
                                      double deadline_seconds, size_t *left) {
    *left = ledger->count + ledger->unusable;
    if (ledger->count == 0 || suite->cleanup.operation == NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_request cleanup;
    GUARD(ssmspec_flight_address(suite->service, &suite->cleanup, &ledger->arena, &cleanup));
    const double deadline = ssmspec_clock_seconds() + deadline_seconds;
    const enum ssmspec_err err = sweep(ledger, &cleanup, bindings, transporter, deadline, left);
    ledger->count = 0;
    return err;
}
