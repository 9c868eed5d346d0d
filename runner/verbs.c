#include "runner/verbs.h"

#include "runner/exits.h"

#include <stdio.h>

const struct ssmspec_verb ssmspec_verbs[] = {
    {"run", "[SELECTOR...]", "run cases against an endpoint", 1000, ssmspec_verb_run},
    {"list", "[SELECTOR...]", "print the cases that would be chosen", 1000, ssmspec_verb_list},
    {"explain", "ID", "print everything about one case", 1, ssmspec_verb_explain},
    {"trace", "", "print rules, cases and sources beside each other", 0, ssmspec_verb_trace},
    {"export", "DIR", "write all cases as JSON, with a JSON Schema, to cases.json in a folder", 1,
     ssmspec_verb_export},
    {"known", "ACTION FILE",
     "init, update, check or prune: keep a list of known failures in step with a run", 2,
     ssmspec_verb_known},
    {"serve", "", "serve the reference endpoint on loopback until a signal comes", 0,
     ssmspec_verb_serve},
    {"selftest", "[PATTERN...]", "the suite against the reference and every mutant of it", 1000,
     ssmspec_verb_selftest},
    {"version", "", "print the version and the suite's digest", 0, ssmspec_verb_version},
    {"help", "[VERB]", "print this, or the flags of a verb", 1, ssmspec_verb_help},
    {NULL, NULL, NULL, 0, NULL},
};

int ssmspec_exit_of(enum ssmspec_err err) {
    switch (err) {
    case SSMSPEC_ERR_USAGE:
    case SSMSPEC_ERR_CONFIG:
    case SSMSPEC_ERR_READ:
        return SSMSPEC_EXIT_USAGE;
    case SSMSPEC_ERR_CONNECT:
        return SSMSPEC_EXIT_UNUSABLE;
    default:
        return SSMSPEC_EXIT_OWN_FAULT;
    }
}

int ssmspec_complain(enum ssmspec_err err, const struct ssmspec_bytes *why) {
    const struct ssmspec_view text = ssmspec_bytes_view(why);
    (void)fflush(stdout);
    (void)fprintf(stderr, "ssmspec: %s\n", text.len > 0 ? text.ptr : ssmspec_err_text(err));
    return ssmspec_exit_of(err);
}

int ssmspec_finish_output(int exit_code) {
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return exit_code;
    }
    (void)fputs("ssmspec: the output could not be written\n", stderr);
    return SSMSPEC_EXIT_OWN_FAULT;
}

static const struct ssmspec_verb *find_verb(const char *name) {
    for (const struct ssmspec_verb *verb = ssmspec_verbs; verb->name != NULL; verb++) {
        if (ssmspec_view_is(ssmspec_view_of(verb->name), name)) {
            return verb;
        }
    }
    return NULL;
}

/* What people type for help and version, whatever the convention they are used to. */
static const char *usual_name(const char *name) {
    const struct ssmspec_view text = ssmspec_view_of(name);
    if (ssmspec_view_is(text, "--help") || ssmspec_view_is(text, "-h")) {
        return "help";
    }
    return ssmspec_view_is(text, "--version") ? "version" : name;
}

static int run_verb(const struct ssmspec_verb *verb, int argc, char *const argv[],
                    ssmspec_env_fn env) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_options options;
    enum ssmspec_err err =
        ssmspec_options_parse(verb->name, argc, argv, env, &arena, &options, &why);
    if (err == SSMSPEC_OK && options.words.count > verb->most_words) {
        ssmspec_bytes_printf(&why, "%s does not take \"%s\"", verb->name,
                             options.words.items[verb->most_words].ptr);
        err = SSMSPEC_ERR_USAGE;
    }
    const int code = err == SSMSPEC_OK ? ssmspec_finish_output(verb->run(&options, env))
                                       : ssmspec_complain(err, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return code;
}

static bool asks_for_help(int argc, char *const argv[]) {
    for (int i = 0; i < argc; i++) {
        const struct ssmspec_view word = ssmspec_view_of(argv[i]);
        if (ssmspec_view_is(word, "--")) {
            return false;
        }
        if (ssmspec_view_is(word, "--help") || ssmspec_view_is(word, "-h")) {
            return true;
        }
    }
    return false;
}

int ssmspec_main(int argc, char *const argv[], ssmspec_env_fn env) {
    const char *name = argc < 2 ? "help" : usual_name(argv[1]);
    const struct ssmspec_verb *verb = find_verb(name);
    if (verb == NULL) {
        (void)fprintf(stderr, "ssmspec: unknown verb \"%s\"; ssmspec help lists them\n", name);
        return SSMSPEC_EXIT_USAGE;
    }
    if (argc > 2 && asks_for_help(argc - 2, argv + 2)) {
        char *const about[] = {argv[1], NULL};
        return run_verb(find_verb("help"), 1, about, env);
    }
    return run_verb(verb, argc < 2 ? 0 : argc - 2, argv + (argc < 2 ? argc : 2), env);
}
