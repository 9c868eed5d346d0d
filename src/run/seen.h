/* What was seen on the wire, made harmless and cut for people. */
#ifndef SSMSPEC_SRC_RUN_SEEN_H
#define SSMSPEC_SRC_RUN_SEEN_H

#include "src/base/bytes.h"
#include "src/response/response.h"
#include "src/run/result.h"

/* reading NULL: nothing was sent. The texts live in arena, or in static memory.
 * SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_seen_of(const struct ssmspec_reading *reading, struct ssmspec_arena *arena,
                                 struct ssmspec_seen *out) SSMSPEC_MUST_USE;

/* "400 InvalidCommandId: Command id ... does not exist." or why there was no answer. */
void ssmspec_seen_words(const struct ssmspec_seen *seen, struct ssmspec_bytes *out);

#endif
