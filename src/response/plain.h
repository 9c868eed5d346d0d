/* Making text from outside harmless for people: what an endpoint sent never reaches a terminal, a
 * sentence or a report before it went through here. */
#ifndef SSMSPEC_SRC_RESPONSE_PLAIN_H
#define SSMSPEC_SRC_RESPONSE_PLAIN_H

#include "src/base/arena.h"
#include "src/base/bytes.h"

/* How much of a sentence or a message people are shown. */
#define SSMSPEC_PLAIN_MOST 300

/* The most that any one text takes in a journal or a report. */
#define SSMSPEC_PLAIN_RECORD 2000

/* Append text as valid UTF-8 on one line: line breaks and tabs become blanks; malformed bytes,
 * control characters, direction overrides and noncharacters become U+FFFD. At most `most` code
 * points are appended (0: all), the last of them U+2026 when something was cut. Doing it twice
 * changes nothing. */
void ssmspec_plain_add(struct ssmspec_bytes *out, struct ssmspec_view text, size_t most);

/* The same as a copy in arena with a NUL behind it; an absent view stays absent.
 * SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_plain_copy(struct ssmspec_view text, size_t most,
                                    struct ssmspec_arena *arena,
                                    struct ssmspec_view *out) SSMSPEC_MUST_USE;

/* The copy as a NUL-terminated text, "" for an absent view; NULL when out of memory. */
const char *ssmspec_plain_text(struct ssmspec_view text, size_t most, struct ssmspec_arena *arena);

#endif
