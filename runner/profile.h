/* AWS's shared files, credentials and config: INI sections of `key = value` lines. */
#ifndef SSMSPEC_RUNNER_PROFILE_H
#define SSMSPEC_RUNNER_PROFILE_H

#include "src/base/view.h"

/* The value of key in [section] of an INI text; the last one counts; ptr NULL when it is absent.
 * Lines that are indented belong to a nested setting and are passed over. */
struct ssmspec_view ssmspec_profile_value(struct ssmspec_view text, struct ssmspec_view section,
                                          const char *key);

/* Whether the text has that section. */
bool ssmspec_profile_exists(struct ssmspec_view text, struct ssmspec_view section);

#endif
