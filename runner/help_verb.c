#include "runner/exits.h"
#include "runner/verbs.h"

#include <stdio.h>

static void print_verbs(void) {
    (void)puts("ssmspec: conformance suite for AWS Systems Manager Run Command endpoints\n");
    for (const struct ssmspec_verb *verb = ssmspec_verbs; verb->name != NULL; verb++) {
        (void)printf("  ssmspec %-8s %-14s %s\n", verb->name, verb->words, verb->summary);
    }
    (void)puts(
        "\nssmspec help VERB prints a verb's flags. Each flag that takes one value also has an\n"
        "environment variable: --max-time is SSMSPEC_MAX_TIME. The flag goes first.\n\n"
        "Exit codes: 0 conformant, 1 not conformant, 2 usage or configuration, 3 endpoint\n"
        "unusable, 4 incomplete or vacuous, 5 our own fault, 130/143 interrupted.");
}

static void print_flag(const struct ssmspec_flag_row *row) {
    char spelled[64];
    (void)snprintf(spelled, sizeof spelled, "--%s%s%s", row->name, row->value == NULL ? "" : " ",
                   row->value == NULL ? "" : row->value);
    (void)printf("  %-28s %s%s\n", spelled, row->help, row->is_repeatable ? "; repeatable" : "");
}

static int print_verb(struct ssmspec_view name) {
    for (const struct ssmspec_verb *verb = ssmspec_verbs; verb->name != NULL; verb++) {
        if (!ssmspec_view_is(name, verb->name)) {
            continue;
        }
        (void)printf("ssmspec %s %s\n%s\n\n", verb->name, verb->words, verb->summary);
        for (int flag = 0; flag < SSMSPEC_FLAG_COUNT; flag++) {
            if (ssmspec_flag_serves(&ssmspec_flags[flag], name)) {
                print_flag(&ssmspec_flags[flag]);
            }
        }
        return SSMSPEC_EXIT_OK;
    }
    (void)fprintf(stderr, "ssmspec: unknown verb \"%s\"; ssmspec help lists them\n", name.ptr);
    return SSMSPEC_EXIT_USAGE;
}

int ssmspec_verb_help(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    if (options->words.count > 0) {
        return print_verb(options->words.items[0]);
    }
    print_verbs();
    return SSMSPEC_EXIT_OK;
}
