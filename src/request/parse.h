/* The request parser: body bytes + operation -> a document that satisfies every rule, or what is
 * wrong with it. Operations are handed to it as tables. It reports in the order of real services:
 * syntax, then types, then constraints (OBS:V-70, OBSERVATIONS.md, order of checks). */
#ifndef SSMSPEC_SRC_REQUEST_PARSE_H
#define SSMSPEC_SRC_REQUEST_PARSE_H

#include "src/json/json.h"
#include "src/rule/constraint.h"

enum ssmspec_parse_outcome {
    SSMSPEC_PARSED,    /* conforms */
    SSMSPEC_MALFORMED, /* not a JSON object in UTF-8, or beyond a limit */
    SSMSPEC_MISTYPED,  /* a member has the wrong JSON type */
    SSMSPEC_VIOLATING, /* one or more constraints are broken */
};

/* One broken constraint. The path is spelled as real services do: first letter lower-case, dots,
 * list elements as .1.member, map values as .key.member (OBS:V-07, V-08). */
struct ssmspec_violation {
    enum ssmspec_kind kind;
    const struct ssmspec_constraint *constraint; /* NULL for required */
    const struct ssmspec_shape *shape;
    enum ssmspec_side side;
    struct ssmspec_view path;
    size_t offset;                     /* of the value, bytes; of the parent when it is missing */
    const struct ssmspec_json *value;  /* NULL when missing */
    const struct ssmspec_shape *place; /* the shape at path: `shape`, or the list or map it is in */
    bool is_element; /* an element's violation, reported at its list or map (OBS:V-12), once however
                        many elements break a rule; `constraint` is the first one broken */
    bool is_key;     /* with is_element: of a map's key */
};

#define SSMSPEC_VIOLATIONS_MAX 10 /* OBS:V-05 */

struct ssmspec_parsed {
    enum ssmspec_parse_outcome outcome;
    const struct ssmspec_json *root; /* NULL when malformed */
    struct ssmspec_json_fault fault; /* malformed */
    struct ssmspec_view mistyped;    /* path of the first wrongly typed value in document order */
    size_t offset;                   /* malformed, mistyped: byte offset */
    const char *type_text;           /* mistyped, or no object at the top: what a real service says,
                                        static; NULL otherwise */
    struct ssmspec_violation violations[SSMSPEC_VIOLATIONS_MAX]; /* in document order */
    size_t violation_count;
};

/* Everything *out points to lives in body, arena or the tables. Unknown members are ignored
 * (OBS:P-28), null is absent (OBS:P-30), a null list element or map value is malformed typing. Of
 * duplicate members and map keys the last counts, earlier ones are not even looked at (OBS:P-35).
 * An empty body is malformed. Numbers: an integer may be spelled with exponent or zero fraction; a
 * true fraction is mistyped (OBSERVATIONS.md, disagreement 8 allows both).
 * Order: the first wrong type in the document wins over every violation. Violations stand in the
 * order of the values that cause them; a missing member is noticed where its parent ends.
 * Returns SSMSPEC_OK whatever the request is worth, SSMSPEC_ERR_NOMEM, or SSMSPEC_ERR_TABLE when a
 * structure has more members than the parser has room for (64). */
enum ssmspec_err ssmspec_request_parse(const struct ssmspec_operation *operation,
                                       struct ssmspec_view body,
                                       const struct ssmspec_json_limits *limits,
                                       struct ssmspec_patterns *patterns,
                                       struct ssmspec_arena *arena,
                                       struct ssmspec_parsed *out) SSMSPEC_MUST_USE;

/* The second half of it: of a document that was read already from body, where several operations
 * look at one. Never malformed but for what is no object or nested beyond the tables' bound. */
enum ssmspec_err ssmspec_request_check(const struct ssmspec_operation *operation,
                                       struct ssmspec_view body, const struct ssmspec_json *root,
                                       struct ssmspec_patterns *patterns,
                                       struct ssmspec_arena *arena,
                                       struct ssmspec_parsed *out) SSMSPEC_MUST_USE;

/* The sentence a real service sends: "2 validation errors detected: Value ... ; Value ...". Only
 * for SSMSPEC_VIOLATING. Source: OBSERVATIONS.md, validation messages. */
void ssmspec_parsed_message(const struct ssmspec_parsed *parsed, struct ssmspec_bytes *out);

#endif
