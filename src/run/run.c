#include "src/run/run.h"

#include "src/base/clock.h"
#include "src/run/dispatch.h"
#include "src/run/running.h"

/* The first case of the operation answers for its base. */
static enum ssmspec_err settle_base_killer(struct ssmspec_running *run,
                                           const struct ssmspec_operation *operation) {
    ssmspec_note_stop(run, SSMSPEC_CARRIED_DEAD);
    const struct ssmspec_plan *plan = run->options->plan;
    for (size_t i = 0; i < run->cases->count; i++) {
        const struct ssmspec_case *row = &run->cases->rows[i];
        if (plan->is_chosen[i] && plan->skip_reasons[i] == NULL && row->model == operation &&
            !run->has_result[i]) {
            run->results[i] = plan->blanks[i];
            return ssmspec_settle_killer(
                run, i, "the endpoint has not answered since the operation's base");
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err run_phases(struct ssmspec_running *run) {
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
            GUARD(ssmspec_settle_unsent(run, i));
        }
    }
    GUARD(ssmspec_dispatch_joint(run));
    return ssmspec_dispatch_rest(run);
}

static enum ssmspec_err prepare(struct ssmspec_running *run) {
    const size_t room = run->cases->count + 1;
    run->results = ssmspec_arena_raw(run->arena, room * sizeof *run->results);
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
static void finish(struct ssmspec_running *run, struct ssmspec_run_outcome *out) {
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
static enum ssmspec_err open_pumps(struct ssmspec_running *run, struct ssmspec_ledger *ledger,
                                   uint64_t seed) {
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
    return ssmspec_publish(context, index);
}

static enum ssmspec_err open_run(struct ssmspec_running *run, struct ssmspec_ledger *ledger) {
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

static void close_run(struct ssmspec_running *run) {
    ssmspec_pump_free(run->carrier.pump);
    ssmspec_pump_free(run->scenarios.crowd);
    ssmspec_patterns_free(run->kit.patterns);
}

enum ssmspec_err ssmspec_run(const struct ssmspec_run_options *options,
                             struct ssmspec_ledger *ledger, struct ssmspec_arena *arena,
                             struct ssmspec_run_outcome *out) {
    *out = (struct ssmspec_run_outcome){0};
    struct ssmspec_running run = {
        .options = options, .cases = options->plan->cases, .arena = arena};
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
