#include "runner/exits.h"
#include "runner/files.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/report/report.h"
#include "src/response/plain.h"
#include "src/run/digest.h"
#include "src/run/journal.h"
#include "src/run/known_change.h"

#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#define JOURNAL_BYTES_MOST ((size_t)64 << 20)
#define DAYS 90
#define DAY_SECONDS 86400
#define DAY_LENGTH 10 /* YYYY-MM-DD */

/* One list of known failures at work. */
struct work {
    const struct ssmspec_options *options;
    struct ssmspec_arena arena;
    struct ssmspec_bytes why;
    const char *path;
    char today[DAY_LENGTH + 1];
    char later[DAY_LENGTH + 1];
    struct ssmspec_cases cases;
    struct ssmspec_known known;
    struct ssmspec_known_change change;
    bool is_expired; /* one of its entries, as check finds */
};

typedef enum ssmspec_err (*action_fn)(struct work *work);

static enum ssmspec_err refuse(struct work *work, enum ssmspec_err err, const char *what) {
    ssmspec_bytes_printf(&work->why, "%s%s", work->path, what);
    return err;
}

static bool write_day(time_t when, char out[DAY_LENGTH + 1]) {
    struct tm parts;
    return gmtime_r(&when, &parts) != NULL &&
           strftime(out, DAY_LENGTH + 1, "%Y-%m-%d", &parts) == DAY_LENGTH;
}

static enum ssmspec_err load_list(struct work *work) {
    struct ssmspec_view document;
    return ssmspec_load_known_file(work->path, &work->cases, ssmspec_view_of(work->today),
                                   &work->arena, &work->known, &document, &work->why);
}

static enum ssmspec_err check_suite(struct work *work, const char *path,
                                    const struct ssmspec_run_record *record) {
    char digest[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_suite_digest(&work->cases, digest));
    if (ssmspec_view_eq(record->suite_digest, (struct ssmspec_view){digest, sizeof digest})) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(&work->why, "%s:1:1: the journal is of another suite", path);
    return SSMSPEC_ERR_CONFIG;
}

static enum ssmspec_err read_journal(struct work *work, const char *path,
                                     struct ssmspec_journal_content *out) {
    struct ssmspec_view bytes;
    struct ssmspec_bytes fault = {0};
    GUARD(ssmspec_file_read(path, JOURNAL_BYTES_MOST, &work->arena, &bytes, &work->why));
    const enum ssmspec_err err = ssmspec_journal_read(bytes, &work->arena, out, &fault);
    if (err == SSMSPEC_ERR_CONFIG) {
        ssmspec_bytes_printf(&work->why, "%s:%s", path, fault.ptr);
    }
    ssmspec_bytes_clear(&fault);
    return err;
}

static enum ssmspec_err load_run(struct work *work) {
    const struct ssmspec_view given = ssmspec_option(work->options, SSMSPEC_FLAG_FROM);
    if (given.ptr == NULL) {
        ssmspec_bytes_add_text(&work->why, "--from JOURNAL is missing: the journal of a run");
        return SSMSPEC_ERR_USAGE;
    }
    const char *const path = ssmspec_arena_text(&work->arena, given);
    ENSURE(path != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_journal_content content;
    GUARD(read_journal(work, path, &content));
    GUARD(check_suite(work, path, &content.record));
    if (!content.record.is_complete) {
        (void)fprintf(stderr, "%s: the run did not come to its end; only what it judged counts\n",
                      path);
    }
    work->change.results = content.record.results;
    work->change.count = content.record.result_count;
    return SSMSPEC_OK;
}

/* A list as it is written, and as the reader of lists sees that. */
static enum ssmspec_err spell(struct work *work, const struct ssmspec_known *list,
                              struct ssmspec_bytes *text, struct ssmspec_known *again,
                              struct ssmspec_bytes *fault) {
    ssmspec_known_write(list, text);
    GUARD(ssmspec_bytes_status(text));
    return ssmspec_known_read(ssmspec_bytes_view(text), ssmspec_view_of(work->today), &work->arena,
                              again, fault);
}

/* As the reader of lists sees them; without its place in a list that nobody has written. */
static enum ssmspec_err check_words(struct work *work) {
    const struct ssmspec_known_entry entry = {.pattern = SSMSPEC_VIEW("any"),
                                              .reason = work->change.reason,
                                              .expires = work->change.expires};
    const struct ssmspec_known one = {&entry, 1};
    struct ssmspec_bytes text = {0};
    struct ssmspec_bytes fault = {0};
    struct ssmspec_known again = {0};
    enum ssmspec_err err = spell(work, &one, &text, &again, &fault);
    if (err == SSMSPEC_ERR_CONFIG) {
        const struct ssmspec_view said = ssmspec_bytes_view(&fault);
        const size_t place = ssmspec_view_find(said, SSMSPEC_VIEW(" "));
        ssmspec_bytes_add_text(&work->why, "--reason or --expires:");
        ssmspec_bytes_add(&work->why, ssmspec_view_sub(said, place, said.len));
    }
    if (err == SSMSPEC_OK && again.entries[0].is_expired) {
        ssmspec_bytes_add_text(&work->why, "--expires names a day that is over");
        err = SSMSPEC_ERR_USAGE;
    }
    ssmspec_bytes_clear(&fault);
    ssmspec_bytes_clear(&text);
    return err;
}

static enum ssmspec_err load_words(struct work *work) {
    const struct ssmspec_view expires = ssmspec_option(work->options, SSMSPEC_FLAG_EXPIRES);
    work->change.reason = ssmspec_option(work->options, SSMSPEC_FLAG_REASON);
    work->change.expires = expires.ptr != NULL ? expires : ssmspec_view_of(work->later);
    work->change.is_strict = ssmspec_is_given(work->options, SSMSPEC_FLAG_STRICT);
    if (work->change.reason.ptr == NULL) {
        ssmspec_bytes_add_text(&work->why, "--reason TEXT is missing: why does it fail?");
        return SSMSPEC_ERR_USAGE;
    }
    return check_words(work);
}

/* What was written must be read again, or the words given are none for a list. */
static enum ssmspec_err write_list(struct work *work, const struct ssmspec_known *list) {
    struct ssmspec_bytes text = {0};
    struct ssmspec_bytes fault = {0};
    struct ssmspec_known again;
    enum ssmspec_err err = spell(work, list, &text, &again, &fault);
    if (err == SSMSPEC_ERR_CONFIG) {
        ssmspec_bytes_printf(&work->why, "the list would not be read again: %s", fault.ptr);
    }
    if (err == SSMSPEC_OK) {
        err = ssmspec_file_write(work->path, ssmspec_bytes_view(&text), &work->why);
    }
    ssmspec_bytes_clear(&fault);
    ssmspec_bytes_clear(&text);
    return err;
}

static enum ssmspec_err update_list(struct work *work) {
    struct ssmspec_known list;
    struct ssmspec_known_tally tally;
    GUARD(load_run(work));
    GUARD(load_words(work));
    GUARD(ssmspec_known_update(&work->known, &work->change, &work->arena, &list, &tally));
    GUARD(write_list(work, &list));
    (void)printf("%s: %zu added, %zu changed, %zu kept\n", work->path, tally.added, tally.changed,
                 tally.kept);
    return SSMSPEC_OK;
}

static enum ssmspec_err init(struct work *work) {
    struct stat info;
    if (lstat(work->path, &info) == 0) {
        return refuse(work, SSMSPEC_ERR_CONFIG, ": it is there already; known update adds to it");
    }
    return update_list(work);
}

static enum ssmspec_err update(struct work *work) {
    GUARD(load_list(work));
    return update_list(work);
}

static enum ssmspec_err prune(struct work *work) {
    struct ssmspec_known list;
    struct ssmspec_known_tally tally;
    GUARD(load_list(work));
    GUARD(load_run(work));
    GUARD(ssmspec_known_prune(&work->known, &work->change, &work->arena, &list, &tally));
    GUARD(write_list(work, &list));
    (void)printf("%s: %zu removed, %zu kept\n", work->path, tally.removed, tally.kept);
    return SSMSPEC_OK;
}

static enum ssmspec_err check(struct work *work) {
    GUARD(load_list(work));
    size_t expired = 0;
    for (size_t i = 0; i < work->known.count; i++) {
        const struct ssmspec_known_entry *const entry = &work->known.entries[i];
        if (!entry->is_expired) {
            continue;
        }
        const char *const reason =
            ssmspec_plain_text(entry->reason, SSMSPEC_PLAIN_MOST, &work->arena);
        ENSURE(reason != NULL, SSMSPEC_ERR_NOMEM);
        (void)printf("%s:%zu: %.*s expired on %.*s: %s\n", work->path, entry->line,
                     (int)entry->pattern.len, entry->pattern.ptr, (int)entry->expires.len,
                     entry->expires.ptr, reason);
        expired++;
    }
    (void)printf("%s: %zu entries, %zu expired\n", work->path, work->known.count, expired);
    work->is_expired = expired > 0;
    return SSMSPEC_OK;
}

static enum ssmspec_err find_action(struct work *work, action_fn *out) {
    static const struct {
        const char *name;
        action_fn act;
    } actions[] = {{"init", init}, {"update", update}, {"check", check}, {"prune", prune}};
    const struct ssmspec_views *const words = &work->options->words;
    for (size_t i = 0; words->count == 2 && i < sizeof actions / sizeof actions[0]; i++) {
        if (ssmspec_view_is(words->items[0], actions[i].name)) {
            *out = actions[i].act;
            return SSMSPEC_OK;
        }
    }
    ssmspec_bytes_add_text(&work->why, "known takes init, update, check or prune, and a FILE");
    return SSMSPEC_ERR_USAGE;
}

static enum ssmspec_err run(struct work *work) {
    action_fn act = NULL;
    const time_t now = time(NULL);
    GUARD(find_action(work, &act));
    work->path = ssmspec_arena_text(&work->arena, work->options->words.items[1]);
    ENSURE(work->path != NULL, SSMSPEC_ERR_NOMEM);
    ENSURE(write_day(now, work->today), SSMSPEC_ERR_NOMEM);
    ENSURE(write_day(now + (time_t)DAYS * DAY_SECONDS, work->later), SSMSPEC_ERR_NOMEM);
    GUARD(ssmspec_load_cases(work->options, &work->arena, &work->cases, &work->why));
    return act(work);
}

int ssmspec_verb_known(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct work work = {.options = options};
    const enum ssmspec_err err = run(&work);
    int code = work.is_expired ? SSMSPEC_EXIT_NOT_CONFORMANT : SSMSPEC_EXIT_OK;
    if (err != SSMSPEC_OK) {
        code = ssmspec_complain(err, &work.why);
    }
    ssmspec_bytes_clear(&work.why);
    ssmspec_arena_clear(&work.arena);
    return code;
}
