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
    out->exchanges = ssmspec_arena_alloc(arena, room * sizeof *out->exchanges);
    out->outputs = ssmspec_arena_alloc(arena, room * sizeof *out->outputs);
    out->readings = ssmspec_arena_alloc(arena, room * sizeof *out->readings);
    out->seen = ssmspec_arena_alloc(arena, room * sizeof *out->seen);
    out->is_sent = ssmspec_arena_alloc(arena, room * sizeof *out->is_sent);
    const bool is_made = out->of_case != NULL && out->foil_of_case != NULL &&
                         out->errands != NULL && out->exchanges != NULL && out->outputs != NULL &&
                         out->readings != NULL && out->seen != NULL && out->is_sent != NULL;
    return is_made ? SSMSPEC_OK : SSMSPEC_ERR_NOMEM;
}

/* The index of a request's exchange; a new one unless the same bytes stand there already. */
static size_t enter(struct ssmspec_controls *controls, const struct ssmspec_case *row,
                    const struct ssmspec_request *request) {
    size_t at = find(controls, request);
    if (at == SSMSPEC_NO_CONTROL_INDEX) {
        at = controls->count++;
        controls->errands[at] = (struct ssmspec_errand){.request = request, .index = at};
        controls->outputs[at] = row->model == NULL ? NULL : row->model->output;
    }
    return at;
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
        out->of_case[i] = enter(out, row, &row->control);
        if (row->foil.body.ptr != NULL) {
            out->foil_of_case[i] = enter(out, row, &row->foil);
        }
    }
    return SSMSPEC_OK;
}

struct keeping {
    struct ssmspec_controls *controls;
    struct ssmspec_arena *arena;
};

static enum ssmspec_err keep(void *context, const struct ssmspec_carriage *carriage) {
    const struct keeping *keeping = context;
    struct ssmspec_controls *controls = keeping->controls;
    const size_t at = carriage->index;
    if (carriage->missing != NULL) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_exchange_keep(carriage->exchange, keeping->arena, &controls->exchanges[at]));
    GUARD(ssmspec_reading_of(&controls->exchanges[at], controls->outputs[at], keeping->arena,
                             &controls->readings[at]));
    GUARD(ssmspec_seen_of(&controls->readings[at], keeping->arena, &controls->seen[at]));
    controls->is_sent[at] = true;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_controls_send(struct ssmspec_controls *controls,
                                       struct ssmspec_carrier *carrier, struct ssmspec_arena *arena,
                                       enum ssmspec_carried *carried) {
    struct keeping keeping = {controls, arena};
    return ssmspec_carry(carrier, controls->errands, controls->count, keep, &keeping, carried);
}

static const struct ssmspec_reading *reading_at(const struct ssmspec_controls *controls,
                                                size_t at) {
    return at == SSMSPEC_NO_CONTROL_INDEX || !controls->is_sent[at] ? NULL
                                                                    : &controls->readings[at];
}

const struct ssmspec_reading *ssmspec_control_of(const struct ssmspec_controls *controls,
                                                 size_t case_index) {
    return reading_at(controls, controls->of_case[case_index]);
}

const struct ssmspec_reading *ssmspec_foil_of(const struct ssmspec_controls *controls,
                                              size_t case_index) {
    return reading_at(controls, controls->foil_of_case[case_index]);
}

const struct ssmspec_seen *ssmspec_control_seen(const struct ssmspec_controls *controls,
                                                size_t case_index) {
    return ssmspec_control_of(controls, case_index) == NULL
               ? NULL
               : &controls->seen[controls->of_case[case_index]];
}
