#include "src/run/scenarios.h"

#include "src/base/clock.h"

#define LONGEST_NAP 0.05

/* One scenario's place in line. */
struct place {
    struct ssmspec_course course;
    size_t case_index;
    struct ssmspec_arena arena;       /* of the broken exchange */
    struct ssmspec_exchange exchange; /* which broke it off */
    size_t broken;                    /* how many of the step's copies broke */
    bool had_company;
    bool is_alone; /* waits until all others are done */
    bool is_settled;
};

struct line {
    const struct ssmspec_scenarios *scenarios;
    struct place *places;
    size_t count;
    struct place *only; /* the one that may send; NULL: all but those that wait to be alone */
    bool is_crowd;      /* several copies of one step are being sent */
    bool is_late;
    enum ssmspec_err err;
};

static bool may_send(const struct line *line, const struct place *place) {
    const bool is_its_turn = line->only == NULL ? !place->is_alone : line->only == place;
    return is_its_turn && place->broken == 0 && ssmspec_course_is_ready(&place->course);
}

static bool needs_crowd(const struct place *place) {
    return ssmspec_course_step(&place->course)->copies > 1;
}

static bool next_errand(void *context, struct ssmspec_errand *out) {
    struct line *line = context;
    if (ssmspec_carrier_is_late(line->scenarios->carrier)) {
        line->is_late = true;
        return false;
    }
    for (size_t i = 0; i < line->count; i++) {
        struct place *place = &line->places[i];
        if (may_send(line, place) && needs_crowd(place) == line->is_crowd) {
            ssmspec_course_launch(&place->course, i, out);
            return true;
        }
    }
    return false;
}

/* Once its course is over, whoever brought that about. */
static enum ssmspec_err settle(struct line *line, struct place *place) {
    if (!place->course.is_over || place->is_settled) {
        return SSMSPEC_OK;
    }
    place->is_settled = true;
    return line->scenarios->settled(line->scenarios->context, place->case_index);
}

static enum ssmspec_err land(struct line *line, struct place *place,
                             const struct ssmspec_delivery *delivery) {
    GUARD(ssmspec_course_land(&place->course, delivery->exchange, delivery->missing,
                              delivery->arena));
    return settle(line, place);
}

static bool take(void *context, const struct ssmspec_delivery *delivery) {
    struct line *line = context;
    struct place *place = &line->places[delivery->errand.index];
    const bool is_broken =
        delivery->missing == NULL && ssmspec_exchange_is_broken(delivery->exchange);
    if (!is_broken) {
        line->err = land(line, place, delivery);
        return line->err == SSMSPEC_OK && place->broken == 0;
    }
    place->had_company = delivery->had_company && !line->is_crowd;
    /* Of several copies one that was sent tells most: the others may find nobody there. */
    if (place->broken == 0 || place->exchange.transport == SSMSPEC_UNREACHABLE) {
        line->err = ssmspec_exchange_keep(delivery->exchange, &place->arena, &place->exchange);
    }
    place->broken++;
    return false;
}

static enum ssmspec_err restart(struct line *line, struct place *place) {
    const struct ssmspec_scenarios *scenarios = line->scenarios;
    struct ssmspec_result *result = &scenarios->results[place->case_index];
    ssmspec_course_close(&place->course);
    ssmspec_arena_reset(&place->arena);
    place->broken = 0;
    *result = scenarios->plan->blanks[place->case_index];
    return ssmspec_course_open(&place->course, scenarios->kit,
                               &scenarios->plan->cases->rows[place->case_index], place->case_index,
                               result);
}

/* What broke a lonely request off is its answer. */
static enum ssmspec_err blame(struct line *line, struct place *place, bool is_alive) {
    struct ssmspec_course *course = &place->course;
    const size_t broken = place->broken;
    place->broken = 0;
    for (size_t i = 0; is_alive && i < broken; i++) {
        GUARD(ssmspec_course_land(course, &place->exchange, NULL, &place->arena));
    }
    if (is_alive) {
        return settle(line, place);
    }
    const bool was_sent = place->exchange.transport != SSMSPEC_UNREACHABLE;
    /* Nobody but the scenario's own earlier steps can have killed it. */
    const bool was_alone = line->count == 1 && course->at > 0;
    if ((was_sent || was_alone) && !place->had_company) {
        GUARD(ssmspec_course_end(course, SSMSPEC_FAIL, "endpoint-died",
                                 was_sent ? "the endpoint has not answered since this request."
                                          : "the endpoint died of what was sent before."));
    } else {
        GUARD(ssmspec_course_end(course, SSMSPEC_INCONCLUSIVE, "endpoint-died",
                                 "the endpoint died, perhaps of another request."));
    }
    return settle(line, place);
}

static enum ssmspec_err settle_broken(struct line *line, bool *is_alive) {
    struct ssmspec_arena arena = {0};
    const enum ssmspec_err err =
        ssmspec_carrier_find_alive(line->scenarios->carrier, &arena, is_alive);
    ssmspec_arena_clear(&arena);
    GUARD(err);
    for (size_t i = 0; i < line->count; i++) {
        struct place *place = &line->places[i];
        if (place->broken == 0) {
            continue;
        }
        if (*is_alive && place->had_company) {
            place->is_alone = true;
            GUARD(restart(line, place));
            continue;
        }
        GUARD(blame(line, place, *is_alive));
    }
    return SSMSPEC_OK;
}

static bool has_broken(const struct line *line) {
    for (size_t i = 0; i < line->count; i++) {
        if (line->places[i].broken > 0) {
            return true;
        }
    }
    return false;
}

/* Who goes on: all together first, then each that must be alone. False when all are done. */
static bool choose(struct line *line) {
    line->only = NULL;
    struct place *lonely = NULL;
    for (size_t i = 0; i < line->count; i++) {
        struct place *place = &line->places[i];
        if (place->course.is_over) {
            continue;
        }
        if (!place->is_alone) {
            return true;
        }
        lonely = lonely == NULL ? place : lonely;
    }
    line->only = lonely;
    return lonely != NULL;
}

/* The first step of several copies that is due gets the line to itself. */
static enum ssmspec_err send_crowd(struct line *line, bool *has_sent) {
    struct place *const before = line->only;
    *has_sent = false;
    for (size_t i = 0; i < line->count && !*has_sent; i++) {
        struct place *place = &line->places[i];
        if (may_send(line, place) && needs_crowd(place)) {
            *has_sent = true;
            line->only = place;
            line->is_crowd = true;
            GUARD(ssmspec_pump_run(line->scenarios->crowd, next_errand, take, line));
        }
    }
    line->is_crowd = false;
    line->only = before;
    return line->err;
}

static void nap(const struct line *line) {
    const double now = ssmspec_clock_seconds();
    double until = now + LONGEST_NAP;
    for (size_t i = 0; i < line->count; i++) {
        const struct ssmspec_course *course = &line->places[i].course;
        const bool is_its_turn = line->only == NULL || line->only == &line->places[i];
        if (is_its_turn && !course->is_over && course->due < until) {
            until = course->due;
        }
    }
    if (until > now) {
        ssmspec_clock_sleep(until - now);
    }
}

static enum ssmspec_err go_on(struct line *line, enum ssmspec_carried *out) {
    bool is_alive = true;
    while (is_alive && !line->is_late && choose(line)) {
        bool has_sent = false;
        GUARD(ssmspec_pump_run(line->scenarios->carrier->pump, next_errand, take, line));
        GUARD(line->err);
        if (!has_broken(line)) {
            GUARD(send_crowd(line, &has_sent));
        }
        if (has_broken(line)) {
            GUARD(settle_broken(line, &is_alive));
        } else if (!has_sent && choose(line)) {
            nap(line);
        }
    }
    *out = SSMSPEC_CARRIED_ALL;
    if (line->is_late) {
        *out = SSMSPEC_CARRIED_LATE;
    }
    if (!is_alive) {
        *out = SSMSPEC_CARRIED_DEAD;
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err open_places(struct line *line, const size_t *case_indices) {
    for (size_t i = 0; i < line->count; i++) {
        line->places[i].case_index = case_indices[i];
        GUARD(restart(line, &line->places[i]));
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_scenarios_run(const struct ssmspec_scenarios *scenarios,
                                       const size_t *case_indices, size_t count,
                                       enum ssmspec_carried *out) {
    struct ssmspec_arena arena = {0};
    struct line line = {.scenarios = scenarios, .count = count};
    line.places = ssmspec_arena_alloc(&arena, (count + 1) * sizeof *line.places);
    ENSURE(line.places != NULL, SSMSPEC_ERR_NOMEM);
    enum ssmspec_err err = open_places(&line, case_indices);
    if (err == SSMSPEC_OK) {
        err = go_on(&line, out);
    }
    for (size_t i = 0; i < count; i++) {
        ssmspec_course_close(&line.places[i].course);
        ssmspec_arena_clear(&line.places[i].arena);
    }
    ssmspec_arena_clear(&arena);
    return err;
}
