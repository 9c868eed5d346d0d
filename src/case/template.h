/* Filling ${role} in. `${role}` gives the value (JSON-escaped when asked), `${role[N]}` the N-th of
 * a list, `${role...}` inside quotes all of a list as "a","b". Of a value "key=value" (or a list of
 * the two) `${role.key}` and `${role.value}` give the halves. `$${` is a literal `${`. */
#ifndef SSMSPEC_SRC_CASE_TEMPLATE_H
#define SSMSPEC_SRC_CASE_TEMPLATE_H

#include "src/case/bindings.h"

/* A value for a role at sending time that no binding holds: a fresh unknown id, the id of the
 * command the case lives on. Returns {NULL, 0} when it has none either. */
typedef struct ssmspec_view (*ssmspec_role_fn)(void *context, struct ssmspec_view role);

/* Append text to *out with every role filled in. extra may be NULL and is asked first.
 * SSMSPEC_ERR_UNBOUND with the role's name in *missing (may be NULL; a view into text) when one has
 * no value. */
enum ssmspec_err ssmspec_template_fill(struct ssmspec_view text,
                                       const struct ssmspec_bindings *bindings,
                                       ssmspec_role_fn extra, void *context,
                                       struct ssmspec_bytes *out,
                                       struct ssmspec_view *missing) SSMSPEC_MUST_USE;

/* Calls visit for each role named in text, in order; stops when it returns false. */
void ssmspec_template_roles(struct ssmspec_view text,
                            bool (*visit)(void *context, struct ssmspec_view role), void *context);

/* The first role named in text that is not among roles; {NULL, 0} when there is none. */
struct ssmspec_view ssmspec_template_unknown(struct ssmspec_view text,
                                             const struct ssmspec_role *roles);

/* Whether text names that role. */
bool ssmspec_template_names(struct ssmspec_view text, const char *role);

#endif
