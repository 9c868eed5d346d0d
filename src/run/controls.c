#include "src/run/controls.h"

#include "src/run/seen.h"

static bool is_same(const struct ssmspec_request *a, const struct ssmspec_request *b) {
    return ssmspec_view_eq(a->target, b->target) && ssmspec_view_eq(a->body, b->body);
}

/* Cases of one rule share their control and stand together: the newest controls are looked at
 * first. */
static size_t find(const struct ssmspec_controls *controls, const struct ssmspec_request *wanted) {
    for (size_t i = controls->count; i > 0; i--) {
        if (is_same(controls->errands[i - 1].request, wanted)) {
            return i - 1;
        }
    }
    return SSMSPEC_NO_CONTROL_INDEX;
}

static enum ssmspec_err make_room(size_t case_count, struct ssmspec_arena *arena,
                                  struct ssmspec_controls *out) {
    *out = (struct ssmspec_controls){0};
    const size_t room = 2 * case_count + 1;
    out->of_case = ssmspec_arena_alloc(arena, room * sizeof *out->of_case);
    out->foil_of_case = ssmspec_arena_alloc(arena, room * sizeof *out->foil_of_case);
    out->errands = ssmspec_arena_alloc(arena, room * sizeof *out->errands);
    const bool is_made = out->of_case != NULL && out->foil_of_case != NULL && out->errands != NULL;
    return is_made ? SSMSPEC_OK : SSMSPEC_ERR_NOMEM;
}

/* The index of a request's exchange; a new one unless the same bytes stand there already. */
static size_t enter(struct ssmspec_controls *controls, const struct ssmspec_request *request) {
    size_t at = find(controls, request);
    if (at == SSMSPEC_NO_CONTROL_INDEX) {
        at = controls->count++;
        controls->errands[at] = (struct ssmspec_errand){.request = request, .index = at};
    }
    return at;
}

/* What a success of each looks like follows from the case that first asked for it. */
static enum ssmspec_err make_rows(const struct ssmspec_cases *cases, struct ssmspec_arena *arena,
                                  struct ssmspec_controls *out) {
    out->rows = ssmspec_arena_alloc(arena, (out->count + 1) * sizeof *out->rows);
    ENSURE(out->rows != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < cases->count; i++) {
        const size_t both[] = {out->of_case[i], out->foil_of_case[i]};
        for (size_t which = 0; which < 2; which++) {
            if (both[which] != SSMSPEC_NO_CONTROL_INDEX) {
                out->rows[both[which]].output = cases->rows[i].output;
            }
        }
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_controls_list(const struct ssmspec_plan *plan, const bool *is_needed,
                                       struct ssmspec_arena *arena, struct ssmspec_controls *out) {
    GUARD(make_room(plan->cases->count, arena, out));
    for (size_t i = 0; i < plan->cases->count; i++) {
        const struct ssmspec_case *row = &plan->cases->rows[i];
        out->of_case[i] = SSMSPEC_NO_CONTROL_INDEX;
        out->foil_of_case[i] = SSMSPEC_NO_CONTROL_INDEX;
        if (!is_needed[i] || row->control_kind == SSMSPEC_NO_CONTROL) {
            continue;
        }
        out->of_case[i] = enter(out, &row->control);
        if (row->foil.body.ptr != NULL) {
            out->foil_of_case[i] = enter(out, &row->foil);
        }
    }
    return make_rows(plan->cases, arena, out);
}

struct keeping {
    struct ssmspec_controls *controls;
    const struct ssmspec_secrets *secrets;
    struct ssmspec_arena *arena;
};

static enum ssmspec_err keep(void *context, const struct ssmspec_carriage *carriage) {
    const struct keeping *keeping = context;
    struct ssmspec_control *row = &keeping->controls->rows[carriage->index];
    if (carriage->missing != NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_reading reading;
    GUARD(
        ssmspec_look(carriage->exchange, row->output, keeping->secrets, carriage->arena, &reading));
    GUARD(ssmspec_keep(&reading, keeping->arena, &row->kept));
    row->is_sent = true;
    row->has_killed = carriage->has_killed;
    return ssmspec_seen_of(&row->kept.reading, keeping->arena, &row->seen);
}

enum ssmspec_err ssmspec_controls_send(struct ssmspec_controls *controls,
                                       struct ssmspec_carrier *carrier,
                                       const struct ssmspec_secrets *secrets,
                                       struct ssmspec_arena *arena, enum ssmspec_carried *carried) {
    struct keeping keeping = {controls, secrets, arena};
    return ssmspec_carry(carrier, controls->errands, controls->count, keep, &keeping, carried);
}

static const struct ssmspec_control *row_at(const struct ssmspec_controls *controls, size_t at) {
    return at == SSMSPEC_NO_CONTROL_INDEX || !controls->rows[at].is_sent ? NULL
                                                                         : &controls->rows[at];
}

const struct ssmspec_reading *ssmspec_control_of(const struct ssmspec_controls *controls,
                                                 size_t case_index) {
    const struct ssmspec_control *row = row_at(controls, controls->of_case[case_index]);
    return row == NULL ? NULL : &row->kept.reading;
}

const struct ssmspec_reading *ssmspec_foil_of(const struct ssmspec_controls *controls,
                                              size_t case_index) {
    const struct ssmspec_control *row = row_at(controls, controls->foil_of_case[case_index]);
    return row == NULL ? NULL : &row->kept.reading;
}

const struct ssmspec_seen *ssmspec_control_seen(const struct ssmspec_controls *controls,
                                                size_t case_index) {
    const struct ssmspec_control *row = row_at(controls, controls->of_case[case_index]);
    return row == NULL ? NULL : &row->seen;
}

size_t ssmspec_controls_killer(const struct ssmspec_controls *controls, size_t case_count) {
    for (size_t i = 0; i < case_count; i++) {
        const struct ssmspec_control *row = row_at(controls, controls->of_case[i]);
        const struct ssmspec_control *foil = row_at(controls, controls->foil_of_case[i]);
        if ((row != NULL && row->has_killed) || (foil != NULL && foil->has_killed)) {
            return i;
        }
    }
    return case_count;
}
