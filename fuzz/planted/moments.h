/* Planted bugs of state: what holds at one step of a sequence. A faulty endpoint would end in
 * another state there, which the look at everything at the end of each sequence shows; so that what
 * is triggered is noticed as well. */
#ifndef SSMSPEC_FUZZ_PLANTED_MOMENTS_H
#define SSMSPEC_FUZZ_PLANTED_MOMENTS_H

#include "fixtures/endpoint/agent.h"
#include "fixtures/endpoint/call.h"
#include "fuzz/planted/ledger.h"

#define SSMSPEC_MOMENT_RUNS_MAX 4
#define SSMSPEC_MOMENT_COMMANDS_MAX 8

/* A command as it was before the step. */
struct ssmspec_snapshot {
    const struct ssmspec_command *command;
    size_t run_count;
    struct {
        const struct ssmspec_node *node;
        bool is_final, is_undelivered, is_cancelling;
    } runs[SSMSPEC_MOMENT_RUNS_MAX];
};

struct ssmspec_moment {
    const struct ssmspec_json *input; /* the request */
    bool is_cancel;                   /* it asks to cancel */
    int status;                       /* the answer's */
    size_t count;                     /* of the commands, oldest first */
    struct ssmspec_snapshot commands[SSMSPEC_MOMENT_COMMANDS_MAX];
    uint64_t token_serial; /* the newest command when the last page token was handed out */
    bool has_token;        /* one was */
};

/* Before the step: how all commands stand. */
void ssmspec_moment_begin(struct ssmspec_moment *moment, const struct ssmspec_endpoint *endpoint,
                          int64_t now_ms);

/* Behind the step: every bug of a sequence. */
void ssmspec_moment_end(const struct ssmspec_moment *moment, struct ssmspec_ledger *ledger);

#endif
