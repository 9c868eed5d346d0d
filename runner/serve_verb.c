#include "runner/exits.h"
#include "runner/identity.h"
#include "runner/reference.h"
#include "runner/signals.h"
#include "runner/verbs.h"
#include "src/report/report.h"

#include <stdio.h>
#include <stdlib.h>

static enum ssmspec_err write_port(const struct ssmspec_options *options, unsigned port,
                                   struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    const struct ssmspec_view path = ssmspec_option(options, SSMSPEC_FLAG_PORT_FILE);
    if (path.ptr == NULL) {
        return SSMSPEC_OK;
    }
    const char *text = ssmspec_arena_printf(arena, "%u\n", port);
    const char *name = ssmspec_arena_text(arena, path);
    ENSURE(text != NULL && name != NULL, SSMSPEC_ERR_NOMEM);
    return ssmspec_file_write(name, ssmspec_view_of(text), why);
}

static enum ssmspec_err find_dialect(const struct ssmspec_options *options,
                                     const struct ssmspec_dialect **out,
                                     struct ssmspec_bytes *why) {
    const struct ssmspec_view name = ssmspec_option(options, SSMSPEC_FLAG_DIALECT);
    *out = name.ptr == NULL ? NULL : ssmspec_dialect_find(name);
    if (name.ptr != NULL && *out == NULL) {
        ssmspec_bytes_printf(why, "--dialect: there is no \"%.*s\"; --list-dialects prints them",
                             (int)name.len, name.ptr);
        return SSMSPEC_ERR_USAGE;
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err find_mutant(const struct ssmspec_options *options,
                                    const struct ssmspec_mutants *mutants,
                                    const struct ssmspec_mutant **out, struct ssmspec_bytes *why) {
    const struct ssmspec_view name = ssmspec_option(options, SSMSPEC_FLAG_MUTANT);
    *out = name.ptr == NULL ? NULL : ssmspec_mutants_find(mutants, name);
    if (name.ptr == NULL || *out != NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "no mutant is called \"%.*s\"; --list-mutants lists them",
                         (int)name.len, name.ptr);
    return SSMSPEC_ERR_USAGE;
}

static enum ssmspec_err list_mutants(struct ssmspec_arena *arena) {
    struct ssmspec_mutants mutants;
    GUARD(ssmspec_mutants_derive(arena, &mutants));
    for (size_t i = 0; i < mutants.count; i++) {
        (void)printf("%-64s %s\n", mutants.rows[i].name, mutants.rows[i].breaks);
    }
    return SSMSPEC_OK;
}

static void list_dialects(void) {
    for (const struct ssmspec_dialect *row = ssmspec_dialects; row->name != NULL; row++) {
        (void)printf("%-22s %s (%s)\n", row->name, row->says, row->source);
    }
}

static enum ssmspec_err serve(const struct ssmspec_options *options, ssmspec_env_fn env,
                              struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    long long port;
    GUARD(ssmspec_option_number(options, SSMSPEC_FLAG_PORT, 0, 65535, 0, &port, why));
    const struct ssmspec_dialect *dialect;
    GUARD(find_dialect(options, &dialect, why));
    struct ssmspec_view region;
    GUARD(ssmspec_region_find(options, env, &region, why));
    const char *region_text = ssmspec_arena_text(arena, region);
    ENSURE(region_text != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_mutants mutants;
    const struct ssmspec_mutant *mutant = NULL;
    GUARD(ssmspec_mutants_derive(arena, &mutants));
    GUARD(find_mutant(options, &mutants, &mutant, why));
    if (mutant != NULL && dialect != NULL) {
        ssmspec_bytes_add_text(why, "--mutant and --dialect exclude each other");
        return SSMSPEC_ERR_USAGE;
    }
    const struct ssmspec_reference_options reference_options = {
        .port = (unsigned)port,
        .region = region_text,
        .verify = !ssmspec_is_given(options, SSMSPEC_FLAG_NO_VERIFY),
        .dialect = dialect,
        .mutant = mutant,
    };
    struct ssmspec_reference *reference = NULL;
    GUARD(ssmspec_reference_start(&reference_options, &reference, why));
    const unsigned open_port = ssmspec_reference_port(reference);
    const enum ssmspec_err err = write_port(options, open_port, arena, why);
    /* Who cannot be told the port waits for nothing: the failure of the output is reported. */
    if (err == SSMSPEC_OK && printf("http://127.0.0.1:%u\n", open_port) > 0 &&
        fflush(stdout) == 0) {
        ssmspec_signals_wait();
    }
    ssmspec_reference_stop(reference);
    return err;
}

int ssmspec_verb_serve(const struct ssmspec_options *options, ssmspec_env_fn env) {
    if (ssmspec_is_given(options, SSMSPEC_FLAG_LIST_DIALECTS)) {
        list_dialects();
        return SSMSPEC_EXIT_OK;
    }
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    ssmspec_signals_watch();
    const enum ssmspec_err err = ssmspec_is_given(options, SSMSPEC_FLAG_LIST_MUTANTS)
                                     ? list_mutants(&arena)
                                     : serve(options, env, &arena, &why);
    const int code = err == SSMSPEC_OK ? SSMSPEC_EXIT_OK : ssmspec_complain(err, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return code;
}
