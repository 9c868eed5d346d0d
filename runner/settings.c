#include "runner/settings.h"

#include "runner/outputs.h"

#include <time.h>
#include <unistd.h>

static const char *const match_words[] = {"code", "member", "exact", NULL};

/* Different for every run, and printed: the same seed gives the same ids. */
static long long random_seed(void) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (long long)(((unsigned long long)now.tv_sec * 1000000U +
                        (unsigned long long)now.tv_nsec / 1000U + (unsigned long long)getpid()) &
                       0x7fffffffU);
}

static enum ssmspec_err read_report(struct ssmspec_view text, struct ssmspec_arena *arena,
                                    struct ssmspec_destination *out, struct ssmspec_bytes *why) {
    const size_t equals = ssmspec_view_find(text, SSMSPEC_VIEW("="));
    const struct ssmspec_view path = ssmspec_view_sub(text, equals + 1, text.len);
    out->format = ssmspec_report_format(ssmspec_view_sub(text, 0, equals));
    if (out->format == NULL || path.len == 0) {
        ssmspec_bytes_printf(
            why, "--report takes FORMAT=PATH, not \"%.*s\"; formats:", (int)text.len, text.ptr);
        const struct ssmspec_report_format *format = ssmspec_report_formats;
        for (; format->name != NULL; format++) {
            ssmspec_bytes_printf(why, " %s", format->name);
        }
        return SSMSPEC_ERR_USAGE;
    }
    out->path = ssmspec_arena_text(arena, path);
    ENSURE(out->path != NULL, SSMSPEC_ERR_NOMEM);
    return ssmspec_output_check(out->path, arena, why);
}

static enum ssmspec_err read_reports(const struct ssmspec_options *options,
                                     struct ssmspec_arena *arena, struct ssmspec_settings *out,
                                     struct ssmspec_bytes *why) {
    const struct ssmspec_views given = options->values[SSMSPEC_FLAG_REPORT];
    struct ssmspec_destination *reports =
        ssmspec_arena_alloc(arena, (given.count + 1) * sizeof *reports);
    ENSURE(reports != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < given.count; i++) {
        GUARD(read_report(given.items[i], arena, &reports[i], why));
    }
    out->reports = reports;
    out->report_count = given.count;
    return SSMSPEC_OK;
}

static enum ssmspec_err read_numbers(const struct ssmspec_options *options,
                                     struct ssmspec_settings *out, struct ssmspec_bytes *why) {
    long long jobs;
    long long seed;
    int match;
    GUARD(ssmspec_option_number(options, SSMSPEC_FLAG_JOBS, 1, 256, 1, &jobs, why));
    GUARD(
        ssmspec_option_number(options, SSMSPEC_FLAG_SEED, 0, INT64_MAX, random_seed(), &seed, why));
    GUARD(ssmspec_option_seconds(options, SSMSPEC_FLAG_TIMEOUT, 10, &out->timeout_seconds, why));
    GUARD(ssmspec_option_seconds(options, SSMSPEC_FLAG_MAX_TIME, 0, &out->max_seconds, why));
    GUARD(ssmspec_option_word(options, SSMSPEC_FLAG_MATCH, match_words, 0, &match, why));
    out->jobs = (size_t)jobs;
    out->seed = (unsigned long long)seed;
    out->match = (enum ssmspec_match)match;
    return SSMSPEC_OK;
}

static enum ssmspec_err read_journal(const struct ssmspec_options *options,
                                     struct ssmspec_arena *arena, struct ssmspec_settings *out,
                                     struct ssmspec_bytes *why) {
    const struct ssmspec_view journal = ssmspec_option(options, SSMSPEC_FLAG_JOURNAL);
    const struct ssmspec_view resumed = ssmspec_option(options, SSMSPEC_FLAG_RESUME);
    if (out->is_resuming && journal.ptr != NULL && !ssmspec_view_eq(journal, resumed)) {
        ssmspec_bytes_add_text(why, "--resume goes on writing the journal that it reads: "
                                    "--journal cannot name another");
        return SSMSPEC_ERR_USAGE;
    }
    const struct ssmspec_view path = out->is_resuming ? resumed : journal;
    if (path.ptr == NULL) {
        return SSMSPEC_OK;
    }
    out->journal_path = ssmspec_arena_text(arena, path);
    return out->journal_path == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

/* Two outputs in one file lose one of them, an output onto an input loses that. */
static enum ssmspec_err check_collisions(const struct ssmspec_options *options,
                                         const struct ssmspec_settings *settings,
                                         struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    static const enum ssmspec_flag inputs[] = {SSMSPEC_FLAG_BINDINGS, SSMSPEC_FLAG_KNOWN};
    const char **paths = ssmspec_arena_alloc(arena, (settings->report_count + 3) * sizeof *paths);
    ENSURE(paths != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        if (ssmspec_is_given(options, inputs[i])) {
            paths[count++] = ssmspec_option(options, inputs[i]).ptr;
        }
    }
    if (settings->journal_path != NULL) {
        paths[count++] = settings->journal_path;
    }
    for (size_t i = 0; i < settings->report_count; i++) {
        paths[count++] = settings->reports[i].path;
    }
    return ssmspec_outputs_differ(paths, count, arena, why);
}

enum ssmspec_err ssmspec_settings_read(const struct ssmspec_options *options,
                                       struct ssmspec_arena *arena, struct ssmspec_settings *out,
                                       struct ssmspec_bytes *why) {
    *out = (struct ssmspec_settings){
        .is_strict = ssmspec_is_given(options, SSMSPEC_FLAG_STRICT),
        .is_quiet = ssmspec_is_given(options, SSMSPEC_FLAG_QUIET),
        .is_seed_given = ssmspec_is_given(options, SSMSPEC_FLAG_SEED),
        .is_resuming = ssmspec_is_given(options, SSMSPEC_FLAG_RESUME),
    };
    GUARD(read_numbers(options, out, why));
    GUARD(read_journal(options, arena, out, why));
    GUARD(read_reports(options, arena, out, why));
    return check_collisions(options, out, arena, why);
}
