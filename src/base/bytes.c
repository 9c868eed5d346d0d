#include "src/base/bytes.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define CAPACITY_FIRST ((size_t)64)

/* The capacity for `needed` bytes and a NUL, at least doubled so that appending stays linear, but
 * never beyond what the limit allows to use. */
static size_t wanted_capacity(const struct ssmspec_bytes *bytes, size_t needed) {
    size_t cap = CAPACITY_FIRST;
    if (bytes->cap > 0) {
        cap = bytes->cap <= SIZE_MAX / 2 ? bytes->cap * 2 : SIZE_MAX;
    }
    if (bytes->limit != 0 && cap > bytes->limit) {
        cap = bytes->limit + 1;
    }
    return cap > needed ? cap : needed + 1;
}

/* Room for `more` further bytes and a NUL behind them, or the buffer becomes failed. */
static bool reserve(struct ssmspec_bytes *bytes, size_t more) {
    if (bytes->failed) {
        return false;
    }
    if (bytes->limit != 0 && (bytes->len > bytes->limit || more > bytes->limit - bytes->len)) {
        bytes->failed = true;
        bytes->is_over = true;
        return false;
    }
    if (more < bytes->cap - bytes->len) {
        return true;
    }
    if (more >= SIZE_MAX - bytes->len) {
        bytes->failed = true;
        return false;
    }
    const size_t cap = wanted_capacity(bytes, bytes->len + more);
    char *const grown = realloc(bytes->ptr, cap);
    if (grown == NULL) {
        bytes->failed = true;
        return false;
    }
    bytes->ptr = grown;
    bytes->cap = cap;
    return true;
}

void ssmspec_bytes_add(struct ssmspec_bytes *bytes, struct ssmspec_view v) {
    if (!reserve(bytes, v.len)) {
        return;
    }
    if (v.len > 0) {
        memcpy(bytes->ptr + bytes->len, v.ptr, v.len);
    }
    bytes->len += v.len;
    /* reserve never takes nothing: the capacity is at least one more than the length. */
    bytes->ptr[bytes->len] = '\0'; /* NOLINT(clang-analyzer-unix.Malloc) */
}

void ssmspec_bytes_add_text(struct ssmspec_bytes *bytes, const char *text) {
    ssmspec_bytes_add(bytes, ssmspec_view_of(text));
}

void ssmspec_bytes_add_char(struct ssmspec_bytes *bytes, char c) {
    ssmspec_bytes_add(bytes, (struct ssmspec_view){&c, 1});
}

/* Most texts fit at the first attempt; the others are printed again where there is room. */
static void print(struct ssmspec_bytes *bytes, const char *format, va_list args, va_list again) {
    if (bytes->failed) {
        return;
    }
    const size_t room = bytes->cap - bytes->len;
    char *const place = room == 0 ? NULL : bytes->ptr + bytes->len;
    const int length = vsnprintf(place, room, format, args);
    if (length < 0 || !reserve(bytes, (size_t)length)) {
        bytes->failed = true;
        if (bytes->cap > bytes->len) {
            /* A realloc that fails has freed nothing. */
            bytes->ptr[bytes->len] = '\0'; /* NOLINT(clang-analyzer-unix.Malloc) */
        }
        return;
    }
    if ((size_t)length >= room) {
        vsnprintf(bytes->ptr + bytes->len, (size_t)length + 1, format, again);
    }
    bytes->len += (size_t)length;
}

void ssmspec_bytes_printf(struct ssmspec_bytes *bytes, const char *format, ...) {
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    print(bytes, format, args, again);
    va_end(again);
    va_end(args);
}

struct ssmspec_view ssmspec_bytes_view(const struct ssmspec_bytes *bytes) {
    if (bytes->len == 0) {
        return SSMSPEC_VIEW("");
    }
    return (struct ssmspec_view){bytes->ptr, bytes->len};
}

enum ssmspec_err ssmspec_bytes_status(const struct ssmspec_bytes *bytes) {
    ENSURE(!bytes->is_over, SSMSPEC_ERR_LIMIT);
    ENSURE(!bytes->failed, SSMSPEC_ERR_NOMEM);
    return SSMSPEC_OK;
}

void ssmspec_bytes_reset(struct ssmspec_bytes *bytes) {
    bytes->len = 0;
    bytes->failed = false;
    bytes->is_over = false;
}

void ssmspec_bytes_clear(struct ssmspec_bytes *bytes) {
    if (bytes == NULL) {
        return;
    }
    free(bytes->ptr);
    bytes->ptr = NULL;
    bytes->cap = 0;
    ssmspec_bytes_reset(bytes);
}
