/* The reference endpoint in process, with a clock that stands until it is moved, and what can be
 * seen of its state. */
#ifndef SSMSPEC_FUZZ_SEQUENCE_WORLD_H
#define SSMSPEC_FUZZ_SEQUENCE_WORLD_H

#include "src/base/arena.h"
#include "src/exchange/exchange.h"

#include <stdint.h>

#define SSMSPEC_WORLD_COMMANDS_MAX 4 /* looking at them is what takes time */

#define SSMSPEC_WORLD_FINALS_MAX 24 /* a command and its nodes, two at most, each with a row */

struct ssmspec_endpoint;

/* A row of a list that has come to its end. */
struct ssmspec_final {
    char id[40], node[24], status[12];
};

struct ssmspec_world {
    struct ssmspec_endpoint *endpoint;
    int64_t now_ms;
    struct ssmspec_arena arena; /* of the step under way */
    char ids[SSMSPEC_WORLD_COMMANDS_MAX][40];
    size_t id_count;
    char token[64]; /* the last NextToken seen */
    struct ssmspec_final finals[SSMSPEC_WORLD_FINALS_MAX];
    size_t final_count;
    size_t open_count; /* rows that the last look showed in no final state */
};

/* Opens the endpoint when there is none yet; forgets every command. */
void ssmspec_world_reset(struct ssmspec_world *world);

/* An answer that is below 500 and has a JSON object or nothing as its body. */
struct ssmspec_response ssmspec_world_ask(struct ssmspec_world *world, const char *operation,
                                          struct ssmspec_view body);

/* A number that changes with anything the endpoint keeps. Cheap, unlike a look from outside. */
uint64_t ssmspec_world_print(const struct ssmspec_world *world);

/* Looks at everything that the lists show. Whatever was final is still the same. */
void ssmspec_world_look(struct ssmspec_world *world);

#endif
