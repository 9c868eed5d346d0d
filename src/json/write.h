/* Our own JSON spelling: compact, deterministic, always valid UTF-8. For requests, answers of the
 * reference endpoint and canonical forms; reports are built with cJSON (src/report). */
#ifndef SSMSPEC_SRC_JSON_WRITE_H
#define SSMSPEC_SRC_JSON_WRITE_H

#include "src/base/bytes.h"
#include "src/json/json.h"

/* text in quotes; the two-character escapes where they exist, \u00XX for other control characters
 * and DEL, everything else raw. Malformed UTF-8 becomes U+FFFD. */
void ssmspec_json_write_string(struct ssmspec_bytes *out, struct ssmspec_view text);

/* The same without the quotes: the inside of a string. */
void ssmspec_json_write_text(struct ssmspec_bytes *out, struct ssmspec_view text);

/* value and everything below it, members in document order, all duplicates kept. */
void ssmspec_json_write(struct ssmspec_bytes *out, const struct ssmspec_json *value);

#endif
