#include "src/report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static enum ssmspec_err failed(const char *path, struct ssmspec_bytes *why) {
    ssmspec_bytes_printf(why, "%s: cannot be written: %s", path, strerror(errno));
    return SSMSPEC_ERR_WRITE;
}

static bool write_all(int file, struct ssmspec_view bytes) {
    while (bytes.len > 0) {
        const ssize_t written = write(file, bytes.ptr, bytes.len);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes = ssmspec_view_sub(bytes, (size_t)written, bytes.len);
    }
    return true;
}

/* A device, a pipe or a link such as /dev/stdout: a rename would replace it. */
static bool is_special(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

static enum ssmspec_err write_in_place(const char *path, struct ssmspec_view bytes,
                                       struct ssmspec_bytes *why) {
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) {
        return failed(path, why);
    }
    const bool is_written = write_all(file, bytes);
    const bool is_closed = close(file) == 0;
    return is_written && is_closed ? SSMSPEC_OK : failed(path, why);
}

/* A file of our own beside path; its name is left in *name. */
static int open_beside(const char *path, struct ssmspec_bytes *name) {
    for (unsigned attempt = 0; attempt < 100; attempt++) {
        ssmspec_bytes_reset(name);
        ssmspec_bytes_printf(name, "%s.%ld-%u.tmp", path, (long)getpid(), attempt);
        if (ssmspec_bytes_status(name) != SSMSPEC_OK) {
            errno = ENOMEM;
            return -1;
        }
        const int file = open(name->ptr, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    return -1;
}

static bool fill(int file, struct ssmspec_view bytes) {
    const bool is_written = write_all(file, bytes) && fsync(file) == 0;
    const int reason = errno;
    const bool is_closed = close(file) == 0;
    if (!is_written) {
        errno = reason;
    }
    return is_written && is_closed;
}

static enum ssmspec_err replace(const char *path, struct ssmspec_view bytes,
                                struct ssmspec_bytes *name, struct ssmspec_bytes *why) {
    const int file = open_beside(path, name);
    if (file < 0) {
        return failed(path, why);
    }
    if (!fill(file, bytes) || rename(name->ptr, path) != 0) {
        const enum ssmspec_err err = failed(path, why);
        (void)unlink(name->ptr);
        return err;
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_file_write(const char *path, struct ssmspec_view bytes,
                                    struct ssmspec_bytes *why) {
    if (is_special(path)) {
        return write_in_place(path, bytes, why);
    }
    struct ssmspec_bytes name = {0};
    const enum ssmspec_err err = replace(path, bytes, &name, why);
    ssmspec_bytes_clear(&name);
    return err;
}
