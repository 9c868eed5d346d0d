/* Roles: the words by which templates name what an endpoint has, and what a bindings document may
 * put in their place. Ids are not judged: an endpoint may have its own. */
#ifndef SSMSPEC_SRC_CASE_ROLE_H
#define SSMSPEC_SRC_CASE_ROLE_H

#include "src/base/bytes.h"

enum ssmspec_role_form {
    SSMSPEC_ROLE_TEXT = 1, /* one text */
    SSMSPEC_ROLE_LIST,     /* so many texts as the role counts, no two of them alike */
    SSMSPEC_ROLE_PAIR,     /* "key=value", or a list of the two */
    SSMSPEC_ROLE_HEADER,   /* the name of a header that no request has otherwise */
    SSMSPEC_ROLE_OF_RUN,   /* the run itself gives the value */
};

/* Beside roles of its kind. */
enum ssmspec_role_stand {
    SSMSPEC_ROLE_FREE,   /* whatever they name */
    SSMSPEC_ROLE_APART,  /* none of them names the same thing */
    SSMSPEC_ROLE_AMONG,  /* it may be what one of them names */
    SSMSPEC_ROLE_ABSENT, /* it is not there, so that none of them names it */
};

struct ssmspec_role {
    const char *name;
    enum ssmspec_role_form form;
    size_t count; /* of a list */
    enum ssmspec_role_stand stand;
    const char *kind;
};

/* NULL when no row has that name. roles ends with a NULL name. */
const struct ssmspec_role *ssmspec_role_find(const struct ssmspec_role *roles,
                                             struct ssmspec_view name);

/* Whether one value for both would be a contradiction. */
bool ssmspec_role_differs(const struct ssmspec_role *role, const struct ssmspec_role *other);

/* Whether values fit the role; a sentence in *why when they do not. is_list tells a list of one
 * from a text. */
bool ssmspec_role_takes(const struct ssmspec_role *role, const struct ssmspec_view *values,
                        size_t count, bool is_list, struct ssmspec_bytes *why);

#endif
