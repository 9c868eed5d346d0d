/* Which cases are chosen, and which of those cannot be sent, with the reason. */
#ifndef SSMSPEC_SRC_RUN_PLAN_H
#define SSMSPEC_SRC_RUN_PLAN_H

#include "src/case/bindings.h"
#include "src/case/derive.h"
#include "src/run/result.h"

struct ssmspec_views {
    const struct ssmspec_view *items;
    size_t count;
};

/* Everything empty chooses all. A case must fit each group that is not empty. */
struct ssmspec_selection {
    struct ssmspec_views run;        /* id patterns, any of them */
    struct ssmspec_views skip;       /* id patterns, none of them */
    struct ssmspec_views operations; /* wire names */
    struct ssmspec_views kinds;
    enum ssmspec_level level; /* the least binding one to take; NONE: all */
    size_t shard, shards;     /* 1-based; shards 0: no sharding */
    bool is_full;             /* slow scenarios are sent too */
};

struct ssmspec_plan {
    const struct ssmspec_cases *cases;
    bool *is_chosen;               /* by case index */
    const char **skip_reasons;     /* by case index; NULL: it is sent */
    struct ssmspec_result *blanks; /* by case index: results with what is known before a run; their
                                      effect is what sending the case does under this limit */
    size_t chosen;
};

/* Bind the suite's aliases as the effects allow. */
enum ssmspec_err ssmspec_plan_aliases(const struct ssmspec_suite *suite,
                                      struct ssmspec_bindings *bindings,
                                      enum ssmspec_effect effects) SSMSPEC_MUST_USE;

/* SSMSPEC_ERR_USAGE with a sentence in *why when a pattern, operation or kind meets no case at all.
 * Everything in *out lives in arena. */
enum ssmspec_err ssmspec_plan_make(const struct ssmspec_suite *suite,
                                   const struct ssmspec_cases *cases,
                                   const struct ssmspec_selection *selection,
                                   const struct ssmspec_bindings *bindings,
                                   enum ssmspec_effect effects, struct ssmspec_arena *arena,
                                   struct ssmspec_plan *out,
                                   struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Whether the case says which bytes go over the wire, so that it needs one. */
bool ssmspec_plan_needs_wire(const struct ssmspec_case *row);

#endif
