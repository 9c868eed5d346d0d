#include "runner/session.h"
#include "runner/signals.h"
#include "runner/verbs.h"
#include "src/base/clock.h"
#include "suites/suite.h"

#include <stdio.h>

#define SWEEP_SECONDS 15.0
#define REVIVAL_SECONDS 3.0

static enum ssmspec_err take_result(void *context, const struct ssmspec_result *result) {
    struct ssmspec_session *session = context;
    ssmspec_progress_add(&session->progress, result);
    return ssmspec_session_add(session, result);
}

static enum ssmspec_err run_cases(struct ssmspec_session *session) {
    struct ssmspec_transporter transporter = {0};
    const size_t jobs = session->settings.jobs;
    GUARD(ssmspec_session_connect(session, jobs < SSMSPEC_CROWD_MAX ? SSMSPEC_CROWD_MAX : jobs,
                                  ssmspec_signal_flag(), &transporter));
    struct ssmspec_view items[SSMSPEC_SECRETS];
    const struct ssmspec_run_options run = {
        .suite = &ssmspec_run_command_suite,
        .plan = &session->plan,
        .bindings = &session->target.bindings,
        .transporter = &transporter,
        .jobs = jobs,
        .seed = session->settings.seed,
        .match = session->settings.match,
        .secrets = ssmspec_session_secrets(session, items),
        .max_seconds = session->settings.max_seconds,
        .revival_seconds = REVIVAL_SECONDS,
        .known = &session->known,
        .past = {session->past.record.results, session->past.record.result_count,
                 session->past.bytes == 0 ? 0 : session->past.resumed + 1},
        .on_result = take_result,
        .context = session,
    };
    struct ssmspec_run_outcome outcome;
    const double start = ssmspec_clock_seconds();
    const enum ssmspec_err err = ssmspec_run(&run, &session->ledger, &session->arena, &outcome);
    transporter.free(transporter.self);
    session->is_unusable = outcome.is_unusable;
    struct ssmspec_run_record *record = &session->record;
    record->results = outcome.results;
    record->result_count = outcome.count;
    record->is_complete = outcome.is_complete && err == SSMSPEC_OK;
    record->stop_reason = outcome.stop_reason;
    record->seconds = ssmspec_clock_seconds() - start;
    return err == SSMSPEC_ERR_INTERRUPTED ? SSMSPEC_OK : err;
}

/* The signal that ends a run must not keep it from ending its commands: no stop flag here. What
 * goes wrong is said; the verdicts stand. */
static void sweep(struct ssmspec_session *session) {
    size_t left = session->ledger.count + session->ledger.unusable;
    if (left == 0) {
        return;
    }
    struct ssmspec_transporter transporter = {0};
    if (ssmspec_session_connect(session, 1, NULL, &transporter) == SSMSPEC_OK) {
        const enum ssmspec_err err =
            ssmspec_ledger_sweep(&session->ledger, &ssmspec_run_command_suite,
                                 &session->target.bindings, &transporter, SWEEP_SECONDS, &left);
        transporter.free(transporter.self);
        left = err != SSMSPEC_OK && left == 0 ? 1 : left;
    }
    if (left > 0 && !session->settings.is_quiet) {
        (void)fprintf(stderr, "%zu %s that this run started could not be cancelled\n", left,
                      left == 1 ? "command" : "commands");
    }
}

static void note_past(const struct ssmspec_session *session) {
    if (session->past.bytes > 0 && !session->settings.is_quiet) {
        (void)fprintf(stderr, "going on with %s: %zu of %zu cases have their verdict\n",
                      session->settings.journal_path, session->past.record.result_count,
                      session->plan.chosen);
    }
}

static enum ssmspec_err run_session(struct ssmspec_session *session) {
    GUARD(ssmspec_session_prepare(session));
    GUARD(ssmspec_session_record(session));
    GUARD(ssmspec_session_start(session));
    ssmspec_progress_notes(&session->target, &session->settings, &session->plan);
    note_past(session);
    ssmspec_progress_start(&session->progress, session->settings.is_quiet, session->env,
                           session->plan.chosen);
    session->progress.done = session->past.record.result_count;
    const enum ssmspec_err ran = run_cases(session);
    ssmspec_progress_end(&session->progress);
    /* Reports first: whoever sent the signal may not wait for the sweep. */
    const enum ssmspec_err finished = ssmspec_session_report(session, ran);
    sweep(session);
    GUARD(finished);
    return ran;
}

static void clear(struct ssmspec_session *session) {
    if (ssmspec_journal_close(session->journal) != SSMSPEC_OK) {
        (void)fputs("ssmspec: the journal is not complete\n", stderr);
    }
    ssmspec_target_close(&session->target);
    ssmspec_ledger_clear(&session->ledger);
    ssmspec_bytes_clear(&session->why);
    ssmspec_arena_clear(&session->arena);
}

int ssmspec_verb_run(const struct ssmspec_options *options, ssmspec_env_fn env) {
    struct ssmspec_session session = {.options = options, .env = env};
    ssmspec_signals_watch();
    const enum ssmspec_err err = run_session(&session);
    const int code =
        err == SSMSPEC_OK ? session.record.exit_code : ssmspec_complain(err, &session.why);
    clear(&session);
    return code;
}
