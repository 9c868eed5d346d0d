#include "runner/settings.h"

#include <errno.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MOST_FILES 32

static const char *const match_words[] = {"code", "member", "exact", NULL};

/* Different for every run, and printed: the same seed gives the same ids. */
static long long random_seed(void) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (long long)(((unsigned long long)now.tv_sec * 1000000U +
                        (unsigned long long)now.tv_nsec / 1000U + (unsigned long long)getpid()) &
                       0x7fffffffU);
}

/* The folder must be there and writable now, not only after the run. */
static enum ssmspec_err check_folder(const char *path, struct ssmspec_arena *arena,
                                     struct ssmspec_bytes *why) {
    char *folder = ssmspec_arena_text(arena, ssmspec_view_of(path));
    ENSURE(folder != NULL, SSMSPEC_ERR_NOMEM);
    char *slash = strrchr(folder, '/');
    if (slash == NULL) {
        folder = ".";
    } else {
        slash[slash == folder ? 1 : 0] = '\0';
    }
    struct stat info;
    if (stat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
        ssmspec_bytes_printf(why, "%s is a directory: no report can be written there", path);
        return SSMSPEC_ERR_WRITE;
    }
    const bool is_device = stat(path, &info) == 0 && !S_ISREG(info.st_mode);
    if (access(is_device ? path : folder, is_device ? W_OK : W_OK | X_OK) == 0) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "%s cannot be written: %s: %s", path, folder, strerror(errno));
    return SSMSPEC_ERR_WRITE;
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
    return check_folder(out->path, arena, why);
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

static bool is_same_file(const char *a, const char *b) {
    struct stat left;
    struct stat right;
    if (strcmp(a, b) == 0) {
        return stat(a, &left) != 0 || S_ISREG(left.st_mode);
    }
    return stat(a, &left) == 0 && stat(b, &right) == 0 && S_ISREG(left.st_mode) &&
           left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

/* Two outputs in one file lose one of them, an output onto the bindings loses those. */
static enum ssmspec_err check_collisions(const struct ssmspec_options *options,
                                         const struct ssmspec_settings *settings,
                                         struct ssmspec_bytes *why) {
    const struct ssmspec_view bindings = ssmspec_option(options, SSMSPEC_FLAG_BINDINGS);
    const char *paths[MOST_FILES];
    size_t count = 0;
    if (bindings.ptr != NULL) {
        paths[count++] = bindings.ptr;
    }
    if (settings->journal_path != NULL) {
        paths[count++] = settings->journal_path;
    }
    for (size_t i = 0; i < settings->report_count && count < MOST_FILES; i++) {
        paths[count++] = settings->reports[i].path;
    }
    for (size_t i = 1; i < count; i++) {
        for (size_t other = 0; other < i; other++) {
            if (is_same_file(paths[i], paths[other])) {
                ssmspec_bytes_printf(why, "two of the run's files are the same: %s", paths[i]);
                return SSMSPEC_ERR_USAGE;
            }
        }
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_settings_read(const struct ssmspec_options *options,
                                       struct ssmspec_arena *arena, struct ssmspec_settings *out,
                                       struct ssmspec_bytes *why) {
    *out = (struct ssmspec_settings){
        .is_strict = ssmspec_is_given(options, SSMSPEC_FLAG_STRICT),
        .is_quiet = ssmspec_is_given(options, SSMSPEC_FLAG_QUIET),
    };
    GUARD(read_numbers(options, out, why));
    const struct ssmspec_view journal = ssmspec_option(options, SSMSPEC_FLAG_JOURNAL);
    if (journal.ptr != NULL) {
        out->journal_path = ssmspec_arena_text(arena, journal);
        ENSURE(out->journal_path != NULL, SSMSPEC_ERR_NOMEM);
    }
    GUARD(read_reports(options, arena, out, why));
    return check_collisions(options, out, why);
}
