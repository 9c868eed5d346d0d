/* From tables to cases: rule x probe. Nothing here knows an operation's name. */
#ifndef SSMSPEC_SRC_CASE_DERIVE_H
#define SSMSPEC_SRC_CASE_DERIVE_H

#include "src/case/case.h"
#include "src/case/role.h"

/* One hand-written row of a suite: an error provoked, a header checked, anything that no constraint
 * gives. Strings are templates where they become bytes. */
struct ssmspec_row {
    const char *operation; /* wire name; NULL: a frame case, slug "any" */
    const char *path;      /* "-" when NULL */
    const char *kind;
    const char *probe;
    const char *rule;
    enum ssmspec_level level;
    const char *source;
    enum ssmspec_effect effect;
    enum ssmspec_answer_check check;
    const char *body;           /* template */
    unsigned body_repeat_bytes; /* when not 0: the one `#` run in body becomes that many `x` */
    const char *header_name;    /* one further header, templates, or NULL */
    const char *header_value;
    struct ssmspec_outcome outcomes[SSMSPEC_OUTCOMES_MAX]; /* accepted first, then tolerated */
    size_t outcome_count;
    enum ssmspec_control_kind control_kind;
    bool may_lag;        /* reads may not see yet what the case created: the control may say so */
    const char *control; /* template of the control's body; NULL with CONTROL_FOIL: the
                            operation's foil; NULL with CONTROL_ACCEPTED: its base */
};

/* The two columns of a row's outcomes at once. */
#define SSMSPEC_EXPECT(...)                                                                       \
    .outcomes = {__VA_ARGS__}, .outcome_count = sizeof((struct ssmspec_outcome[]){__VA_ARGS__}) / \
                                                sizeof(struct ssmspec_outcome)

/* The case of each operation that fails when it is not there at all. */
#define SSMSPEC_KIND_HTTP "http"
#define SSMSPEC_PROBE_IMPLEMENTED "implemented"

/* Roles that are given a value at sending time. */
#define SSMSPEC_ROLE_FRESH_ID "fresh_id" /* a well-formed id that names nothing */
#define SSMSPEC_ROLE_LIVE "live_command" /* what the suite's start captured for this case */

/* A role that stands for another one, depending on the effects that are allowed. */
struct ssmspec_role_alias {
    const char *role;
    enum ssmspec_effect effect; /* from this limit on ... */
    const char *then;           /* ... it is this role, where that is bound */
    const char *otherwise;
};

/* A request that the run itself needs, besides the cases. */
struct ssmspec_errand_row {
    const char *operation; /* wire name */
    const char *body;      /* template */
    const char *capture;   /* dotted path of a text in its 200's body, or NULL */
};

struct ssmspec_suite {
    const struct ssmspec_service *service;
    const struct ssmspec_row *const *tables; /* NULL-terminated list of row tables, each ending with
                                                a row whose kind is NULL */
    const struct ssmspec_role *roles;        /* every role a template may name; ends with NULL */
    const struct ssmspec_role_alias *aliases; /* ends with a NULL role */
    struct ssmspec_errand_row start;          /* makes a live command; captures ${live_command} */
    struct ssmspec_errand_row cleanup;        /* ends ${live_command}; sent for every id captured */
    struct ssmspec_errand_row
        sentinel; /* harmless; any HTTP answer shows that the endpoint lives */
};

/* All cases of the suite in a fixed order: tables' rows and each operation's derived cases. They
 * live in arena and in the tables. SSMSPEC_ERR_TABLE with a sentence in *why when a table is
 * inconsistent: two cases of one id, an example that breaks its own rule, an unknown role. */
enum ssmspec_err ssmspec_cases_derive(const struct ssmspec_suite *suite,
                                      struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
