/* The verbs: one file each. A verb gets its parsed options and returns the exit code. */
#ifndef SSMSPEC_RUNNER_VERBS_H
#define SSMSPEC_RUNNER_VERBS_H

#include "runner/options.h"

struct ssmspec_verb {
    const char *name;
    const char *words;   /* its positional arguments, for help */
    const char *summary; /* one line for help */
    size_t most_words;
    int (*run)(const struct ssmspec_options *options, ssmspec_env_fn env);
};

int ssmspec_verb_run(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_trace(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_known(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_list(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_explain(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_export(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_selftest(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_serve(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_version(const struct ssmspec_options *options, ssmspec_env_fn env);
int ssmspec_verb_help(const struct ssmspec_options *options, ssmspec_env_fn env);

/* All of them, ending with a NULL name. */
extern const struct ssmspec_verb ssmspec_verbs[];

/* Runs argv[1]; the whole program but for its first and last breath. */
int ssmspec_main(int argc, char *const argv[], ssmspec_env_fn env);

/* The exit code that belongs to a failure. */
int ssmspec_exit_of(enum ssmspec_err err);

/* Print "ssmspec: SENTENCE" to stderr and give the exit code that belongs to err. */
int ssmspec_complain(enum ssmspec_err err, const struct ssmspec_bytes *why);

/* Flush stdout; an output that did not reach its reader is our own fault. */
int ssmspec_finish_output(int exit_code);

#endif
