/* The plugged parser asked by a harness: its answers checked against the ABI's promises and brought
 * into our words. */
#ifndef SSMSPEC_FUZZ_PLUGGED_ASK_H
#define SSMSPEC_FUZZ_PLUGGED_ASK_H

#include "include/ssmspec_parser.h"
#include "src/request/parse.h"

/* To be had once, when a harness starts; everything in it lives for ever. */
struct ssmspec_plugged {
    const struct ssmspec_parser *parser;
    struct ssmspec_patterns *patterns;
};

/* A parser of another ABI, or one that reads no operation at all, is a finding at once: a campaign
 * on it would find nothing for ever. */
void ssmspec_plugged_start(struct ssmspec_plugged *plugged);

struct ssmspec_plugged_answer {
    int verdict;                 /* SSMSPEC_PARSER_... */
    struct ssmspec_view error;   /* ptr NULL: nothing said */
    struct ssmspec_view meaning; /* its canonical form in our spelling; ptr NULL: nothing said */
    struct ssmspec_view said;    /* that form in its own spelling */
};

/* Asks with the body in a block of its size. What *out points to lives in arena. known: an answer
 * whose meaning stands for its `said`, so that the same text need not be read again; zero: none. */
void ssmspec_plugged_ask_once(const struct ssmspec_plugged *plugged,
                              const struct ssmspec_operation *operation, struct ssmspec_view body,
                              const struct ssmspec_plugged_answer *known,
                              struct ssmspec_arena *arena, struct ssmspec_plugged_answer *out);

/* The same, and once more with a NUL behind the body, which must not matter. */
void ssmspec_plugged_ask(const struct ssmspec_plugged *plugged,
                         const struct ssmspec_operation *operation, struct ssmspec_view body,
                         const struct ssmspec_plugged_answer *known, struct ssmspec_arena *arena,
                         struct ssmspec_plugged_answer *out);

#endif
