/* Where things stand in a request, for rows of planted bugs. */
#ifndef SSMSPEC_FUZZ_PLANTED_FIND_H
#define SSMSPEC_FUZZ_PLANTED_FIND_H

#include "fuzz/planted/planted.h"

/* A member of the request itself, the one that counts; NULL where there is none, the operation has
 * no such member, or there is no document. */
const struct ssmspec_json *ssmspec_find_member(const struct ssmspec_scene *scene, const char *name);

/* A value's bytes. */
struct ssmspec_view ssmspec_find_spelling(const struct ssmspec_scene *scene,
                                          const struct ssmspec_json *value);

/* A member's name with its quotes, in bytes of the body. */
struct ssmspec_misreading ssmspec_find_name(const struct ssmspec_scene *scene,
                                            const struct ssmspec_json *object,
                                            const struct ssmspec_json *member);

/* The whole value taken for something else. */
struct ssmspec_misreading ssmspec_take_value(const struct ssmspec_json *value,
                                             struct ssmspec_view as);

/* len bytes from a place on taken for something else. */
struct ssmspec_misreading ssmspec_take_bytes(size_t from, size_t len, const char *as);

/* All elements behind the first `kept` taken for nothing. The list has more than that. */
struct ssmspec_misreading ssmspec_take_first(const struct ssmspec_json *list, size_t kept);

/* The index-th child, which exists. */
const struct ssmspec_json *ssmspec_find_child(const struct ssmspec_json *parent, size_t index);

/* The member before this one in document order that has its name; NULL where it is the first. */
const struct ssmspec_json *ssmspec_find_twin(const struct ssmspec_json *object,
                                             const struct ssmspec_json *member);

/* The row of the request's own member of that name: NULL where it has none. */
const struct ssmspec_constraint *ssmspec_find_row(const struct ssmspec_scene *scene,
                                                  struct ssmspec_view name, enum ssmspec_kind kind);

/* Where in a document that may be broken a place stands: counted from the start up to it. */
struct ssmspec_context {
    size_t objects, lists; /* open ones */
    bool is_in_string;
    bool is_in_name; /* is_in_string, and the string is a member's name */
};
struct ssmspec_context ssmspec_find_context(struct ssmspec_view body, size_t at);

#endif
