/* The walk of a document along its operation's tables: wrong types and violations. Private to
 * src/request. Its depth is the tables', not the document's, and has a bound of its own. */
#ifndef SSMSPEC_SRC_REQUEST_WALK_H
#define SSMSPEC_SRC_REQUEST_WALK_H

#include "src/request/parse.h"

#define SSMSPEC_WALK_DEPTH_MAX 32
#define SSMSPEC_WALK_MEMBERS_MAX 64

/* How the walk came from a value to one inside it; exactly one of the three counts. */
struct ssmspec_walk_step {
    const struct ssmspec_member *member; /* of a structure */
    const struct ssmspec_json *entry;    /* of a map */
    size_t index;                        /* of a list, 1-based */
};

struct ssmspec_walk {
    struct ssmspec_patterns *patterns;
    struct ssmspec_arena *arena;
    struct ssmspec_parsed *out;
    enum ssmspec_err err;
    size_t depth;
    struct ssmspec_walk_step steps[SSMSPEC_WALK_DEPTH_MAX];
};

/* Fills walk->out, whose root is read and an object. */
enum ssmspec_err ssmspec_walk_document(struct ssmspec_walk *walk,
                                       const struct ssmspec_shape *input) SSMSPEC_MUST_USE;

/* The first `depth` steps as real services spell them: "targets.1.member.key". */
enum ssmspec_err ssmspec_walk_path(const struct ssmspec_walk *walk, size_t depth,
                                   struct ssmspec_view *out) SSMSPEC_MUST_USE;

/* Notes a violation (its path is filled in) at the first `depth` steps unless there are enough. */
enum ssmspec_err ssmspec_walk_violate(const struct ssmspec_walk *walk, size_t depth,
                                      struct ssmspec_violation violation) SSMSPEC_MUST_USE;

/* A structure's members as the document has them, in its order: known ones, each once. */
struct ssmspec_walk_members {
    size_t count;
    uint64_t seen; /* by index in the table */
    struct {
        const struct ssmspec_member *member;
        const struct ssmspec_json *value;
    } rows[SSMSPEC_WALK_MEMBERS_MAX];
};

/* shape has at most SSMSPEC_WALK_MEMBERS_MAX members. */
void ssmspec_walk_members_find(const struct ssmspec_shape *shape, const struct ssmspec_json *object,
                               struct ssmspec_walk_members *out);

/* object, or a copy in arena that has only the last of each name's entries. */
enum ssmspec_err ssmspec_walk_entries_unique(struct ssmspec_arena *arena,
                                             const struct ssmspec_json *object,
                                             const struct ssmspec_json **out) SSMSPEC_MUST_USE;

/* What a real service says of a value of the wrong type; static. */
const char *ssmspec_walk_type_text(enum ssmspec_type wanted, const struct ssmspec_json *value);

#endif
