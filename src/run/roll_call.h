/* Which operations the endpoint has, whether it is there at all, and whether it takes our
 * credentials: asked before any case is sent. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_ROLL_CALL_H
#define SSMSPEC_SRC_RUN_ROLL_CALL_H

#include "src/run/carrier.h"
#include "src/run/keep.h"
#include "src/run/plan.h"

enum ssmspec_presence { SSMSPEC_NOT_ASKED, SSMSPEC_IMPLEMENTED, SSMSPEC_MISSING };

/* One base request and what it was answered. */
struct ssmspec_called {
    const struct ssmspec_operation *operation;
    struct ssmspec_request request;
    struct ssmspec_kept kept;
    bool is_asked;
    bool has_killed; /* the endpoint has not answered since */
};

struct ssmspec_roll_call {
    struct ssmspec_called *called;
    size_t count;
    const char *unusable; /* why nothing can be tested, or NULL */
};

/* Send every distinct base request of each operation that has a case to be sent. Lives in arena. */
enum ssmspec_err ssmspec_roll_call(const struct ssmspec_suite *suite,
                                   const struct ssmspec_plan *plan,
                                   const struct ssmspec_bindings *bindings,
                                   struct ssmspec_carrier *carrier,
                                   const struct ssmspec_secrets *secrets,
                                   struct ssmspec_arena *arena,
                                   struct ssmspec_roll_call *out) SSMSPEC_MUST_USE;

/* The operation one of whose bases killed the endpoint; NULL when none did. */
const struct ssmspec_operation *ssmspec_roll_call_killer(const struct ssmspec_roll_call *roll_call);

/* MISSING when every base request of the operation says so. */
enum ssmspec_presence ssmspec_presence_of(const struct ssmspec_roll_call *roll_call,
                                          const struct ssmspec_operation *operation);

/* The name of an operation that a step of the case's scenario needs and that is missing; NULL when
 * there is none. */
const char *ssmspec_roll_call_needed(const struct ssmspec_roll_call *roll_call,
                                     const struct ssmspec_service *service,
                                     const struct ssmspec_case *row);

/* How the operation's first base was answered; NULL when it was not asked. */
const struct ssmspec_reading *ssmspec_roll_call_answer(const struct ssmspec_roll_call *roll_call,
                                                       const struct ssmspec_operation *operation);

/* Whether it is the case that says whether its operation is there. */
bool ssmspec_roll_call_is_asked_by(const struct ssmspec_case *row);

#endif
