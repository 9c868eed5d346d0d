/* Where the reader says that values stand. */
#ifndef SSMSPEC_FUZZ_JSON_EXTENT_H
#define SSMSPEC_FUZZ_JSON_EXTENT_H

#include "src/json/json.h"

/* Every value begins and ends with the bytes of its type, at `from` or later; children stand within
 * their parent, one behind the other. Depth is bounded by the reader's. */
void ssmspec_check_extent(const struct ssmspec_json *value, struct ssmspec_view bytes, size_t from);

#endif
