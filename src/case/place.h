/* Where a rule stands inside an operation's input, and how a value is put there: the request that
 * carries it differs from the base only in that value. Private to src/case. */
#ifndef SSMSPEC_SRC_CASE_PLACE_H
#define SSMSPEC_SRC_CASE_PLACE_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/rule/shape.h"

enum ssmspec_place_step {
    SSMSPEC_STEP_MEMBER,
    SSMSPEC_STEP_ELEMENT,
    SSMSPEC_STEP_KEY,
    SSMSPEC_STEP_VALUE
};

/* One step on the way from the input structure to a value; the chain ends at parent NULL. */
struct ssmspec_place {
    const struct ssmspec_place *parent;
    enum ssmspec_place_step step;
    const struct ssmspec_shape *holder;  /* the shape one step up */
    const struct ssmspec_member *member; /* of a member step */
    const struct ssmspec_shape *shape;   /* the shape here */
};

/* "Targets.Values", "InstanceIds.member", "Parameters.value.member": the path of case ids. */
enum ssmspec_err ssmspec_place_path(const struct ssmspec_place *place,
                                    struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

/* "targets.1.member.values": how a rejection names the place. An element of scalars is named by its
 * list, a key or value by its map (OBS:V-08, V-12). */
enum ssmspec_err ssmspec_place_wire_path(const struct ssmspec_place *place,
                                         struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

/* The member of the input under which the place stands. */
const struct ssmspec_member *ssmspec_place_top(const struct ssmspec_place *place);

/* The base (JSON of an object) with value at the place and everything on the way made valid; value
 * ptr NULL leaves the member out. What must give way to the top member is left out. */
enum ssmspec_err ssmspec_place_fill(const struct ssmspec_place *place, const char *base,
                                    struct ssmspec_view value, struct ssmspec_arena *arena,
                                    struct ssmspec_view *body) SSMSPEC_MUST_USE;

#endif
