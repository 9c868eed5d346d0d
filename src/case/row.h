/* Hand-written rows: what a suite says that no constraint gives. A row is its operation's base with
 * what it names replaced; without an operation it is the suite's sentinel (a frame case). */
#ifndef SSMSPEC_SRC_CASE_ROW_H
#define SSMSPEC_SRC_CASE_ROW_H

#include "src/case/case.h"

/* As a row's operation: one case for each of the suite's operations. */
#define SSMSPEC_EVERY_OPERATION "*"

/* As a header's value, target or content type: the header is not sent at all. */
extern const char ssmspec_absent[];

#define SSMSPEC_ROW_HEADERS_MAX 8

struct ssmspec_row_header {
    const char *name; /* NULL: none */
    const char *value;
};

/* Each # of a body, in order, becomes text so many times. text NULL: the # stays. */
struct ssmspec_stretch {
    const char *text;
    unsigned times;
};

/* Texts that become bytes of a request are templates (template.h). Before that, while cases are
 * derived, `{base}` stands for the operation's base, `{members}` for the inside of it, `{service}`
 * for the target's prefix and `{operation}` for the operation's wire name. */
struct ssmspec_row {
    const char *operation; /* wire name; NULL: a frame case, slug "any" */
    const char *path;      /* "-" when NULL */
    const char *kind;
    const char *probe;
    const char *rule;
    enum ssmspec_level level;
    const char *source;
    enum ssmspec_effect effect;
    enum ssmspec_answer_check check;
    const char *method;                                         /* POST when NULL */
    const char *request_path;                                   /* / when NULL */
    const char *target;                                         /* the operation's when NULL */
    const char *content_type;                                   /* the service's when NULL */
    struct ssmspec_row_header headers[SSMSPEC_ROW_HEADERS_MAX]; /* further ones, in order */
    const char *body;                                           /* `{base}` when NULL */
    size_t body_bytes; /* 0: up to its NUL; a body that holds one gives its length */
    struct ssmspec_stretch stretch[2];
    const struct ssmspec_signing *signing; /* NULL: right */
    bool needs_verifier;                   /* says something only where signatures are verified */
    const struct ssmspec_wire_step *wire;  /* what is done on the connection; NULL: the usual */
    bool is_valid; /* what the operation's base may be answered is accepted, before the outcomes */
    struct ssmspec_outcome outcomes[SSMSPEC_OUTCOMES_MAX]; /* accepted first, then tolerated */
    size_t outcome_count;
    const char *member; /* that a rejection's message must name, as the wire spells it; or NULL */
    enum ssmspec_control_kind control_kind;
    bool may_lag;        /* reads may not see yet what the case created: the control may say so */
    const char *control; /* template of the control's body; NULL with CONTROL_FOIL: the
                            operation's foil; NULL otherwise: its base */
};

/* The two columns of a row's outcomes at once. */
#define SSMSPEC_EXPECT(...)                                                                       \
    .outcomes = {__VA_ARGS__}, .outcome_count = sizeof((struct ssmspec_outcome[]){__VA_ARGS__}) / \
                                                sizeof(struct ssmspec_outcome)

/* A body that is a literal of any bytes, NUL among them. */
#define SSMSPEC_BODY_BYTES(literal) .body = (literal), .body_bytes = sizeof(literal) - 1

#endif
