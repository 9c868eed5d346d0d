/* The reference endpoint as `run` and `serve` start it: on a free loopback port, in a thread. */
#ifndef SSMSPEC_RUNNER_REFERENCE_H
#define SSMSPEC_RUNNER_REFERENCE_H

#include "fixtures/dialects/dialect.h"
#include "fixtures/mutants/mutant.h"
#include "src/base/arena.h"
#include "src/base/bytes.h"

struct ssmspec_reference; /* endpoint and front */

struct ssmspec_reference_options {
    unsigned port; /* 0: any free one */
    const char *region;
    bool verify;                           /* signatures */
    const struct ssmspec_dialect *dialect; /* NULL: its own */
    const struct ssmspec_mutant *mutant;   /* NULL: without a fault; not with a dialect */
};

/* SSMSPEC_ERR_CONNECT with a sentence in *why when the port cannot be had. */
enum ssmspec_err ssmspec_reference_start(const struct ssmspec_reference_options *options,
                                         struct ssmspec_reference **out,
                                         struct ssmspec_bytes *why) SSMSPEC_MUST_USE;
unsigned ssmspec_reference_port(const struct ssmspec_reference *reference);

/* Stops the thread and frees everything; accepts NULL. */
void ssmspec_reference_stop(struct ssmspec_reference *reference);

#endif
