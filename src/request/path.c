#include "src/request/walk.h"

#define KEY_BYTES_MAX 256 /* of a map's key; longer ones are cut, they are the client's text */

static void add_member(struct ssmspec_bytes *out, const char *name) {
    const char first = name[0];
    ssmspec_bytes_add_char(out, first >= 'A' && first <= 'Z' ? (char)(first - 'A' + 'a') : first);
    if (first != '\0') {
        ssmspec_bytes_add_text(out, name + 1);
    }
}

static struct ssmspec_view cut(struct ssmspec_view text) {
    size_t len = text.len > KEY_BYTES_MAX ? KEY_BYTES_MAX : text.len;
    while (len > 0 && len < text.len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80) {
        len--;
    }
    return ssmspec_view_sub(text, 0, len);
}

static void add_step(struct ssmspec_bytes *out, const struct ssmspec_walk_step *step,
                     bool is_first) {
    if (!is_first) {
        ssmspec_bytes_add_char(out, '.');
    }
    if (step->member != NULL) {
        add_member(out, step->member->name);
        return;
    }
    if (step->entry != NULL) {
        ssmspec_bytes_add(out, cut(step->entry->name));
    } else {
        ssmspec_bytes_printf(out, "%zu", step->index);
    }
    ssmspec_bytes_add_text(out, ".member");
}

enum ssmspec_err ssmspec_walk_path(const struct ssmspec_walk *walk, size_t depth,
                                   struct ssmspec_view *out) {
    struct ssmspec_bytes path = {0};
    for (size_t i = 0; i < depth; i++) {
        add_step(&path, &walk->steps[i], i == 0);
    }
    enum ssmspec_err err = ssmspec_bytes_status(&path);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(walk->arena, ssmspec_bytes_view(&path), out);
    }
    ssmspec_bytes_clear(&path);
    return err;
}
