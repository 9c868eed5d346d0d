#include "runner/session.h"

/* Which file it was: the journal itself knows no path. Said once: its end fails as well. */
static enum ssmspec_err to_journal(struct ssmspec_session *session, enum ssmspec_err err) {
    if (err == SSMSPEC_ERR_WRITE && session->why.len == 0) {
        ssmspec_bytes_printf(&session->why, "%s: cannot be written: %s",
                             session->settings.journal_path,
                             ssmspec_journal_fault(session->journal));
    }
    return err;
}

/* The seed of an earlier part is the run's. */
enum ssmspec_err ssmspec_session_reopen(struct ssmspec_session *session) {
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

/* Reports say what the journal's head says: of the first part where there is one. */
static enum ssmspec_err resume_journal(struct ssmspec_session *session) {
    const char *path = session->settings.journal_path;
    struct ssmspec_run_record *record = &session->record;
    const struct ssmspec_view now = record->started;
    GUARD(ssmspec_past_check_head(&session->past, record, path, &session->why));
    GUARD(ssmspec_past_check_results(&session->past, &session->plan, path, &session->why));
    record->url = session->past.record.url;
    record->started = session->past.record.started;
    return to_journal(session, ssmspec_journal_resume(session->journal, &session->past, now));
}

enum ssmspec_err ssmspec_session_start(struct ssmspec_session *session) {
    if (session->past.bytes > 0) {
        return resume_journal(session);
    }
    const char *path = session->settings.journal_path;
    if (path != NULL && session->journal == NULL) {
        GUARD(ssmspec_journal_open(path, &session->journal, &session->why));
    }
    return to_journal(session, ssmspec_journal_start(session->journal, &session->record));
}

enum ssmspec_err ssmspec_session_add(struct ssmspec_session *session,
                                     const struct ssmspec_result *result) {
    return to_journal(session, ssmspec_journal_add(session->journal, result));
}

enum ssmspec_err ssmspec_session_end(struct ssmspec_session *session) {
    const enum ssmspec_err ended =
        to_journal(session, ssmspec_journal_end(session->journal, &session->record));
    const enum ssmspec_err closed = ssmspec_journal_close(session->journal);
    session->journal = NULL;
    return ended == SSMSPEC_OK ? closed : ended;
}
