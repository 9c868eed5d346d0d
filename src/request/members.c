#include "src/request/walk.h"

/* Names are short: comparing here beats asking for a length first. A name from the document may
 * hold a NUL, where the table's name ends. */
static bool is_named(const struct ssmspec_member *member, struct ssmspec_view name) {
    size_t i = 0;
    while (i < name.len && member->name[i] == name.ptr[i] && name.ptr[i] != '\0') {
        i++;
    }
    return i == name.len && member->name[i] == '\0';
}

/* Clients send members in the model's order more often than not, so that the search starts where
 * the last one ended. Returns member_count when there is none of that name. */
static size_t find(const struct ssmspec_shape *shape, struct ssmspec_view name, size_t from) {
    for (size_t i = from; i < shape->member_count; i++) {
        if (is_named(&shape->members[i], name)) {
            return i;
        }
    }
    for (size_t i = 0; i < from; i++) {
        if (is_named(&shape->members[i], name)) {
            return i;
        }
    }
    return shape->member_count;
}

static void drop(struct ssmspec_walk_members *members, const struct ssmspec_member *member) {
    size_t at = 0;
    while (members->rows[at].member != member) {
        at++;
    }
    members->count--;
    memmove(&members->rows[at], &members->rows[at + 1],
            (members->count - at) * sizeof members->rows[0]);
}

void ssmspec_walk_members_find(const struct ssmspec_shape *shape, const struct ssmspec_json *object,
                               struct ssmspec_walk_members *out) {
    out->count = 0;
    out->seen = 0;
    size_t next = 0;
    for (const struct ssmspec_json *value = object->first; value != NULL; value = value->next) {
        const size_t found = find(shape, value->name, next);
        if (found == shape->member_count) {
            continue;
        }
        const struct ssmspec_member *member = &shape->members[found];
        const uint64_t bit = UINT64_C(1) << found;
        if ((out->seen & bit) != 0) {
            drop(out, member);
        }
        out->seen |= bit;
        out->rows[out->count].member = member;
        out->rows[out->count].value = value;
        out->count++;
        next = found + 1;
    }
}
