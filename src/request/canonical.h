/* What a request means, as one text: two requests that mean the same have the same. */
#ifndef SSMSPEC_SRC_REQUEST_CANONICAL_H
#define SSMSPEC_SRC_REQUEST_CANONICAL_H

#include "src/base/bytes.h"
#include "src/json/json.h"
#include "src/rule/shape.h"

/* Appends compact JSON: known members that are not null, in the table's order, the last of
 * duplicates; a map's entries sorted by key; integers in decimal. root conforms to the operation's
 * tables (SSMSPEC_PARSED). arena: for scratch. Returns SSMSPEC_OK, SSMSPEC_ERR_NOMEM, or
 * SSMSPEC_ERR_LIMIT where out has a limit or the tables nest too deeply. */
enum ssmspec_err ssmspec_request_canonical(const struct ssmspec_operation *operation,
                                           const struct ssmspec_json *root,
                                           struct ssmspec_arena *arena,
                                           struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

#endif
