/* Rule, case and source, beside each other: which cases test a rule, where the rule comes from, and
 * which sentences of the source documents have a case. */
#ifndef SSMSPEC_SRC_REPORT_TRACE_H
#define SSMSPEC_SRC_REPORT_TRACE_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/case/case.h"
#include "src/case/statement.h"

/* One testable sentence and its cases, which follow one another in the trace's order. */
struct ssmspec_traced_rule {
    const struct ssmspec_case *const *cases;
    size_t count;
    enum ssmspec_level level; /* the most binding of its cases */
    bool has_positive;        /* something is, or a control must be, accepted */
    bool has_negative;        /* something must be refused, or an answer looked at */
};

struct ssmspec_trace {
    const struct ssmspec_traced_rule *rules; /* by operation, kind and sentence */
    size_t rule_count;
    const struct ssmspec_cases *cases;
    const struct ssmspec_service *service;
    const struct ssmspec_statement *const *statements; /* NULL-terminated list of tables */
};

/* Everything lives in arena, in cases and in the tables. */
enum ssmspec_err ssmspec_trace_make(const struct ssmspec_cases *cases,
                                    const struct ssmspec_service *service,
                                    const struct ssmspec_statement *const *statements,
                                    struct ssmspec_arena *arena,
                                    struct ssmspec_trace *out) SSMSPEC_MUST_USE;

/* One line for each gap: a rule without source, a rule of the model without a case on either side,
 * a rejection that no control stands behind, an operation's error or member without a case, a
 * sentence with neither case nor reason, a pattern that meets no case. *gaps counts them. */
enum ssmspec_err ssmspec_trace_check(const struct ssmspec_trace *trace, struct ssmspec_bytes *out,
                                     size_t *gaps) SSMSPEC_MUST_USE;

enum ssmspec_err ssmspec_trace_markdown(const struct ssmspec_trace *trace,
                                        struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

/* Schema ssmspec.trace/1. */
enum ssmspec_err ssmspec_trace_json(const struct ssmspec_trace *trace,
                                    struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

/* How many cases one of a statement's patterns meets; *rest shrinks by that pattern, and is empty
 * at the end. */
size_t ssmspec_trace_next(const struct ssmspec_cases *cases, struct ssmspec_view *rest,
                          struct ssmspec_view *pattern);

#endif
