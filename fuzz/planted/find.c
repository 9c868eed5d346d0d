#include "fuzz/planted/find.h"

#define LEVELS_MAX 1024

const struct ssmspec_json *ssmspec_find_member(const struct ssmspec_scene *scene,
                                               const char *name) {
    return ssmspec_shape_member(scene->operation->input, name) == NULL
               ? NULL
               : ssmspec_json_member(scene->parsed->root, name);
}

struct ssmspec_view ssmspec_find_spelling(const struct ssmspec_scene *scene,
                                          const struct ssmspec_json *value) {
    return ssmspec_view_sub(scene->body, value->offset, value->end - value->offset);
}

struct ssmspec_misreading ssmspec_find_name(const struct ssmspec_scene *scene,
                                            const struct ssmspec_json *object,
                                            const struct ssmspec_json *member) {
    size_t from = (size_t)object->offset + 1;
    for (const struct ssmspec_json *at = object->first; at != member; at = at->next) {
        from = at->end;
    }
    while (scene->body.ptr[from] != '"') {
        from++;
    }
    size_t to = from + 1;
    while (scene->body.ptr[to] != '"') {
        to += scene->body.ptr[to] == '\\' ? 2 : 1;
    }
    return (struct ssmspec_misreading){.from = from, .to = to + 1};
}

struct ssmspec_misreading ssmspec_take_value(const struct ssmspec_json *value,
                                             struct ssmspec_view as) {
    return (struct ssmspec_misreading){.from = value->offset, .to = value->end, .as = as};
}

struct ssmspec_misreading ssmspec_take_bytes(size_t from, size_t len, const char *as) {
    return (struct ssmspec_misreading){.from = from, .to = from + len, .as = ssmspec_view_of(as)};
}

const struct ssmspec_json *ssmspec_find_child(const struct ssmspec_json *parent, size_t index) {
    const struct ssmspec_json *child = parent->first;
    for (; index > 0; index--) {
        child = child->next;
    }
    return child;
}

struct ssmspec_misreading ssmspec_take_first(const struct ssmspec_json *list, size_t kept) {
    const size_t from = ssmspec_find_child(list, kept - 1)->end;
    return (struct ssmspec_misreading){.from = from, .to = (size_t)list->end - 1};
}

const struct ssmspec_json *ssmspec_find_twin(const struct ssmspec_json *object,
                                             const struct ssmspec_json *member) {
    const struct ssmspec_json *twin = NULL;
    for (const struct ssmspec_json *at = object->first; at != member; at = at->next) {
        twin = ssmspec_view_eq(at->name, member->name) ? at : twin;
    }
    return twin;
}

const struct ssmspec_constraint *ssmspec_find_row(const struct ssmspec_scene *scene,
                                                  struct ssmspec_view name,
                                                  enum ssmspec_kind kind) {
    const struct ssmspec_shape *const input = scene->operation->input;
    for (size_t i = 0; i < input->member_count; i++) {
        const struct ssmspec_shape *const shape = input->members[i].shape;
        for (size_t row = 0; row < shape->constraint_count; row++) {
            if (ssmspec_view_is(name, input->members[i].name) &&
                shape->constraints[row].kind == kind) {
                return &shape->constraints[row];
            }
        }
    }
    return NULL;
}

/* Behind the closing quote. *is_closed: there is one. */
static size_t skip_string(struct ssmspec_view body, size_t at, bool *is_closed) {
    for (at++; at < body.len; at += body.ptr[at] == '\\' ? 2 : 1) {
        if (body.ptr[at] == '"') {
            *is_closed = true;
            return at + 1;
        }
    }
    *is_closed = false;
    return body.len;
}

struct ssmspec_context ssmspec_find_context(struct ssmspec_view body, size_t at) {
    struct ssmspec_context context = {.objects = 0};
    char levels[LEVELS_MAX];
    size_t depth = 0;
    char last = '\0'; /* token before the place */
    const struct ssmspec_view before = ssmspec_view_sub(body, 0, at);
    for (size_t i = 0; i < before.len;) {
        const char c = before.ptr[i];
        if (c == '"') {
            bool is_closed = false;
            i = skip_string(before, i, &is_closed);
            context.is_in_string = !is_closed;
            continue;
        }
        if ((c == '{' || c == '[') && depth < LEVELS_MAX) {
            levels[depth++] = c;
        }
        depth -= (c == '}' || c == ']') && depth > 0 ? 1 : 0;
        last = strchr("{[]},:", c) != NULL && c != '\0' ? c : last;
        i++;
    }
    for (size_t i = 0; i < depth; i++) {
        context.objects += levels[i] == '{';
        context.lists += levels[i] == '[';
    }
    const bool is_in_object = depth > 0 && levels[depth - 1] == '{';
    context.is_in_name = context.is_in_string && is_in_object && last != ':';
    return context;
}
