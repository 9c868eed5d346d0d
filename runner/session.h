/* One run from flags to reports. */
#ifndef SSMSPEC_RUNNER_SESSION_H
#define SSMSPEC_RUNNER_SESSION_H

#include "runner/progress.h"
#include "runner/settings.h"
#include "runner/target.h"
#include "src/run/journal.h"
#include "src/run/run.h"

#define SSMSPEC_SECRETS 6

/* Zero-initialise but for options and env; whoever made it clears arena, why and what was opened.
 */
struct ssmspec_session {
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

/* Settings, cases, known failures, target and plan. */
enum ssmspec_err ssmspec_session_prepare(struct ssmspec_session *session) SSMSPEC_MUST_USE;

/* What the head of journal and reports says. */
enum ssmspec_err ssmspec_session_record(struct ssmspec_session *session) SSMSPEC_MUST_USE;

/* A way to the target; the caller frees it. stop may be NULL. */
enum ssmspec_err ssmspec_session_connect(struct ssmspec_session *session, size_t jobs,
                                         const volatile int *stop,
                                         struct ssmspec_transporter *out) SSMSPEC_MUST_USE;

/* What must be shown nowhere; lives in items and the session. */
struct ssmspec_secrets ssmspec_session_secrets(const struct ssmspec_session *session,
                                               struct ssmspec_view items[SSMSPEC_SECRETS]);

/* The journal of an earlier part, where the run goes on with one: read before anything is chosen.
 */
enum ssmspec_err ssmspec_session_reopen(struct ssmspec_session *session) SSMSPEC_MUST_USE;

/* Write the journal's head, or a line that says where it goes on. */
enum ssmspec_err ssmspec_session_start(struct ssmspec_session *session) SSMSPEC_MUST_USE;

enum ssmspec_err ssmspec_session_add(struct ssmspec_session *session,
                                     const struct ssmspec_result *result) SSMSPEC_MUST_USE;

/* The journal is complete before anything else is said. */
enum ssmspec_err ssmspec_session_end(struct ssmspec_session *session) SSMSPEC_MUST_USE;

/* End the journal, write the reports and print; the record gets its exit code. */
enum ssmspec_err ssmspec_session_report(struct ssmspec_session *session,
                                        enum ssmspec_err ran) SSMSPEC_MUST_USE;

#endif
