#include "fuzz/planted/find.h"
#include "fuzz/planted/rows.h"

static bool is_a(const struct ssmspec_json *value, enum ssmspec_json_type type) {
    return value != NULL && value->type == type;
}

/* The first violation, of a value that can be taken for null; NULL where there is none. */
static const struct ssmspec_violation *first_violation(const struct ssmspec_scene *scene) {
    const bool has_one =
        scene->parsed->outcome == SSMSPEC_VIOLATING && scene->parsed->violations[0].value != NULL;
    return has_one ? &scene->parsed->violations[0] : NULL;
}

static enum ssmspec_planted_state forget(const struct ssmspec_json *value,
                                         struct ssmspec_misreading *out) {
    *out = ssmspec_take_value(value, SSMSPEC_VIEW("null"));
    return SSMSPEC_PLANTED_TRIGGERED;
}

/* A null does not replace what came before it. */
SSMSPEC_MISREAD(null_keeps_first) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const root = scene->parsed->root;
    for (const struct ssmspec_json *at = root == NULL ? NULL : root->first; at != NULL;
         at = at->next) {
        const struct ssmspec_json *const twin =
            at->type == SSMSPEC_JSON_NULL ? ssmspec_find_twin(root, at) : NULL;
        if (twin == NULL) {
            state = at->type == SSMSPEC_JSON_NULL && state == SSMSPEC_PLANTED_ABSENT
                        ? SSMSPEC_PLANTED_REACHED
                        : state;
            continue;
        }
        *out = ssmspec_take_value(at, ssmspec_find_spelling(scene, twin));
        state = SSMSPEC_PLANTED_TRIGGERED;
    }
    return state;
}

/* Of a map's entries of one key the first counts, though of members the last does. */
SSMSPEC_MISREAD(first_key_counts) {
    const struct ssmspec_json *const map = ssmspec_find_member(scene, "Parameters");
    if (!is_a(map, SSMSPEC_JSON_OBJECT)) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    for (const struct ssmspec_json *at = map->first; at != NULL; at = at->next) {
        const struct ssmspec_json *const twin = ssmspec_find_twin(map, at);
        if (twin != NULL) {
            *out = ssmspec_take_value(at, ssmspec_find_spelling(scene, twin));
            return SSMSPEC_PLANTED_TRIGGERED;
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}

/* What the structure before had, this one need not have: the marks are not taken away. */
SSMSPEC_MISREAD(required_seen_before) {
    static const char *const names[] = {"key", "value"};
    const struct ssmspec_json *const filters = ssmspec_find_member(scene, "Filters");
    if (!is_a(filters, SSMSPEC_JSON_LIST) || filters->count < 2) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const struct ssmspec_json *before = filters->first;
    for (const struct ssmspec_json *at = before->next; at != NULL; before = at, at = at->next) {
        for (size_t i = 0; i < 2; i++) {
            if (is_a(at, SSMSPEC_JSON_OBJECT) && ssmspec_json_member(at, names[i]) == NULL &&
                is_a(ssmspec_json_member(before, names[i]), SSMSPEC_JSON_STRING)) {
                const char *const text = ssmspec_arena_printf(
                    scene->arena, "\"%s\":\"DocumentName\"%s", names[i], at->count > 0 ? "," : "");
                *out = ssmspec_take_bytes((size_t)at->offset + 1, 0, text == NULL ? "" : text);
                return SSMSPEC_PLANTED_TRIGGERED;
            }
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}

static const struct ssmspec_shape *shape_of(const struct ssmspec_scene *scene,
                                            struct ssmspec_view name) {
    const struct ssmspec_shape *const input = scene->operation->input;
    for (size_t i = 0; i < input->member_count; i++) {
        if (ssmspec_view_is(name, input->members[i].name)) {
            return input->members[i].shape;
        }
    }
    return NULL;
}

/* The checker that goes into a structure does not come back. */
SSMSPEC_MISREAD(rules_end_at_structure) {
    const struct ssmspec_violation *const violation = first_violation(scene);
    if (violation == NULL) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const struct ssmspec_json *at = scene->parsed->root->first;
    for (; at != NULL && at->end <= violation->offset; at = at->next) {
        const struct ssmspec_shape *const shape = shape_of(scene, at->name);
        if (shape != NULL && shape->type == SSMSPEC_STRUCTURE && at->count > 0) {
            return forget(violation->value, out);
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}

/* Who wants news of all events is not asked for the others. */
SSMSPEC_MISREAD(all_hides_events) {
    static const char *const known[] = {"InProgress", "Success", "TimedOut", "Cancelled", "Failed"};
    const struct ssmspec_json *const config = ssmspec_find_member(scene, "NotificationConfig");
    const struct ssmspec_json *const events = ssmspec_json_member(config, "NotificationEvents");
    bool has_all = false;
    if (!is_a(events, SSMSPEC_JSON_LIST)) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    for (const struct ssmspec_json *at = events->first; at != NULL; at = at->next) {
        bool is_known = ssmspec_view_is(at->text, "All");
        has_all = has_all || is_known;
        for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
            is_known = is_known || ssmspec_view_is(at->text, known[i]);
        }
        if (has_all && !is_known && at->type == SSMSPEC_JSON_STRING) {
            *out = ssmspec_take_value(at, SSMSPEC_VIEW("\"All\""));
            return SSMSPEC_PLANTED_TRIGGERED;
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}

/* A hash's type is looked at together with the hash. */
SSMSPEC_MISREAD(hash_type_alone) {
    const struct ssmspec_json *const type = ssmspec_find_member(scene, "DocumentHashType");
    if (!is_a(type, SSMSPEC_JSON_STRING)) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const bool is_right =
        ssmspec_view_is(type->text, "Sha256") || ssmspec_view_is(type->text, "Sha1");
    const bool is_alone = ssmspec_find_member(scene, "DocumentHash") == NULL;
    return is_alone && !is_right ? forget(type, out) : SSMSPEC_PLANTED_REACHED;
}

/* The value that begins there. */
static const struct ssmspec_json *value_at(const struct ssmspec_json *value, size_t offset) {
    while (value != NULL && value->offset != offset) {
        if (value->end <= offset) {
            value = value->next;
            continue;
        }
        value = value->first;
    }
    return value;
}

static bool breaks_a_rule(const struct ssmspec_scene *scene, const struct ssmspec_json *member) {
    const struct ssmspec_shape *const shape = shape_of(scene, member->name);
    for (size_t i = 0; shape != NULL && i < shape->constraint_count; i++) {
        const struct ssmspec_constraint *const row = &shape->constraints[i];
        if (ssmspec_constraint_kind(row->kind)->check(row, shape, member, scene->patterns) !=
            SSMSPEC_WITHIN) {
            return true;
        }
    }
    return false;
}

/* A violation found before a wrong type is answered at once. */
SSMSPEC_MISREAD(violation_before_type) {
    if (scene->parsed->outcome != SSMSPEC_MISTYPED) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const struct ssmspec_json *const root = scene->parsed->root;
    const struct ssmspec_json *const wrong = value_at(root, scene->parsed->offset);
    const struct ssmspec_json *at = wrong == NULL ? NULL : root->first;
    for (; at != NULL && at->end <= wrong->offset; at = at->next) {
        if (breaks_a_rule(scene, at)) {
            return forget(wrong, out);
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}

/* Nodes are not looked at where targets are named as well. */
SSMSPEC_MISREAD(nodes_beside_targets) {
    const struct ssmspec_json *const nodes = ssmspec_find_member(scene, "InstanceIds");
    const struct ssmspec_json *const targets = ssmspec_find_member(scene, "Targets");
    if (!is_a(nodes, SSMSPEC_JSON_LIST) || !is_a(targets, SSMSPEC_JSON_LIST)) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    for (size_t i = 0; i < scene->parsed->violation_count; i++) {
        if (scene->parsed->violations[i].value == nodes && targets->count > 0) {
            return forget(nodes, out);
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}
