#include "fuzz/frame/rooms.h"

#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_FENCES
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_FENCES
#endif
#endif

#ifdef HAS_FENCES
#include <sanitizer/asan_interface.h>
#define FENCE_OFF ASAN_POISON_MEMORY_REGION
#define OPEN ASAN_UNPOISON_MEMORY_REGION
#else
#define FENCE_OFF(at, bytes) ((void)(at), (void)(bytes))
#define OPEN(at, bytes) ((void)(at), (void)(bytes))
#endif

static char *next_block(struct ssmspec_rooms *rooms) {
    char **const block = &rooms->blocks[rooms->turn ^ 1u];
    if (*block == NULL) {
        *block = malloc(rooms->most);
    }
    return *block;
}

char *ssmspec_rooms_move(struct ssmspec_rooms *rooms, struct ssmspec_view held,
                         struct ssmspec_view piece) {
    const char *const left = rooms->blocks[rooms->turn];
    char *const block = next_block(rooms);
    if (block == NULL || held.len > rooms->most || piece.len > rooms->most - held.len) {
        return NULL;
    }
    OPEN(block, held.len + piece.len);
    if (held.len > 0) {
        memcpy(block, held.ptr, held.len);
    }
    memcpy(block + held.len, piece.ptr, piece.len);
    FENCE_OFF(block + held.len + piece.len, rooms->most - held.len - piece.len);
    if (left != NULL) {
        FENCE_OFF(left, rooms->most);
    }
    rooms->turn ^= 1u;
    return block;
}

void ssmspec_rooms_lost(struct ssmspec_rooms *rooms) {
    rooms->blocks[rooms->turn] = NULL;
}

void ssmspec_rooms_clear(struct ssmspec_rooms *rooms) {
    free(rooms->blocks[0]);
    free(rooms->blocks[1]);
    rooms->blocks[0] = rooms->blocks[1] = NULL;
}
