#include "src/json/path.h"

#define PARTS_MAX 16

struct visiting {
    ssmspec_json_visit_fn visit;
    void *context;
    bool is_enough;
};

static const struct ssmspec_json *find_member(const struct ssmspec_json *object,
                                              struct ssmspec_view name) {
    const struct ssmspec_json *found = NULL;
    const bool is_object = object->type == SSMSPEC_JSON_OBJECT;
    for (const struct ssmspec_json *at = is_object ? object->first : NULL; at; at = at->next) {
        found = ssmspec_view_eq(at->name, name) ? at : found;
    }
    return found;
}

static bool is_chosen(const struct ssmspec_json *element, struct ssmspec_view part) {
    const size_t equals = ssmspec_view_find(part, SSMSPEC_VIEW("="));
    const struct ssmspec_json *member = find_member(element, ssmspec_view_sub(part, 0, equals));
    return member != NULL && member->type == SSMSPEC_JSON_STRING &&
           ssmspec_view_eq(member->text, ssmspec_view_sub(part, equals + 1, part.len));
}

/* An element by its place or by what it holds. */
static const struct ssmspec_json *find_element(const struct ssmspec_json *list,
                                               struct ssmspec_view part) {
    const bool is_choice = ssmspec_view_find(part, SSMSPEC_VIEW("=")) < part.len;
    long long place = 0;
    if (!is_choice && (!ssmspec_view_to_int64(part, &place) || place < 0)) {
        return NULL;
    }
    const struct ssmspec_json *element = list->first;
    while (element != NULL && (is_choice ? !is_chosen(element, part) : place-- > 0)) {
        element = element->next;
    }
    return element;
}

/* Recursion ends with the path: depth counts its parts. */
static void visit_below(struct visiting *visiting, const struct ssmspec_json *value,
                        struct ssmspec_view path, unsigned depth) {
    if (value == NULL || visiting->is_enough || depth > PARTS_MAX) {
        return;
    }
    if (path.len == 0) {
        visiting->is_enough = !visiting->visit(visiting->context, value);
        return;
    }
    const size_t dot = ssmspec_view_find(path, SSMSPEC_VIEW("."));
    const struct ssmspec_view part = ssmspec_view_sub(path, 0, dot);
    const struct ssmspec_view rest = ssmspec_view_sub(path, dot + 1, path.len);
    if (value->type != SSMSPEC_JSON_LIST) {
        visit_below(visiting, find_member(value, part), rest, depth + 1);
        return;
    }
    if (!ssmspec_view_is(part, "*")) {
        visit_below(visiting, find_element(value, part), rest, depth + 1);
        return;
    }
    for (const struct ssmspec_json *element = value->first; element; element = element->next) {
        visit_below(visiting, element, rest, depth + 1);
    }
}

void ssmspec_json_visit(const struct ssmspec_json *root, struct ssmspec_view path,
                        ssmspec_json_visit_fn visit, void *context) {
    struct visiting visiting = {.visit = visit, .context = context};
    visit_below(&visiting, root, path, 0);
}

static bool take_first(void *context, const struct ssmspec_json *value) {
    const struct ssmspec_json **first = context;
    *first = value;
    return false;
}

const struct ssmspec_json *ssmspec_json_at(const struct ssmspec_json *root,
                                           struct ssmspec_view path) {
    const struct ssmspec_json *first = NULL;
    ssmspec_json_visit(root, path, take_first, &first);
    return first;
}
