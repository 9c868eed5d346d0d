#include "fuzz/planted/ledger.h"

#include "suites/service.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define LOOKS 64U /* inputs between two looks at the clock */

static double now_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void ssmspec_ledger_count_input(struct ssmspec_ledger *ledger) {
    if (ledger->inputs++ == 0) {
        ledger->start_seconds = now_seconds();
    }
}

static void count(const struct ssmspec_ledger *ledger, size_t bug, uint64_t *times,
                  const char *event) {
    if ((*times)++ == 0 && !ledger->is_silent) {
        fprintf(stderr, "planted %s %s %" PRIu64 " %.3f\n", ssmspec_planted_bugs[bug].id, event,
                ledger->inputs, now_seconds() - ledger->start_seconds);
    }
}

void ssmspec_ledger_note(struct ssmspec_ledger *ledger, size_t bug,
                         enum ssmspec_planted_state state, bool shows) {
    struct ssmspec_tally *const tally = &ledger->tallies[bug];
    if (state >= SSMSPEC_PLANTED_REACHED) {
        count(ledger, bug, &tally->reached, "reached");
    }
    if (state >= SSMSPEC_PLANTED_TRIGGERED) {
        count(ledger, bug, &tally->triggered, "triggered");
    }
    if (shows) {
        count(ledger, bug, &tally->detected, "detected");
    }
}

static bool is_done(const struct ssmspec_ledger *ledger, unsigned classes) {
    for (size_t i = 0; ssmspec_planted_bugs[i].id != NULL; i++) {
        const bool is_wanted = (classes >> ssmspec_planted_bugs[i].class & 1) != 0;
        if (is_wanted && ledger->tallies[i].detected == 0) {
            return false;
        }
    }
    return true;
}

static void end(const struct ssmspec_ledger *ledger, const char *why) {
    fprintf(stderr, "planted - %s %" PRIu64 " %.3f\n", why, ledger->inputs,
            now_seconds() - ledger->start_seconds);
    _exit(0);
}

void ssmspec_ledger_finish(const struct ssmspec_ledger *ledger, unsigned classes) {
    if (is_done(ledger, classes)) {
        end(ledger, "all");
    }
    const char *const limit = ledger->inputs % LOOKS == 0 ? getenv("PLANTED_SECONDS") : NULL;
    if (limit != NULL && now_seconds() - ledger->start_seconds > strtod(limit, NULL)) {
        end(ledger, "over");
    }
}

static void try_operation(struct ssmspec_ledger *ledger, const struct ssmspec_scene *scene) {
    for (size_t i = 0; ssmspec_planted_bugs[i].id != NULL; i++) {
        struct ssmspec_misreading misreading = {.from = 0};
        if (ssmspec_planted_bugs[i].misread == NULL) {
            continue;
        }
        const enum ssmspec_planted_state state =
            ssmspec_planted_bugs[i].misread(scene, &misreading);
        /* Comparing runs the parser again, whose branches the engine counts: once is enough. */
        const bool shows = state == SSMSPEC_PLANTED_TRIGGERED && ledger->tallies[i].detected == 0 &&
                           ssmspec_planted_shows(scene, &misreading);
        ssmspec_ledger_note(ledger, i, state, shows);
    }
}

void ssmspec_planted_try(struct ssmspec_ledger *ledger, struct ssmspec_view body,
                         struct ssmspec_patterns *patterns, struct ssmspec_arena *arena) {
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        struct ssmspec_parsed parsed;
        const struct ssmspec_scene scene = {.operation = ssmspec_run_command.operations[i],
                                            .body = body,
                                            .parsed = &parsed,
                                            .patterns = patterns,
                                            .arena = arena};
        if (ssmspec_request_parse(scene.operation, body, &ssmspec_json_default_limits, patterns,
                                  arena, &parsed) == SSMSPEC_OK) {
            try_operation(ledger, &scene);
        }
        ssmspec_arena_reset(arena);
        if (parsed.outcome == SSMSPEC_MALFORMED) {
            return; /* to every operation alike */
        }
    }
}
