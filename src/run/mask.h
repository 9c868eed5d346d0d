/* What must never reach a report: an endpoint may echo what it was sent. */
#ifndef SSMSPEC_SRC_RUN_MASK_H
#define SSMSPEC_SRC_RUN_MASK_H

#include "src/base/arena.h"
#include "src/response/response.h"

struct ssmspec_secrets {
    const struct ssmspec_view *items; /* secret key, session token; absent ones are passed over */
    size_t count;
};

/* *text with every secret, and every run of 64 hexadecimal digits (a signature), replaced by stars
 * of the same number. A copy in arena where anything was found. */
enum ssmspec_err ssmspec_mask(const struct ssmspec_secrets *secrets, struct ssmspec_arena *arena,
                              struct ssmspec_view *text) SSMSPEC_MUST_USE;

/* The same for everything of a reading that people may be shown. */
enum ssmspec_err ssmspec_mask_reading(const struct ssmspec_secrets *secrets,
                                      struct ssmspec_arena *arena,
                                      struct ssmspec_reading *reading) SSMSPEC_MUST_USE;

#endif
