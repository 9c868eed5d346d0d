#include "runner/soak/rounds.h"

#include "runner/verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { JOURNAL, JSON, JUNIT, TEXT, OUTPUTS };

static const char *const names[OUTPUTS] = {"journal", "r.json", "r.xml", "r.txt"};

/* One run's arguments, and what they are made of. */
struct command {
    char folder[32];
    char url[48];
    char seed[16];
    char journal[64];
    char reports[3][64];
    char *words[32 + SOAK_ARGUMENTS_MAX];
    int count;
};

static const char *environment(const char *name) {
    (void)name;
    return NULL;
}

/* A run asks for a variable some fifty times. */
static const char *leaking_memory(const char *name) {
    (void)name;
    soak_leak_memory();
    return NULL;
}

static const char *leaking_file(const char *name) {
    if (strcmp(name, "AWS_REGION") == 0) {
        soak_leak_file();
    }
    return NULL;
}

static ssmspec_env_fn environment_with(enum soak_plant plant) {
    switch (plant) {
    case SOAK_RUNNER_MEMORY:
        return leaking_memory;
    case SOAK_RUNNER_FILE:
        return leaking_file;
    default:
        return environment;
    }
}

static void add(struct command *command, const char *word) {
    command->words[command->count++] = (char *)word;
}

static void write_command(struct command *command, const struct soak_rounds *rounds,
                          unsigned port) {
    static const char *const formats[] = {"json", "junit", "text"};
    static const char *const fixed[] = {"soak",      "run",       "--quiet", "--bindings",
                                        "reference", "--effects", "execute", "--jobs",
                                        "16",        "--timeout", "30",      "--endpoint-url"};
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        add(command, fixed[i]);
    }
    (void)snprintf(command->url, sizeof command->url, "http://127.0.0.1:%u", port);
    add(command, command->url);
    (void)snprintf(command->journal, sizeof command->journal, "%s/%s", command->folder, names[0]);
    add(command, "--journal");
    add(command, command->journal);
    for (int i = 0; i < 3; i++) {
        (void)snprintf(command->reports[i], sizeof command->reports[i], "%s=%s/%s", formats[i],
                       command->folder, names[JSON + i]);
        add(command, "--report");
        add(command, command->reports[i]);
    }
    (void)snprintf(command->seed, sizeof command->seed, "%zu", rounds->count);
    add(command, "--seed");
    add(command, command->seed);
    for (size_t i = 0; i < rounds->more_count; i++) {
        add(command, rounds->more[i]);
    }
    add(command, NULL);
}

static void remove_outputs(const char *folder) {
    for (int i = 0; i < OUTPUTS; i++) {
        char path[64];
        (void)snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

static const char *run_once(const struct soak_rounds *rounds, unsigned port) {
    struct command command = {.folder = "/tmp/ssmspec-soak-XXXXXX"};
    if (mkdtemp(command.folder) == NULL) {
        return "no folder for reports could be made";
    }
    write_command(&command, rounds, port);
    const int code =
        ssmspec_main(command.count - 1, command.words, environment_with(rounds->plant));
    remove_outputs(command.folder);
    return code == 0 ? NULL : "a run of the suite did not end with 0";
}

static bool measure(const struct soak_peer *peer, struct soak_round *out) {
    out->requests = soak_peer_requests(peer);
    out->runner.heap_bytes = soak_heap_bytes();
    return soak_gauge_read(getpid(), &out->runner) && soak_peer_gauge(peer, &out->endpoint);
}

const char *soak_rounds_go(struct soak_rounds *rounds, const struct soak_peer *peer) {
    size_t before = 0;
    if (!measure(peer, &rounds->passed[rounds->count++])) {
        return "a process could not be looked at";
    }
    while (before < rounds->wanted && rounds->count < SOAK_ROUNDS_MAX) {
        const char *const fault = run_once(rounds, peer->port);
        if (fault != NULL) {
            return fault;
        }
        struct soak_round *const round = &rounds->passed[rounds->count++];
        if (!measure(peer, round)) {
            return "a process could not be looked at";
        }
        if (round->requests == before) {
            return "a run of the suite sent no request";
        }
        before = round->requests;
    }
    const bool is_compared =
        rounds->count > 2 && rounds->passed[rounds->count - 2].requests >= rounds->wanted / 2;
    return before >= rounds->wanted && is_compared ? NULL : "too few requests, or too few runs";
}

const struct soak_round *soak_rounds_middle(const struct soak_rounds *rounds) {
    size_t at = 0;
    while (rounds->passed[at].requests < rounds->wanted / 2) {
        at++;
    }
    return &rounds->passed[at];
}
