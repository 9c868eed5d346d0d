#include "src/run/run.h"

#include "src/base/clock.h"
#include "src/run/carrier.h"
#include "src/run/controls.h"
#include "src/run/keep.h"
#include "src/run/record.h"
#include "src/run/roll_call.h"
#include "src/run/scenarios.h"
#include "src/run/seen.h"

#include <string.h>

/* Everything one run holds. */
struct run {
    const struct ssmspec_run_options *options;
    const struct ssmspec_cases *cases;
    struct ssmspec_arena *arena;
    struct ssmspec_carrier carrier;
    struct ssmspec_course_kit kit;
    struct ssmspec_scenarios scenarios;
    struct ssmspec_roll_call roll_call;
    struct ssmspec_controls controls;
    struct ssmspec_result *results; /* by case index */
    bool *has_result;
    bool *is_sent; /* by case index: chosen, not skipped, its operation is there */
    bool is_unusable;
    const char *stop_reason;
};

static enum ssmspec_err publish(struct run *run, size_t index) {
    const struct ssmspec_run_options *options = run->options;
    GUARD(ssmspec_mask_result(&options->secrets, run->arena, &run->results[index]));
    GUARD(ssmspec_known_settle(options->known, run->arena, &run->results[index]));
    run->has_result[index] = true;
    if (options->on_result == NULL) {
        return SSMSPEC_OK;
    }
    return options->on_result(options->context, &run->results[index]);
}

static enum ssmspec_err settle(struct run *run, size_t index, enum ssmspec_outcome_verdict verdict,
                               const char *code, const char *text) {
    const struct ssmspec_case *row = &run->cases->rows[index];
    struct ssmspec_result *result = &run->results[index];
    GUARD(ssmspec_record_verdict(verdict, code, text, row, run->arena, result));
    return publish(run, index);
}

/* The one case that says that the operation is not there. */
static enum ssmspec_err settle_absence(struct run *run, size_t index) {
    struct ssmspec_result *result = &run->results[index];
    const struct ssmspec_reading *answer =
        ssmspec_roll_call_answer(&run->roll_call, run->cases->rows[index].model);
    GUARD(ssmspec_seen_of(answer, run->arena, &result->actual));
    result->seconds = answer->exchange->seconds;
    return settle(run, index, SSMSPEC_FAIL, "not-implemented",
                  "every base request of the operation is answered as if it did not exist");
}

/* Verdicts that need no exchange; marks the cases that do. */
static enum ssmspec_err settle_unsent(struct run *run, size_t index) {
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

static enum ssmspec_err judge(struct run *run, size_t index, const struct ssmspec_reading *own,
                              struct ssmspec_arena *scratch) {
    struct ssmspec_result *result = &run->results[index];
    struct ssmspec_verdict verdict;
    GUARD(ssmspec_judge(run->options->suite->service, &run->cases->rows[index], own,
                        ssmspec_control_of(&run->controls, index),
                        ssmspec_foil_of(&run->controls, index), run->options->match, scratch,
                        &verdict));
    result->verdict = verdict;
    GUARD(ssmspec_arena_copy(run->arena, verdict.text, &result->verdict.text));
    GUARD(ssmspec_arena_copy(run->arena, verdict.source, &result->verdict.source));
    return publish(run, index);
}

static enum ssmspec_err note_seen(struct run *run, size_t index,
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

static enum ssmspec_err settle_killer(struct run *run, size_t index, const char *text) {
    return settle(run, index, SSMSPEC_FAIL, "endpoint-died", text);
}

static enum ssmspec_err take(void *context, const struct ssmspec_carriage *carriage) {
    struct run *run = context;
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
        return settle_killer(run, index, "the endpoint has not answered since this request");
    }
    return judge(run, index, &own, carriage->arena);
}

static void note_stop(struct run *run, enum ssmspec_carried carried) {
    if (carried == SSMSPEC_CARRIED_LATE) {
        run->stop_reason = "the time limit was reached";
    } else if (carried == SSMSPEC_CARRIED_DEAD) {
        run->stop_reason = "the endpoint no longer answers";
        run->is_unusable = true;
    }
}

/* Cases of one operation, which stand together. */
struct group {
    size_t start, end;
};

static struct group group_at(const struct ssmspec_cases *cases, size_t start) {
    size_t end = start;
    while (end < cases->count && cases->rows[end].model == cases->rows[start].model) {
        end++;
    }
    return (struct group){start, end};
}

static enum ssmspec_err send_controls(struct run *run, struct group group) {
    bool *is_needed = ssmspec_arena_alloc(run->arena, run->cases->count + 1);
    ENSURE(is_needed != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = group.start; i < group.end; i++) {
        is_needed[i] = run->is_sent[i];
    }
    GUARD(ssmspec_controls_list(run->options->plan, is_needed, run->arena, &run->controls));
    enum ssmspec_carried carried;
    GUARD(ssmspec_controls_send(&run->controls, &run->carrier, &run->options->secrets, run->arena,
                                &carried));
    note_stop(run, carried);
    const size_t killer = ssmspec_controls_killer(&run->controls, run->cases->count);
    if (killer == run->cases->count) {
        return SSMSPEC_OK;
    }
    return settle_killer(run, killer, "the endpoint has not answered since this case's control");
}

static bool is_alone(const struct ssmspec_case *row) {
    return row->scenario != NULL && row->scenario->is_alone;
}

static enum ssmspec_err run_scenarios(struct run *run, const size_t *indices, size_t count) {
    enum ssmspec_carried carried;
    GUARD(ssmspec_scenarios_run(&run->scenarios, indices, count, &carried));
    note_stop(run, carried);
    return SSMSPEC_OK;
}

/* Those that may have company, all at once. */
static enum ssmspec_err run_joint_scenarios(struct run *run) {
    size_t *indices = ssmspec_arena_alloc(run->arena, (run->cases->count + 1) * sizeof *indices);
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

/* The cases of one request from *at on, up to end or a scenario that is sent alone; *at is where
 * that stands. */
static enum ssmspec_err send_stretch(struct run *run, size_t end, struct ssmspec_errand *errands,
                                     size_t *at) {
    size_t count = 0;
    for (; *at < end; (*at)++) {
        const struct ssmspec_case *row = &run->cases->rows[*at];
        if (run->is_sent[*at] && is_alone(row)) {
            break;
        }
        if (run->is_sent[*at] && row->scenario == NULL) {
            errands[count++] = (struct ssmspec_errand){.request = &row->request, .index = *at};
        }
    }
    enum ssmspec_carried carried;
    GUARD(ssmspec_carry(&run->carrier, errands, count, take, run, &carried));
    note_stop(run, carried);
    return SSMSPEC_OK;
}

static enum ssmspec_err send_cases(struct run *run, struct group group) {
    struct ssmspec_errand *errands =
        ssmspec_arena_alloc(run->arena, (group.end - group.start + 1) * sizeof *errands);
    ENSURE(errands != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t at = group.start; at < group.end && run->stop_reason == NULL; at++) {
        GUARD(send_stretch(run, group.end, errands, &at));
        if (at < group.end && run->stop_reason == NULL) {
            GUARD(run_scenarios(run, &at, 1));
        }
    }
    return SSMSPEC_OK;
}

/* One operation after the other, each with its controls: what one leaves behind on a server that
 * stores what it should reject must not spoil the answers to those before it. */
static enum ssmspec_err send_groups(struct run *run) {
    for (size_t start = 0; start < run->cases->count && run->stop_reason == NULL;) {
        const struct group group = group_at(run->cases, start);
        GUARD(send_controls(run, group));
        if (run->stop_reason == NULL) {
            GUARD(send_cases(run, group));
        }
        start = group.end;
    }
    return SSMSPEC_OK;
}

/* The first case of the operation answers for its base. */
static enum ssmspec_err settle_base_killer(struct run *run,
                                           const struct ssmspec_operation *operation) {
    note_stop(run, SSMSPEC_CARRIED_DEAD);
    const struct ssmspec_plan *plan = run->options->plan;
    for (size_t i = 0; i < run->cases->count; i++) {
        const struct ssmspec_case *row = &run->cases->rows[i];
        if (plan->is_chosen[i] && plan->skip_reasons[i] == NULL && row->model == operation &&
            !run->has_result[i]) {
            run->results[i] = plan->blanks[i];
            return settle_killer(run, i,
                                 "the endpoint has not answered since the operation's base");
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err run_phases(struct run *run) {
    const struct ssmspec_run_options *options = run->options;
    const size_t missing =
        ssmspec_past_enter(&options->past, options->plan, run->results, run->has_result);
    if (options->past.count > 0 && missing == 0) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_roll_call(options->suite, options->plan, options->bindings, &run->carrier,
                            &options->secrets, run->arena, &run->roll_call));
    const struct ssmspec_operation *killer = ssmspec_roll_call_killer(&run->roll_call);
    if (killer != NULL) {
        return settle_base_killer(run, killer);
    }
    if (run->roll_call.unusable != NULL) {
        run->stop_reason = run->roll_call.unusable;
        run->is_unusable = true;
        return SSMSPEC_OK;
    }
    for (size_t i = 0; i < run->cases->count; i++) {
        if (options->plan->is_chosen[i] && !run->has_result[i]) {
            GUARD(settle_unsent(run, i));
        }
    }
    GUARD(run_joint_scenarios(run));
    return send_groups(run);
}

static enum ssmspec_err prepare(struct run *run) {
    const size_t room = run->cases->count + 1;
    run->results = ssmspec_arena_alloc(run->arena, room * sizeof *run->results);
    run->has_result = ssmspec_arena_alloc(run->arena, room * sizeof *run->has_result);
    run->is_sent = ssmspec_arena_alloc(run->arena, room * sizeof *run->is_sent);
    const bool is_made = run->results != NULL && run->has_result != NULL && run->is_sent != NULL;
    ENSURE(is_made, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_run_options *options = run->options;
    run->carrier.revival_seconds = options->revival_seconds;
    if (options->max_seconds > 0) {
        run->carrier.deadline = ssmspec_clock_seconds() + options->max_seconds;
    }
    return ssmspec_flight_address(options->suite->service, &options->suite->sentinel, run->arena,
                                  &run->carrier.sentinel);
}

/* A case is to blame when any of them failed: then the run is not merely unusable. */
static void finish(struct run *run, struct ssmspec_run_outcome *out) {
    size_t count = 0;
    bool has_failed = false;
    for (size_t i = 0; i < run->cases->count; i++) {
        if (run->has_result[i]) {
            const enum ssmspec_outcome_verdict verdict = run->results[i].verdict.verdict;
            has_failed |= verdict == SSMSPEC_FAIL || verdict == SSMSPEC_KNOWN;
            run->results[count++] = run->results[i];
        }
    }
    *out = (struct ssmspec_run_outcome){.results = run->results,
                                        .count = count,
                                        .is_complete = count == run->options->plan->chosen,
                                        .is_unusable = run->is_unusable && !has_failed,
                                        .stop_reason = run->stop_reason};
}

/* Two pumps count their flights apart: ids stay fresh because their seeds differ. */
static enum ssmspec_err open_pumps(struct run *run, struct ssmspec_ledger *ledger, uint64_t seed) {
    const struct ssmspec_run_options *options = run->options;
    struct ssmspec_pump_options pump = {.suite = options->suite,
                                        .bindings = options->bindings,
                                        .transporter = options->transporter,
                                        .jobs = options->jobs,
                                        .seed = seed,
                                        .ledger = ledger};
    GUARD(ssmspec_pump_new(&pump, &run->carrier.pump));
    pump.jobs = SSMSPEC_CROWD_MAX;
    pump.seed = ~seed;
    return ssmspec_pump_new(&pump, &run->scenarios.crowd);
}

static enum ssmspec_err publish_scenario(void *context, size_t index) {
    return publish(context, index);
}

static enum ssmspec_err open_run(struct run *run, struct ssmspec_ledger *ledger) {
    const struct ssmspec_run_options *options = run->options;
    GUARD(prepare(run));
    const uint64_t seed = ssmspec_past_seed(&options->past, options->seed);
    GUARD(open_pumps(run, ledger, seed));
    run->kit =
        (struct ssmspec_course_kit){.suite = options->suite,
                                    .bindings = options->bindings,
                                    .secrets = &options->secrets,
                                    .arena = run->arena,
                                    .seed = seed,
                                    .patience = options->patience > 0 ? options->patience : 1};
    run->scenarios.kit = &run->kit;
    run->scenarios.plan = options->plan;
    run->scenarios.carrier = &run->carrier;
    run->scenarios.results = run->results;
    run->scenarios.settled = publish_scenario;
    run->scenarios.context = run;
    return ssmspec_patterns_new(&run->kit.patterns);
}

static void close_run(struct run *run) {
    ssmspec_pump_free(run->carrier.pump);
    ssmspec_pump_free(run->scenarios.crowd);
    ssmspec_patterns_free(run->kit.patterns);
}

enum ssmspec_err ssmspec_run(const struct ssmspec_run_options *options,
                             struct ssmspec_ledger *ledger, struct ssmspec_arena *arena,
                             struct ssmspec_run_outcome *out) {
    *out = (struct ssmspec_run_outcome){0};
    struct run run = {.options = options, .cases = options->plan->cases, .arena = arena};
    enum ssmspec_err err = open_run(&run, ledger);
    if (err == SSMSPEC_OK) {
        err = run_phases(&run);
    }
    if (err == SSMSPEC_ERR_INTERRUPTED) {
        run.stop_reason = "interrupted";
    }
    close_run(&run);
    if (run.is_sent != NULL) {
        finish(&run, out);
    }
    return err;
}
