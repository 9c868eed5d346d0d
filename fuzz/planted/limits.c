#include "fuzz/planted/find.h"
#include "fuzz/planted/rows.h"
#include "src/base/utf8.h"

#define VALUES_MAX 50 /* of one target */

static bool is_list(const struct ssmspec_json *value) {
    return value != NULL && value->type == SSMSPEC_JSON_LIST;
}

static bool is_first_of_its_text(const struct ssmspec_json *list,
                                 const struct ssmspec_json *element) {
    for (const struct ssmspec_json *at = list->first; at != element; at = at->next) {
        if (at->type == element->type && ssmspec_view_eq(at->text, element->text)) {
            return false;
        }
    }
    return true;
}

/* Ids are put into a set before they are counted. */
SSMSPEC_MISREAD(distinct_count) {
    const struct ssmspec_json *const ids = ssmspec_find_member(scene, "InstanceIds");
    const struct ssmspec_constraint *const row =
        ssmspec_find_row(scene, SSMSPEC_VIEW("InstanceIds"), SSMSPEC_COUNT);
    if (!is_list(ids) || row == NULL || ids->count <= (size_t)row->max) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    size_t distinct = 0;
    for (const struct ssmspec_json *at = ids->first; at != NULL; at = at->next) {
        distinct += is_first_of_its_text(ids, at);
    }
    *out = ssmspec_take_first(ids, (size_t)row->max);
    return distinct <= (size_t)row->max ? SSMSPEC_PLANTED_TRIGGERED : SSMSPEC_PLANTED_REACHED;
}

/* The length that the faulty parser counts; 0: it counts as the right one does. */
typedef size_t (*count_fn)(const struct ssmspec_scene *scene, const struct ssmspec_json *text);

static struct ssmspec_misreading as_long_as(const struct ssmspec_scene *scene,
                                            const struct ssmspec_json *value, size_t length) {
    char *const text = ssmspec_arena_alloc(scene->arena, length + 2);
    if (text == NULL) {
        return ssmspec_take_value(value, SSMSPEC_VIEW("\"\""));
    }
    memset(text, 'x', length + 2);
    text[0] = '"';
    text[length + 1] = '"';
    return ssmspec_take_value(value, (struct ssmspec_view){text, length + 2});
}

/* Legal texts of the request that another way of counting finds too long. */
static enum ssmspec_planted_state count_otherwise(const struct ssmspec_scene *scene, count_fn count,
                                                  struct ssmspec_misreading *out) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const root = scene->parsed->root;
    for (const struct ssmspec_json *at = root == NULL ? NULL : root->first; at != NULL;
         at = at->next) {
        const struct ssmspec_constraint *const row =
            at->type == SSMSPEC_JSON_STRING ? ssmspec_find_row(scene, at->name, SSMSPEC_LENGTH)
                                            : NULL;
        const size_t counted = row == NULL ? 0 : count(scene, at);
        size_t length = 0;
        size_t bad = 0;
        if (counted == 0 || ssmspec_utf8_count(at->text, &length, &bad) != SSMSPEC_OK) {
            continue;
        }
        state = SSMSPEC_PLANTED_REACHED;
        if ((int64_t)length <= row->max && (int64_t)counted > row->max) {
            *out = as_long_as(scene, at, counted);
            return SSMSPEC_PLANTED_TRIGGERED;
        }
    }
    return state;
}

static size_t count_units(const struct ssmspec_scene *scene, const struct ssmspec_json *text) {
    (void)scene;
    size_t count = 0;
    size_t bad = 0;
    size_t beyond = 0; /* characters that take two units */
    for (size_t i = 0; i < text->text.len; i++) {
        beyond += (unsigned char)text->text.ptr[i] >= 0xf0;
    }
    return beyond > 0 && ssmspec_utf8_count(text->text, &count, &bad) == SSMSPEC_OK ? count + beyond
                                                                                    : 0;
}

/* Lengths are those of UTF-16. */
SSMSPEC_MISREAD(length_in_utf16) {
    return count_otherwise(scene, count_units, out);
}

static size_t count_spelled(const struct ssmspec_scene *scene, const struct ssmspec_json *text) {
    const struct ssmspec_view spelling = ssmspec_find_spelling(scene, text);
    return memchr(spelling.ptr, '\\', spelling.len) == NULL ? 0 : spelling.len - 2;
}

/* A text with escapes is measured before they are decoded. */
SSMSPEC_MISREAD(length_as_spelled) {
    return count_otherwise(scene, count_spelled, out);
}

/* The counter is that of the first list: those of later targets are not counted. */
SSMSPEC_MISREAD(later_lists_uncounted) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const targets = ssmspec_find_member(scene, "Targets");
    if (!is_list(targets) || targets->first == NULL) {
        return state;
    }
    for (const struct ssmspec_json *at = targets->first->next; at != NULL; at = at->next) {
        const struct ssmspec_json *const values = ssmspec_json_member(at, "Values");
        if (!is_list(values)) {
            continue;
        }
        state = SSMSPEC_PLANTED_REACHED;
        if (values->count > VALUES_MAX) {
            *out = ssmspec_take_first(values, VALUES_MAX);
            return SSMSPEC_PLANTED_TRIGGERED;
        }
    }
    return state;
}

/* There is room for nine violations, and none for the end of them. */
SSMSPEC_MISREAD(tenth_violation) {
    if (scene->parsed->outcome != SSMSPEC_VIOLATING) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    *out = (struct ssmspec_misreading){.is_fatal = true};
    return scene->parsed->violation_count == SSMSPEC_VIOLATIONS_MAX ? SSMSPEC_PLANTED_TRIGGERED
                                                                    : SSMSPEC_PLANTED_REACHED;
}

/* Objects are not counted, and take the stack with them. */
SSMSPEC_MISREAD(depth_of_lists) {
    if (scene->parsed->outcome != SSMSPEC_MALFORMED ||
        strcmp(scene->parsed->fault.reason, "depth limit") != 0) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const struct ssmspec_context context = ssmspec_find_context(scene->body, scene->parsed->offset);
    *out = (struct ssmspec_misreading){.is_fatal = true};
    return context.objects > context.lists ? SSMSPEC_PLANTED_TRIGGERED : SSMSPEC_PLANTED_REACHED;
}
