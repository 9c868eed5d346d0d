/* Oracles: what must hold whatever the input. Each has an id and a frame of its own, so that tools
 * that group findings by their stack keep different findings apart. */
#ifndef SSMSPEC_FUZZ_ORACLE_H
#define SSMSPEC_FUZZ_ORACLE_H

#include "src/base/err.h"

#include <stdarg.h>
#include <stdlib.h>

/* Prints "ORACLE: id what-happened". */
void ssmspec_oracle_report(const char *id, const char *format, va_list args);

/* Declares an oracle of this file: SSMSPEC_ORACLE_ID(json_round_trip); */
#define SSMSPEC_ORACLE_ID(id)                                                       \
    __attribute__((noinline, noreturn, cold))                                       \
    SSMSPEC_PRINTF(1, 2) static void ssmspec_oracle_##id(const char *format, ...) { \
        va_list args;                                                               \
        va_start(args, format);                                                     \
        ssmspec_oracle_report(#id, format, args);                                   \
        va_end(args);                                                               \
        abort();                                                                    \
    }                                                                               \
    struct ssmspec_oracle_##id##_declared

/* A finding of that oracle unless cond holds; then a printf format that says what happened. */
#define SSMSPEC_ORACLE(id, cond, ...)         \
    do {                                      \
        if (!(cond)) {                        \
            ssmspec_oracle_##id(__VA_ARGS__); \
        }                                     \
    } while (0)

#endif
