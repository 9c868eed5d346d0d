/* What a run is aimed at: the endpoint, who signs, what it has, how much may be changed there. */
#ifndef SSMSPEC_RUNNER_TARGET_H
#define SSMSPEC_RUNNER_TARGET_H

#include "runner/identity.h"
#include "runner/options.h"
#include "runner/reference.h"
#include "src/case/bindings.h"
#include "src/exchange/http.h"
#include "src/rule/level.h"

struct ssmspec_target {
    struct ssmspec_view url;   /* as given, for the transporter */
    struct ssmspec_view shown; /* without credentials */
    struct ssmspec_identity identity;
    bool is_signing;
    struct ssmspec_view ca_file; /* ptr NULL: the certificates of the system */
    struct ssmspec_bindings bindings;
    const char *bindings_origin; /* for people */
    const char *signatures;      /* for people: whether they are verified, and how that is known */
    enum ssmspec_effect effects;
    struct ssmspec_reference *reference; /* the embedded one, NULL for any other */
};

/* Decide all of it; starts the embedded reference when no endpoint is configured.
 * SSMSPEC_ERR_USAGE, _CONFIG or _READ with a sentence in *why. */
enum ssmspec_err ssmspec_target_open(const struct ssmspec_options *options, ssmspec_env_fn env,
                                     struct ssmspec_arena *arena, struct ssmspec_target *out,
                                     struct ssmspec_bytes *why) SSMSPEC_MUST_USE;
void ssmspec_target_close(struct ssmspec_target *target);

/* A transporter to it. stop may be NULL. */
enum ssmspec_err ssmspec_target_connect(const struct ssmspec_target *target,
                                        const struct ssmspec_options *options, size_t jobs,
                                        double timeout_seconds, const volatile int *stop,
                                        struct ssmspec_transporter *out,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
