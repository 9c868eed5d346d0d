#include "src/run/pump.h"

#include "src/run/flight.h"

#include <stdlib.h>

#define WAIT_MS 200

struct ssmspec_pump {
    struct ssmspec_pump_options options;
    struct ssmspec_flight *flights;
    struct ssmspec_flight *idle; /* a stack: the flight used last is the warmest */
    size_t busy;
    uint64_t number; /* of flights launched so far: what makes ids fresh */
    struct ssmspec_request start;
    struct ssmspec_arena arena;   /* the start request */
    struct ssmspec_arena scratch; /* of one delivery: a tree is many times the bytes it was read
                                     from, and one place that is always warm does for all */
    bool is_draining;
};

static enum ssmspec_err prepare(struct ssmspec_pump *pump) {
    const struct ssmspec_suite *suite = pump->options.suite;
    if (suite->start.operation != NULL) {
        GUARD(ssmspec_flight_address(suite->service, &suite->start, &pump->arena, &pump->start));
    }
    pump->flights = calloc(pump->options.jobs, sizeof *pump->flights);
    ENSURE(pump->flights != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < pump->options.jobs; i++) {
        pump->flights[i].next_idle = pump->idle;
        pump->idle = &pump->flights[i];
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_pump_new(const struct ssmspec_pump_options *options,
                                  struct ssmspec_pump **out) {
    struct ssmspec_pump *pump = calloc(1, sizeof *pump);
    ENSURE(pump != NULL, SSMSPEC_ERR_NOMEM);
    pump->options = *options;
    if (pump->options.jobs > options->transporter->capacity) {
        pump->options.jobs = options->transporter->capacity;
    }
    if (pump->options.jobs == 0) {
        pump->options.jobs = 1;
    }
    const enum ssmspec_err err = prepare(pump);
    if (err != SSMSPEC_OK) {
        ssmspec_pump_free(pump);
        return err;
    }
    *out = pump;
    return SSMSPEC_OK;
}

void ssmspec_pump_free(struct ssmspec_pump *pump) {
    if (pump == NULL) {
        return;
    }
    for (size_t i = 0; pump->flights != NULL && i < pump->options.jobs; i++) {
        ssmspec_flight_clear(&pump->flights[i]);
    }
    free(pump->flights);
    ssmspec_arena_clear(&pump->arena);
    ssmspec_arena_clear(&pump->scratch);
    free(pump);
}

static enum ssmspec_err send(struct ssmspec_pump *pump, struct ssmspec_flight *flight,
                             const struct ssmspec_request *request, enum ssmspec_stage stage) {
    GUARD(ssmspec_flight_fill(flight, request, pump->options.bindings));
    flight->exchange = (struct ssmspec_exchange){0};
    flight->stage = stage;
    const struct ssmspec_transporter *transporter = pump->options.transporter;
    return transporter->submit(transporter->self, &flight->filled, &flight->arena,
                               &flight->exchange, flight);
}

/* Two that are under way together are each other's alibi: whoever is launched among others, or sees
 * one launched after it, had company. */
static bool had_company(const struct ssmspec_pump *pump, const struct ssmspec_flight *flight) {
    return flight->is_joining || pump->number != flight->number;
}

static enum ssmspec_err launch(struct ssmspec_pump *pump, struct ssmspec_flight *flight,
                               struct ssmspec_errand errand) {
    flight->errand = errand;
    flight->live[0] = '\0';
    ssmspec_fresh_id(pump->options.seed, pump->number, flight->fresh);
    flight->number = ++pump->number;
    flight->is_joining = pump->busy > 0;
    pump->busy++;
    const enum ssmspec_err err = send(pump, flight, errand.request, SSMSPEC_SENT);
    if (err == SSMSPEC_ERR_UNBOUND && flight->wants_live) {
        return send(pump, flight, &pump->start, SSMSPEC_STARTING);
    }
    return err;
}

static void deliver(struct ssmspec_pump *pump, struct ssmspec_flight *flight, const char *missing,
                    ssmspec_delivery_fn take, void *context) {
    flight->stage = SSMSPEC_IDLE;
    flight->next_idle = pump->idle;
    pump->idle = flight;
    pump->busy--;
    const struct ssmspec_delivery delivery = {.errand = flight->errand,
                                              .exchange = &flight->exchange,
                                              .missing = missing,
                                              .arena = &pump->scratch,
                                              .had_company = had_company(pump, flight)};
    if (!take(context, &delivery)) {
        pump->is_draining = true;
    }
    ssmspec_arena_reset(&pump->scratch);
    ssmspec_arena_reset(&flight->arena);
}

/* Every accepted start is a command that must be ended, whoever sent it. */
static enum ssmspec_err watch(struct ssmspec_pump *pump, struct ssmspec_flight *flight,
                              struct ssmspec_view *id) {
    *id = (struct ssmspec_view){0};
    if (pump->start.target.ptr == NULL ||
        !ssmspec_view_eq(flight->filled.target, pump->start.target)) {
        return SSMSPEC_OK;
    }
    GUARD(
        ssmspec_capture(&flight->exchange, pump->options.suite->start.capture, &pump->scratch, id));
    return id->ptr == NULL ? SSMSPEC_OK : ssmspec_ledger_enter(pump->options.ledger, *id);
}

static enum ssmspec_err land(struct ssmspec_pump *pump, struct ssmspec_flight *flight,
                             ssmspec_delivery_fn take, void *context) {
    struct ssmspec_view id;
    GUARD(watch(pump, flight, &id));
    if (flight->stage == SSMSPEC_SENT) {
        deliver(pump, flight, NULL, take, context);
        return SSMSPEC_OK;
    }
    if (id.ptr == NULL || id.len >= SSMSPEC_ID_MAX) {
        deliver(pump, flight, "the command it lives on could not be started", take, context);
        return SSMSPEC_OK;
    }
    memcpy(flight->live, id.ptr, id.len);
    flight->live[id.len] = '\0';
    return send(pump, flight, flight->errand.request, SSMSPEC_SENT);
}

static struct ssmspec_flight *take_idle(struct ssmspec_pump *pump) {
    struct ssmspec_flight *flight = pump->idle;
    pump->idle = flight->next_idle;
    return flight;
}

static enum ssmspec_err fill_up(struct ssmspec_pump *pump, ssmspec_errand_fn next_errand,
                                ssmspec_delivery_fn take, void *context) {
    while (!pump->is_draining && pump->busy < pump->options.jobs) {
        struct ssmspec_errand errand;
        if (!next_errand(context, &errand)) {
            return SSMSPEC_OK;
        }
        struct ssmspec_flight *flight = take_idle(pump);
        const enum ssmspec_err err = launch(pump, flight, errand);
        if (err == SSMSPEC_ERR_UNBOUND) {
            deliver(pump, flight, "a role that it names has no usable value", take, context);
            continue;
        }
        GUARD(err);
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_pump_run(struct ssmspec_pump *pump, ssmspec_errand_fn next_errand,
                                  ssmspec_delivery_fn take, void *context) {
    const struct ssmspec_transporter *transporter = pump->options.transporter;
    pump->is_draining = false;
    for (;;) {
        GUARD(fill_up(pump, next_errand, take, context));
        if (pump->busy == 0) {
            return SSMSPEC_OK;
        }
        void *tag = NULL;
        GUARD(transporter->next(transporter->self, WAIT_MS, &tag));
        if (tag != NULL) {
            GUARD(land(pump, tag, take, context));
        }
    }
}
