#include "runner/loaded.h"
#include "runner/repeat.h"
#include "runner/session.h"
#include "runner/signals.h"
#include "src/run/digest.h"
#include "src/run/verifying.h"
#include "suites/roles.h"
#include "suites/suite.h"

#include <time.h>

#define KEY_ID_LEAST 16 /* of a real one */

enum ssmspec_err ssmspec_session_connect(struct ssmspec_session *session, size_t jobs,
                                         const volatile int *stop,
                                         struct ssmspec_transporter *out) {
    return ssmspec_target_connect(&session->target, session->options, jobs,
                                  session->settings.timeout_seconds, stop, out, &session->why);
}

static enum ssmspec_err make_plan(struct ssmspec_session *session,
                                  const struct ssmspec_selection *selection) {
    return ssmspec_plan_make(&ssmspec_run_command_suite, &session->cases, selection,
                             &session->target.bindings, session->target.effects, &session->arena,
                             &session->plan, &session->why);
}

/* A real key's id names an account; the sample pair's is shorter, and in every manual. What a
 * session had that is over may still be somebody's. */
struct ssmspec_secrets ssmspec_session_secrets(const struct ssmspec_session *session,
                                               struct ssmspec_view items[SSMSPEC_SECRETS]) {
    const struct ssmspec_credentials *credentials = &session->target.identity.credentials;
    const struct ssmspec_binding *const expired = ssmspec_bindings_get(
        &session->target.bindings, SSMSPEC_VIEW(SSMSPEC_ROLE_EXPIRED_CREDENTIALS));
    size_t count = 0;
    items[count++] = credentials->secret_access_key;
    items[count++] = credentials->session_token;
    if (credentials->access_key_id.len >= KEY_ID_LEAST) {
        items[count++] = credentials->access_key_id;
    }
    for (size_t i = 0; expired != NULL && i < expired->value_count && count < SSMSPEC_SECRETS;
         i++) {
        items[count++] = expired->values[i];
    }
    return (struct ssmspec_secrets){items, count};
}

static enum ssmspec_err probe_signatures(struct ssmspec_session *session) {
    struct ssmspec_transporter transporter = {0};
    struct ssmspec_view items[SSMSPEC_SECRETS];
    const struct ssmspec_secrets secrets = ssmspec_session_secrets(session, items);
    GUARD(ssmspec_session_connect(session, 1, ssmspec_signal_flag(), &transporter));
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

static enum ssmspec_err load_known(struct ssmspec_session *session) {
    struct ssmspec_run_record *record = &session->record;
    GUARD(now_text(&session->arena, &record->started));
    const struct ssmspec_view today = ssmspec_view_sub(record->started, 0, 10);
    return ssmspec_load_known(session->options, &session->cases, today, &session->arena,
                              &session->known, &record->known_digest, &session->why);
}

enum ssmspec_err ssmspec_session_prepare(struct ssmspec_session *session) {
    struct ssmspec_selection selection;
    GUARD(ssmspec_settings_read(session->options, &session->arena, &session->settings,
                                &session->why));
    GUARD(ssmspec_session_reopen(session));
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

static enum ssmspec_err repeat_flags(struct ssmspec_session *session, struct ssmspec_view *out) {
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

static enum ssmspec_err copy_digests(struct ssmspec_session *session) {
    char suite[SSMSPEC_SIGNATURE_HEX];
    char plan[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_suite_digest(&session->cases, suite));
    GUARD(ssmspec_plan_digest(&session->plan, plan));
    GUARD(ssmspec_arena_copy(&session->arena, (struct ssmspec_view){suite, sizeof suite},
                             &session->record.suite_digest));
    return ssmspec_arena_copy(&session->arena, (struct ssmspec_view){plan, sizeof plan},
                              &session->record.plan_digest);
}

enum ssmspec_err ssmspec_session_record(struct ssmspec_session *session) {
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
