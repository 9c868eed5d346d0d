/* What a conforming document contains that a parser may be excused for, or stumble over. */
#ifndef SSMSPEC_FUZZ_DIFFERENTIAL_FEATURES_H
#define SSMSPEC_FUZZ_DIFFERENTIAL_FEATURES_H

#include "src/json/json.h"
#include "src/rule/shape.h"

enum ssmspec_feature {
    SSMSPEC_HAS_DUPLICATES = 1, /* members or a map's keys that stand twice */
    SSMSPEC_HAS_UNKNOWN = 2,    /* members that the tables do not know */
    SSMSPEC_HAS_NULL = 4,       /* a known member that is null */
    SSMSPEC_HAS_DECIMALS = 8,   /* a number that is not spelled as one of 64 bits */
    SSMSPEC_HAS_NUL = 16,       /* a character U+0000 */
    SSMSPEC_HAS_DEPTH = 32,     /* unknown values nested deeper than any request */
};

/* A set of ssmspec_feature. root conforms to the operation's tables. */
unsigned ssmspec_features_of(const struct ssmspec_operation *operation,
                             const struct ssmspec_json *root);

#endif
