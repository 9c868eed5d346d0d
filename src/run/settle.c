#include "src/run/record.h"
#include "src/run/running.h"
#include "src/run/seen.h"

enum ssmspec_err ssmspec_publish(struct ssmspec_running *run, size_t index) {
    const struct ssmspec_run_options *options = run->options;
    GUARD(ssmspec_mask_result(&options->secrets, run->arena, &run->results[index]));
    GUARD(ssmspec_known_settle(options->known, run->arena, &run->results[index]));
    run->has_result[index] = true;
    if (options->on_result == NULL) {
        return SSMSPEC_OK;
    }
    return options->on_result(options->context, &run->results[index]);
}

static enum ssmspec_err settle(struct ssmspec_running *run, size_t index,
                               enum ssmspec_outcome_verdict verdict, const char *code,
                               const char *text) {
    const struct ssmspec_case *row = &run->cases->rows[index];
    struct ssmspec_result *result = &run->results[index];
    GUARD(ssmspec_record_verdict(verdict, code, text, row, run->arena, result));
    return ssmspec_publish(run, index);
}

/* The one case that says that the operation is not there. */
static enum ssmspec_err settle_absence(struct ssmspec_running *run, size_t index) {
    struct ssmspec_result *result = &run->results[index];
    const struct ssmspec_reading *answer =
        ssmspec_roll_call_answer(&run->roll_call, run->cases->rows[index].model);
    GUARD(ssmspec_seen_of(answer, run->arena, &result->actual));
    result->seconds = answer->exchange->seconds;
    return settle(run, index, SSMSPEC_FAIL, "not-implemented",
                  "every base request of the operation is answered as if it did not exist");
}

/* Verdicts that need no exchange; marks the cases that do. */
enum ssmspec_err ssmspec_settle_unsent(struct ssmspec_running *run, size_t index) {
    const struct ssmspec_case *row = &run->cases->rows[index];
    const struct ssmspec_plan *plan = run->options->plan;
    run->results[index] = plan->blanks[index];
    const bool is_missing =
        row->model != NULL && ssmspec_presence_of(&run->roll_call, row->model) == SSMSPEC_MISSING;
    if (is_missing && ssmspec_roll_call_is_asked_by(row)) {
        return settle_absence(run, index);
    }
    if (is_missing) {
        return settle(run, index, SSMSPEC_NOT_IMPLEMENTED, "not-implemented",
                      "its operation is not implemented");
    }
    if (plan->skip_reasons[index] != NULL) {
        return settle(run, index, SSMSPEC_SKIP, "skipped", plan->skip_reasons[index]);
    }
    const char *needed =
        ssmspec_roll_call_needed(&run->roll_call, run->options->suite->service, row);
    if (needed != NULL) {
        const char *text =
            ssmspec_arena_printf(run->arena, "a step needs %s, which is not implemented", needed);
        ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
        return settle(run, index, SSMSPEC_NOT_IMPLEMENTED, "not-implemented", text);
    }
    if (ssmspec_plan_needs_wire(row) && !run->options->transporter->has_wire) {
        return settle(run, index, SSMSPEC_SKIP, "skipped", "its bytes need a wire: --endpoint-url");
    }
    run->is_sent[index] = true;
    return SSMSPEC_OK;
}

static enum ssmspec_err judge(struct ssmspec_running *run, size_t index,
                              const struct ssmspec_reading *own, struct ssmspec_arena *scratch) {
    struct ssmspec_result *result = &run->results[index];
    struct ssmspec_verdict verdict;
    GUARD(ssmspec_judge(run->options->suite->service, &run->cases->rows[index], own,
                        ssmspec_control_of(&run->controls, index),
                        ssmspec_foil_of(&run->controls, index), run->options->match, scratch,
                        &verdict));
    result->verdict = verdict;
    GUARD(ssmspec_arena_copy(run->arena, verdict.text, &result->verdict.text));
    GUARD(ssmspec_arena_copy(run->arena, verdict.source, &result->verdict.source));
    return ssmspec_publish(run, index);
}

static enum ssmspec_err note_seen(struct ssmspec_running *run, size_t index,
                                  const struct ssmspec_reading *own) {
    struct ssmspec_result *result = &run->results[index];
    const struct ssmspec_seen *control = ssmspec_control_seen(&run->controls, index);
    result->seconds = own->exchange->seconds;
    result->has_control = control != NULL;
    if (control != NULL) {
        result->control = *control;
    }
    return ssmspec_seen_of(own, run->arena, &result->actual);
}

enum ssmspec_err ssmspec_settle_killer(struct ssmspec_running *run, size_t index,
                                       const char *text) {
    return settle(run, index, SSMSPEC_FAIL, "endpoint-died", text);
}

enum ssmspec_err ssmspec_settle_carried(struct ssmspec_running *run,
                                        const struct ssmspec_carriage *carriage) {
    const size_t index = carriage->index;
    if (carriage->missing != NULL) {
        return settle(run, index, SSMSPEC_INCONCLUSIVE, "prerequisite", carriage->missing);
    }
    struct ssmspec_reading own;
    GUARD(ssmspec_look(carriage->exchange, run->cases->rows[index].output, &run->options->secrets,
                       carriage->arena, &own));
    GUARD(note_seen(run, index, &own));
    if (carriage->is_suspect) {
        return settle(run, index, SSMSPEC_INCONCLUSIVE, "endpoint-died",
                      "the endpoint died with several requests under way: --jobs 1 names the one");
    }
    if (carriage->has_killed) {
        return ssmspec_settle_killer(run, index,
                                     "the endpoint has not answered since this request");
    }
    return judge(run, index, &own, carriage->arena);
}

void ssmspec_note_stop(struct ssmspec_running *run, enum ssmspec_carried carried) {
    if (carried == SSMSPEC_CARRIED_LATE) {
        run->stop_reason = "the time limit was reached";
    } else if (carried == SSMSPEC_CARRIED_DEAD) {
        run->stop_reason = "the endpoint no longer answers";
        run->is_unusable = true;
    }
}
