#include "src/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK_FIRST ((size_t)4096)
#define BLOCK_LARGEST ((size_t)1 << 20)
#define BLOCK_KEPT ((size_t)1 << 18) /* over a reset: no giant costs its memory for ever */
#define ALIGNMENT _Alignof(max_align_t)

struct ssmspec_arena_block {
    struct ssmspec_arena_block *older;
    size_t bytes; /* of the payload */
    _Alignas(max_align_t) char payload[];
};

static void use_block(struct ssmspec_arena *arena, struct ssmspec_arena_block *block) {
    arena->head = block;
    arena->next = block == NULL ? NULL : block->payload;
    arena->end = block == NULL ? NULL : block->payload + block->bytes;
}

/* Each block is twice the one before it up to a bound, so that a big document costs few blocks and
 * a small one little memory. */
static size_t next_block_bytes(const struct ssmspec_arena *arena, size_t wanted) {
    size_t bytes = BLOCK_FIRST;
    if (arena->head != NULL) {
        bytes = arena->head->bytes < BLOCK_LARGEST / 2 ? arena->head->bytes * 2 : BLOCK_LARGEST;
    }
    return bytes < wanted ? wanted : bytes;
}

static bool add_block(struct ssmspec_arena *arena, size_t wanted) {
    const size_t bytes = next_block_bytes(arena, wanted);
    if (bytes > SIZE_MAX - sizeof(struct ssmspec_arena_block)) {
        return false;
    }
    struct ssmspec_arena_block *const block = malloc(sizeof *block + bytes);
    if (block == NULL) {
        return false;
    }
    block->older = arena->head;
    block->bytes = bytes;
    use_block(arena, block);
    return true;
}

void *ssmspec_arena_raw(struct ssmspec_arena *arena, size_t bytes) {
    if (bytes > SIZE_MAX / 2) {
        return NULL;
    }
    const size_t whole =
        bytes == 0 ? ALIGNMENT : (bytes + ALIGNMENT - 1) & ~((size_t)ALIGNMENT - 1);
    const bool is_over =
        arena->limit != 0 && (arena->used > arena->limit || whole > arena->limit - arena->used);
    if (is_over) {
        return NULL;
    }
    /* Two null pointers stand for an arena without a block; their difference is zero. */
    const size_t room = arena->head == NULL ? 0 : (size_t)(arena->end - arena->next);
    if (whole > room && !add_block(arena, whole)) {
        return NULL;
    }
    char *const place = arena->next;
    arena->next += whole;
    arena->used += whole;
    return place;
}

void *ssmspec_arena_alloc(struct ssmspec_arena *arena, size_t bytes) {
    void *const place = ssmspec_arena_raw(arena, bytes);
    return place == NULL ? NULL : memset(place, 0, bytes);
}

char *ssmspec_arena_text(struct ssmspec_arena *arena, struct ssmspec_view v) {
    if (v.len == SIZE_MAX) {
        return NULL;
    }
    char *const text = ssmspec_arena_raw(arena, v.len + 1);
    if (text == NULL) {
        return NULL;
    }
    if (v.len > 0) {
        memcpy(text, v.ptr, v.len);
    }
    text[v.len] = '\0';
    return text;
}

enum ssmspec_err ssmspec_arena_copy(struct ssmspec_arena *arena, struct ssmspec_view v,
                                    struct ssmspec_view *out) {
    const char *const text = ssmspec_arena_text(arena, v);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    *out = (struct ssmspec_view){text, v.len};
    return SSMSPEC_OK;
}

static char *print(struct ssmspec_arena *arena, const char *format, va_list args, va_list again) {
    const int length = vsnprintf(NULL, 0, format, args);
    if (length < 0) {
        return NULL;
    }
    const size_t bytes = (size_t)length + 1;
    char *const text = ssmspec_arena_raw(arena, bytes);
    if (text != NULL) {
        vsnprintf(text, bytes, format, again);
    }
    return text;
}

char *ssmspec_arena_printf(struct ssmspec_arena *arena, const char *format, ...) {
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    char *const text = print(arena, format, args, again);
    va_end(again);
    va_end(args);
    return text;
}

/* Takes the biggest block that may be kept out of the chain, NULL when there is none. */
static struct ssmspec_arena_block *take_biggest(struct ssmspec_arena *arena) {
    struct ssmspec_arena_block **best = NULL;
    for (struct ssmspec_arena_block **at = &arena->head; *at != NULL; at = &(*at)->older) {
        if ((*at)->bytes <= BLOCK_KEPT && (best == NULL || (*at)->bytes > (*best)->bytes)) {
            best = at;
        }
    }
    if (best == NULL) {
        return NULL;
    }
    struct ssmspec_arena_block *const block = *best;
    *best = block->older;
    block->older = NULL;
    return block;
}

static void free_chain(struct ssmspec_arena_block *block) {
    while (block != NULL) {
        struct ssmspec_arena_block *const older = block->older;
        free(block);
        block = older;
    }
}

void ssmspec_arena_reset(struct ssmspec_arena *arena) {
    struct ssmspec_arena_block *const kept = take_biggest(arena);
    free_chain(arena->head);
    use_block(arena, kept);
    arena->used = 0;
}

void ssmspec_arena_clear(struct ssmspec_arena *arena) {
    if (arena == NULL) {
        return;
    }
    free_chain(arena->head);
    use_block(arena, NULL);
    arena->used = 0;
}
