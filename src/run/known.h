/* Known failures: a list that says which cases fail, why and until when, so that a run stays a gate
 * for everything else. An entry is a promise that is checked: one whose case passes is stale, one
 * whose day is over excuses nothing. */
#ifndef SSMSPEC_SRC_RUN_KNOWN_H
#define SSMSPEC_SRC_RUN_KNOWN_H

#include "src/run/plan.h"

#define SSMSPEC_KNOWN_SCHEMA "ssmspec.known/1"
#define SSMSPEC_KNOWN_BYTES_MOST ((size_t)2 * 1024 * 1024)

struct ssmspec_known_entry {
    struct ssmspec_view pattern; /* of case ids */
    struct ssmspec_view reason;
    struct ssmspec_view expires; /* YYYY-MM-DD, the last day it holds, UTC */
    /* How the case fails: SSMSPEC_PASS stands for fail, deviation or not-implemented. */
    enum ssmspec_outcome_verdict verdict;
    struct ssmspec_view code; /* of the verdict's reason; ptr NULL: any */
    size_t line, column;      /* where its pattern stands in the file */
    bool is_expired;
};

struct ssmspec_known {
    const struct ssmspec_known_entry *entries;
    size_t count;
};

/* Read {"schema":"ssmspec.known/1","entries":[{"id":PATTERN,"reason":TEXT,"expires":"YYYY-MM-DD",
 * "verdict":NAME,"code":WORD}...]}, verdict and code optional. today is YYYY-MM-DD. *out lives in
 * arena and in document. SSMSPEC_ERR_CONFIG with "LINE:COLUMN: what is wrong" in *why. */
enum ssmspec_err ssmspec_known_read(struct ssmspec_view document, struct ssmspec_view today,
                                    struct ssmspec_arena *arena, struct ssmspec_known *out,
                                    struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Whether every entry means a case of the suite: one that means none is misspelt, or its case was
 * renamed. SSMSPEC_ERR_CONFIG as above. */
enum ssmspec_err ssmspec_known_check(const struct ssmspec_known *known,
                                     const struct ssmspec_cases *cases,
                                     struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The expired entries that mean a chosen case, each in words. Lives in arena. */
enum ssmspec_err ssmspec_known_expired(const struct ssmspec_known *known,
                                       const struct ssmspec_plan *plan, struct ssmspec_arena *arena,
                                       struct ssmspec_views *out) SSMSPEC_MUST_USE;

/* Let the list have its say: a listed failure becomes known, a listed case that passes becomes
 * fixed. What cannot tell (skip; inconclusive, unless the entry names that) stays. New texts live
 * in arena. known may be NULL. */
enum ssmspec_err ssmspec_known_settle(const struct ssmspec_known *known,
                                      struct ssmspec_arena *arena,
                                      struct ssmspec_result *result) SSMSPEC_MUST_USE;

#endif
