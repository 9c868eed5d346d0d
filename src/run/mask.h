/* What must never reach a report: an endpoint may echo what it was sent. */
#ifndef SSMSPEC_SRC_RUN_MASK_H
#define SSMSPEC_SRC_RUN_MASK_H

#include "src/base/arena.h"
#include "src/response/response.h"
#include "src/run/result.h"

struct ssmspec_secrets {
    const struct ssmspec_view *items; /* keys, session token; absent ones are passed over */
    size_t count;
};

/* *text with every secret, also cut behind its twelfth character, in the other case or
 * percent-encoded, and every run of 64 hexadecimal digits (a signature), replaced by stars of the
 * same number. A copy in arena where anything was found. */
enum ssmspec_err ssmspec_mask(const struct ssmspec_secrets *secrets, struct ssmspec_arena *arena,
                              struct ssmspec_view *text) SSMSPEC_MUST_USE;

/* The same for everything of a reading that people may be shown. */
enum ssmspec_err ssmspec_mask_reading(const struct ssmspec_secrets *secrets,
                                      struct ssmspec_arena *arena,
                                      struct ssmspec_reading *reading) SSMSPEC_MUST_USE;

/* The same for what a result quotes: its reason, what was seen of its answer and its control's. */
enum ssmspec_err ssmspec_mask_result(const struct ssmspec_secrets *secrets,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_result *result) SSMSPEC_MUST_USE;

#endif
