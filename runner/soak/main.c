/* ssmspec_soak [--plant NAME] REQUESTS [ARGUMENT...]: runs of the suite in one process against one
 * endpoint until that got so many requests. Prints what both hold at the start, in the
 * middle and at the end; what grew between the middle and the end is a leak, and so is a file left
 * open. The arguments go to every run. Ends with 1 for a leak, 2 for anything else. */
#include "runner/soak/leak.h"
#include "runner/soak/rounds.h"
#include "src/base/clock.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE (128 * 1024) /* as the program itself has it */

/* Full before the middle: from then on the endpoint forgets as many as it takes in. */
#define COMMANDS_KEPT 500

/* What the endpoint keeps is of other commands each time; the runner's heap is the same. */
#define RUNNER_BYTES_MORE 64
#define ENDPOINT_BYTES_MORE 4096

/* The C library counts what threads keep for the next malloc as given out. */
#define TUNABLES "GLIBC_TUNABLES"
#define COUNTING "glibc.malloc.tcache_count=0"

static bool read_arguments(int count, char **arguments, struct soak_rounds *rounds) {
    int at = 1;
    if (count > 3 && strcmp(arguments[at], "--plant") == 0) {
        if (!soak_plant_find(ssmspec_view_of(arguments[at + 1]), &rounds->plant)) {
            return false;
        }
        at += 2;
    }
    long long wanted = 0;
    if (at >= count || !ssmspec_view_to_int64(ssmspec_view_of(arguments[at]), &wanted)) {
        return false;
    }
    rounds->wanted = wanted > 0 ? (size_t)wanted : 0;
    rounds->more = arguments + at + 1;
    rounds->more_count = (size_t)(count - at - 1);
    return wanted > 0 && rounds->more_count <= SOAK_ARGUMENTS_MAX;
}

/* Starts the program anew where the C library does not count exactly: it reads that at the start.
 */
static void count_exactly(char **arguments) {
    const char *const tunables = getenv(TUNABLES);
    if (tunables == NULL && setenv(TUNABLES, COUNTING, 1) == 0) {
        (void)execv("/proc/self/exe", arguments);
    }
}

/* The runs print their reports; they are the same each time. */
static FILE *keep_stdout(void) {
    FILE *const out = fdopen(dup(STDOUT_FILENO), "w");
    return freopen("/dev/null", "w", stdout) == NULL ? NULL : out;
}

static bool print_all(const struct soak_rounds *rounds, double seconds, FILE *out) {
    const struct soak_round *const start = &rounds->passed[0];
    const struct soak_round *const middle = soak_rounds_middle(rounds);
    const struct soak_round *const end = &rounds->passed[rounds->count - 1];
    const struct soak_course runner = {"runner", RUNNER_BYTES_MORE, &start->runner, &middle->runner,
                                       &end->runner};
    const struct soak_course endpoint = {"endpoint", ENDPOINT_BYTES_MORE, &start->endpoint,
                                         &middle->endpoint, &end->endpoint};
    const bool is_runner_sound = soak_course_print(&runner, out);
    const bool is_endpoint_sound = soak_course_print(&endpoint, out);
    (void)fprintf(out, "%zu requests in %zu runs, %.0f s: %s\n", end->requests, rounds->count - 1,
                  seconds, is_runner_sound && is_endpoint_sound ? "nothing leaks" : "a leak");
    return is_runner_sound && is_endpoint_sound;
}

static int soak(struct soak_rounds *rounds, struct soak_peer *peer) {
    FILE *const out = keep_stdout();
    const double began = ssmspec_clock_seconds();
    if (out == NULL || soak_peer_meet(peer) != SSMSPEC_OK) {
        (void)fputs("soak: the endpoint could not be started\n", stderr);
        return 2;
    }
    const char *fault = soak_rounds_go(rounds, peer);
    if (!soak_peer_part(peer) && fault == NULL) {
        fault = "the endpoint did not end as it should";
    }
    if (fault != NULL) {
        (void)fprintf(stderr, "soak: %s\n", fault);
        (void)fclose(out);
        return 2;
    }
    const bool is_sound = print_all(rounds, ssmspec_clock_seconds() - began, out);
    return fclose(out) == 0 && is_sound ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **arguments) {
    static struct soak_round passed[SOAK_ROUNDS_MAX];
    struct soak_rounds rounds = {.passed = passed};
    struct soak_peer peer;
    if (!read_arguments(count, arguments, &rounds)) {
        (void)fputs("usage: ssmspec_soak [--plant NAME] REQUESTS [ARGUMENT...]\n"
                    "plants: " SOAK_PLANT_NAMES "\n",
                    stderr);
        return 2;
    }
    count_exactly(arguments);
#ifdef __GLIBC__
    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
    if (soak_peer_fork(&peer) != SSMSPEC_OK) {
        (void)fputs("soak: there is no room for a second process\n", stderr);
        return 2;
    }
    return peer.pid == 0 ? soak_peer_live(&peer, rounds.plant, COMMANDS_KEPT)
                         : soak(&rounds, &peer);
}
