#include "src/run/dispatch.h"

/* What is to be carried next, and how far the suite has been gone through. */
struct line {
    struct ssmspec_errand *errands;
    size_t count;
    size_t controls; /* that are in the line or were carried */
};

static bool is_alone(const struct ssmspec_case *row) {
    return row->scenario != NULL && row->scenario->is_alone;
}

static enum ssmspec_err run_scenarios(struct ssmspec_running *run, const size_t *indices,
                                      size_t count) {
    enum ssmspec_carried carried;
    GUARD(ssmspec_scenarios_run(&run->scenarios, indices, count, &carried));
    ssmspec_note_stop(run, carried);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_dispatch_joint(struct ssmspec_running *run) {
    size_t *indices = ssmspec_arena_raw(run->arena, (run->cases->count + 1) * sizeof *indices);
    ENSURE(indices != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (size_t i = 0; i < run->cases->count; i++) {
        const struct ssmspec_case *row = &run->cases->rows[i];
        if (run->is_sent[i] && row->scenario != NULL && !is_alone(row)) {
            indices[count++] = i;
        }
    }
    return run_scenarios(run, indices, count);
}

static enum ssmspec_err open_line(struct ssmspec_running *run, struct line *line) {
    GUARD(ssmspec_controls_list(run->cases, run->is_sent, run->arena, &run->controls));
    const size_t room = run->controls.count + run->cases->count + 1;
    line->errands = ssmspec_arena_raw(run->arena, room * sizeof *line->errands);
    return line->errands == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

/* All of the operation, before its first case. A control's index stands behind those of the cases.
 */
static void add_controls(const struct ssmspec_running *run, const struct ssmspec_operation *model,
                         struct line *line) {
    const struct ssmspec_controls *controls = &run->controls;
    for (; line->controls < controls->count && controls->rows[line->controls].model == model;
         line->controls++) {
        line->errands[line->count++] = (struct ssmspec_errand){
            .request = controls->rows[line->controls].request,
            .index = run->cases->count + line->controls,
        };
    }
}

static enum ssmspec_err take(void *context, const struct ssmspec_carriage *carriage) {
    struct ssmspec_running *run = context;
    const size_t cases = run->cases->count;
    if (carriage->index < cases) {
        return ssmspec_settle_carried(run, carriage);
    }
    return ssmspec_controls_keep(&run->controls, carriage->index - cases, carriage,
                                 &run->options->secrets, run->arena);
}

static enum ssmspec_err carry(struct ssmspec_running *run, struct line *line) {
    enum ssmspec_carried carried;
    GUARD(ssmspec_carry(&run->carrier, line->errands, line->count, take, run, &carried));
    line->count = 0;
    ssmspec_note_stop(run, carried);
    const size_t killer = ssmspec_controls_killer(&run->controls, run->cases->count);
    if (killer == run->cases->count) {
        return SSMSPEC_OK;
    }
    return ssmspec_settle_killer(run, killer,
                                 "the endpoint has not answered since this case's control");
}

/* What has gathered in the line goes before a scenario that is sent alone. */
static enum ssmspec_err send_case(struct ssmspec_running *run, size_t index, struct line *line) {
    const struct ssmspec_case *row = &run->cases->rows[index];
    if (!run->is_sent[index] || (row->scenario != NULL && !is_alone(row))) {
        return SSMSPEC_OK;
    }
    add_controls(run, row->model, line);
    if (row->scenario == NULL) {
        line->errands[line->count++] = ssmspec_controls_errand(&run->controls, row, index);
        return SSMSPEC_OK;
    }
    GUARD(carry(run, line));
    return run->stop_reason == NULL ? run_scenarios(run, &index, 1) : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_dispatch_rest(struct ssmspec_running *run) {
    struct line line = {0};
    GUARD(open_line(run, &line));
    for (size_t i = 0; i < run->cases->count && run->stop_reason == NULL; i++) {
        GUARD(send_case(run, i, &line));
    }
    return run->stop_reason == NULL ? carry(run, &line) : SSMSPEC_OK;
}
