/* How to send one case again: the flags of this run that decide what a case meets. */
#ifndef SSMSPEC_RUNNER_REPEAT_H
#define SSMSPEC_RUNNER_REPEAT_H

#include "runner/options.h"

/* Append the flags, each value quoted for a shell where it must be. shown is the endpoint without
 * credentials, ptr NULL for the embedded one. */
void ssmspec_repeat_flags(const struct ssmspec_options *options, struct ssmspec_view shown,
                          struct ssmspec_bytes *out);

#endif
