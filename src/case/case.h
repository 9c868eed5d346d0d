/* A case: a rule plus a probe, ready to be sent and judged. Bodies are templates: ${role} stands
 * for a bound value and is filled in just before sending, so that the same case has the same bytes
 * in every export. */
#ifndef SSMSPEC_SRC_CASE_CASE_H
#define SSMSPEC_SRC_CASE_CASE_H

#include "src/case/scenario.h"
#include "src/request/request.h"
#include "src/rule/constraint.h"

/* An answer alone proves little. It is held against that to a counterpart: a request next to the
 * case's own, of which is known how its answer must stand to the case's. There are three kinds:
 *   what must be accepted (a control in the narrow sense): the case's rejection is then one of what
 *     it probes, not of everything;
 *   what must be answered in another way (a foil): the case's acceptance, or its business error, is
 *     then an answer to what was asked, not to anything at all;
 *   what must be answered in the same way (a twin): what differs between them makes no difference.
 * A case's first counterpart stands in `control` and must have been answered, or the case is
 * inconclusive. A second one, `foil`, stands behind a twin, and behind a control that must be
 * accepted, for where that gets the case's very answer (one business error for all); it only ever
 * takes a verdict away, so that nothing is lost where it was not answered. */
enum ssmspec_control_kind {
    SSMSPEC_NO_CONTROL,
    SSMSPEC_CONTROL_ACCEPTED, /* must be accepted, or a rejection proves nothing */
    SSMSPEC_CONTROL_FOIL,     /* must be answered differently, or an error proves nothing */
    SSMSPEC_CONTROL_TWIN, /* says the same in other bytes: must be accepted, and answered alike */
};

struct ssmspec_case {
    const char *id;                        /* "send-command/Comment/length/above-max" */
    const char *operation;                 /* wire name; NULL for frame cases */
    const struct ssmspec_operation *model; /* NULL for frame cases */
    const struct ssmspec_shape *output;    /* what a success looks like; NULL: any object */
    const char *path;                      /* "Targets.Values", "-" */
    const char *kind;                      /* "length" ... "response" */
    const char *probe;                     /* "above-max" */
    const char *rule;                      /* the sentence it tests */
    enum ssmspec_level level;
    const char *source;
    enum ssmspec_effect effect; /* the least limit under which it is sent */
    enum ssmspec_answer_check check;
    bool needs_verifier; /* says something only where signatures are verified */
    const struct ssmspec_scenario
        *scenario;                  /* NULL: a single request; else what follows is empty */
    struct ssmspec_request request; /* target, headers and body are templates */
    struct ssmspec_expectation expect;
    enum ssmspec_control_kind control_kind;
    struct ssmspec_request control; /* template; unused without control */
    struct ssmspec_expectation control_expect;
    struct ssmspec_request foil; /* template: tells a rejection from the control's own error where
                                    both are alike; body ptr NULL: none */
};

struct ssmspec_cases {
    const struct ssmspec_case *rows; /* in suite order, ids unique */
    size_t count;
};

/* Whether id, or its kind, operation and level, is meant by a pattern: `*` within a segment, `**`
 * across segments; a pattern without wildcard matches the id itself and everything below it. */
bool ssmspec_case_matches(const char *id, struct ssmspec_view pattern);

#endif
