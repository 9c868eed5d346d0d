/* The vocabulary of wire scripts, for the tables of this folder alone. */
#ifndef SSMSPEC_SUITES_WIRE_H
#define SSMSPEC_SUITES_WIRE_H

#include "suites/rows.h"

/* What no HTTP client would say: the steps of a script, one after the other. */
#define ON_WIRE(...)                             \
    .wire = (const struct ssmspec_wire_step[]) { \
        __VA_ARGS__, {                           \
            .verb = SSMSPEC_WIRE_END             \
        }                                        \
    }
#define SAY(words) \
    { .verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT(words) }
#define SAY_OFTEN(words, count) \
    { .verb = SSMSPEC_WIRE_SEND, .text = SSMSPEC_VIEW_INIT(words), .times = (count) }
#define DRIBBLE(words, apart_ms) \
    { .verb = SSMSPEC_WIRE_DRIBBLE, .text = SSMSPEC_VIEW_INIT(words), .ms = (apart_ms) }
#define PAUSE(wait_ms) \
    { .verb = SSMSPEC_WIRE_PAUSE, .ms = (wait_ms) }
#define HEAR_A_HEAD(within) \
    { .verb = SSMSPEC_WIRE_HEAD, .ms = (within) }
#define HEAR \
    { .verb = SSMSPEC_WIRE_ANSWER }
#define LISTEN(wait_ms) \
    { .verb = SSMSPEC_WIRE_LISTEN, .ms = (wait_ms) }
/* So that a server that waits for more need not wait for long. */
#define HALF_CLOSE \
    { .verb = SSMSPEC_WIRE_HALF_CLOSE, .ms = 1000 }
#define HALF_CLOSE_AT_ONCE \
    { .verb = SSMSPEC_WIRE_HALF_CLOSE }
#define GO_AWAY \
    { .verb = SSMSPEC_WIRE_CLOSE }

#endif
