/* Whether a claim about an answer holds. Pure but for what a scenario's claims remember, which is
 * handed in. */
#ifndef SSMSPEC_SRC_JUDGE_CLAIM_H
#define SSMSPEC_SRC_JUDGE_CLAIM_H

#include "src/base/bytes.h"
#include "src/case/scenario.h"
#include "src/json/json.h"
#include "src/rule/pattern_cache.h"

/* What claims have met so far. Zero-initialise; its memory is arena's. */
struct ssmspec_memory {
    struct ssmspec_arena *arena;
    const struct ssmspec_memory_entry *newest;
};

struct ssmspec_claiming {
    struct ssmspec_patterns *patterns;
    struct ssmspec_memory *memory;
    double now;                  /* seconds since 1970 */
    struct ssmspec_arena *arena; /* of sentences */
};

/* claim's templates are filled in. *why is NULL when it holds, else a sentence that names the
 * value, what it should be and what it is. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_claim_check(const struct ssmspec_claiming *claiming,
                                     const struct ssmspec_claim *claim,
                                     const struct ssmspec_json *root,
                                     const char **why) SSMSPEC_MUST_USE;

/* What it asks for, for people: "Command.Status should be \"Pending\"". */
void ssmspec_claim_words(const struct ssmspec_claim *claim, struct ssmspec_bytes *out);

#endif
