#include "src/response/response.h"

#include "src/response/plain.h"
#include "src/rule/constraint.h"

#include <stdlib.h>

/* Where in the answer a value stands: innermost step first. */
struct step {
    const struct step *up;
    const char *member; /* NULL: an element of a list or map */
};

struct walk {
    struct ssmspec_arena *arena;
    const char **why;
};

/* The reader admits no deeper answers; tables are deep only as they nest. */
#define DEPTH_MAX 128

static bool walk_value(struct walk *walk, const struct ssmspec_shape *shape,
                       const struct ssmspec_json *value, const struct step *at, unsigned depth);

static const char *path_text(struct walk *walk, const struct step *at) {
    const char *path = "";
    for (unsigned steps = 0; at != NULL && steps <= DEPTH_MAX; at = at->up, steps++) {
        const char *member = at->member == NULL ? "[]" : at->member;
        const char *dot = path[0] == '\0' || path[0] == '[' ? "" : ".";
        path = ssmspec_arena_printf(walk->arena, "%s%s%s", member, dot, path);
        if (path == NULL) {
            return "a member";
        }
    }
    return path[0] == '\0' ? "the answer" : path;
}

static bool misfits(struct walk *walk, const struct step *at, const char *what) {
    *walk->why = ssmspec_arena_printf(walk->arena, "%s %s", path_text(walk, at), what);
    return false;
}

static bool mistyped(struct walk *walk, const struct step *at, const struct ssmspec_shape *shape,
                     const struct ssmspec_json *value) {
    const char *what =
        ssmspec_arena_printf(walk->arena, "is a JSON %s where the model says %s",
                             ssmspec_json_type_name(value->type), ssmspec_type_name(shape->type));
    return misfits(walk, at, what == NULL ? "has the wrong type" : what);
}

static bool walk_string(struct walk *walk, const struct ssmspec_shape *shape,
                        const struct ssmspec_json *value, const struct step *at) {
    /* Unset members of unset structures come as empty texts (OBS:S-10). */
    if (value->text.len == 0) {
        return true;
    }
    for (size_t i = 0; i < shape->constraint_count; i++) {
        const struct ssmspec_constraint *row = &shape->constraints[i];
        if (row->kind == SSMSPEC_ENUM &&
            ssmspec_constraint_kind(SSMSPEC_ENUM)->check(row, shape, value, NULL) !=
                SSMSPEC_WITHIN) {
            const char *shown = ssmspec_plain_text(value->text, 40, walk->arena);
            const char *what = ssmspec_arena_printf(walk->arena, "is '%s', not one of its values",
                                                    shown == NULL ? "" : shown);
            return misfits(walk, at, what == NULL ? "is not one of its values" : what);
        }
    }
    return true;
}

/* Epoch seconds between 1970 and the year 5138: what is larger was meant as milliseconds. */
static bool is_plausible_time(struct ssmspec_view spelling) {
    char text[64];
    if (spelling.len == 0 || spelling.len >= sizeof(text)) {
        return false;
    }
    memcpy(text, spelling.ptr, spelling.len);
    text[spelling.len] = '\0';
    const double seconds = strtod(text, NULL);
    return seconds >= 0 && seconds <= 1e11;
}

static bool walk_number(struct walk *walk, const struct ssmspec_shape *shape,
                        const struct ssmspec_json *value, const struct step *at) {
    int64_t whole = 0;
    if (shape->type == SSMSPEC_INTEGER && !ssmspec_json_to_int64(value, &whole)) {
        return misfits(walk, at, "is not an integer");
    }
    if (shape->type == SSMSPEC_TIMESTAMP && !is_plausible_time(value->text)) {
        return misfits(walk, at, "is no plausible number of epoch seconds");
    }
    return true;
}

static bool walk_children(struct walk *walk, const struct ssmspec_shape *shape,
                          const struct ssmspec_json *value, const struct step *at, unsigned depth) {
    const struct step here = {at, NULL};
    for (const struct ssmspec_json *child = value->first; child != NULL; child = child->next) {
        if (!walk_value(walk, shape->element, child, &here, depth)) {
            return false;
        }
    }
    return true;
}

#define MEMBERS_MAX 64

/* Most differ in their first byte. */
static bool is_name(struct ssmspec_view name, const char *wanted) {
    return name.len > 0 && name.ptr[0] == wanted[0] && ssmspec_view_is(name, wanted);
}

/* Which child is which member; the last of duplicates counts. Answers usually come in some steady
 * order, so that each search starts behind the last hit. */
static void match_members(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                          const struct ssmspec_json *children[MEMBERS_MAX]) {
    memset(children, 0, shape->member_count * sizeof(const struct ssmspec_json *));
    size_t at = 0;
    for (const struct ssmspec_json *child = value->first; child != NULL; child = child->next) {
        for (size_t tried = 0; tried < shape->member_count; tried++) {
            const size_t index = at;
            at = at + 1 < shape->member_count ? at + 1 : 0;
            if (is_name(child->name, shape->members[index].name)) {
                children[index] = child;
                break;
            }
        }
    }
}

static bool walk_members(struct walk *walk, const struct ssmspec_shape *shape,
                         const struct ssmspec_json *value, const struct step *at, unsigned depth) {
    const struct ssmspec_json *children[MEMBERS_MAX];
    if (shape->member_count > MEMBERS_MAX) {
        return misfits(walk, at, "has more members than we can look at");
    }
    match_members(shape, value, children);
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct ssmspec_member *member = &shape->members[i];
        const struct ssmspec_json *child = children[i];
        const struct step here = {at, member->name};
        const bool is_absent = child == NULL || child->type == SSMSPEC_JSON_NULL;
        if (is_absent && member->is_always_sent) {
            return misfits(walk, &here, "is missing");
        }
        if (!is_absent && !walk_value(walk, member->shape, child, &here, depth)) {
            return false;
        }
    }
    return true;
}

static enum ssmspec_json_type wanted(enum ssmspec_type type) {
    static const enum ssmspec_json_type types[SSMSPEC_TYPE_COUNT] = {
        [SSMSPEC_STRING] = SSMSPEC_JSON_STRING,   [SSMSPEC_INTEGER] = SSMSPEC_JSON_NUMBER,
        [SSMSPEC_BOOLEAN] = SSMSPEC_JSON_BOOLEAN, [SSMSPEC_TIMESTAMP] = SSMSPEC_JSON_NUMBER,
        [SSMSPEC_LIST] = SSMSPEC_JSON_LIST,       [SSMSPEC_MAP] = SSMSPEC_JSON_OBJECT,
        [SSMSPEC_STRUCTURE] = SSMSPEC_JSON_OBJECT};
    return types[type];
}

static bool walk_value(struct walk *walk, const struct ssmspec_shape *shape,
                       const struct ssmspec_json *value, const struct step *at, unsigned depth) {
    if (shape == NULL || depth > DEPTH_MAX) {
        return true;
    }
    if (value->type != wanted(shape->type)) {
        return mistyped(walk, at, shape, value);
    }
    switch (shape->type) {
    case SSMSPEC_STRING:
        return walk_string(walk, shape, value, at);
    case SSMSPEC_INTEGER:
    case SSMSPEC_TIMESTAMP:
        return walk_number(walk, shape, value, at);
    case SSMSPEC_LIST:
    case SSMSPEC_MAP:
        return walk_children(walk, shape, value, at, depth + 1);
    case SSMSPEC_STRUCTURE:
        return walk_members(walk, shape, value, at, depth + 1);
    case SSMSPEC_BOOLEAN:
    case SSMSPEC_TYPE_COUNT:
        break;
    }
    return true;
}

bool ssmspec_answer_fits(const struct ssmspec_answer *answer, const struct ssmspec_shape *output,
                         struct ssmspec_arena *arena, const char **why) {
    struct walk walk = {arena, why};
    const bool has_members = output != NULL && output->member_count > 0;
    if (answer->body_kind == SSMSPEC_BODY_EMPTY && !has_members) {
        return true;
    }
    if (answer->body_kind != SSMSPEC_BODY_OBJECT) {
        return misfits(&walk, NULL, "is not a JSON object");
    }
    return walk_value(&walk, output, answer->root, NULL, 0);
}
