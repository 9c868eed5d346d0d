/* The command line: verb, flags, positional arguments. Every single-valued flag has an environment
 * twin SSMSPEC_<FLAG>, every switch one that says 1, true, yes or 0, false, no; flag over
 * environment over default. */
#ifndef SSMSPEC_RUNNER_OPTIONS_H
#define SSMSPEC_RUNNER_OPTIONS_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/run/plan.h"

enum ssmspec_flag {
#define FLAG(id, name, value, is_repeatable, verbs, help) SSMSPEC_FLAG_##id,
#include "runner/flags.def"
#undef FLAG
    SSMSPEC_FLAG_COUNT
};

struct ssmspec_flag_row {
    const char *name;  /* without dashes */
    const char *value; /* what it takes, NULL: a switch */
    bool is_repeatable;
    const char *verbs; /* joined with blanks */
    const char *help;
};

extern const struct ssmspec_flag_row ssmspec_flags[SSMSPEC_FLAG_COUNT];

/* Whether the verb takes the flag. */
bool ssmspec_flag_serves(const struct ssmspec_flag_row *row, struct ssmspec_view verb);

struct ssmspec_options {
    const char *verb;
    struct ssmspec_views values[SSMSPEC_FLAG_COUNT]; /* in the order given; a switch holds "" */
    const char *twins[SSMSPEC_FLAG_COUNT]; /* the environment variable that gave the value; NULL:
                                              none did */
    struct ssmspec_views words;            /* positional */
};

/* Reads an environment variable; NULL when it is not set. */
typedef const char *(*ssmspec_env_fn)(const char *name);

/* Parse the arguments behind the verb. SSMSPEC_ERR_USAGE with a sentence in *why for an unknown
 * flag, one that the verb does not take, a missing or repeated value. Views point into argv, the
 * environment and arena. */
enum ssmspec_err ssmspec_options_parse(const char *verb, int argc, char *const argv[],
                                       ssmspec_env_fn env, struct ssmspec_arena *arena,
                                       struct ssmspec_options *out,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* The flag's last value; ptr NULL when it was not given. */
struct ssmspec_view ssmspec_option(const struct ssmspec_options *options, enum ssmspec_flag flag);
bool ssmspec_is_given(const struct ssmspec_options *options, enum ssmspec_flag flag);

/* What the user called it: "--max-time", or "SSMSPEC_MAX_TIME" where that gave the value. */
void ssmspec_option_spell(const struct ssmspec_options *options, enum ssmspec_flag flag,
                          struct ssmspec_bytes *out);

/* A whole number between least and most; fallback when the flag was not given. */
enum ssmspec_err ssmspec_option_number(const struct ssmspec_options *options,
                                       enum ssmspec_flag flag, long long least, long long most,
                                       long long fallback, long long *out,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Seconds with at most three decimals, above 0 and at most a day. */
enum ssmspec_err ssmspec_option_seconds(const struct ssmspec_options *options,
                                        enum ssmspec_flag flag, double fallback, double *out,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* One of words (NULL-terminated): its index; fallback when the flag was not given. */
enum ssmspec_err ssmspec_option_word(const struct ssmspec_options *options, enum ssmspec_flag flag,
                                     const char *const *words, int fallback, int *out,
                                     struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
