/* Which resources the endpoint has, by role, and what it can do. Values are text; a role may hold a
 * list. Roles are plain words here; the suites name them. */
#ifndef SSMSPEC_SRC_CASE_BINDINGS_H
#define SSMSPEC_SRC_CASE_BINDINGS_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/case/role.h"
#include "src/json/json.h"

#define SSMSPEC_BINDINGS_SCHEMA "ssmspec.bindings/1"

struct ssmspec_binding {
    struct ssmspec_view role;
    const struct ssmspec_view *values; /* one, or a list's elements */
    size_t value_count;                /* 0: explicitly unbound */
    bool is_list;
};

enum ssmspec_capability { SSMSPEC_UNDECLARED, SSMSPEC_ABSENT, SSMSPEC_PRESENT };

struct ssmspec_bindings {
    struct ssmspec_arena *arena; /* owner of everything below; the caller's */
    struct ssmspec_view name;
    struct ssmspec_binding *rows;
    size_t count, cap;
    enum ssmspec_capability sigv4; /* the endpoint verifies signatures */
    const char *no_sigv4_reason;   /* where that is not PRESENT, for people; NULL: not known why */
};

/* Start empty. */
void ssmspec_bindings_init(struct ssmspec_bindings *bindings, struct ssmspec_arena *arena);

/* Bind role to one value, replacing what it had. Copies both. value.ptr NULL unbinds. */
enum ssmspec_err ssmspec_bindings_set(struct ssmspec_bindings *bindings, struct ssmspec_view role,
                                      struct ssmspec_view value) SSMSPEC_MUST_USE;

/* Bind role to a list. Copies. */
enum ssmspec_err ssmspec_bindings_set_list(struct ssmspec_bindings *bindings,
                                           struct ssmspec_view role,
                                           const struct ssmspec_view *values,
                                           size_t count) SSMSPEC_MUST_USE;

/* Merge a bindings document over what is there:
 * {"schema":"ssmspec.bindings/1","name":...,"bindings":{ROLE: text | [text...] | null},
 *  "capabilities":{"sigv4": true}}, every key optional but schema. Each role must be a row of
 * roles, and its value fit that row. SSMSPEC_ERR_CONFIG with a sentence "LINE:COLUMN: what is
 * wrong" in *why otherwise; nothing is merged then. */
enum ssmspec_err ssmspec_bindings_merge(struct ssmspec_bindings *bindings,
                                        struct ssmspec_view document,
                                        const struct ssmspec_role *roles,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* NULL when the role has no value. */
const struct ssmspec_binding *ssmspec_bindings_get(const struct ssmspec_bindings *bindings,
                                                   struct ssmspec_view role);

#endif
