#include "runner/exits.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/case/export.h"
#include "src/report/report.h"
#include "src/run/digest.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

static enum ssmspec_err find_folder(const struct ssmspec_options *options, const char **out,
                                    struct ssmspec_bytes *why) {
    if (options->words.count == 0) {
        ssmspec_bytes_add_text(why, "export takes the folder to write to: ssmspec export DIR");
        return SSMSPEC_ERR_USAGE;
    }
    *out = options->words.items[0].ptr;
    struct stat info;
    if (stat(*out, &info) == 0 && !S_ISDIR(info.st_mode)) {
        ssmspec_bytes_printf(why, "%s is there and is no folder", *out);
        return SSMSPEC_ERR_USAGE;
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err make_folder(const char *folder, struct ssmspec_bytes *why) {
    if (mkdir(folder, 0777) == 0 || errno == EEXIST) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "the folder %s cannot be made: %s", folder, strerror(errno));
    return SSMSPEC_ERR_WRITE;
}

static enum ssmspec_err write_file(const char *folder, const char *name,
                                   const struct ssmspec_bytes *text, struct ssmspec_bytes *why) {
    struct ssmspec_bytes path = {0};
    ssmspec_bytes_printf(&path, "%s/%s", folder, name);
    enum ssmspec_err err = ssmspec_bytes_status(&path);
    if (err == SSMSPEC_OK) {
        err = ssmspec_file_write(path.ptr, ssmspec_bytes_view(text), why);
    }
    ssmspec_bytes_clear(&path);
    return err;
}

static enum ssmspec_err write_cases(const char *folder, const struct ssmspec_cases *cases,
                                    struct ssmspec_bytes *text, struct ssmspec_bytes *why) {
    char digest[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_export_cases(cases, text));
    GUARD(ssmspec_digest(ssmspec_bytes_view(text), digest));
    GUARD(write_file(folder, "cases.json", text, why));
    (void)printf("%zu cases in %s/cases.json, digest %.*s\n", cases->count, folder,
                 (int)sizeof digest, digest);
    return SSMSPEC_OK;
}

/* The schema goes first: where there are cases, what describes them is there too. */
static enum ssmspec_err export(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                               struct ssmspec_bytes *text, struct ssmspec_bytes *why) {
    const char *folder = NULL; struct ssmspec_cases cases;
    GUARD(find_folder(options, &folder, why));
    GUARD(ssmspec_load_cases(options, arena, &cases, why));
    GUARD(make_folder(folder, why));
    GUARD(ssmspec_export_schema(text));
    GUARD(write_file(folder, "cases.schema.json", text, why));
    ssmspec_bytes_reset(text);
    return write_cases(folder, &cases, text, why);
}

int ssmspec_verb_export(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes text = {0};
    struct ssmspec_bytes why = {0};
    const enum ssmspec_err err = export(options, &arena, &text, &why);
    const int code = err == SSMSPEC_OK ? SSMSPEC_EXIT_OK : ssmspec_complain(err, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_bytes_clear(&text);
    ssmspec_arena_clear(&arena);
    return code;
}
