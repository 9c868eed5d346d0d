#include "runner/exits.h"
#include "runner/loaded.h"
#include "runner/progress.h"
#include "runner/repeat.h"
#include "runner/reports.h"
#include "runner/settings.h"
#include "runner/signals.h"
#include "runner/step_summary.h"
#include "runner/target.h"
#include "runner/verbs.h"
#include "src/base/clock.h"
#include "src/report/formats.h"
#include "src/run/digest.h"
#include "src/run/journal.h"
#include "src/run/run.h"
#include "src/run/verifying.h"
#include "suites/suite.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define SWEEP_SECONDS 15.0
#define SECRETS 3
#define KEY_ID_LEAST 16 /* of a real one */
#define REVIVAL_SECONDS 3.0

/* One run from flags to reports. */
struct session {
    const struct ssmspec_options *options;
    ssmspec_env_fn env;
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_settings settings;
    struct ssmspec_cases cases;
    struct ssmspec_target target;
    struct ssmspec_plan plan;
    struct ssmspec_known known;
    struct ssmspec_journal *journal;
    struct ssmspec_journal_content past; /* of the journal that is gone on with */
    struct ssmspec_ledger ledger;
    struct ssmspec_progress progress;
    struct ssmspec_run_record record;
    bool is_unusable;
};

static enum ssmspec_err connect_target(struct session *session, size_t jobs,
                                       const volatile int *stop, struct ssmspec_transporter *out) {
    return ssmspec_target_connect(&session->target, session->options, jobs,
                                  session->settings.timeout_seconds, stop, out, &session->why);
}

static enum ssmspec_err make_plan(struct session *session,
                                  const struct ssmspec_selection *selection) {
    return ssmspec_plan_make(&ssmspec_run_command_suite, &session->cases, selection,
                             &session->target.bindings, session->target.effects, &session->arena,
                             &session->plan, &session->why);
}

/* A real key's id names an account; the sample pair's is shorter, and in every manual. */
static struct ssmspec_secrets secrets_of(const struct session *session,
                                         struct ssmspec_view items[SECRETS]) {
    const struct ssmspec_credentials *credentials = &session->target.identity.credentials;
    items[0] = credentials->secret_access_key;
    items[1] = credentials->session_token;
    items[2] = credentials->access_key_id;
    return (struct ssmspec_secrets){items, items[2].len < KEY_ID_LEAST ? 2 : 3};
}

static enum ssmspec_err probe_signatures(struct session *session) {
    struct ssmspec_transporter transporter = {0};
    struct ssmspec_view items[SECRETS];
    const struct ssmspec_secrets secrets = secrets_of(session, items);
    GUARD(connect_target(session, 1, ssmspec_signal_flag(), &transporter));
    const enum ssmspec_err err = ssmspec_verifying_probe(
        &ssmspec_run_command_suite, &transporter, &secrets, &session->target.bindings,
        &session->arena, &session->target.signatures);
    transporter.free(transporter.self);
    return err;
}

static enum ssmspec_err now_text(struct ssmspec_arena *arena, struct ssmspec_view *out) {
    const time_t now = time(NULL);
    struct tm parts;
    char text[32];
    ENSURE(gmtime_r(&now, &parts) != NULL, SSMSPEC_ERR_NOMEM);
    const size_t len = strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return ssmspec_arena_copy(arena, (struct ssmspec_view){text, len}, out);
}

static enum ssmspec_err load_known(struct session *session) {
    struct ssmspec_run_record *record = &session->record;
    GUARD(now_text(&session->arena, &record->started));
    const struct ssmspec_view today = ssmspec_view_sub(record->started, 0, 10);
    return ssmspec_load_known(session->options, &session->cases, today, &session->arena,
                              &session->known, &record->known_digest, &session->why);
}

/* The seed of an earlier part is the run's. */
static enum ssmspec_err reopen_journal(struct session *session) {
    struct ssmspec_settings *settings = &session->settings;
    if (!settings->is_resuming) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_journal_reopen(settings->journal_path, &session->arena, &session->journal,
                                 &session->past, &session->why));
    if (session->past.bytes > 0 && !settings->is_seed_given) {
        settings->seed = session->past.record.seed;
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err prepare(struct session *session) {
    struct ssmspec_selection selection;
    GUARD(ssmspec_settings_read(session->options, &session->arena, &session->settings,
                                &session->why));
    GUARD(reopen_journal(session));
    GUARD(ssmspec_load_cases(session->options, &session->arena, &session->cases, &session->why));
    GUARD(ssmspec_load_selection(session->options, &session->arena, &selection, &session->why));
    GUARD(load_known(session));
    GUARD(ssmspec_target_open(session->options, session->env, &session->arena, &session->target,
                              &session->why));
    GUARD(make_plan(session, &selection));
    const bool is_known = session->target.bindings.sigv4 != SSMSPEC_UNDECLARED;
    if (is_known || !ssmspec_plan_needs_verifier(&session->plan)) {
        return SSMSPEC_OK;
    }
    GUARD(probe_signatures(session));
    return make_plan(session, &selection);
}

static enum ssmspec_err repeat_flags(struct session *session, struct ssmspec_view *out) {
    const struct ssmspec_target *target = &session->target;
    struct ssmspec_bytes flags = {0};
    ssmspec_repeat_flags(session->options,
                         target->reference != NULL ? (struct ssmspec_view){0} : target->shown,
                         &flags);
    enum ssmspec_err err = ssmspec_bytes_status(&flags);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(&session->arena, ssmspec_bytes_view(&flags), out);
    }
    ssmspec_bytes_clear(&flags);
    return err;
}

/* Which file it was: the journal itself knows no path. */
static enum ssmspec_err to_journal(struct session *session, enum ssmspec_err err) {
    if (err == SSMSPEC_ERR_WRITE) {
        ssmspec_bytes_printf(&session->why, "%s: cannot be written",
                             session->settings.journal_path);
    }
    return err;
}

static enum ssmspec_err copy_digests(struct session *session) {
    char suite[SSMSPEC_SIGNATURE_HEX];
    char plan[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_suite_digest(&session->cases, suite));
    GUARD(ssmspec_plan_digest(&session->plan, plan));
    GUARD(ssmspec_arena_copy(&session->arena, (struct ssmspec_view){suite, sizeof suite},
                             &session->record.suite_digest));
    return ssmspec_arena_copy(&session->arena, (struct ssmspec_view){plan, sizeof plan},
                              &session->record.plan_digest);
}

static enum ssmspec_err open_record(struct session *session) {
    struct ssmspec_run_record *record = &session->record;
    struct ssmspec_views expired;
    record->tool_version = SSMSPEC_VIEW(SSMSPEC_VERSION);
    record->url = session->target.shown;
    record->region = session->target.identity.region;
    record->seed = session->settings.seed;
    record->selected = session->plan.chosen;
    GUARD(copy_digests(session));
    GUARD(ssmspec_known_expired(&session->known, &session->plan, &session->arena, &expired));
    record->expired = expired.items;
    record->expired_count = expired.count;
    return repeat_flags(session, &record->flags);
}

/* Reports say what the journal's head says: of the first part where there is one. */
static enum ssmspec_err resume_journal(struct session *session) {
    const char *path = session->settings.journal_path;
    struct ssmspec_run_record *record = &session->record;
    const struct ssmspec_view now = record->started;
    GUARD(ssmspec_past_check_head(&session->past, record, path, &session->why));
    GUARD(ssmspec_past_check_results(&session->past, &session->plan, path, &session->why));
    record->url = session->past.record.url;
    record->started = session->past.record.started;
    return to_journal(session, ssmspec_journal_resume(session->journal, &session->past, now));
}

static enum ssmspec_err start_journal(struct session *session) {
    if (session->past.bytes > 0) {
        return resume_journal(session);
    }
    const char *path = session->settings.journal_path;
    if (path != NULL && session->journal == NULL) {
        GUARD(ssmspec_journal_open(path, &session->journal, &session->why));
    }
    return to_journal(session, ssmspec_journal_start(session->journal, &session->record));
}

static enum ssmspec_err take_result(void *context, const struct ssmspec_result *result) {
    struct session *session = context;
    ssmspec_progress_add(&session->progress, result);
    return to_journal(session, ssmspec_journal_add(session->journal, result));
}

static enum ssmspec_err run_cases(struct session *session) {
    struct ssmspec_transporter transporter = {0};
    const size_t jobs = session->settings.jobs;
    GUARD(connect_target(session, jobs < SSMSPEC_CROWD_MAX ? SSMSPEC_CROWD_MAX : jobs,
                         ssmspec_signal_flag(), &transporter));
    struct ssmspec_view items[SECRETS];
    const struct ssmspec_run_options run = {
        .suite = &ssmspec_run_command_suite,
        .plan = &session->plan,
        .bindings = &session->target.bindings,
        .transporter = &transporter,
        .jobs = jobs,
        .seed = session->settings.seed,
        .match = session->settings.match,
        .secrets = secrets_of(session, items),
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
static void sweep(struct session *session) {
    size_t left = session->ledger.count + session->ledger.unusable;
    if (left == 0) {
        return;
    }
    struct ssmspec_transporter transporter = {0};
    if (connect_target(session, 1, NULL, &transporter) == SSMSPEC_OK) {
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

static int exit_code(const struct session *session) {
    const int signal_number = *ssmspec_signal_flag();
    if (signal_number != 0) {
        return 128 + signal_number;
    }
    return ssmspec_exit_code(&session->record, session->settings.is_strict, session->is_unusable);
}

static bool wants_color(ssmspec_env_fn env) {
    const char *no_color = env("NO_COLOR");
    return isatty(STDOUT_FILENO) == 1 && (no_color == NULL || no_color[0] == '\0');
}

static enum ssmspec_err print_text(struct session *session) {
    struct ssmspec_bytes text = {0};
    const enum ssmspec_err err =
        ssmspec_text_write(&session->record, wants_color(session->env), &text);
    if (err == SSMSPEC_OK) {
        (void)fwrite(text.ptr, 1, text.len, stdout);
    }
    ssmspec_bytes_clear(&text);
    return err;
}

/* The journal is complete before anything else is said. */
static enum ssmspec_err end_journal(struct session *session) {
    const enum ssmspec_err ended =
        to_journal(session, ssmspec_journal_end(session->journal, &session->record));
    const enum ssmspec_err closed = ssmspec_journal_close(session->journal);
    session->journal = NULL;
    return ended == SSMSPEC_OK ? closed : ended;
}

/* Every output is tried, the first failure counts; each says the exit code as far as it is known
 * when its turn comes. */
static enum ssmspec_err finish(struct session *session, enum ssmspec_err ran) {
    struct ssmspec_run_record *record = &session->record;
    record->exit_code = ran == SSMSPEC_OK ? exit_code(session) : ssmspec_exit_of(ran);
    const enum ssmspec_err ended = end_journal(session);
    if (ended != SSMSPEC_OK) {
        record->exit_code = ssmspec_exit_of(ended);
    }
    const enum ssmspec_err written =
        ssmspec_reports_write(&session->settings, record, &session->why);
    const enum ssmspec_err printed = print_text(session);
    const enum ssmspec_err noted = ssmspec_step_summary(record, session->env, &session->why);
    const enum ssmspec_err all[] = {ended, written, noted, printed};
    enum ssmspec_err first = SSMSPEC_OK;
    for (size_t i = 0; i < sizeof all / sizeof all[0] && first == SSMSPEC_OK; i++) {
        first = all[i];
    }
    return first;
}

static void note_past(const struct session *session) {
    if (session->past.bytes > 0 && !session->settings.is_quiet) {
        (void)fprintf(stderr, "going on with %s: %zu of %zu cases have their verdict\n",
                      session->settings.journal_path, session->past.record.result_count,
                      session->plan.chosen);
    }
}

static enum ssmspec_err run_session(struct session *session) {
    GUARD(prepare(session));
    GUARD(open_record(session));
    GUARD(start_journal(session));
    ssmspec_progress_notes(&session->target, &session->settings, &session->plan);
    note_past(session);
    ssmspec_progress_start(&session->progress, session->settings.is_quiet, session->env,
                           session->plan.chosen);
    session->progress.done = session->past.record.result_count;
    const enum ssmspec_err ran = run_cases(session);
    ssmspec_progress_end(&session->progress);
    /* Reports first: whoever sent the signal may not wait for the sweep. */
    const enum ssmspec_err finished = finish(session, ran);
    sweep(session);
    GUARD(finished);
    return ran;
}

static void clear(struct session *session) {
    if (ssmspec_journal_close(session->journal) != SSMSPEC_OK) {
        (void)fputs("ssmspec: the journal is not complete\n", stderr);
    }
    ssmspec_target_close(&session->target);
    ssmspec_ledger_clear(&session->ledger);
    ssmspec_bytes_clear(&session->why);
    ssmspec_arena_clear(&session->arena);
}

int ssmspec_verb_run(const struct ssmspec_options *options, ssmspec_env_fn env) {
    struct session session = {.options = options, .env = env};
    ssmspec_signals_watch();
    const enum ssmspec_err err = run_session(&session);
    const int code =
        err == SSMSPEC_OK ? session.record.exit_code : ssmspec_complain(err, &session.why);
    clear(&session);
    return code;
}
