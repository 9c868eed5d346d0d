#include "runner/exits.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/report/formats.h"
#include "suites/suite.h"

#include <stdio.h>

/* Listing needs no endpoint: what a binding or an effect would skip is listed too. */
static enum ssmspec_err choose(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                               struct ssmspec_cases *out, struct ssmspec_bytes *why) {
    struct ssmspec_cases all;
    struct ssmspec_selection selection;
    struct ssmspec_bindings none;
    struct ssmspec_plan plan;
    ssmspec_bindings_init(&none, arena);
    GUARD(ssmspec_load_cases(options, arena, &all, why));
    GUARD(ssmspec_load_selection(options, arena, &selection, why));
    GUARD(ssmspec_plan_make(&ssmspec_run_command_suite, &all, &selection, &none,
                            SSMSPEC_EFFECT_EXECUTE, arena, &plan, why));
    struct ssmspec_case *rows = ssmspec_arena_alloc(arena, (plan.chosen + 1) * sizeof *rows);
    ENSURE(rows != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (plan.is_chosen[i]) {
            rows[count++] = all.rows[i];
        }
    }
    *out = (struct ssmspec_cases){rows, count};
    return SSMSPEC_OK;
}

static enum ssmspec_err print_json(const struct ssmspec_cases *cases) {
    struct ssmspec_bytes json = {0};
    const enum ssmspec_err err = ssmspec_report_cases_json(cases, &json);
    if (err == SSMSPEC_OK) {
        (void)fwrite(json.ptr, 1, json.len, stdout);
    }
    ssmspec_bytes_clear(&json);
    return err;
}

static void print_lines(const struct ssmspec_cases *cases) {
    for (size_t i = 0; i < cases->count; i++) {
        const struct ssmspec_case *row = &cases->rows[i];
        (void)printf("%-72s %-6s %-7s %s\n", row->id, ssmspec_level_name(row->level),
                     ssmspec_effect_name(row->effect), row->source);
    }
}

static enum ssmspec_err list(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                             size_t *count, struct ssmspec_bytes *why) {
    struct ssmspec_cases cases;
    GUARD(choose(options, arena, &cases, why));
    *count = cases.count;
    if (ssmspec_is_given(options, SSMSPEC_FLAG_JSON)) {
        return print_json(&cases);
    }
    print_lines(&cases);
    return SSMSPEC_OK;
}

int ssmspec_verb_list(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    size_t count = 0;
    const enum ssmspec_err err = list(options, &arena, &count, &why);
    int code = count == 0 ? SSMSPEC_EXIT_INCOMPLETE : SSMSPEC_EXIT_OK;
    if (err != SSMSPEC_OK) {
        code = ssmspec_complain(err, &why);
    }
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return code;
}
