#include "src/run/journal_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define JOURNAL_BYTES_MOST ((size_t)64 * 1024 * 1024) /* some forty runs of the whole suite */

static enum ssmspec_err refuse(enum ssmspec_err err, const char *path, const char *what,
                               const char *reason, struct ssmspec_bytes *why) {
    ssmspec_bytes_printf(why, "%s: %s%s", path, what, reason);
    return err;
}

static bool is_regular(int file) {
    struct stat info;
    return fstat(file, &info) == 0 && S_ISREG(info.st_mode);
}

/* The lock dies with the process, so that a killed run holds nothing. A file system without locks
 * keeps nobody out. */
static bool is_held_by_another(int file) {
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(file, F_SETLK, &whole) != 0 && (errno == EACCES || errno == EAGAIN);
}

enum ssmspec_err ssmspec_journal_hold(const char *path, bool is_made, int *out,
                                      struct ssmspec_bytes *why) {
    const int file = open(path, O_CLOEXEC | (is_made ? O_WRONLY | O_CREAT : O_RDWR), 0666);
    if (file < 0 && errno == ENOENT && !is_made) {
        return refuse(SSMSPEC_ERR_READ, path, "", strerror(errno), why);
    }
    if (file < 0) {
        return refuse(SSMSPEC_ERR_WRITE, path, "cannot be written: ", strerror(errno), why);
    }
    if (!is_made && !is_regular(file)) {
        (void)close(file);
        return refuse(SSMSPEC_ERR_READ, path, "it is no file that a run could go on with", "", why);
    }
    if (is_regular(file) && is_held_by_another(file)) {
        (void)close(file);
        return refuse(SSMSPEC_ERR_WRITE, path, "another run is writing to it", "", why);
    }
    *out = file;
    return SSMSPEC_OK;
}

static enum ssmspec_err read_all(int file, struct ssmspec_bytes *bytes, const char **reason) {
    char chunk[8192];
    for (;;) {
        const ssize_t got = read(file, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        *reason = got < 0 ? strerror(errno) : "the file is too large";
        ENSURE(got >= 0 && bytes->len <= JOURNAL_BYTES_MOST, SSMSPEC_ERR_READ);
        if (got == 0) {
            return ssmspec_bytes_status(bytes);
        }
        ssmspec_bytes_add(bytes, (struct ssmspec_view){chunk, (size_t)got});
    }
}

enum ssmspec_err ssmspec_journal_slurp(int file, const char *path, struct ssmspec_arena *arena,
                                       struct ssmspec_view *out, struct ssmspec_bytes *why) {
    struct ssmspec_bytes bytes = {0};
    const char *reason = "";
    enum ssmspec_err err = read_all(file, &bytes, &reason);
    if (err == SSMSPEC_ERR_READ) {
        err = refuse(err, path, "", reason, why);
    }
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&bytes), out);
    }
    ssmspec_bytes_clear(&bytes);
    return err;
}

enum ssmspec_err ssmspec_journal_cut(int file, size_t bytes) {
    if (!is_regular(file)) {
        return SSMSPEC_OK;
    }
    const bool is_cut =
        ftruncate(file, (off_t)bytes) == 0 && lseek(file, (off_t)bytes, SEEK_SET) >= 0;
    return is_cut ? SSMSPEC_OK : SSMSPEC_ERR_WRITE;
}
