/* Where requests go: what all to one operation have in common. */
#ifndef SSMSPEC_SRC_CASE_ADDRESS_H
#define SSMSPEC_SRC_CASE_ADDRESS_H

#include "src/base/arena.h"
#include "src/request/request.h"
#include "src/rule/shape.h"

/* A request as clients send it to the operation of that wire name, still without a body; NULL:
 * without a target. The target lives in arena, the rest in the service's tables.
 * SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_address(const struct ssmspec_service *service, const char *operation,
                                 struct ssmspec_arena *arena,
                                 struct ssmspec_request *out) SSMSPEC_MUST_USE;

#endif
