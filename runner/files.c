#include "runner/files.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

static enum ssmspec_err refuse(const char *path, const char *reason, struct ssmspec_bytes *why) {
    ssmspec_bytes_printf(why, "%s: %s", path, reason);
    return SSMSPEC_ERR_READ;
}

static enum ssmspec_err read_all(FILE *file, const char *path, size_t limit,
                                 struct ssmspec_bytes *bytes, struct ssmspec_bytes *why) {
    char chunk[8192];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        ssmspec_bytes_add(bytes, (struct ssmspec_view){chunk, got});
        if (bytes->len > limit) {
            return refuse(path, "the file is too large", why);
        }
    }
    return ferror(file) ? refuse(path, "it could not be read", why) : ssmspec_bytes_status(bytes);
}

static bool is_directory(FILE *file) {
    struct stat info;
    return fstat(fileno(file), &info) == 0 && S_ISDIR(info.st_mode);
}

enum ssmspec_err ssmspec_file_read(const char *path, size_t limit, struct ssmspec_arena *arena,
                                   struct ssmspec_view *out, struct ssmspec_bytes *why) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return refuse(path, strerror(errno), why);
    }
    struct ssmspec_bytes bytes = {0};
    enum ssmspec_err err = is_directory(file) ? refuse(path, "it is a directory", why)
                                              : read_all(file, path, limit, &bytes, why);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&bytes), out);
    }
    ssmspec_bytes_clear(&bytes);
    (void)fclose(file);
    return err;
}
