#include "fixtures/mutants/score.h"
#include "runner/exits.h"
#include "runner/kill_matrix.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/json/write.h"
#include "suites/suite.h"

#include <stdio.h>

#define PATIENCE 0.04
#define GROUPS_MAX 24

struct group {
    const char *name;
    size_t killed, total;
};

/* One selftest from flags to score. */
struct selftest {
    const struct ssmspec_options *options;
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    struct ssmspec_cases cases;
    struct ssmspec_mutants mutants;
    struct ssmspec_trials trials;
    struct ssmspec_kill_matrix recorded;
    struct ssmspec_trial reference;
    struct ssmspec_score_row *rows;
    size_t count, killed;
    struct group groups[GROUPS_MAX];
    size_t group_count;
};

static bool is_chosen(const struct ssmspec_options *options, const char *name) {
    for (size_t i = 0; i < options->words.count; i++) {
        if (ssmspec_case_matches(name, options->words.items[i])) {
            return true;
        }
    }
    return options->words.count == 0;
}

static enum ssmspec_err patterns_of(struct selftest *selftest, const struct ssmspec_mutant *mutant,
                                    struct ssmspec_views *out) {
    if (selftest->recorded.count > 0 && !mutant->needs_company) {
        *out = ssmspec_kill_matrix_find(&selftest->recorded, mutant->name);
        return SSMSPEC_OK;
    }
    size_t count = 0;
    while (mutant->finders[count] != NULL) {
        count++;
    }
    struct ssmspec_view *const items =
        ssmspec_arena_alloc(&selftest->arena, (count + 1) * sizeof *items);
    ENSURE(items != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < count; i++) {
        items[i] = ssmspec_view_of(mutant->finders[i]);
    }
    *out = (struct ssmspec_views){items, count};
    return SSMSPEC_OK;
}

static enum ssmspec_err choose(struct selftest *selftest) {
    selftest->rows = ssmspec_arena_alloc(&selftest->arena,
                                         (selftest->mutants.count + 1) * sizeof *selftest->rows);
    ENSURE(selftest->rows != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < selftest->mutants.count; i++) {
        const struct ssmspec_mutant *const mutant = &selftest->mutants.rows[i];
        if (is_chosen(selftest->options, mutant->name)) {
            struct ssmspec_score_row *const row = &selftest->rows[selftest->count++];
            *row = (struct ssmspec_score_row){.mutant = mutant};
            GUARD(patterns_of(selftest, mutant, &row->patterns));
        }
    }
    if (selftest->count == 0) {
        ssmspec_bytes_add_text(&selftest->why, "no mutant matches");
        return SSMSPEC_ERR_USAGE;
    }
    return SSMSPEC_OK;
}

static struct group *group_of(struct selftest *selftest, const char *name) {
    for (size_t i = 0; i < selftest->group_count; i++) {
        if (strcmp(selftest->groups[i].name, name) == 0) {
            return &selftest->groups[i];
        }
    }
    if (selftest->group_count == GROUPS_MAX) {
        return NULL;
    }
    selftest->groups[selftest->group_count].name = name;
    return &selftest->groups[selftest->group_count++];
}

static enum ssmspec_err count(struct selftest *selftest) {
    for (size_t i = 0; i < selftest->count; i++) {
        const bool is_killed = selftest->rows[i].trial.killer_count > 0;
        struct group *const group = group_of(selftest, selftest->rows[i].mutant->group);
        ENSURE(group != NULL, SSMSPEC_ERR_TABLE);
        group->total++;
        group->killed += is_killed;
        selftest->killed += is_killed;
    }
    return SSMSPEC_OK;
}

static bool is_clean(const struct selftest *selftest) {
    const struct ssmspec_trial *const reference = &selftest->reference;
    return reference->killer_count == 0 && reference->odd_count == 0 && reference->sent > 0;
}

static void print_survivors(const struct selftest *selftest) {
    for (size_t i = 0; i < selftest->count; i++) {
        const struct ssmspec_score_row *const row = &selftest->rows[i];
        if (row->trial.killer_count > 0) {
            continue;
        }
        (void)printf("survivor  %s: %s (%zu cases sent, %zu without a verdict)\n",
                     row->mutant->name, row->mutant->breaks, row->trial.sent, row->trial.odd_count);
    }
}

static void print_text(const struct selftest *selftest) {
    const struct ssmspec_trial *const reference = &selftest->reference;
    (void)printf("reference %zu cases, %zu false alarms, %zu without a verdict\n", reference->sent,
                 reference->killer_count, reference->odd_count);
    for (size_t i = 0; i < reference->killer_count; i++) {
        (void)printf("alarm     %s\n", reference->killers[i]);
    }
    print_survivors(selftest);
    for (size_t i = 0; i < selftest->group_count; i++) {
        const struct group *const group = &selftest->groups[i];
        (void)printf("score     %-12s %zu of %zu\n", group->name, group->killed, group->total);
    }
    (void)printf("killed %zu of %zu mutants: %.1f %%\n", selftest->killed, selftest->count,
                 100.0 * (double)selftest->killed / (double)selftest->count);
}

static void write_row(struct ssmspec_bytes *json, const struct ssmspec_score_row *row) {
    ssmspec_bytes_add_text(json, "{\"name\":");
    ssmspec_json_write_string(json, ssmspec_view_of(row->mutant->name));
    ssmspec_bytes_add_text(json, ",\"kind\":");
    ssmspec_json_write_string(json, ssmspec_view_of(row->mutant->group));
    ssmspec_bytes_add_text(json, ",\"breaks\":");
    ssmspec_json_write_string(json, ssmspec_view_of(row->mutant->breaks));
    ssmspec_bytes_printf(json, ",\"cases\":%zu,\"killers\":[", row->trial.sent);
    for (size_t i = 0; i < row->trial.killer_count; i++) {
        ssmspec_bytes_add_text(json, i == 0 ? "" : ",");
        ssmspec_json_write_string(json, ssmspec_view_of(row->trial.killers[i]));
    }
    ssmspec_bytes_add_text(json, "]}");
}

static enum ssmspec_err print_json(const struct selftest *selftest) {
    struct ssmspec_bytes json = {0};
    ssmspec_bytes_printf(&json,
                         "{\"schema\":\"ssmspec.selftest/1\",\"reference\":{\"cases\":%zu,"
                         "\"false_alarms\":%zu},\"killed\":%zu,\"total\":%zu,\"mutants\":[",
                         selftest->reference.sent, selftest->reference.killer_count,
                         selftest->killed, selftest->count);
    for (size_t i = 0; i < selftest->count; i++) {
        ssmspec_bytes_add_text(&json, i == 0 ? "" : ",");
        write_row(&json, &selftest->rows[i]);
    }
    ssmspec_bytes_add_text(&json, "]}\n");
    const enum ssmspec_err err = ssmspec_bytes_status(&json);
    if (err == SSMSPEC_OK) {
        (void)fwrite(json.ptr, 1, json.len, stdout);
    }
    ssmspec_bytes_clear(&json);
    return err;
}

static enum ssmspec_err prepare(struct selftest *selftest) {
    const struct ssmspec_view matrix = ssmspec_option(selftest->options, SSMSPEC_FLAG_MATRIX);
    GUARD(
        ssmspec_load_cases(selftest->options, &selftest->arena, &selftest->cases, &selftest->why));
    GUARD(ssmspec_mutants_derive(&selftest->arena, &selftest->mutants));
    if (matrix.ptr != NULL) {
        GUARD(ssmspec_kill_matrix_read(matrix, &selftest->arena, &selftest->recorded,
                                       &selftest->why));
    }
    selftest->trials = (struct ssmspec_trials){.suite = &ssmspec_run_command_suite,
                                               .cases = &selftest->cases,
                                               .jobs = 8,
                                               .patience = PATIENCE};
    return choose(selftest);
}

static enum ssmspec_err run(struct selftest *selftest) {
    const struct ssmspec_views all = {NULL, 0};
    const struct ssmspec_view path = ssmspec_option(selftest->options, SSMSPEC_FLAG_WRITE_MATRIX);
    long long threads;
    GUARD(prepare(selftest));
    GUARD(ssmspec_option_number(selftest->options, SSMSPEC_FLAG_JOBS, 1, 64, 2, &threads,
                                &selftest->why));
    GUARD(ssmspec_trial_run(&selftest->trials, NULL, &all, &selftest->arena, &selftest->reference));
    GUARD(ssmspec_score(&selftest->trials, selftest->rows, selftest->count, (size_t)threads));
    GUARD(count(selftest));
    if (path.ptr != NULL) {
        GUARD(ssmspec_kill_matrix_write(path, selftest->rows, selftest->count, &selftest->arena,
                                        &selftest->why));
    }
    if (ssmspec_is_given(selftest->options, SSMSPEC_FLAG_JSON)) {
        return print_json(selftest);
    }
    print_text(selftest);
    return SSMSPEC_OK;
}

int ssmspec_verb_selftest(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct selftest selftest = {.options = options};
    const enum ssmspec_err err = run(&selftest);
    int code = SSMSPEC_EXIT_OK;
    if (err != SSMSPEC_OK) {
        code = ssmspec_complain(err, &selftest.why);
    } else if (selftest.killed < selftest.count || !is_clean(&selftest)) {
        code = SSMSPEC_EXIT_NOT_CONFORMANT;
    }
    for (size_t i = 0; i < selftest.count; i++) {
        ssmspec_arena_clear(&selftest.rows[i].arena);
    }
    ssmspec_bytes_clear(&selftest.why);
    ssmspec_arena_clear(&selftest.arena);
    return code;
}
