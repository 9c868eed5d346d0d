/* A growing byte buffer, the one way text and bodies are built. A failed append makes the buffer
 * `failed`; later appends do nothing, so that a writer checks once, at the end. */
#ifndef SSMSPEC_SRC_BASE_BYTES_H
#define SSMSPEC_SRC_BASE_BYTES_H

#include "src/base/err.h"
#include "src/base/view.h"

/* Zero-initialise to start. */
struct ssmspec_bytes {
    char *ptr;
    size_t len;
    size_t cap;
    size_t limit; /* 0: none; else an append beyond it fails */
    bool failed;
    bool is_over; /* failed at the limit, not for want of memory */
};

void ssmspec_bytes_add(struct ssmspec_bytes *bytes, struct ssmspec_view v);
void ssmspec_bytes_add_text(struct ssmspec_bytes *bytes, const char *text);
void ssmspec_bytes_add_char(struct ssmspec_bytes *bytes, char c);
void ssmspec_bytes_printf(struct ssmspec_bytes *bytes, const char *format, ...)
    SSMSPEC_PRINTF(2, 3);

/* What has been written; valid until the next append. A NUL stands behind it. */
struct ssmspec_view ssmspec_bytes_view(const struct ssmspec_bytes *bytes);

/* SSMSPEC_ERR_NOMEM or SSMSPEC_ERR_LIMIT when an append failed. */
enum ssmspec_err ssmspec_bytes_status(const struct ssmspec_bytes *bytes) SSMSPEC_MUST_USE;

/* Empty, keeping the memory. */
void ssmspec_bytes_reset(struct ssmspec_bytes *bytes);
void ssmspec_bytes_clear(struct ssmspec_bytes *bytes);

#endif
