#include "fuzz/planted/find.h"
#include "fuzz/planted/rows.h"

static struct ssmspec_view quoted(const struct ssmspec_scene *scene, const char *name) {
    const char *const text = ssmspec_arena_printf(scene->arena, "\"%s\"", name);
    return ssmspec_view_of(text == NULL ? "\"\"" : text);
}

static enum ssmspec_planted_state rename_it(const struct ssmspec_scene *scene,
                                            const struct ssmspec_json *object,
                                            const struct ssmspec_json *member, const char *name,
                                            struct ssmspec_misreading *out) {
    *out = ssmspec_find_name(scene, object, member);
    out->as = quoted(scene, name);
    return SSMSPEC_PLANTED_TRIGGERED;
}

static const struct ssmspec_member *member_of(const struct ssmspec_shape *shape,
                                              struct ssmspec_view name) {
    for (size_t i = 0; i < shape->member_count; i++) {
        if (ssmspec_view_is(name, shape->members[i].name)) {
            return &shape->members[i];
        }
    }
    return NULL;
}

/* Names are compared as C strings. */
SSMSPEC_MISREAD(name_ends_at_nul) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const root = scene->parsed->root;
    for (const struct ssmspec_json *at = root == NULL ? NULL : root->first; at != NULL;
         at = at->next) {
        const char *const nul = at->name.len == 0 ? NULL : memchr(at->name.ptr, '\0', at->name.len);
        if (nul == NULL) {
            continue;
        }
        const struct ssmspec_member *const meant = member_of(
            scene->operation->input, ssmspec_view_sub(at->name, 0, (size_t)(nul - at->name.ptr)));
        state =
            meant == NULL ? SSMSPEC_PLANTED_REACHED : rename_it(scene, root, at, meant->name, out);
    }
    return state;
}

/* Duplicates are looked for among the bytes: a name that is spelled with an escape is another. */
SSMSPEC_MISREAD(escaped_twin) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const root = scene->parsed->root;
    for (const struct ssmspec_json *at = root == NULL ? NULL : root->first; at != NULL;
         at = at->next) {
        const struct ssmspec_misreading name = ssmspec_find_name(scene, root, at);
        const bool is_escaped = name.to - name.from != at->name.len + 2;
        if (!is_escaped || member_of(scene->operation->input, at->name) == NULL) {
            continue;
        }
        state = ssmspec_find_twin(root, at) == NULL ? SSMSPEC_PLANTED_REACHED
                                                    : rename_it(scene, root, at, "ssmspec", out);
    }
    return state;
}

static enum ssmspec_planted_state blind_in(const struct ssmspec_scene *scene,
                                           const struct ssmspec_shape *shape,
                                           const struct ssmspec_json *object,
                                           struct ssmspec_misreading *out) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    for (const struct ssmspec_json *at = object->first; at != NULL; at = at->next) {
        for (size_t i = 0; i < shape->member_count; i++) {
            const char *const name = shape->members[i].name;
            if (!ssmspec_view_is(at->name, name) &&
                ssmspec_view_eq_nocase(at->name, ssmspec_view_of(name))) {
                return rename_it(scene, object, at, name, out);
            }
        }
        state = member_of(shape, at->name) == NULL ? SSMSPEC_PLANTED_REACHED : state;
    }
    return state;
}

/* Names of structures in a list are found whatever their case. */
SSMSPEC_MISREAD(case_blind_below) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_shape *const input = scene->operation->input;
    for (size_t i = 0; i < input->member_count && state != SSMSPEC_PLANTED_TRIGGERED; i++) {
        const struct ssmspec_shape *const list = input->members[i].shape;
        const struct ssmspec_json *const value = ssmspec_find_member(scene, input->members[i].name);
        const bool is_fit = list->type == SSMSPEC_LIST &&
                            list->element->type == SSMSPEC_STRUCTURE && value != NULL &&
                            value->type == SSMSPEC_JSON_LIST;
        const struct ssmspec_json *at = is_fit ? value->first : NULL;
        for (; at != NULL && state != SSMSPEC_PLANTED_TRIGGERED; at = at->next) {
            const enum ssmspec_planted_state found = blind_in(scene, list->element, at, out);
            state = found > state ? found : state;
        }
    }
    return state;
}
