/* What y_ and n_ mean of request bodies: the operation that they are addressed to takes them. */
#ifndef SSMSPEC_FUZZ_REQUEST_WORTH_H
#define SSMSPEC_FUZZ_REQUEST_WORTH_H

#include "fuzz/harness.h"
#include "src/json/json.h"
#include "src/rule/pattern_cache.h"

/* The operation that knows most of the members; of several, the first. */
const struct ssmspec_operation *ssmspec_request_addressed(const struct ssmspec_json *root);

enum ssmspec_fuzz_worth ssmspec_request_worth(struct ssmspec_patterns *patterns,
                                              struct ssmspec_view body);

#endif
