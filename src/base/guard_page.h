/* For tests of parsers: bytes whose end touches memory that nobody may read, so that one byte read
 * too many is a crash rather than luck. */
#ifndef SSMSPEC_SRC_BASE_GUARD_PAGE_H
#define SSMSPEC_SRC_BASE_GUARD_PAGE_H

#include "src/base/view.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct ssmspec_guard {
    char *base;
    size_t room; /* readable bytes before the guard */
    size_t page;
};

/* Room for at least `bytes`; aborts when the system refuses, since no test can go on. */
static inline struct ssmspec_guard ssmspec_guard_new(size_t bytes) {
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    const size_t room = (bytes / page + 1) * page;
    const int zero = open("/dev/zero", O_RDWR);
    char *const base = zero < 0
                           ? MAP_FAILED
                           : mmap(NULL, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE, zero, 0);
    if (base == MAP_FAILED || mprotect(base + room, page, PROT_NONE) != 0) {
        abort();
    }
    close(zero);
    return (struct ssmspec_guard){base, room, page};
}

/* A copy of v that ends where the guard begins; it replaces the one before. v fits the room. */
static inline struct ssmspec_view ssmspec_guard_place(const struct ssmspec_guard *guard,
                                                      struct ssmspec_view v) {
    if (v.len > guard->room) {
        abort();
    }
    char *const place = guard->base + guard->room - v.len;
    if (v.len > 0) {
        memcpy(place, v.ptr, v.len);
    }
    return (struct ssmspec_view){place, v.len};
}

static inline void ssmspec_guard_free(const struct ssmspec_guard *guard) {
    munmap(guard->base, guard->room + guard->page);
}

#endif
