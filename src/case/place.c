#include "src/case/place.h"

#include "src/json/write.h"
#include "src/rule/constraint.h"

#define STEPS_MAX 16

const struct ssmspec_member *ssmspec_place_top(const struct ssmspec_place *place) {
    while (place->parent != NULL) {
        place = place->parent;
    }
    return place->member;
}

/* The chain from the outermost step to the place; its length. */
static size_t unroll(const struct ssmspec_place *place,
                     const struct ssmspec_place *chain[STEPS_MAX]) {
    size_t count = 0;
    for (const struct ssmspec_place *at = place; at != NULL && count < STEPS_MAX; at = at->parent) {
        count++;
    }
    const struct ssmspec_place *at = place;
    for (size_t i = count; i > 0; i--) {
        chain[i - 1] = at;
        at = at->parent;
    }
    return count;
}

/* An element that only leads to its structure's members is not named. */
static bool is_passed_through(const struct ssmspec_place *step, bool is_last) {
    return step->step == SSMSPEC_STEP_ELEMENT && step->shape->type == SSMSPEC_STRUCTURE && !is_last;
}

static const char *step_word(const struct ssmspec_place *step) {
    switch (step->step) {
    case SSMSPEC_STEP_MEMBER:
        return step->member->name;
    case SSMSPEC_STEP_ELEMENT:
        return "member";
    case SSMSPEC_STEP_KEY:
        return "key";
    case SSMSPEC_STEP_VALUE:
        return "value";
    }
    return "";
}

enum ssmspec_err ssmspec_place_path(const struct ssmspec_place *place, struct ssmspec_bytes *out) {
    const struct ssmspec_place *chain[STEPS_MAX];
    const size_t count = unroll(place, chain);
    for (size_t i = 0; i < count; i++) {
        if (is_passed_through(chain[i], i + 1 == count)) {
            continue;
        }
        if (i > 0) {
            ssmspec_bytes_add_char(out, '.');
        }
        ssmspec_bytes_add_text(out, step_word(chain[i]));
    }
    return ssmspec_bytes_status(out);
}

static void add_lower_camel(struct ssmspec_bytes *out, const char *name) {
    const char first = name[0];
    ssmspec_bytes_add_char(out, first >= 'A' && first <= 'Z' ? (char)(first - 'A' + 'a') : first);
    ssmspec_bytes_add_text(out, name + 1);
}

enum ssmspec_err ssmspec_place_wire_path(const struct ssmspec_place *place,
                                         struct ssmspec_bytes *out) {
    const struct ssmspec_place *chain[STEPS_MAX];
    size_t count = unroll(place, chain);
    while (count > 1 && chain[count - 1]->step != SSMSPEC_STEP_MEMBER) {
        count--;
    }
    for (size_t i = 0; i < count; i++) {
        if (chain[i]->step == SSMSPEC_STEP_ELEMENT) {
            ssmspec_bytes_add_text(out, ".1.member");
            continue;
        }
        if (i > 0) {
            ssmspec_bytes_add_char(out, '.');
        }
        if (chain[i]->step == SSMSPEC_STEP_MEMBER) {
            add_lower_camel(out, chain[i]->member->name);
        }
    }
    return ssmspec_bytes_status(out);
}

/* What one filled-in object is made of. */
struct filling {
    struct ssmspec_bytes *out;
    struct ssmspec_view name;
    struct ssmspec_view value; /* ptr NULL: leave the member out */
    const char *leave_out;     /* a further member to drop, or NULL */
    bool is_first;
    bool is_placed;
};

static void add_member(struct filling *filling, struct ssmspec_view name) {
    if (!filling->is_first) {
        ssmspec_bytes_add_char(filling->out, ',');
    }
    filling->is_first = false;
    ssmspec_json_write_string(filling->out, name);
    ssmspec_bytes_add_char(filling->out, ':');
}

static void place_value(struct filling *filling) {
    filling->is_placed = true;
    if (filling->value.ptr == NULL) {
        return;
    }
    add_member(filling, filling->name);
    ssmspec_bytes_add(filling->out, filling->value);
}

static void fill_object(struct filling *filling, const struct ssmspec_json *object) {
    ssmspec_bytes_add_char(filling->out, '{');
    for (const struct ssmspec_json *item = object->first; item != NULL; item = item->next) {
        if (ssmspec_view_eq(item->name, filling->name)) {
            place_value(filling);
            continue;
        }
        if (filling->leave_out != NULL && ssmspec_view_is(item->name, filling->leave_out)) {
            continue;
        }
        add_member(filling, item->name);
        ssmspec_json_write(filling->out, item);
    }
    if (!filling->is_placed) {
        place_value(filling);
    }
    ssmspec_bytes_add_char(filling->out, '}');
}

/* An empty, null or absent value leaves the field to the sibling that otherwise gives way. */
static bool is_nothing(struct ssmspec_view value) {
    return value.ptr == NULL || ssmspec_view_is(value, "null") || ssmspec_view_is(value, "[]");
}

/* object (JSON text) with member set to value. */
static enum ssmspec_err set_member(struct ssmspec_view object, const struct ssmspec_member *member,
                                   struct ssmspec_view value, struct ssmspec_arena *arena,
                                   struct ssmspec_bytes *out) {
    const struct ssmspec_json *root = NULL;
    GUARD(ssmspec_json_read(object, &ssmspec_json_default_limits, arena, &root, NULL));
    ENSURE(root->type == SSMSPEC_JSON_OBJECT, SSMSPEC_ERR_TABLE);
    struct filling filling = {.out = out,
                              .name = ssmspec_view_of(member->name),
                              .value = value,
                              .leave_out = is_nothing(value) ? NULL : member->instead_of,
                              .is_first = true};
    fill_object(&filling, root);
    return ssmspec_bytes_status(out);
}

static enum ssmspec_err set_inner_member(const struct ssmspec_place *place,
                                         struct ssmspec_view value, struct ssmspec_arena *arena,
                                         struct ssmspec_bytes *out) {
    struct ssmspec_bytes example = {0};
    enum ssmspec_err err = ssmspec_shape_example(place->holder, &example);
    struct ssmspec_view text = {0};
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&example), &text);
    }
    ssmspec_bytes_clear(&example);
    GUARD(err);
    return set_member(text, place->member, value, arena, out);
}

static enum ssmspec_err set_entry(const struct ssmspec_place *place, struct ssmspec_view value,
                                  struct ssmspec_bytes *out) {
    ssmspec_bytes_add_char(out, '{');
    if (place->step == SSMSPEC_STEP_KEY) {
        ssmspec_bytes_add(out, value);
    } else {
        GUARD(ssmspec_shape_example(place->holder->key, out));
    }
    ssmspec_bytes_add_char(out, ':');
    if (place->step == SSMSPEC_STEP_KEY) {
        GUARD(ssmspec_shape_example(place->holder->element, out));
    } else {
        ssmspec_bytes_add(out, value);
    }
    ssmspec_bytes_add_char(out, '}');
    return ssmspec_bytes_status(out);
}

/* The value of the step one up, made from the value here. */
static enum ssmspec_err wrap(const struct ssmspec_place *place, const char *base,
                             struct ssmspec_view value, struct ssmspec_arena *arena,
                             struct ssmspec_bytes *out) {
    switch (place->step) {
    case SSMSPEC_STEP_MEMBER:
        if (place->parent == NULL) {
            return set_member(ssmspec_view_of(base), place->member, value, arena, out);
        }
        return set_inner_member(place, value, arena, out);
    case SSMSPEC_STEP_ELEMENT:
        ssmspec_bytes_add_char(out, '[');
        ssmspec_bytes_add(out, value);
        ssmspec_bytes_add_char(out, ']');
        return ssmspec_bytes_status(out);
    case SSMSPEC_STEP_KEY:
    case SSMSPEC_STEP_VALUE:
        return set_entry(place, value, out);
    }
    return SSMSPEC_ERR_TABLE;
}

enum ssmspec_err ssmspec_place_fill(const struct ssmspec_place *place, const char *base,
                                    struct ssmspec_view value, struct ssmspec_arena *arena,
                                    struct ssmspec_view *body) {
    struct ssmspec_view inner = value;
    for (const struct ssmspec_place *at = place; at != NULL; at = at->parent) {
        struct ssmspec_bytes out = {0};
        enum ssmspec_err err = wrap(at, base, inner, arena, &out);
        if (err == SSMSPEC_OK) {
            err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&out), &inner);
        }
        ssmspec_bytes_clear(&out);
        GUARD(err);
    }
    *body = inner;
    return SSMSPEC_OK;
}
