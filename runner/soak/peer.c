#include "runner/soak/peer.h"

#include "fixtures/dialects/dialect.h"
#include "fixtures/endpoint/front/front.h"
#include "src/base/clock.h"

#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_MS 20          /* between two looks at the heap */
#define SETTLE_SECONDS 0.2  /* until what a run closed is seen closed and measured */
#define START_SECONDS 20.0  /* a busy machine's */
#define REQUESTS_A_LEAK 256 /* of a planted one */

struct soak_shared {
    atomic_size_t requests;
    atomic_long heap_bytes;
    atomic_uint port;
};

/* What the front asks. */
struct counted {
    struct ssmspec_speaker speaker;
    struct soak_shared *shared;
    enum soak_plant plant;
};

static enum ssmspec_err answer(void *context, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_response *response) {
    struct counted *const counted = context;
    const bool is_leaking = atomic_fetch_add(&counted->shared->requests, 1) % REQUESTS_A_LEAK == 0;
    if (is_leaking && counted->plant == SOAK_ENDPOINT_MEMORY) {
        soak_leak_memory();
    }
    if (is_leaking && counted->plant == SOAK_ENDPOINT_FILE) {
        soak_leak_file();
    }
    return ssmspec_speaker_answer(&counted->speaker, request, arena, response);
}

static enum ssmspec_err serve(struct counted *counted, int leash) {
    const struct ssmspec_front_options options = {.subject = answer, .context = counted};
    struct ssmspec_front *front = NULL;
    GUARD(ssmspec_front_start(&options, &front));
    atomic_store(&counted->shared->port, ssmspec_front_port(front));
    struct pollfd wait = {.fd = leash, .events = POLLIN};
    while (poll(&wait, 1, LOOK_MS) == 0) {
        atomic_store(&counted->shared->heap_bytes, soak_heap_bytes());
    }
    ssmspec_front_stop(front);
    return SSMSPEC_OK;
}

int soak_peer_live(const struct soak_peer *peer, enum soak_plant plant, size_t command_limit) {
    struct counted counted = {.shared = peer->shared, .plant = plant};
    const struct ssmspec_endpoint_options options = {.verify = true,
                                                     .command_limit = command_limit};
    enum ssmspec_err err = ssmspec_endpoint_new(&options, &counted.speaker.endpoint);
    if (err == SSMSPEC_OK) {
        err = serve(&counted, peer->leash);
    }
    ssmspec_endpoint_free(counted.speaker.endpoint);
    return err == SSMSPEC_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}

static struct soak_shared *share(void) {
    const int zero = open("/dev/zero", O_RDWR);
    void *const shared = zero < 0 ? MAP_FAILED
                                  : mmap(NULL, sizeof(struct soak_shared), PROT_READ | PROT_WRITE,
                                         MAP_SHARED, zero, 0);
    if (zero >= 0) {
        (void)close(zero);
    }
    return shared == MAP_FAILED ? NULL : shared;
}

enum ssmspec_err soak_peer_fork(struct soak_peer *out) {
    int ends[2];
    struct soak_shared *const shared = share();
    ENSURE(shared != NULL && pipe(ends) == 0, SSMSPEC_ERR_NOMEM);
    const pid_t pid = fork();
    ENSURE(pid >= 0, SSMSPEC_ERR_NOMEM);
    const int kept = pid == 0 ? 0 : 1;
    (void)close(ends[1 - kept]);
    *out = (struct soak_peer){.shared = shared, .pid = pid, .leash = ends[kept]};
    return SSMSPEC_OK;
}

enum ssmspec_err soak_peer_meet(struct soak_peer *peer) {
    const double deadline = ssmspec_clock_seconds() + START_SECONDS;
    while (peer->port == 0 && ssmspec_clock_seconds() < deadline) {
        ssmspec_clock_sleep(0.01);
        peer->port = atomic_load(&peer->shared->port);
    }
    return peer->port != 0 ? SSMSPEC_OK : SSMSPEC_ERR_CONNECT;
}

size_t soak_peer_requests(const struct soak_peer *peer) {
    return atomic_load(&peer->shared->requests);
}

bool soak_peer_gauge(const struct soak_peer *peer, struct soak_gauge *out) {
    ssmspec_clock_sleep(SETTLE_SECONDS);
    out->heap_bytes = atomic_load(&peer->shared->heap_bytes);
    return soak_gauge_read(peer->pid, out);
}

bool soak_peer_part(struct soak_peer *peer) {
    int status = 0;
    (void)close(peer->leash);
    return waitpid(peer->pid, &status, 0) == peer->pid && WIFEXITED(status) &&
           WEXITSTATUS(status) == EXIT_SUCCESS;
}
