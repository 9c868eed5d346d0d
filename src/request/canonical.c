#include "src/request/canonical.h"

#include "src/json/write.h"
#include "src/request/walk.h"

#include <inttypes.h>
#include <stdlib.h>

struct pen {
    struct ssmspec_arena *arena;
    struct ssmspec_bytes *out;
    size_t depth;
};

static enum ssmspec_err write_value(struct pen *pen, const struct ssmspec_shape *shape,
                                    const struct ssmspec_json *value);

static void separate(const struct pen *pen, size_t written) {
    if (written > 0) {
        ssmspec_bytes_add_char(pen->out, ',');
    }
}

static enum ssmspec_err write_named(struct pen *pen, const struct ssmspec_shape *shape,
                                    struct ssmspec_view name, const struct ssmspec_json *value) {
    ssmspec_json_write_string(pen->out, name);
    ssmspec_bytes_add_char(pen->out, ':');
    return write_value(pen, shape, value);
}

static const struct ssmspec_json *find(const struct ssmspec_walk_members *members,
                                       const struct ssmspec_member *member) {
    for (size_t i = 0; i < members->count; i++) {
        if (members->rows[i].member == member) {
            return members->rows[i].value;
        }
    }
    return NULL;
}

static enum ssmspec_err write_structure(struct pen *pen, const struct ssmspec_shape *shape,
                                        const struct ssmspec_json *object) {
    struct ssmspec_walk_members members;
    size_t written = 0;
    ssmspec_walk_members_find(shape, object, &members);
    ssmspec_bytes_add_char(pen->out, '{');
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct ssmspec_member *const member = &shape->members[i];
        const struct ssmspec_json *const value = find(&members, member);
        if (value == NULL || value->type == SSMSPEC_JSON_NULL) {
            continue;
        }
        separate(pen, written++);
        GUARD(write_named(pen, member->shape, ssmspec_view_of(member->name), value));
    }
    ssmspec_bytes_add_char(pen->out, '}');
    return SSMSPEC_OK;
}

static int compare_keys(const void *left, const void *right) {
    const struct ssmspec_view a = (*(const struct ssmspec_json *const *)left)->name;
    const struct ssmspec_view b = (*(const struct ssmspec_json *const *)right)->name;
    const size_t common = a.len < b.len ? a.len : b.len;
    const int order = common == 0 ? 0 : memcmp(a.ptr, b.ptr, common);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static enum ssmspec_err write_map(struct pen *pen, const struct ssmspec_shape *shape,
                                  const struct ssmspec_json *map) {
    const struct ssmspec_json *unique = NULL;
    GUARD(ssmspec_walk_entries_unique(pen->arena, map, &unique));
    const struct ssmspec_json **entries =
        ssmspec_arena_raw(pen->arena, (unique->count + 1) * sizeof(const struct ssmspec_json *));
    ENSURE(entries != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (const struct ssmspec_json *at = unique->first; at != NULL; at = at->next) {
        entries[count++] = at;
    }
    qsort(entries, count, sizeof(const struct ssmspec_json *), compare_keys);
    ssmspec_bytes_add_char(pen->out, '{');
    for (size_t i = 0; i < count; i++) {
        separate(pen, i);
        GUARD(write_named(pen, shape->element, entries[i]->name, entries[i]));
    }
    ssmspec_bytes_add_char(pen->out, '}');
    return SSMSPEC_OK;
}

static enum ssmspec_err write_list(struct pen *pen, const struct ssmspec_shape *shape,
                                   const struct ssmspec_json *list) {
    size_t written = 0;
    ssmspec_bytes_add_char(pen->out, '[');
    for (const struct ssmspec_json *at = list->first; at != NULL; at = at->next) {
        separate(pen, written++);
        GUARD(write_value(pen, shape->element, at));
    }
    ssmspec_bytes_add_char(pen->out, ']');
    return SSMSPEC_OK;
}

static enum ssmspec_err write_scalar(const struct pen *pen, const struct ssmspec_json *value) {
    int64_t number = 0;
    if (value->type == SSMSPEC_JSON_NUMBER && ssmspec_json_to_int64(value, &number)) {
        ssmspec_bytes_printf(pen->out, "%" PRId64, number);
        return SSMSPEC_OK;
    }
    ssmspec_json_write(pen->out, value);
    return SSMSPEC_OK;
}

static enum ssmspec_err write_value(struct pen *pen, const struct ssmspec_shape *shape,
                                    const struct ssmspec_json *value) {
    ENSURE(pen->depth < SSMSPEC_WALK_DEPTH_MAX, SSMSPEC_ERR_LIMIT);
    pen->depth++;
    enum ssmspec_err err = SSMSPEC_OK;
    switch (shape->type) {
    case SSMSPEC_STRUCTURE:
        err = write_structure(pen, shape, value);
        break;
    case SSMSPEC_MAP:
        err = write_map(pen, shape, value);
        break;
    case SSMSPEC_LIST:
        err = write_list(pen, shape, value);
        break;
    default:
        err = write_scalar(pen, value);
    }
    pen->depth--;
    return err;
}

enum ssmspec_err ssmspec_request_canonical(const struct ssmspec_operation *operation,
                                           const struct ssmspec_json *root,
                                           struct ssmspec_arena *arena, struct ssmspec_bytes *out) {
    struct pen pen = {.arena = arena, .out = out};
    GUARD(write_value(&pen, operation->input, root));
    return ssmspec_bytes_status(out);
}
