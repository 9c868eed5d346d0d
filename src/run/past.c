#include "src/run/past.h"

#include "src/response/plain.h"

#define SHOWN_MOST 300

/* The index of the chosen case of that id; the number of cases when there is none. Results fell
 * mostly in the suite's order, so that each is looked for behind the last. */
static size_t find_chosen(const struct ssmspec_plan *plan, struct ssmspec_view id, size_t from) {
    const struct ssmspec_cases *cases = plan->cases;
    for (size_t step = 0; step < cases->count; step++) {
        const size_t at = (from + step) % cases->count;
        if (ssmspec_view_is(id, cases->rows[at].id)) {
            return plan->is_chosen[at] ? at : cases->count;
        }
    }
    return cases->count;
}

static enum ssmspec_err differ(const char *path, const char *what, struct ssmspec_view theirs,
                               struct ssmspec_view ours, struct ssmspec_bytes *why) {
    ssmspec_bytes_printf(why, "%s:1:1: the journal is of %s \"%.*s\", this run of \"%.*s\"", path,
                         what, (int)ssmspec_view_sub(theirs, 0, SHOWN_MOST).len, theirs.ptr,
                         (int)ssmspec_view_sub(ours, 0, SHOWN_MOST).len, ours.ptr);
    return SSMSPEC_ERR_CONFIG;
}

enum ssmspec_err ssmspec_past_check_head(const struct ssmspec_journal_content *content,
                                         const struct ssmspec_run_record *record, const char *path,
                                         struct ssmspec_bytes *why) {
    const struct ssmspec_run_record *past = &content->record;
    const struct {
        const char *what;
        struct ssmspec_view theirs, ours;
    } pairs[] = {
        {"the version", past->tool_version, record->tool_version},
        {"the suite", past->suite_digest, record->suite_digest},
        {"the region", past->region, record->region},
        {"the flags", past->flags, record->flags},
        {"the known failures", past->known_digest, record->known_digest},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (!ssmspec_view_eq(pairs[i].theirs, pairs[i].ours)) {
            return differ(path, pairs[i].what, pairs[i].theirs, pairs[i].ours, why);
        }
    }
    if (past->seed != record->seed) {
        ssmspec_bytes_printf(why, "%s:1:1: the journal is of the seed %llu, this run of %llu", path,
                             past->seed, record->seed);
        return SSMSPEC_ERR_CONFIG;
    }
    if (past->selected != record->selected ||
        !ssmspec_view_eq(past->plan_digest, record->plan_digest)) {
        ssmspec_bytes_printf(why,
                             "%s:1:1: the journal is of another selection: %zu cases, this run of "
                             "%zu, or others are skipped",
                             path, past->selected, record->selected);
        return SSMSPEC_ERR_CONFIG;
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_past_check_results(const struct ssmspec_journal_content *content,
                                            const struct ssmspec_plan *plan, const char *path,
                                            struct ssmspec_bytes *why) {
    size_t at = 0;
    for (size_t i = 0; i < content->record.result_count; i++) {
        const struct ssmspec_view id = content->record.results[i].id;
        at = find_chosen(plan, id, at);
        if (at == plan->cases->count) {
            ssmspec_bytes_printf(why, "%s:%zu:1: the run has no such case: ", path,
                                 content->lines[i]);
            ssmspec_plain_add(why, id, SHOWN_MOST);
            return SSMSPEC_ERR_CONFIG;
        }
    }
    return SSMSPEC_OK;
}

size_t ssmspec_past_enter(const struct ssmspec_past *past, const struct ssmspec_plan *plan,
                          struct ssmspec_result *results, bool *has_result) {
    size_t missing = plan->chosen;
    size_t at = 0;
    for (size_t i = 0; i < past->count; i++) {
        at = find_chosen(plan, past->results[i].id, at);
        if (at < plan->cases->count && !has_result[at]) {
            results[at] = past->results[i];
            has_result[at] = true;
            missing--;
        }
    }
    return missing;
}

uint64_t ssmspec_past_seed(const struct ssmspec_past *past, uint64_t seed) {
    return seed + past->part * UINT64_C(0x9e3779b97f4a7c15);
}
