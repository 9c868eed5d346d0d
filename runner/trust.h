/* Which certificates the run trusts. */
#ifndef SSMSPEC_RUNNER_TRUST_H
#define SSMSPEC_RUNNER_TRUST_H

#include "runner/options.h"

/* The bundle's path, ptr NULL for the system's own: flag over AWS_CA_BUNDLE. The flag's file is
 * looked at whatever the endpoint is, the variable's only where is_tls: it may stand there for
 * other programs. SSMSPEC_ERR_READ or SSMSPEC_ERR_CONFIG with a sentence in *why when it cannot be
 * read or holds no certificate. */
enum ssmspec_err ssmspec_trust_find(const struct ssmspec_options *options, ssmspec_env_fn env,
                                    bool is_tls, struct ssmspec_view *out,
                                    struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
