#include "runner/loaded.h"

#include "runner/files.h"
#include "src/run/digest.h"
#include "suites/suite.h"

#define FILE_MAX ((size_t)1 << 24)

static enum ssmspec_err read_file(struct ssmspec_view path, struct ssmspec_arena *arena,
                                  struct ssmspec_case_file *out, struct ssmspec_bytes *why) {
    out->name = ssmspec_arena_text(arena, path);
    ENSURE(out->name != NULL, SSMSPEC_ERR_NOMEM);
    return ssmspec_file_read(out->name, FILE_MAX, arena, &out->text, why);
}

/* The suite's own files, then the user's. */
static enum ssmspec_err join_files(const struct ssmspec_case_file *own, struct ssmspec_views paths,
                                   struct ssmspec_arena *arena,
                                   const struct ssmspec_case_file **out,
                                   struct ssmspec_bytes *why) {
    size_t count = 0;
    while (own[count].name != NULL) {
        count++;
    }
    struct ssmspec_case_file *files =
        ssmspec_arena_alloc(arena, (count + paths.count + 1) * sizeof *files);
    ENSURE(files != NULL, SSMSPEC_ERR_NOMEM);
    memcpy(files, own, count * sizeof *files);
    for (size_t i = 0; i < paths.count; i++) {
        GUARD(read_file(paths.items[i], arena, &files[count + i], why));
    }
    *out = files;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_load_cases(const struct ssmspec_options *options,
                                    struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                    struct ssmspec_bytes *why) {
    struct ssmspec_suite suite = ssmspec_run_command_suite;
    GUARD(join_files(suite.case_files, options->values[SSMSPEC_FLAG_CASES], arena,
                     &suite.case_files, why));
    return ssmspec_cases_derive(&suite, arena, out, why);
}

static enum ssmspec_err join(struct ssmspec_views a, struct ssmspec_views b,
                             struct ssmspec_arena *arena, struct ssmspec_views *out) {
    struct ssmspec_view *items =
        ssmspec_arena_alloc(arena, (a.count + b.count + 1) * sizeof *items);
    ENSURE(items != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < a.count; i++) {
        items[i] = a.items[i];
    }
    for (size_t i = 0; i < b.count; i++) {
        items[a.count + i] = b.items[i];
    }
    *out = (struct ssmspec_views){items, a.count + b.count};
    return SSMSPEC_OK;
}

static enum ssmspec_err read_shard(const struct ssmspec_options *options,
                                   struct ssmspec_selection *out, struct ssmspec_bytes *why) {
    const struct ssmspec_view text = ssmspec_option(options, SSMSPEC_FLAG_SHARD);
    if (text.ptr == NULL) {
        return SSMSPEC_OK;
    }
    const size_t slash = ssmspec_view_find(text, SSMSPEC_VIEW("/"));
    long long shard = 0;
    long long shards = 0;
    if (!ssmspec_view_to_int64(ssmspec_view_sub(text, 0, slash), &shard) ||
        !ssmspec_view_to_int64(ssmspec_view_sub(text, slash + 1, text.len), &shards) || shard < 1 ||
        shards < shard || shards > 10000) {
        ssmspec_option_spell(options, SSMSPEC_FLAG_SHARD, why);
        ssmspec_bytes_printf(why, " takes I/N with 1 <= I <= N, not \"%.*s\"", (int)text.len,
                             text.ptr);
        return SSMSPEC_ERR_USAGE;
    }
    out->shard = (size_t)shard;
    out->shards = (size_t)shards;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_load_selection(const struct ssmspec_options *options,
                                        struct ssmspec_arena *arena, struct ssmspec_selection *out,
                                        struct ssmspec_bytes *why) {
    *out = (struct ssmspec_selection){
        .skip = options->values[SSMSPEC_FLAG_SKIP],
        .operations = options->values[SSMSPEC_FLAG_OP],
        .kinds = options->values[SSMSPEC_FLAG_KIND],
        .is_full = ssmspec_is_given(options, SSMSPEC_FLAG_FULL),
    };
    int level;
    GUARD(ssmspec_option_word(options, SSMSPEC_FLAG_LEVEL, ssmspec_level_words + SSMSPEC_MAY, 0,
                              &level, why));
    out->level = (enum ssmspec_level)(SSMSPEC_MAY + level);
    GUARD(join(options->words, options->values[SSMSPEC_FLAG_RUN], arena, &out->run));
    return read_shard(options, out, why);
}

static enum ssmspec_err read_known(const char *path, const struct ssmspec_cases *cases,
                                   struct ssmspec_view today, struct ssmspec_arena *arena,
                                   struct ssmspec_view document, struct ssmspec_known *out,
                                   struct ssmspec_bytes *why) {
    struct ssmspec_bytes fault = {0};
    enum ssmspec_err err = ssmspec_known_read(document, today, arena, out, &fault);
    if (err == SSMSPEC_OK) {
        err = ssmspec_known_check(out, cases, &fault);
    }
    if (err == SSMSPEC_ERR_CONFIG) {
        ssmspec_bytes_printf(why, "%s:", path);
        ssmspec_bytes_add(why, ssmspec_bytes_view(&fault));
    }
    ssmspec_bytes_clear(&fault);
    return err;
}

enum ssmspec_err ssmspec_load_known_file(const char *path, const struct ssmspec_cases *cases,
                                         struct ssmspec_view today, struct ssmspec_arena *arena,
                                         struct ssmspec_known *out, struct ssmspec_view *document,
                                         struct ssmspec_bytes *why) {
    GUARD(ssmspec_file_read(path, SSMSPEC_KNOWN_BYTES_MOST, arena, document, why));
    return read_known(path, cases, today, arena, *document, out, why);
}

enum ssmspec_err ssmspec_load_known(const struct ssmspec_options *options,
                                    const struct ssmspec_cases *cases, struct ssmspec_view today,
                                    struct ssmspec_arena *arena, struct ssmspec_known *out,
                                    struct ssmspec_view *digest, struct ssmspec_bytes *why) {
    *out = (struct ssmspec_known){0};
    if (!ssmspec_is_given(options, SSMSPEC_FLAG_KNOWN)) {
        return SSMSPEC_OK;
    }
    const char *path = ssmspec_arena_text(arena, ssmspec_option(options, SSMSPEC_FLAG_KNOWN));
    ENSURE(path != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_view document;
    char hex[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_load_known_file(path, cases, today, arena, out, &document, why));
    GUARD(ssmspec_digest(document, hex));
    return ssmspec_arena_copy(arena, (struct ssmspec_view){hex, sizeof hex}, digest);
}
