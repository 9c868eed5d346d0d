/* What y_ and n_ mean of request bodies: the operation that knows most of the members takes it or
 * not. */
#ifndef SSMSPEC_FUZZ_REQUEST_WORTH_H
#define SSMSPEC_FUZZ_REQUEST_WORTH_H

#include "fuzz/harness.h"
#include "src/rule/pattern_cache.h"

enum ssmspec_fuzz_worth ssmspec_request_worth(struct ssmspec_patterns *patterns,
                                              struct ssmspec_view body);

#endif
