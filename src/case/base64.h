/* Bytes that JSON cannot hold as text. Strict: RFC4648:4 with padding, no blanks, no stray bits. */
#ifndef SSMSPEC_SRC_CASE_BASE64_H
#define SSMSPEC_SRC_CASE_BASE64_H

#include "src/base/arena.h"

/* The bytes that text spells, in arena. SSMSPEC_ERR_SYNTAX when it spells none. */
enum ssmspec_err ssmspec_base64_read(struct ssmspec_view text, struct ssmspec_arena *arena,
                                     struct ssmspec_view *out) SSMSPEC_MUST_USE;

#endif
