#include "src/run/controls.h"

#include "src/run/seen.h"

static bool is_same(const struct ssmspec_request *a, const struct ssmspec_request *b) {
    const bool is_one = a->body.ptr == b->body.ptr && a->body.len == b->body.len;
    return ssmspec_view_eq(a->target, b->target) && (is_one || ssmspec_view_eq(a->body, b->body));
}

/* Cases of one rule share their control and stand together: the newest controls are looked at
 * first, those of another operation not at all. */
static size_t find(const struct ssmspec_controls *controls, const struct ssmspec_case *row,
                   const struct ssmspec_request *wanted) {
    for (size_t i = controls->count; i > 0 && controls->rows[i - 1].model == row->model; i--) {
        if (is_same(controls->rows[i - 1].request, wanted)) {
            return i - 1;
        }
    }
    return SSMSPEC_NO_CONTROL_INDEX;
}

static size_t count_sent(const bool *is_sent, size_t case_count) {
    size_t count = 0;
    for (size_t i = 0; i < case_count; i++) {
        count += is_sent[i];
    }
    return count;
}

static enum ssmspec_err make_room(size_t case_count, size_t sent, struct ssmspec_arena *arena,
                                  struct ssmspec_controls *out) {
    *out = (struct ssmspec_controls){0};
    out->of_case = ssmspec_arena_raw(arena, (case_count + 1) * sizeof *out->of_case);
    out->foil_of_case = ssmspec_arena_raw(arena, (case_count + 1) * sizeof *out->foil_of_case);
    out->rows = ssmspec_arena_raw(arena, (2 * sent + 1) * sizeof *out->rows);
    const bool is_made = out->of_case != NULL && out->foil_of_case != NULL && out->rows != NULL;
    return is_made ? SSMSPEC_OK : SSMSPEC_ERR_NOMEM;
}

/* The index of a request's exchange; a new one unless the same bytes stand there already. What a
 * success of it looks like follows from the case that first asks for it. */
static size_t enter(struct ssmspec_controls *controls, const struct ssmspec_case *row,
                    const struct ssmspec_request *request) {
    size_t at = find(controls, row, request);
    if (at == SSMSPEC_NO_CONTROL_INDEX) {
        at = controls->count++;
        controls->rows[at] = (struct ssmspec_control){
            .request = request, .model = row->model, .output = row->output};
    }
    return at;
}

enum ssmspec_err ssmspec_controls_list(const struct ssmspec_cases *cases, const bool *is_sent,
                                       struct ssmspec_arena *arena, struct ssmspec_controls *out) {
    GUARD(make_room(cases->count, count_sent(is_sent, cases->count), arena, out));
    for (size_t i = 0; i < cases->count; i++) {
        const struct ssmspec_case *row = &cases->rows[i];
        out->of_case[i] = SSMSPEC_NO_CONTROL_INDEX;
        out->foil_of_case[i] = SSMSPEC_NO_CONTROL_INDEX;
        if (!is_sent[i] || row->control_kind == SSMSPEC_NO_CONTROL) {
            continue;
        }
        out->of_case[i] = enter(out, row, &row->control);
        if (row->foil.body.ptr != NULL) {
            out->foil_of_case[i] = enter(out, row, &row->foil);
        }
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_controls_keep(struct ssmspec_controls *controls, size_t index,
                                       const struct ssmspec_carriage *carriage,
                                       const struct ssmspec_secrets *secrets,
                                       struct ssmspec_arena *arena) {
    struct ssmspec_control *row = &controls->rows[index];
    row->is_in = true;
    if (carriage->missing != NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_reading reading;
    GUARD(ssmspec_look(carriage->exchange, row->output, secrets, carriage->arena, &reading));
    GUARD(ssmspec_keep(&reading, arena, &row->kept));
    row->is_sent = true;
    row->has_killed = carriage->has_killed;
    return ssmspec_seen_of(&row->kept.reading, arena, &row->seen);
}

static const bool *arrival(const struct ssmspec_controls *controls, size_t at) {
    return at == SSMSPEC_NO_CONTROL_INDEX ? NULL : &controls->rows[at].is_in;
}

struct ssmspec_errand ssmspec_controls_errand(const struct ssmspec_controls *controls,
                                              const struct ssmspec_case *row, size_t case_index) {
    return (struct ssmspec_errand){
        .request = &row->request,
        .index = case_index,
        .awaits = {arrival(controls, controls->of_case[case_index]),
                   arrival(controls, controls->foil_of_case[case_index])}};
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
