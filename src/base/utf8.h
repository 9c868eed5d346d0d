/* UTF-8 as RFC 3629 has it: shortest form, no surrogates, at most U+10FFFF. */
#ifndef SSMSPEC_SRC_BASE_UTF8_H
#define SSMSPEC_SRC_BASE_UTF8_H

#include "src/base/err.h"
#include "src/base/view.h"

#include <stdint.h>

/* Count what a length constraint counts: Unicode code points, not bytes.
 * text    any bytes, need not end in NUL
 * count   code points before the first malformed sequence, or all
 * Returns SSMSPEC_OK, or SSMSPEC_ERR_UTF8 with *bad_offset set in bytes from text.ptr.
 * Source: Smithy 2.0, length trait. */
enum ssmspec_err ssmspec_utf8_count(struct ssmspec_view text, size_t *count, size_t *bad_offset);

/* Code points of a text known to be valid UTF-8. */
size_t ssmspec_utf8_length(struct ssmspec_view text);

/* UTF-16 code units of a text known to be valid UTF-8: what Java counts. */
size_t ssmspec_utf8_length_utf16(struct ssmspec_view text);

/* Bytes of the well-formed sequence at text's start, 0 when there is none. *code_point may be
 * NULL. */
size_t ssmspec_utf8_decode(struct ssmspec_view text, uint32_t *code_point);

/* Writes 1 to 4 bytes to out; 0 for surrogates and values above U+10FFFF. */
size_t ssmspec_utf8_encode(uint32_t code_point, char out[4]);

#endif
