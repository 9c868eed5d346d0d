/* From tables to cases: rule x probe. Nothing here knows an operation's name. */
#ifndef SSMSPEC_SRC_CASE_DERIVE_H
#define SSMSPEC_SRC_CASE_DERIVE_H

#include "src/case/role.h"
#include "src/case/row.h"

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

/* A document of pinned cases (case_file.h). */
struct ssmspec_case_file {
    const char *name; /* for people; NULL ends a list */
    struct ssmspec_view text;
};

struct ssmspec_suite {
    const struct ssmspec_service *service;
    const struct ssmspec_row *const *tables; /* NULL-terminated list of row tables, each ending with
                                                a row whose kind is NULL */
    const struct ssmspec_scenario *const *scenarios; /* likewise, each ending with a NULL kind; may
                                                        be NULL */
    const struct ssmspec_case_file *case_files;      /* ends with a NULL name; may be NULL */
    const struct ssmspec_role *roles;         /* every role a template may name; ends with NULL */
    const struct ssmspec_role_alias *aliases; /* ends with a NULL role */
    struct ssmspec_errand_row start;          /* makes a live command; captures ${live_command} */
    struct ssmspec_errand_row cleanup;        /* ends ${live_command}; sent for every id captured */
    struct ssmspec_errand_row
        sentinel; /* harmless; any HTTP answer shows that the endpoint lives */
};

/* All cases of the suite in a fixed order: tables' rows and each operation's derived cases,
 * and behind them those of the case files. They
 * live in arena and in the tables. SSMSPEC_ERR_TABLE with a sentence in *why when a table is
 * inconsistent: two cases of one id, an example that breaks its own rule, an unknown role;
 * SSMSPEC_ERR_CONFIG with one that begins with file, line and column when a case file is wrong. */
enum ssmspec_err ssmspec_cases_derive(const struct ssmspec_suite *suite,
                                      struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
