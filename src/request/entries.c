#include "src/request/walk.h"

#include <stdlib.h>

#define FEW 16 /* entries compared pairwise; more are sorted */

static bool has_later_twin(const struct ssmspec_json *entry) {
    for (const struct ssmspec_json *at = entry->next; at != NULL; at = at->next) {
        if (ssmspec_view_eq(at->name, entry->name)) {
            return true;
        }
    }
    return false;
}

static bool has_twins(const struct ssmspec_json *object) {
    for (const struct ssmspec_json *at = object->first; at != NULL; at = at->next) {
        if (has_later_twin(at)) {
            return true;
        }
    }
    return false;
}

static int compare_offsets(const void *left, const void *right) {
    const struct ssmspec_json *const a = *(const struct ssmspec_json *const *)left;
    const struct ssmspec_json *const b = *(const struct ssmspec_json *const *)right;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

static int compare_names(const void *left, const void *right) {
    const struct ssmspec_view a = (*(const struct ssmspec_json *const *)left)->name;
    const struct ssmspec_view b = (*(const struct ssmspec_json *const *)right)->name;
    if (a.len != b.len) {
        return a.len < b.len ? -1 : 1;
    }
    const int order = a.len == 0 ? 0 : memcmp(a.ptr, b.ptr, a.len);
    return order != 0 ? order : compare_offsets(left, right);
}

/* The last of each name, back in document order. Returns how many. */
static size_t keep_last(const struct ssmspec_json **entries, size_t count) {
    qsort(entries, count, sizeof(const struct ssmspec_json *), compare_names);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const bool is_last =
            i + 1 == count || !ssmspec_view_eq(entries[i]->name, entries[i + 1]->name);
        if (is_last) {
            entries[kept++] = entries[i];
        }
    }
    qsort(entries, kept, sizeof(const struct ssmspec_json *), compare_offsets);
    return kept;
}

static enum ssmspec_err copy_object(struct ssmspec_arena *arena, const struct ssmspec_json *object,
                                    const struct ssmspec_json *const *entries, size_t count,
                                    const struct ssmspec_json **out) {
    struct ssmspec_json *copies = ssmspec_arena_raw(arena, (count + 1) * sizeof *copies);
    ENSURE(copies != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < count; i++) {
        copies[i + 1] = *entries[i];
        copies[i + 1].next = i + 1 < count ? &copies[i + 2] : NULL;
    }
    copies[0] = *object;
    copies[0].first = &copies[1];
    copies[0].count = (uint32_t)count;
    *out = copies;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_walk_entries_unique(struct ssmspec_arena *arena,
                                             const struct ssmspec_json *object,
                                             const struct ssmspec_json **out) {
    *out = object;
    if (object->count <= FEW && !has_twins(object)) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_json **entries =
        ssmspec_arena_raw(arena, object->count * sizeof(const struct ssmspec_json *));
    ENSURE(entries != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (const struct ssmspec_json *at = object->first; at != NULL; at = at->next) {
        entries[count++] = at;
    }
    const size_t kept = keep_last(entries, count);
    return kept == count ? SSMSPEC_OK : copy_object(arena, object, entries, kept, out);
}
