/* How binding a rule is, and how much a case may change. */
#ifndef SSMSPEC_SRC_RULE_LEVEL_H
#define SSMSPEC_SRC_RULE_LEVEL_H

/* Ordered: a larger one binds more. NONE marks an outcome that breaks nothing. */
enum ssmspec_level { SSMSPEC_NONE, SSMSPEC_MAY, SSMSPEC_SHOULD, SSMSPEC_MUST };

/* What sending the case does to the endpoint, assuming that it accepts the request. Ordered. */
enum ssmspec_effect {
    SSMSPEC_EFFECT_NONE,    /* a conforming server changes no state */
    SSMSPEC_EFFECT_CREATE,  /* a command record appears */
    SSMSPEC_EFFECT_EXECUTE, /* text runs on a node */
};

/* Their words, in order, each list ends with NULL. */
extern const char *const ssmspec_level_words[];
extern const char *const ssmspec_effect_words[];

const char *ssmspec_level_name(enum ssmspec_level level);    /* "none" "may" "should" "must" */
const char *ssmspec_effect_name(enum ssmspec_effect effect); /* "none" "create" "execute" */

#endif
