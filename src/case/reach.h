/* What a request would run if it were taken: text on a node that is there, or the command that is
 * started where a case lives on one. Names alone are looked at, not whether the rest is sound, for
 * what an endpoint takes is what a run is about to find out. */
#ifndef SSMSPEC_SRC_CASE_REACH_H
#define SSMSPEC_SRC_CASE_REACH_H

#include "src/case/bindings.h"
#include "src/case/derive.h"

/* The first role by which the case's request or control reaches one; {NULL, 0}: none. */
struct ssmspec_view ssmspec_reach_role(const struct ssmspec_suite *suite,
                                       const struct ssmspec_case *row);

/* The first bound value that is spelled out where such a role could stand; {NULL, 0}: none. */
struct ssmspec_view ssmspec_reach_value(const struct ssmspec_suite *suite,
                                        const struct ssmspec_case *row,
                                        const struct ssmspec_bindings *bindings);

#endif
