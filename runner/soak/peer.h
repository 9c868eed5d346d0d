/* The reference endpoint behind its HTTP front as `serve` has it, in a process of its own that
 * counts requests. */
#ifndef SSMSPEC_RUNNER_SOAK_PEER_H
#define SSMSPEC_RUNNER_SOAK_PEER_H

#include "runner/soak/gauge.h"
#include "runner/soak/plant.h"
#include "src/base/err.h"

#include <stddef.h>

struct soak_shared;

struct soak_peer {
    struct soak_shared *shared; /* by both processes */
    pid_t pid;                  /* 0 in the child */
    int leash;                  /* a pipe's end: the child ends with the parent's */
    unsigned port;              /* once it is met */
};

/* Becomes two processes; call it before there are threads. The child goes on with soak_peer_live,
 * the parent with soak_peer_meet. */
enum ssmspec_err soak_peer_fork(struct soak_peer *out) SSMSPEC_MUST_USE;

/* Serves until the parent lets go; gives the process's exit code. command_limit bounds what the
 * endpoint keeps. */
int soak_peer_live(const struct soak_peer *peer, enum soak_plant plant, size_t command_limit);

/* Waits for the port. */
enum ssmspec_err soak_peer_meet(struct soak_peer *peer) SSMSPEC_MUST_USE;

/* Requests that reached the endpoint behind its front. */
size_t soak_peer_requests(const struct soak_peer *peer);

/* false when the child cannot be looked at. */
bool soak_peer_gauge(const struct soak_peer *peer, struct soak_gauge *out);

/* false when the child did not end well: because of what a sanitizer found, say. */
bool soak_peer_part(struct soak_peer *peer);

#endif
