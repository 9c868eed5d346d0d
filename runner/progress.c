#include "runner/progress.h"

#include "src/base/clock.h"

#include <stdio.h>
#include <unistd.h>

/* Reasons are few and repeat: each distinct one is said once, with its count. */
static void note_skips(const struct ssmspec_plan *plan) {
    for (size_t i = 0; i < plan->cases->count; i++) {
        const char *reason = plan->skip_reasons[i];
        size_t count = 0;
        bool is_first = reason != NULL;
        for (size_t other = 0; is_first && other < plan->cases->count; other++) {
            const char *same = plan->skip_reasons[other];
            if (same == NULL || strcmp(same, reason) != 0) {
                continue;
            }
            is_first = count > 0 || other == i;
            count++;
        }
        if (is_first) {
            (void)fprintf(stderr, "skipping %zu %s: %s\n", count, count == 1 ? "case" : "cases",
                          reason);
        }
    }
}

void ssmspec_progress_notes(const struct ssmspec_target *target,
                            const struct ssmspec_settings *settings,
                            const struct ssmspec_plan *plan) {
    if (settings->is_quiet) {
        return;
    }
    (void)fprintf(stderr, "%s %.*s, region %.*s, %s%s\n",
                  target->reference != NULL ? "no endpoint configured: embedded reference at"
                                            : "endpoint",
                  (int)target->shown.len, target->shown.ptr, (int)target->identity.region.len,
                  target->identity.region.ptr,
                  target->is_signing ? "signing with " : "requests are not signed",
                  target->is_signing ? target->identity.origin : "");
    (void)fprintf(stderr, "bindings %s, effects up to %s, %zu cases, seed %llu\n",
                  target->bindings_origin, ssmspec_effect_name(target->effects), plan->chosen,
                  settings->seed);
    if (target->signatures != NULL) {
        (void)fprintf(stderr, "%s\n", target->signatures);
    }
    note_skips(plan);
}

static bool is_set(const char *value) {
    return value != NULL && value[0] != '\0';
}

void ssmspec_progress_start(struct ssmspec_progress *progress, bool is_quiet, ssmspec_env_fn env,
                            size_t chosen) {
    *progress = (struct ssmspec_progress){.chosen = chosen};
    progress->is_shown = !is_quiet && isatty(STDERR_FILENO) == 1 && !is_set(env("CI"));
}

static bool is_bad(enum ssmspec_outcome_verdict verdict) {
    return verdict == SSMSPEC_FAIL || verdict == SSMSPEC_NOT_IMPLEMENTED;
}

void ssmspec_progress_add(struct ssmspec_progress *progress, const struct ssmspec_result *result) {
    progress->done++;
    if (is_bad(result->verdict.verdict)) {
        progress->failed++;
    }
    const double now = progress->is_shown ? ssmspec_clock_seconds() : 0;
    if (!progress->is_shown || now - progress->last_seconds < 0.1) {
        return;
    }
    progress->last_seconds = now;
    (void)fprintf(stderr, "\r%zu of %zu, %zu failing", progress->done, progress->chosen,
                  progress->failed);
    (void)fflush(stderr);
}

void ssmspec_progress_end(const struct ssmspec_progress *progress) {
    if (progress->is_shown) {
        (void)fputs("\r\033[K", stderr);
        (void)fflush(stderr);
    }
}
