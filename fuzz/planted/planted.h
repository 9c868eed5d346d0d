/* Planted bugs of request parsers: mistakes that real parsers made, put where only a request that
 * is nearly right gets to. Nothing is broken for them: a bug is a row that says when its place is
 * reached, when its condition holds, and what the faulty parser takes the bytes for. All are
 * planted at once, and none hides another. In the manner of Magma's canaries. */
#ifndef SSMSPEC_FUZZ_PLANTED_PLANTED_H
#define SSMSPEC_FUZZ_PLANTED_PLANTED_H

#include "src/request/parse.h"

enum ssmspec_planted_class {
    SSMSPEC_PLANTED_LEXICAL,
    SSMSPEC_PLANTED_LIMITS,
    SSMSPEC_PLANTED_CROSS_FIELD,
    SSMSPEC_PLANTED_SEQUENCE,
};

enum ssmspec_planted_state {
    SSMSPEC_PLANTED_ABSENT,    /* the faulty place is not come to */
    SSMSPEC_PLANTED_REACHED,   /* it is, and does the right thing */
    SSMSPEC_PLANTED_TRIGGERED, /* it does the wrong one */
};

/* One request before one operation, and what is right about it. */
struct ssmspec_scene {
    const struct ssmspec_operation *operation;
    struct ssmspec_view body;
    const struct ssmspec_parsed *parsed;
    struct ssmspec_patterns *patterns;
    struct ssmspec_arena *arena;
};

/* What a faulty parser takes the bytes from..to for. */
struct ssmspec_misreading {
    size_t from, to;
    struct ssmspec_view as;
    bool is_fatal; /* it does not survive them: nothing to compare */
};

/* Fills *out where it returns SSMSPEC_PLANTED_TRIGGERED. */
typedef enum ssmspec_planted_state (*ssmspec_misread_fn)(const struct ssmspec_scene *scene,
                                                         struct ssmspec_misreading *out);

/* Of one step of a sequence; named: the command it names, or NULL. See moments.h. */
struct ssmspec_moment;
struct ssmspec_snapshot;
typedef enum ssmspec_planted_state (*ssmspec_judge_fn)(const struct ssmspec_moment *moment,
                                                       const struct ssmspec_snapshot *named);

struct ssmspec_planted_bug {
    const char *id;
    enum ssmspec_planted_class class;
    ssmspec_misread_fn misread; /* either this ... */
    ssmspec_judge_fn judge;     /* ... or, of a sequence, this; the other is NULL */
};

/* Ends with a NULL id. */
extern const struct ssmspec_planted_bug ssmspec_planted_bugs[];

/* "lexical", "limits", "cross-field", "sequence". */
const char *ssmspec_planted_class_name(enum ssmspec_planted_class class);

/* The body as the faulty parser reads it, right in all else; in scene's arena. NULL: no memory. */
const struct ssmspec_parsed *ssmspec_planted_reparse(const struct ssmspec_scene *scene,
                                                     const struct ssmspec_misreading *misreading);

/* Whether somebody who knows the right answer would notice: another outcome, another message or
 * another meaning. Source: what fuzz/differential compares. */
bool ssmspec_planted_shows(const struct ssmspec_scene *scene,
                           const struct ssmspec_misreading *misreading);

#endif
