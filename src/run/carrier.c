#include "src/run/carrier.h"

#include "src/base/clock.h"

enum ssmspec_err ssmspec_exchange_keep(const struct ssmspec_exchange *exchange,
                                       struct ssmspec_arena *arena, struct ssmspec_exchange *out) {
    *out = *exchange;
    out->response.root = NULL;
    GUARD(ssmspec_arena_copy(arena, exchange->detail, &out->detail));
    GUARD(ssmspec_arena_copy(arena, exchange->response.body, &out->response.body));
    const size_t count = exchange->response.header_count;
    struct ssmspec_header *headers = ssmspec_arena_alloc(arena, (count + 1) * sizeof *headers);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < count; i++) {
        GUARD(ssmspec_arena_copy(arena, exchange->response.headers[i].name, &headers[i].name));
        GUARD(ssmspec_arena_copy(arena, exchange->response.headers[i].value, &headers[i].value));
    }
    out->response.headers = headers;
    return SSMSPEC_OK;
}

/* An errand whose connection broke; kept until it is known who broke it. */
struct suspect {
    struct ssmspec_errand errand;
    struct ssmspec_exchange exchange;
    const char *missing; /* carried again, its prerequisite failed */
    bool had_company;    /* others were under way with it */
};

/* One carrying of a list of errands. */
struct carrying {
    struct ssmspec_carrier *carrier;
    const struct ssmspec_errand *errands;
    size_t count, next;
    ssmspec_carriage_fn take;
    void *context;
    enum ssmspec_err err;
    struct ssmspec_arena arena; /* of the suspects */
    struct ssmspec_arena again; /* of the one that is carried again */
    struct suspect *suspects;
    size_t suspect_count;
    size_t suspect_cap;
    bool is_late;
};

bool ssmspec_exchange_is_broken(const struct ssmspec_exchange *exchange) {
    return exchange->transport == SSMSPEC_CLOSED || exchange->transport == SSMSPEC_TIMED_OUT ||
           exchange->transport == SSMSPEC_UNREACHABLE;
}

bool ssmspec_carrier_is_late(const struct ssmspec_carrier *carrier) {
    return carrier->deadline > 0 && ssmspec_clock_seconds() > carrier->deadline;
}

static bool is_waiting(const struct ssmspec_errand *errand) {
    return (errand->awaits[0] != NULL && !*errand->awaits[0]) ||
           (errand->awaits[1] != NULL && !*errand->awaits[1]);
}

static bool next_errand(void *context, struct ssmspec_errand *out) {
    struct carrying *carrying = context;
    if (carrying->next >= carrying->count) {
        return false;
    }
    if (is_waiting(&carrying->errands[carrying->next])) {
        return false;
    }
    if (ssmspec_carrier_is_late(carrying->carrier)) {
        carrying->is_late = true;
        return false;
    }
    *out = carrying->errands[carrying->next++];
    return true;
}

static enum ssmspec_err suspect(struct carrying *carrying, const struct ssmspec_delivery *from) {
    if (carrying->suspect_count == carrying->suspect_cap) {
        const size_t cap = carrying->suspect_cap == 0 ? 16 : carrying->suspect_cap * 2;
        struct suspect *grown = ssmspec_arena_alloc(&carrying->arena, cap * sizeof *grown);
        ENSURE(grown != NULL, SSMSPEC_ERR_NOMEM);
        if (carrying->suspect_count > 0) {
            memcpy(grown, carrying->suspects, carrying->suspect_count * sizeof *grown);
        }
        carrying->suspects = grown;
        carrying->suspect_cap = cap;
    }
    struct suspect *entry = &carrying->suspects[carrying->suspect_count];
    GUARD(ssmspec_exchange_keep(from->exchange, &carrying->arena, &entry->exchange));
    entry->errand = from->errand;
    entry->missing = NULL;
    entry->had_company = from->had_company;
    carrying->suspect_count++;
    return SSMSPEC_OK;
}

static bool take_delivery(void *context, const struct ssmspec_delivery *delivery) {
    struct carrying *carrying = context;
    if (delivery->missing == NULL && ssmspec_exchange_is_broken(delivery->exchange)) {
        carrying->err = suspect(carrying, delivery);
        return false;
    }
    const struct ssmspec_carriage carriage = {.index = delivery->errand.index,
                                              .exchange = delivery->exchange,
                                              .missing = delivery->missing,
                                              .arena = delivery->arena};
    carrying->err = carrying->take(carrying->context, &carriage);
    return carrying->err == SSMSPEC_OK && carrying->suspect_count == 0;
}

/* One errand on its own; its exchange is kept in arena. */
struct solo {
    struct ssmspec_errand errand;
    bool is_taken;
    struct ssmspec_arena *arena;
    struct ssmspec_exchange exchange;
    const char *missing;
    enum ssmspec_err err;
};

static bool solo_next(void *context, struct ssmspec_errand *out) {
    struct solo *solo = context;
    *out = solo->errand;
    const bool is_first = !solo->is_taken;
    solo->is_taken = true;
    return is_first;
}

static bool solo_take(void *context, const struct ssmspec_delivery *delivery) {
    struct solo *solo = context;
    solo->missing = delivery->missing;
    solo->err = ssmspec_exchange_keep(delivery->exchange, solo->arena, &solo->exchange);
    return false;
}

static enum ssmspec_err carry_alone(struct ssmspec_carrier *carrier, struct solo *solo) {
    GUARD(ssmspec_pump_run(carrier->pump, solo_next, solo_take, solo));
    return solo->err;
}

enum ssmspec_err ssmspec_carrier_find_alive(struct ssmspec_carrier *carrier,
                                            struct ssmspec_arena *arena, bool *is_alive) {
    double until = ssmspec_clock_seconds() + carrier->revival_seconds;
    if (carrier->deadline > 0 && carrier->deadline < until) {
        until = carrier->deadline;
    }
    do {
        struct solo solo = {.errand = {.request = &carrier->sentinel}, .arena = arena};
        GUARD(carry_alone(carrier, &solo));
        *is_alive = !ssmspec_exchange_is_broken(&solo.exchange);
        if (!*is_alive) {
            ssmspec_clock_sleep(0.1);
        }
    } while (!*is_alive && ssmspec_clock_seconds() < until);
    return SSMSPEC_OK;
}

static enum ssmspec_err report(struct carrying *carrying, struct suspect *entry, bool is_alive,
                               bool is_alone) {
    const bool was_sent = entry->exchange.transport != SSMSPEC_UNREACHABLE;
    const struct ssmspec_carriage carriage = {.index = entry->errand.index,
                                              .exchange = &entry->exchange,
                                              .missing = entry->missing,
                                              .has_killed = !is_alive && is_alone && was_sent,
                                              .is_suspect = !is_alive && !(is_alone && was_sent),
                                              .arena = &carrying->again};
    return carrying->take(carrying->context, &carriage);
}

/* Carry one suspect again, alone, and see whether the endpoint survives it. */
static enum ssmspec_err try_again(struct carrying *carrying, struct suspect *entry,
                                  bool *is_alive) {
    struct solo solo = {.errand = entry->errand, .arena = &carrying->again};
    ssmspec_arena_reset(&carrying->again);
    GUARD(carry_alone(carrying->carrier, &solo));
    entry->exchange = solo.exchange;
    entry->missing = solo.missing;
    if (solo.missing != NULL || !ssmspec_exchange_is_broken(&solo.exchange)) {
        return report(carrying, entry, true, true);
    }
    GUARD(ssmspec_carrier_find_alive(carrying->carrier, &carrying->again, is_alive));
    return report(carrying, entry, *is_alive, true);
}

static enum ssmspec_err settle_suspects(struct carrying *carrying, bool *is_alive) {
    const bool is_alone = carrying->suspect_count == 1 && !carrying->suspects[0].had_company;
    GUARD(ssmspec_carrier_find_alive(carrying->carrier, &carrying->again, is_alive));
    if (is_alone) {
        return report(carrying, &carrying->suspects[0], *is_alive, true);
    }
    for (size_t i = 0; i < carrying->suspect_count; i++) {
        if (ssmspec_carrier_is_late(carrying->carrier)) {
            carrying->is_late = true;
            return SSMSPEC_OK;
        }
        if (*is_alive) {
            GUARD(try_again(carrying, &carrying->suspects[i], is_alive));
            continue;
        }
        GUARD(report(carrying, &carrying->suspects[i], false, false));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err carry_on(struct carrying *carrying, enum ssmspec_carried *out) {
    bool is_alive = true;
    while (carrying->next < carrying->count && is_alive && !carrying->is_late) {
        carrying->suspect_count = 0;
        carrying->suspect_cap = 0;
        ssmspec_arena_reset(&carrying->arena);
        const size_t before = carrying->next;
        GUARD(ssmspec_pump_run(carrying->carrier->pump, next_errand, take_delivery, carrying));
        GUARD(carrying->err);
        const bool has_moved = carrying->next > before || carrying->is_late;
        ENSURE(has_moved, SSMSPEC_ERR_USAGE); /* it waits for one that comes behind it */
        if (carrying->suspect_count > 0) {
            GUARD(settle_suspects(carrying, &is_alive));
        }
    }
    *out = SSMSPEC_CARRIED_ALL;
    if (carrying->is_late) {
        *out = SSMSPEC_CARRIED_LATE;
    }
    if (!is_alive) {
        *out = SSMSPEC_CARRIED_DEAD;
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_carry(struct ssmspec_carrier *carrier,
                               const struct ssmspec_errand *errands, size_t count,
                               ssmspec_carriage_fn take, void *context, enum ssmspec_carried *out) {
    struct carrying carrying = {
        .carrier = carrier, .errands = errands, .count = count, .take = take, .context = context};
    const enum ssmspec_err err = carry_on(&carrying, out);
    ssmspec_arena_clear(&carrying.arena);
    ssmspec_arena_clear(&carrying.again);
    return err;
}
