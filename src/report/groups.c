#include "src/report/block.h"

#include "src/run/seconds.h"

#include <stdlib.h>

/* The group of that operation, made when there is none; cap on failure. Neighbours mostly share
 * one, so the last one used is asked first. */
static size_t find_group(struct ssmspec_groups *groups, struct ssmspec_view operation,
                         size_t last) {
    if (last < groups->count && ssmspec_view_eq(groups->rows[last].operation, operation)) {
        return last;
    }
    for (size_t i = 0; i < groups->count; i++) {
        if (ssmspec_view_eq(groups->rows[i].operation, operation)) {
            return i;
        }
    }
    if (groups->count == groups->cap) {
        const size_t cap = groups->cap == 0 ? 8 : groups->cap * 2;
        struct ssmspec_group *rows = realloc(groups->rows, cap * sizeof(*rows));
        if (rows == NULL) {
            return groups->cap;
        }
        groups->rows = rows;
        groups->cap = cap;
    }
    groups->rows[groups->count] = (struct ssmspec_group){.operation = operation};
    return groups->count++;
}

static void enter(struct ssmspec_group *group, const struct ssmspec_result *result) {
    const struct ssmspec_run_record one = {.results = result, .result_count = 1};
    struct ssmspec_counts counts;
    ssmspec_count(&one, &counts);
    for (size_t verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        group->counts.by_verdict[verdict] += counts.by_verdict[verdict];
    }
    group->counts.run += counts.run;
    group->size++;
    group->microseconds += ssmspec_microseconds(result->seconds);
}

enum ssmspec_err ssmspec_groups_make(const struct ssmspec_run_record *record,
                                     struct ssmspec_groups *out) {
    *out = (struct ssmspec_groups){0};
    out->of = calloc(record->result_count + 1, sizeof(*out->of));
    ENSURE(out->of != NULL, SSMSPEC_ERR_NOMEM);
    size_t last = 0;
    for (size_t i = 0; i < record->result_count; i++) {
        const struct ssmspec_view operation = ssmspec_operation_word(record->results[i].operation);
        last = find_group(out, operation, last);
        ENSURE(last < out->cap, SSMSPEC_ERR_NOMEM);
        enter(&out->rows[last], &record->results[i]);
        out->of[i] = last;
    }
    return SSMSPEC_OK;
}

void ssmspec_groups_clear(struct ssmspec_groups *groups) {
    free(groups->rows);
    free(groups->of);
    *groups = (struct ssmspec_groups){0};
}
