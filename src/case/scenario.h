/* A scenario: a case of several requests, one step after the other, about what they do to each
 * other. A table without logic. Bodies, paths and texts are templates (template.h): besides the
 * suite's roles they may name what an earlier step captured, and ${mark}, a text of this scenario's
 * own that no other run or scenario uses. */
#ifndef SSMSPEC_SRC_CASE_SCENARIO_H
#define SSMSPEC_SRC_CASE_SCENARIO_H

#include "src/case/expectation.h"
#include "src/request/request.h"

#define SSMSPEC_ROLE_MARK "mark"
#define SSMSPEC_ROLE_PAGE "page"

/* As many copies of a step as can be under way at once. */
#define SSMSPEC_CROWD_MAX 16

enum ssmspec_claim_kind {
    SSMSPEC_CLAIM_THERE,   /* there and not null */
    SSMSPEC_CLAIM_ABSENT,  /* not there, or null */
    SSMSPEC_CLAIM_IS,      /* a text equal to `text` */
    SSMSPEC_CLAIM_IS_NOT,  /* a text other than `text` */
    SSMSPEC_CLAIM_ONE_OF,  /* a text among `texts` */
    SSMSPEC_CLAIM_MATCHES, /* a text that the pattern `text` matches in full */
    SSMSPEC_CLAIM_BRIEF,   /* a text of at most `max` code points */
    SSMSPEC_CLAIM_NUMBER,  /* a number from min to max, both raised by the number `plus` */
    SSMSPEC_CLAIM_RECENT,  /* a number: seconds since 1970, within a day of now */
    SSMSPEC_CLAIM_COUNT,   /* a list or map of min to max entries */
    SSMSPEC_CLAIM_NEW,     /* a text that no earlier claim of the same `text` has met */
    SSMSPEC_CLAIM_RISES, /* a text among `texts` (words joined by | share a rank) whose rank is not
                            below any that a claim of the same `text` has met before */
};

/* One sentence about the body of a 200: the value at a path. */
struct ssmspec_claim {
    enum ssmspec_claim_kind kind;
    const char *path; /* template; see src/json/path.h */
    const char *text; /* template, a pattern, or the name under which values are remembered */
    const char *const *texts; /* NULL-terminated, no templates */
    double min, max;
    const char *plus;          /* template of a number, or NULL */
    bool is_of_every;          /* of every value at the path, not of some value */
    bool may_be_absent;        /* a path without value is as good */
    enum ssmspec_level breaks; /* SSMSPEC_NONE: the case's own level */
    const char *source;        /* of that level, NULL: the case's own */
};

struct ssmspec_claims {
    const struct ssmspec_claim *rows;
    size_t count;
};

/* What is kept of an answer for later steps: a text, or the spelling of a number. */
struct ssmspec_capture_row {
    const char *role;
    const char *path;   /* template */
    bool is_optional;   /* otherwise an answer without it breaks the case */
    bool in_upper_case; /* kept so, whatever case it came in */
};

/* How an answer that is but a page is followed. */
struct ssmspec_pages {
    const char *token; /* path of the text that names the next page */
    const char *body;  /* template of what asks for it, ${page} that text */
    unsigned most;     /* pages looked at, at least 2 */
};

struct ssmspec_step {
    const char *name;         /* how sentences call it: "the second cancel" */
    const char *operation;    /* wire name */
    const char *body;         /* template; its first # stands for so many times: */
    unsigned stretch;         /* 0: for itself */
    const char *stretch_text; /* "x" when NULL */
    const char *header_name;  /* one further header, templates, or NULL */
    const char *header_value;
    const struct ssmspec_signing *signing; /* NULL: right */
    const struct ssmspec_wire_step *wire;  /* what is done on the connection; NULL: the usual */
    const struct ssmspec_outcome *outcomes;
    size_t outcome_count;
    const struct ssmspec_pages *pages; /* asked for until the claims hold, with no pause; not
                                          together with within_ms or copies; NULL: none */
    struct ssmspec_claims claims;      /* of the last answer; what a repeated step waits for */
    struct ssmspec_claims always;      /* of every answer of a repeated step, of every page */
    const struct ssmspec_capture_row *captures; /* taken from every answer */
    size_t capture_count;
    unsigned after_ms;    /* to wait before it */
    unsigned within_ms;   /* not 0: repeated until its outcome and claims hold, at most so long */
    unsigned copies;      /* so many at once, each answered as expected; 0 means 1 */
    bool is_prerequisite; /* broken, it proves nothing about the case; a claim of it that breaks a
                             MAY ends the case as info: nobody guarantees what it waits for */
    bool is_provocation;  /* whatever it is answered, even nothing, is another case's matter; it has
                             no outcomes, claims or captures */
};

struct ssmspec_scenario {
    const char *operation; /* wire name: whose case it is */
    const char *path;      /* "-" when NULL */
    const char *kind;
    const char *probe;
    const char *rule;
    enum ssmspec_level level;
    const char *source;
    enum ssmspec_effect effect;
    bool is_slow;  /* takes longer than people wait: sent only when asked for */
    bool is_alone; /* must not be disturbed, or may leave the endpoint broken: sent by itself, in
                      its place among the cases; others run side by side before all cases */
    bool needs_verifier; /* says something only where signatures are verified */
    const struct ssmspec_step *steps;
    size_t step_count;
};

#define SSMSPEC_STEPS(...)                               \
    .steps = (const struct ssmspec_step[]){__VA_ARGS__}, \
    .step_count = sizeof((struct ssmspec_step[]){__VA_ARGS__}) / sizeof(struct ssmspec_step)
#define SSMSPEC_ANSWER(...)                                    \
    .outcomes = (const struct ssmspec_outcome[]){__VA_ARGS__}, \
    .outcome_count =                                           \
        sizeof((struct ssmspec_outcome[]){__VA_ARGS__}) / sizeof(struct ssmspec_outcome)
#define SSMSPEC_CLAIM_LIST(...)                                                          \
    {                                                                                    \
        (const struct ssmspec_claim[]){__VA_ARGS__},                                     \
            sizeof((struct ssmspec_claim[]){__VA_ARGS__}) / sizeof(struct ssmspec_claim) \
    }
#define SSMSPEC_CLAIMS(...) .claims = SSMSPEC_CLAIM_LIST(__VA_ARGS__)
#define SSMSPEC_ALWAYS(...) .always = SSMSPEC_CLAIM_LIST(__VA_ARGS__)
#define SSMSPEC_CAPTURES(...)                                      \
    .captures = (const struct ssmspec_capture_row[]){__VA_ARGS__}, \
    .capture_count =                                               \
        sizeof((struct ssmspec_capture_row[]){__VA_ARGS__}) / sizeof(struct ssmspec_capture_row)

#endif
