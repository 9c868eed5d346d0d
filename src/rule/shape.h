/* What the protocol says about values, as tables: shapes, members, constraints, operations. The
 * tables themselves stand in suites/; nothing here knows an operation's or a member's name.
 * Everything is static const and lives for ever. */
#ifndef SSMSPEC_SRC_RULE_SHAPE_H
#define SSMSPEC_SRC_RULE_SHAPE_H

#include "src/base/view.h"
#include "src/rule/level.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ssmspec_type {
    SSMSPEC_STRING,
    SSMSPEC_INTEGER,
    SSMSPEC_BOOLEAN,
    SSMSPEC_TIMESTAMP, /* a JSON number of epoch seconds; only in answers */
    SSMSPEC_LIST,
    SSMSPEC_MAP,
    SSMSPEC_STRUCTURE,
    SSMSPEC_TYPE_COUNT,
};

enum ssmspec_kind {
    SSMSPEC_REQUIRED, /* a member must be there and not null */
    SSMSPEC_TYPE,     /* the JSON type fits the shape's type */
    SSMSPEC_LENGTH,   /* code points of a string */
    SSMSPEC_RANGE,    /* of an integer */
    SSMSPEC_PATTERN,  /* full match */
    SSMSPEC_COUNT,    /* elements of a list, entries of a map */
    SSMSPEC_ENUM,     /* one of a set, case-sensitive */
    SSMSPEC_KIND_COUNT,
};

#define SSMSPEC_NO_MIN INT64_MIN
#define SSMSPEC_NO_MAX INT64_MAX

/* A string aimed at a pattern, written by hand, so that a wrong pattern cannot agree with itself.
 * The value is text repeated `repeat` times (0 means once). */
struct ssmspec_sample {
    const char *name; /* the probe's name: bad-prefix, trailing-newline, ... */
    const char *text;
    unsigned repeat;
    const char *source; /* where it differs from its constraint's */
    bool is_unsettled;  /* sources are silent or disagree: recorded, never failed */
};

/* One rule row. `kind` says which of the columns below count. */
struct ssmspec_constraint {
    enum ssmspec_kind kind;
    int64_t min, max;          /* length, range, count; SSMSPEC_NO_MIN / SSMSPEC_NO_MAX */
    const char *pattern;       /* PCRE2 syntax, spelled as the model has it */
    const char *const *values; /* enum: NULL-terminated, in model order */
    const struct ssmspec_sample *accepts; /* pattern, and enum where a member is unsettled: ends
                                             with a NULL name */
    const struct ssmspec_sample *rejects; /* pattern: ends with a NULL name */
    const char *fill;      /* length: a legal text, repeated and cut to any wanted length */
    bool is_min_unsettled; /* length, count: so little is legal to the model, but nobody recorded
                              that it means anything: recorded, never failed */
    bool is_max_unsettled; /* likewise of so much */
    bool is_ascii_only;    /* length: another rule forbids letters beyond ASCII */
    bool is_hidden;        /* observed, absent from the public model: its violation may also be let
                              pass (OBSERVATIONS.md, disagreements), the reference endpoint enforces it */
    const char *source;    /* "MODEL:InstanceId", "OBS:V-25"; several are joined with a blank */
};

struct ssmspec_member;

struct ssmspec_shape {
    const char *name; /* as in the model */
    enum ssmspec_type type;
    const struct ssmspec_constraint *constraints; /* length, range, pattern, count, enum rows */
    size_t constraint_count;
    const struct ssmspec_member *members; /* structure: sorted as in the model */
    size_t member_count;
    const struct ssmspec_shape *element; /* list: its elements; map: its values */
    const struct ssmspec_shape *key;     /* map: its keys */
    const char *example; /* JSON of one valid value; roles as ${name}. Structures may leave it NULL:
                            then the required members' examples make one. */
    const char *series;  /* string shapes: distinct valid values; each run of # is a counter */
    const char *const *errors; /* NULL-terminated: business errors that a well-formed value may
                                  draw, which prove that validation was passed */
    bool is_identifier; /* some servers call a malformed one unknown: the type of the rejection is
                           only a SHOULD (OBS:V-68, OBSERVATIONS.md, disagreement 23) */
    bool is_sensitive;  /* its value is not echoed */
};

struct ssmspec_member {
    const char *name;
    const struct ssmspec_shape *shape;
    bool is_required;
    bool is_always_sent;       /* answers: a conforming 200 carries it */
    const char *source;        /* of the membership: "MODEL:SendCommandRequest" */
    const char *instead_of;    /* sibling that must give way when this member is tested, or NULL */
    const char *base;          /* a base request of its own, else NULL and the operation's serves */
    const char *const *errors; /* as in the shape, for this use of it */
};

/* An error an operation may answer with. */
struct ssmspec_error {
    const char *name; /* as on the wire in __type */
    int status;
    const char *source;
};

struct ssmspec_operation {
    const char *name; /* wire name, as in the target header */
    const char *slug; /* first segment of its case ids: "send-command" */
    const struct ssmspec_shape *input;
    const struct ssmspec_shape *output; /* a structure; without members: empty body or {} */
    const char *base;                   /* JSON of the smallest valid request, roles as ${name} */
    const char *live_base; /* another one, on a command sent for the case (${live_command}), or
                              NULL: then member cases run against it too, where effects allow */
    const char *foil;      /* JSON of a request that no server may treat as the base: what tells an
                              endpoint that validates from one that answers everything alike */
    const char *const *errors; /* NULL-terminated: answers to base that prove validation passed */
    const struct ssmspec_error *modelled; /* ends with a NULL name */
    const char *source;
};

struct ssmspec_service {
    const char *name;          /* "ssm": signing name */
    const char *target_prefix; /* "AmazonSSM" */
    const char *version;       /* "2014-11-06" */
    const char *content_type;  /* "application/x-amz-json-1.1" */
    const char *source;
    const struct ssmspec_operation *const *operations; /* NULL-terminated */
    const char *const *common_errors;     /* NULL-terminated: legal for any operation */
    const char *const *credential_errors; /* NULL-terminated: answers that mean that nothing can be
                                             tested with these credentials or this clock */
    const char *const *throttle_errors;   /* NULL-terminated: answers that ask to slow down */
};

const char *ssmspec_kind_name(enum ssmspec_kind kind); /* "required" ... "enum" */
const char *ssmspec_type_name(enum ssmspec_type type); /* "string" ... "structure" */

/* NULL when the service has none of that wire name. */
const struct ssmspec_operation *ssmspec_service_operation(const struct ssmspec_service *service,
                                                          const char *name);

/* NULL when the operation, which may be NULL, is modelled with none of that bare name. */
const struct ssmspec_error *ssmspec_operation_error(const struct ssmspec_operation *operation,
                                                    struct ssmspec_view name);

/* NULL when the structure has none of that exact name. */
const struct ssmspec_member *ssmspec_shape_member(const struct ssmspec_shape *shape,
                                                  const char *name);

/* Designated-array helpers for tables. */
#define SSMSPEC_ROWS(type, ...) \
    (const type[]) {            \
        __VA_ARGS__             \
    }
#define SSMSPEC_ROW_COUNT(type, ...) (sizeof((type[]){__VA_ARGS__}) / sizeof(type))
#define SSMSPEC_CONSTRAINTS(...)                                     \
    .constraints = (const struct ssmspec_constraint[]){__VA_ARGS__}, \
    .constraint_count =                                              \
        sizeof((struct ssmspec_constraint[]){__VA_ARGS__}) / sizeof(struct ssmspec_constraint)
#define SSMSPEC_MEMBERS(...)                                 \
    .members = (const struct ssmspec_member[]){__VA_ARGS__}, \
    .member_count = sizeof((struct ssmspec_member[]){__VA_ARGS__}) / sizeof(struct ssmspec_member)
#define SSMSPEC_NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define SSMSPEC_SAMPLES(...) ((const struct ssmspec_sample[]){__VA_ARGS__, {.name = NULL}})

#endif
