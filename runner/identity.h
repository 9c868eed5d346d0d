/* Who signs, and for which region: from the usual AWS variables and shared files. No other source
 * is asked (no metadata service, no single sign-on). */
#ifndef SSMSPEC_RUNNER_IDENTITY_H
#define SSMSPEC_RUNNER_IDENTITY_H

#include "runner/options.h"
#include "src/exchange/sigv4.h"

struct ssmspec_identity {
    struct ssmspec_credentials credentials;
    const char *origin; /* where they come from, for people: "the environment" */
    struct ssmspec_view region;
};

/* The sample pair of AWS's documentation, known to the reference endpoint. */
struct ssmspec_credentials ssmspec_sample_credentials(void);

/* flag and environment over the profile's files over the sample pair and us-east-1.
 * SSMSPEC_ERR_USAGE or SSMSPEC_ERR_READ with a sentence in *why: half a pair in the environment, a
 * profile that was named and does not exist. Everything lives in arena and in the environment. */
enum ssmspec_err ssmspec_identity_find(const struct ssmspec_options *options, ssmspec_env_fn env,
                                       struct ssmspec_arena *arena, struct ssmspec_identity *out,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The region alone, where nobody signs: flag over environment over us-east-1. SSMSPEC_ERR_USAGE. */
enum ssmspec_err ssmspec_region_find(const struct ssmspec_options *options, ssmspec_env_fn env,
                                     struct ssmspec_view *out,
                                     struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
