/* A constraint kind is one file with three verbs: check a value, probe the boundary, describe the
 * rule. required.c type.c length.c range.c pattern.c count.c enum.c each fill one row of the table
 * behind ssmspec_constraint_kind. */
#ifndef SSMSPEC_SRC_RULE_CONSTRAINT_H
#define SSMSPEC_SRC_RULE_CONSTRAINT_H

#include "src/base/bytes.h"
#include "src/json/json.h"
#include "src/rule/pattern_cache.h"
#include "src/rule/shape.h"

/* What a check finds: nothing, or on which side of the rule the value lies. */
enum ssmspec_side {
    SSMSPEC_WITHIN,
    SSMSPEC_BELOW, /* under min */
    SSMSPEC_ABOVE, /* over max */
    SSMSPEC_OFF,   /* not matching, not a member of the set, missing, of the wrong type */
};

/* What a probe's value deserves. */
enum ssmspec_stance {
    SSMSPEC_ACCEPT,    /* must be accepted */
    SSMSPEC_REJECT,    /* must be rejected */
    SSMSPEC_UNSETTLED, /* sources are silent or disagree: anything but a crash, recorded */
};

/* One value aimed at a rule. */
struct ssmspec_probe {
    const char *name;          /* last segment of the case id */
    struct ssmspec_view value; /* JSON text, any bytes; ptr NULL: the member is left out */
    enum ssmspec_stance stance;
    const char *source; /* NULL: the constraint's own */
    const char *also;   /* a rejection may carry this error type too, or NULL */
};

/* Receives probes; the probe and what it points to are valid only during the call. */
typedef enum ssmspec_err (*ssmspec_probe_fn)(void *context, const struct ssmspec_probe *probe);

/* What a probe may need to know about the place where it is aimed. */
struct ssmspec_site {
    const struct ssmspec_shape *shape;           /* the shape the constraint stands on */
    const struct ssmspec_member *member;         /* NULL for list elements, map keys and values */
    const struct ssmspec_constraint *constraint; /* never NULL; required and type get a row made
                                                    up with just kind and source */
    bool is_nested;                              /* below the input's own members */
    bool is_element;                             /* a list element or map value */
};

struct ssmspec_constraint_kind {
    enum ssmspec_kind kind;
    /* value is never NULL here except for SSMSPEC_REQUIRED. A value of another JSON type than the
     * shape's is SSMSPEC_WITHIN for every kind but SSMSPEC_TYPE: that is the type rule's affair. */
    enum ssmspec_side (*check)(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns);
    /* Calls sink for each probe, boundaries on both sides; stops at the sink's first error. */
    enum ssmspec_err (*probe)(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context);
    /* The phrase a real endpoint uses for that side: "Member must have length less than or equal
     * to 50". SSMSPEC_WITHIN describes the whole rule: "... between 3 and 63".
     * Source: OBS:V-01 and following, OBSERVATIONS.md, validation messages. */
    void (*describe)(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out);
};

/* Never NULL for the kinds of enum ssmspec_kind. */
const struct ssmspec_constraint_kind *ssmspec_constraint_kind(enum ssmspec_kind kind);

extern const struct ssmspec_constraint_kind ssmspec_required_kind;
extern const struct ssmspec_constraint_kind ssmspec_type_kind;
extern const struct ssmspec_constraint_kind ssmspec_length_kind;
extern const struct ssmspec_constraint_kind ssmspec_range_kind;
extern const struct ssmspec_constraint_kind ssmspec_pattern_kind;
extern const struct ssmspec_constraint_kind ssmspec_count_kind;
extern const struct ssmspec_constraint_kind ssmspec_enum_kind;

/* One valid value of a shape as JSON text (roles as ${name}), from its example or its members'. */
enum ssmspec_err ssmspec_shape_example(const struct ssmspec_shape *shape,
                                       struct ssmspec_bytes *out);

/* The index-th of distinct valid values of a shape (its series), or its example. */
enum ssmspec_err ssmspec_shape_series(const struct ssmspec_shape *shape, unsigned index,
                                      struct ssmspec_bytes *out);

#endif
