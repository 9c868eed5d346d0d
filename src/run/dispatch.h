/* The order in which cases are sent. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_DISPATCH_H
#define SSMSPEC_SRC_RUN_DISPATCH_H

#include "src/run/running.h"

/* The scenarios that may have company, of all operations at once. */
enum ssmspec_err ssmspec_dispatch_joint(struct ssmspec_running *run) SSMSPEC_MUST_USE;

/* All other cases, one operation after the other, each with its controls: what one leaves behind on
 * a server that stores what it should reject must not spoil the answers to those before it. */
enum ssmspec_err ssmspec_dispatch_rest(struct ssmspec_running *run) SSMSPEC_MUST_USE;

#endif
