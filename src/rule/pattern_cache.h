/* Compiled patterns. The model's patterns are PCRE2 with \p{..} and look-ahead; a value must match
 * in full (OBS, OBSERVATIONS.md, patterns), \w is ASCII, and matching is bounded in steps so that
 * no input can make it hang. One cache a thread. */
#ifndef SSMSPEC_SRC_RULE_PATTERN_CACHE_H
#define SSMSPEC_SRC_RULE_PATTERN_CACHE_H

#include "src/base/err.h"
#include "src/base/view.h"

struct ssmspec_patterns; /* compiles on first use, keyed by the pattern's address and text */

enum ssmspec_err ssmspec_patterns_new(struct ssmspec_patterns **out) SSMSPEC_MUST_USE;
void ssmspec_patterns_free(struct ssmspec_patterns *patterns);

/* Whether pattern matches the whole of text (valid UTF-8). A pattern that does not compile and a
 * match that exceeds its limit count as no match; ssmspec_patterns_check finds the former. */
bool ssmspec_patterns_match(struct ssmspec_patterns *patterns, const char *pattern,
                            struct ssmspec_view text);

/* SSMSPEC_ERR_PATTERN when the pattern does not compile. */
enum ssmspec_err ssmspec_patterns_check(struct ssmspec_patterns *patterns,
                                        const char *pattern) SSMSPEC_MUST_USE;

/* While trusting (during one request, say), a text that was handed in stays at its address, so that
 * it is compared with what is compiled only once. Calls do not nest. */
void ssmspec_patterns_trust(struct ssmspec_patterns *patterns, bool is_trusting);

#endif
