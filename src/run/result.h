/* One line of the journal: a case and what came of it. Every report is a function of these. */
#ifndef SSMSPEC_SRC_RUN_RESULT_H
#define SSMSPEC_SRC_RUN_RESULT_H

#include "src/base/err.h"
#include "src/judge/verdict.h"

/* What was seen on the wire, cut for people. All views may be empty (ptr NULL: not sent or not
 * answered). */
struct ssmspec_seen {
    bool is_delivered;
    int status;                  /* 0 when nothing was delivered */
    struct ssmspec_view error;   /* bare error type */
    struct ssmspec_view message; /* or the transport's detail */
};

struct ssmspec_result {
    struct ssmspec_view id, operation, kind, rule, case_source; /* of the case */
    struct ssmspec_view effect;
    enum ssmspec_level case_level;
    struct ssmspec_verdict verdict;
    const struct ssmspec_view *expected; /* accepted outcomes in words */
    size_t expected_count;
    struct ssmspec_seen actual;
    bool has_control;
    struct ssmspec_seen control;
    double seconds;
};

/* What a run is about: head and tail of the journal. */
struct ssmspec_run_record {
    struct ssmspec_view tool_version;
    struct ssmspec_view suite_digest; /* SHA-256 of the exported cases, hex */
    struct ssmspec_view url;          /* without credentials */
    struct ssmspec_view region;
    struct ssmspec_view flags;       /* what a repetition of one case must say again, for a shell */
    struct ssmspec_view plan_digest; /* SHA-256 of what is sent and what is left out, hex */
    struct ssmspec_view known_digest;   /* SHA-256 of the list of known failures, or absent */
    const struct ssmspec_view *expired; /* its entries whose day is over, in words */
    size_t expired_count;
    unsigned long long seed;
    struct ssmspec_view started; /* RFC 3339, UTC */
    size_t selected;             /* cases chosen, skips included */
    bool is_complete;
    int exit_code;
    double seconds;
    const char *stop_reason;              /* why it is not complete, or NULL */
    const struct ssmspec_result *results; /* in suite order */
    size_t result_count;
};

struct ssmspec_counts {
    size_t by_verdict[SSMSPEC_VERDICT_COUNT];
    size_t run; /* all but skip */
};

void ssmspec_count(const struct ssmspec_run_record *record, struct ssmspec_counts *out);

/* As README lists them; is_strict makes deviations count. Never 5, 2 or signals: those are the
 * caller's. */
int ssmspec_exit_code(const struct ssmspec_run_record *record, bool is_strict,
                      bool is_unusable /* cannot connect, TLS, ...: no case to blame */);

#endif
