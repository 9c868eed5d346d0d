#include "runner/outputs.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder that path stands in; NULL when out of memory. */
static const char *folder_of(const char *path, struct ssmspec_arena *arena) {
    char *folder = ssmspec_arena_text(arena, ssmspec_view_of(path));
    char *slash = folder == NULL ? NULL : strrchr(folder, '/');
    if (slash == NULL) {
        return folder == NULL ? NULL : ".";
    }
    slash[slash == folder ? 1 : 0] = '\0';
    return folder;
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

enum ssmspec_err ssmspec_output_check(const char *path, struct ssmspec_arena *arena,
                                      struct ssmspec_bytes *why) {
    const char *folder = folder_of(path, arena);
    ENSURE(folder != NULL, SSMSPEC_ERR_NOMEM);
    struct stat info;
    const bool exists = stat(path, &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) {
        ssmspec_bytes_printf(why, "%s is a directory: no report can be written there", path);
        return SSMSPEC_ERR_WRITE;
    }
    const bool is_device = exists && !S_ISREG(info.st_mode);
    if (access(is_device ? path : folder, is_device ? W_OK : W_OK | X_OK) == 0) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "%s cannot be written: %s: %s", path, folder, strerror(errno));
    return SSMSPEC_ERR_WRITE;
}

static bool is_same_entry(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static enum ssmspec_err compare(const char *a, const char *b, struct ssmspec_arena *arena,
                                bool *is_same) {
    struct stat left;
    struct stat right;
    *is_same = false;
    const bool has_left = stat(a, &left) == 0;
    if (has_left != (stat(b, &right) == 0)) {
        return SSMSPEC_OK;
    }
    if (has_left) {
        *is_same = S_ISREG(left.st_mode) && is_same_entry(&left, &right);
        return SSMSPEC_OK;
    }
    const char *folders[] = {folder_of(a, arena), folder_of(b, arena)};
    ENSURE(folders[0] != NULL && folders[1] != NULL, SSMSPEC_ERR_NOMEM);
    *is_same = strcmp(name_of(a), name_of(b)) == 0 && stat(folders[0], &left) == 0 &&
               stat(folders[1], &right) == 0 && is_same_entry(&left, &right);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_outputs_differ(const char *const *paths, size_t count,
                                        struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    for (size_t i = 1; i < count; i++) {
        for (size_t other = 0; other < i; other++) {
            bool is_same;
            GUARD(compare(paths[i], paths[other], arena, &is_same));
            if (is_same) {
                ssmspec_bytes_printf(why, "two of the run's files are the same: %s", paths[i]);
                return SSMSPEC_ERR_USAGE;
            }
        }
    }
    return SSMSPEC_OK;
}
