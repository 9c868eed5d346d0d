#include "src/request/walk.h"

/* Every function here returns false when the walk ends: a wrong type was found, or walk->err. */

static bool walk_inside(struct ssmspec_walk *walk, const struct ssmspec_shape *shape,
                        const struct ssmspec_json *value);

static bool fail(struct ssmspec_walk *walk, enum ssmspec_err err) {
    walk->err = err;
    return false;
}

static bool keep_going(struct ssmspec_walk *walk, enum ssmspec_err err) {
    return err == SSMSPEC_OK || fail(walk, err);
}

enum ssmspec_err ssmspec_walk_violate(const struct ssmspec_walk *walk, size_t depth,
                                      struct ssmspec_violation violation) {
    struct ssmspec_parsed *out = walk->out;
    if (out->violation_count == SSMSPEC_VIOLATIONS_MAX) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_walk_path(walk, depth, &violation.path));
    out->violations[out->violation_count++] = violation;
    return SSMSPEC_OK;
}

static bool mistype(struct ssmspec_walk *walk, const struct ssmspec_shape *shape,
                    const struct ssmspec_json *value) {
    struct ssmspec_parsed *out = walk->out;
    out->outcome = SSMSPEC_MISTYPED;
    out->violation_count = 0;
    out->offset = value->offset;
    out->type_text = ssmspec_walk_type_text(shape->type, value);
    walk->err = ssmspec_walk_path(walk, walk->depth, &out->mistyped);
    return false;
}

/* The type fits; of a map, *value becomes what counts of it. */
static bool settle(struct ssmspec_walk *walk, const struct ssmspec_shape *shape,
                   const struct ssmspec_json **value) {
    if (ssmspec_type_kind.check(NULL, shape, *value, walk->patterns) != SSMSPEC_WITHIN) {
        return mistype(walk, shape, *value);
    }
    return shape->type != SSMSPEC_MAP ||
           keep_going(walk, ssmspec_walk_entries_unique(walk->arena, *value, value));
}

static enum ssmspec_side check(const struct ssmspec_walk *walk,
                               const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape,
                               const struct ssmspec_json *value) {
    return ssmspec_constraint_kind(constraint->kind)
        ->check(constraint, shape, value, walk->patterns);
}

/* Every broken constraint of a member is an item of its own. */
static bool check_member(struct ssmspec_walk *walk, const struct ssmspec_shape *shape,
                         const struct ssmspec_json *value) {
    for (size_t i = 0; i < shape->constraint_count; i++) {
        const struct ssmspec_constraint *constraint = &shape->constraints[i];
        const enum ssmspec_side side = check(walk, constraint, shape, value);
        if (side == SSMSPEC_WITHIN) {
            continue;
        }
        const struct ssmspec_violation violation = {.kind = constraint->kind,
                                                    .constraint = constraint,
                                                    .shape = shape,
                                                    .place = shape,
                                                    .side = side,
                                                    .offset = value->offset,
                                                    .value = value};
        if (!keep_going(walk, ssmspec_walk_violate(walk, walk->depth, violation))) {
            return false;
        }
    }
    return true;
}

/* A list or map whose insides are being checked: all its bad elements make one item, all its bad
 * keys another. */
struct container {
    const struct ssmspec_shape *shape;
    const struct ssmspec_json *value;
    bool is_element_reported;
    bool is_key_reported;
};

static bool check_inner(struct ssmspec_walk *walk, const struct container *container,
                        const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                        bool is_key, bool *is_reported) {
    for (size_t i = 0; i < shape->constraint_count && !*is_reported; i++) {
        const struct ssmspec_constraint *constraint = &shape->constraints[i];
        const enum ssmspec_side side = check(walk, constraint, shape, value);
        if (side == SSMSPEC_WITHIN) {
            continue;
        }
        *is_reported = true;
        const struct ssmspec_violation violation = {.kind = constraint->kind,
                                                    .constraint = constraint,
                                                    .shape = shape,
                                                    .place = container->shape,
                                                    .side = side,
                                                    .offset = container->value->offset,
                                                    .value = container->value,
                                                    .is_element = true,
                                                    .is_key = is_key};
        return keep_going(walk, ssmspec_walk_violate(walk, walk->depth - 1, violation));
    }
    return true;
}

static bool walk_element(struct ssmspec_walk *walk, struct container *container,
                         const struct ssmspec_json *value) {
    const struct ssmspec_shape *shape = container->shape->element;
    return settle(walk, shape, &value) &&
           check_inner(walk, container, shape, value, false, &container->is_element_reported) &&
           walk_inside(walk, shape, value);
}

static bool walk_list(struct ssmspec_walk *walk, struct container *container,
                      struct ssmspec_walk_step *step) {
    *step = (struct ssmspec_walk_step){.index = 0};
    const struct ssmspec_json *element = container->value->first;
    for (; element != NULL; element = element->next) {
        step->index++;
        if (!walk_element(walk, container, element)) {
            return false;
        }
    }
    return true;
}

static bool check_key(struct ssmspec_walk *walk, struct container *container,
                      const struct ssmspec_json *entry) {
    const struct ssmspec_json key = {
        .type = SSMSPEC_JSON_STRING, .offset = entry->offset, .text = entry->name};
    return check_inner(walk, container, container->shape->key, &key, true,
                       &container->is_key_reported);
}

static bool walk_map(struct ssmspec_walk *walk, struct container *container,
                     struct ssmspec_walk_step *step) {
    const struct ssmspec_json *entry = container->value->first;
    for (; entry != NULL; entry = entry->next) {
        *step = (struct ssmspec_walk_step){.entry = entry};
        if (!check_key(walk, container, entry) || !walk_element(walk, container, entry)) {
            return false;
        }
    }
    return true;
}

static bool lack(struct ssmspec_walk *walk, const struct ssmspec_member *member,
                 const struct ssmspec_json *value, size_t offset) {
    const struct ssmspec_violation violation = {.kind = SSMSPEC_REQUIRED,
                                                .shape = member->shape,
                                                .place = member->shape,
                                                .side = SSMSPEC_OFF,
                                                .offset = offset,
                                                .value = value};
    return keep_going(walk, ssmspec_walk_violate(walk, walk->depth, violation));
}

static bool walk_member(struct ssmspec_walk *walk, const struct ssmspec_member *member,
                        const struct ssmspec_json *value) {
    if (value->type == SSMSPEC_JSON_NULL) {
        return !member->is_required || lack(walk, member, value, value->offset);
    }
    return settle(walk, member->shape, &value) && check_member(walk, member->shape, value) &&
           walk_inside(walk, member->shape, value);
}

static bool walk_structure(struct ssmspec_walk *walk, const struct ssmspec_shape *shape,
                           const struct ssmspec_json *object, struct ssmspec_walk_step *step) {
    if (shape->member_count > SSMSPEC_WALK_MEMBERS_MAX) {
        return fail(walk, SSMSPEC_ERR_TABLE);
    }
    struct ssmspec_walk_members members;
    ssmspec_walk_members_find(shape, object, &members);
    for (size_t i = 0; i < members.count; i++) {
        *step = (struct ssmspec_walk_step){.member = members.rows[i].member};
        if (!walk_member(walk, members.rows[i].member, members.rows[i].value)) {
            return false;
        }
    }
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct ssmspec_member *member = &shape->members[i];
        if (!member->is_required || (members.seen >> i & 1) != 0) {
            continue;
        }
        *step = (struct ssmspec_walk_step){.member = member};
        if (!lack(walk, member, NULL, object->offset)) {
            return false;
        }
    }
    return true;
}

static bool is_too_deep(struct ssmspec_walk *walk, const struct ssmspec_json *value) {
    if (walk->depth < SSMSPEC_WALK_DEPTH_MAX) {
        return false;
    }
    struct ssmspec_parsed *out = walk->out;
    out->outcome = SSMSPEC_MALFORMED;
    out->root = NULL;
    out->violation_count = 0;
    out->offset = value->offset;
    out->fault.reason = "nested too deeply";
    out->fault.is_limit = true;
    return true;
}

static bool walk_inside(struct ssmspec_walk *walk, const struct ssmspec_shape *shape,
                        const struct ssmspec_json *value) {
    if (shape->type < SSMSPEC_LIST) {
        return true;
    }
    if (is_too_deep(walk, value)) {
        return false;
    }
    struct ssmspec_walk_step *step = &walk->steps[walk->depth++];
    struct container container = {.shape = shape, .value = value};
    bool goes_on = false;
    if (shape->type == SSMSPEC_LIST) {
        goes_on = walk_list(walk, &container, step);
    } else if (shape->type == SSMSPEC_MAP) {
        goes_on = walk_map(walk, &container, step);
    } else {
        goes_on = walk_structure(walk, shape, value, step);
    }
    walk->depth--;
    return goes_on;
}

enum ssmspec_err ssmspec_walk_document(struct ssmspec_walk *walk,
                                       const struct ssmspec_shape *input) {
    if (walk_inside(walk, input, walk->out->root) && walk->out->violation_count > 0) {
        walk->out->outcome = SSMSPEC_VIOLATING;
    }
    return walk->err;
}
