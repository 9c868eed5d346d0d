#include "runner/reports.h"
#include "runner/session.h"
#include "runner/signals.h"
#include "runner/step_summary.h"
#include "runner/verbs.h"
#include "src/report/formats.h"

#include <stdio.h>
#include <unistd.h>

static int exit_code(const struct ssmspec_session *session) {
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

static enum ssmspec_err print_text(struct ssmspec_session *session) {
    struct ssmspec_bytes text = {0};
    const enum ssmspec_err err =
        ssmspec_text_write(&session->record, wants_color(session->env), &text);
    if (err == SSMSPEC_OK) {
        (void)fwrite(text.ptr, 1, text.len, stdout);
    }
    ssmspec_bytes_clear(&text);
    return err;
}

static void say_too(struct ssmspec_session *session, struct ssmspec_bytes *fault) {
    ssmspec_bytes_add_text(&session->why, fault->len > 0 && session->why.len > 0 ? "; " : "");
    ssmspec_bytes_add(&session->why, ssmspec_bytes_view(fault));
    ssmspec_bytes_clear(fault);
}

/* A step's summary is appended to, so that it comes last; reports can be corrected. */
static enum ssmspec_err write_files(struct ssmspec_session *session) {
    struct ssmspec_run_record *record = &session->record;
    struct ssmspec_bytes fault = {0};
    const enum ssmspec_err written = ssmspec_reports_write(&session->settings, record, &fault);
    say_too(session, &fault);
    const enum ssmspec_err noted = ssmspec_step_summary(record, session->env, &fault);
    say_too(session, &fault);
    if (noted != SSMSPEC_OK) {
        ssmspec_reports_correct(&session->settings, record);
    }
    return written == SSMSPEC_OK ? noted : written;
}

/* Every output is tried, the first failure counts; each says the exit code as far as it is known
 * when its turn comes. */
enum ssmspec_err ssmspec_session_report(struct ssmspec_session *session, enum ssmspec_err ran) {
    struct ssmspec_run_record *record = &session->record;
    record->exit_code = ran == SSMSPEC_OK ? exit_code(session) : ssmspec_exit_of(ran);
    const enum ssmspec_err ended = ssmspec_session_end(session);
    if (ended != SSMSPEC_OK) {
        record->exit_code = ssmspec_exit_of(ended);
    }
    const enum ssmspec_err written = write_files(session);
    const enum ssmspec_err printed = print_text(session);
    GUARD(ended);
    GUARD(written);
    return printed;
}
