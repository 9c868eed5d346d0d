/* Collecting cases: addressing their requests, naming them, turning hand-written rows into cases,
 * and the checks that hold for all of them. Private to src/case. */
#ifndef SSMSPEC_SRC_CASE_CATALOGUE_H
#define SSMSPEC_SRC_CASE_CATALOGUE_H

#include "src/case/derive.h"

struct ssmspec_catalogue {
    const struct ssmspec_suite *suite;
    struct ssmspec_arena *arena;
    struct ssmspec_patterns *patterns;
    struct ssmspec_bytes *why; /* what is wrong with a table */
    struct ssmspec_case *rows;
    size_t count, cap;
};

/* Fill in what follows from the operation (NULL: a frame case, addressed as the sentinel): names,
 * method, path, target. */
enum ssmspec_err ssmspec_catalogue_address(struct ssmspec_catalogue *catalogue,
                                           const struct ssmspec_operation *operation,
                                           struct ssmspec_case *row) SSMSPEC_MUST_USE;

/* The part of a source list that speaks of the operation: "API:" and "NET:" documents describe one
 * operation each, and shapes are shared. NULL when out of memory. */
const char *ssmspec_catalogue_source(struct ssmspec_catalogue *catalogue,
                                     const struct ssmspec_operation *operation, const char *source);

/* Name the case, check its templates' roles and keep a copy. */
enum ssmspec_err ssmspec_catalogue_add(struct ssmspec_catalogue *catalogue,
                                       const struct ssmspec_case *row) SSMSPEC_MUST_USE;

/* The suite's hand-written rows of an operation, NULL: those of none. */
enum ssmspec_err ssmspec_catalogue_rows(struct ssmspec_catalogue *catalogue,
                                        const struct ssmspec_suite *suite,
                                        const struct ssmspec_operation *operation) SSMSPEC_MUST_USE;

/* The suite's scenarios of an operation. */
enum ssmspec_err ssmspec_catalogue_scenarios(
    struct ssmspec_catalogue *catalogue, const struct ssmspec_suite *suite,
    const struct ssmspec_operation *operation) SSMSPEC_MUST_USE;

/* The cases of a file; one whose id another case has already is refused. */
enum ssmspec_err ssmspec_case_file_add(struct ssmspec_catalogue *catalogue,
                                       const struct ssmspec_case_file *file) SSMSPEC_MUST_USE;

/* Hand the cases over; SSMSPEC_ERR_TABLE when two have one id. */
enum ssmspec_err ssmspec_catalogue_finish(struct ssmspec_catalogue *catalogue,
                                          struct ssmspec_cases *out) SSMSPEC_MUST_USE;

#endif
