#include "src/request/walk.h"

#define KEY_BYTES_MAX 256 /* of a map's key; longer ones are cut, they are the client's text */

#define DIGITS_MAX 20

/* Runs twice over the same steps: first to measure, then to write. */
struct path {
    char *to; /* NULL while measuring */
    size_t len;
};

static void add(struct path *path, struct ssmspec_view text) {
    if (path->to != NULL && text.len > 0) {
        memcpy(path->to + path->len, text.ptr, text.len);
    }
    path->len += text.len;
}

static void add_member(struct path *path, const char *name) {
    const char first = name[0] >= 'A' && name[0] <= 'Z' ? (char)(name[0] - 'A' + 'a') : name[0];
    if (first != '\0') {
        add(path, (struct ssmspec_view){&first, 1});
        add(path, ssmspec_view_of(name + 1));
    }
}

static void add_index(struct path *path, size_t index) {
    char digits[DIGITS_MAX];
    size_t at = DIGITS_MAX;
    do {
        digits[--at] = (char)('0' + index % 10);
        index /= 10;
    } while (index > 0);
    add(path, (struct ssmspec_view){digits + at, DIGITS_MAX - at});
}

static struct ssmspec_view cut(struct ssmspec_view text) {
    size_t len = text.len > KEY_BYTES_MAX ? KEY_BYTES_MAX : text.len;
    while (len > 0 && len < text.len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80) {
        len--;
    }
    return ssmspec_view_sub(text, 0, len);
}

static void add_step(struct path *path, const struct ssmspec_walk_step *step) {
    if (step->member != NULL) {
        add_member(path, step->member->name);
        return;
    }
    if (step->entry != NULL) {
        add(path, cut(step->entry->name));
    } else {
        add_index(path, step->index);
    }
    add(path, SSMSPEC_VIEW(".member"));
}

static void add_steps(struct path *path, const struct ssmspec_walk *walk, size_t depth) {
    for (size_t i = 0; i < depth; i++) {
        if (i > 0) {
            add(path, SSMSPEC_VIEW("."));
        }
        add_step(path, &walk->steps[i]);
    }
}

enum ssmspec_err ssmspec_walk_path(const struct ssmspec_walk *walk, size_t depth,
                                   struct ssmspec_view *out) {
    struct path measured = {0};
    add_steps(&measured, walk, depth);
    struct path written = {.to = ssmspec_arena_raw(walk->arena, measured.len + 1)};
    ENSURE(written.to != NULL, SSMSPEC_ERR_NOMEM);
    add_steps(&written, walk, depth);
    written.to[written.len] = '\0';
    *out = (struct ssmspec_view){written.to, written.len};
    return SSMSPEC_OK;
}
