/* Memory that dies together: everything about one case or one request comes from one arena and
 * nothing in it is freed alone. Not thread safe; use one arena a thread. */
#ifndef SSMSPEC_SRC_BASE_ARENA_H
#define SSMSPEC_SRC_BASE_ARENA_H

#include "src/base/err.h"
#include "src/base/view.h"

#include <stddef.h>

struct ssmspec_arena_block;

/* Zero-initialise to start; no memory is taken before the first allocation. */
struct ssmspec_arena {
    struct ssmspec_arena_block *head; /* newest block */
    char *next;                       /* first free byte of the newest block */
    char *end;                        /* one past its last byte */
    size_t used;                      /* bytes handed out since the last reset */
    size_t limit;                     /* 0: none; else allocation fails beyond it */
};

/* bytes of zeroed memory aligned for any type, or NULL when memory or the limit is exhausted. */
void *ssmspec_arena_alloc(struct ssmspec_arena *arena, size_t bytes) SSMSPEC_MUST_USE;

/* The same without zeroing. */
void *ssmspec_arena_raw(struct ssmspec_arena *arena, size_t bytes) SSMSPEC_MUST_USE;

/* A copy of v with a NUL behind it (not counted); *out untouched on failure. */
enum ssmspec_err ssmspec_arena_copy(struct ssmspec_arena *arena, struct ssmspec_view v,
                                    struct ssmspec_view *out) SSMSPEC_MUST_USE;

/* A NUL-terminated copy of text, NULL when out of memory. */
char *ssmspec_arena_text(struct ssmspec_arena *arena, struct ssmspec_view v) SSMSPEC_MUST_USE;

/* printf into the arena; NULL when out of memory. */
char *ssmspec_arena_printf(struct ssmspec_arena *arena, const char *format, ...)
    SSMSPEC_PRINTF(2, 3);

/* Forget everything handed out, keep one block of at most 256 KiB for reuse. */
void ssmspec_arena_reset(struct ssmspec_arena *arena);

/* Give all memory back; the arena is usable again as if zero-initialised. Accepts NULL. */
void ssmspec_arena_clear(struct ssmspec_arena *arena);

#endif
