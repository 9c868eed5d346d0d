#include "fuzz/planted/find.h"
#include "fuzz/planted/rows.h"

#include <inttypes.h>

#define BUFFER 63U /* characters of a number that are read */

typedef bool (*look_fn)(const struct ssmspec_scene *scene, const struct ssmspec_json *number,
                        const struct ssmspec_constraint *range, struct ssmspec_misreading *out);

/* Each number that has a range, until one is misread. */
static enum ssmspec_planted_state look_at_numbers(const struct ssmspec_scene *scene, look_fn look,
                                                  struct ssmspec_misreading *out) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const root = scene->parsed->root;
    for (const struct ssmspec_json *at = root == NULL ? NULL : root->first; at != NULL;
         at = at->next) {
        const struct ssmspec_constraint *const range =
            at->type == SSMSPEC_JSON_NUMBER ? ssmspec_find_row(scene, at->name, SSMSPEC_RANGE)
                                            : NULL;
        if (range == NULL) {
            continue;
        }
        state = SSMSPEC_PLANTED_REACHED;
        if (look(scene, at, range, out)) {
            return SSMSPEC_PLANTED_TRIGGERED;
        }
    }
    return state;
}

static bool is_cut(const struct ssmspec_scene *scene, const struct ssmspec_json *number,
                   const struct ssmspec_constraint *range, struct ssmspec_misreading *out) {
    (void)scene;
    (void)range;
    *out = ssmspec_take_value(number, ssmspec_view_sub(number->text, 0, BUFFER));
    return number->text.len > BUFFER;
}

/* A number is copied into a buffer, as far as it fits. */
SSMSPEC_MISREAD(number_buffer) {
    return look_at_numbers(scene, is_cut, out);
}

static bool is_shifted(const struct ssmspec_scene *scene, const struct ssmspec_json *number,
                       const struct ssmspec_constraint *range, struct ssmspec_misreading *out) {
    (void)scene;
    (void)range;
    int64_t value = 0;
    long long exponent = 0;
    const struct ssmspec_view text = number->text;
    size_t mark = 0;
    while (mark < text.len && text.ptr[mark] != 'e' && text.ptr[mark] != 'E') {
        mark++;
    }
    const struct ssmspec_view digits = ssmspec_view_sub(text, 0, mark);
    const bool has_exponent =
        ssmspec_view_to_int64(ssmspec_view_sub(text, mark + 1, text.len), &exponent);
    if (!has_exponent || exponent >= 0 || memchr(text.ptr, '.', mark) != NULL ||
        ssmspec_json_to_int64(number, &value)) {
        return false;
    }
    const long long left = (long long)digits.len + (exponent > -64 ? exponent : -64);
    *out = ssmspec_take_value(number, left < 1 ? SSMSPEC_VIEW("0")
                                               : ssmspec_view_sub(digits, 0, (size_t)left));
    return true;
}

/* Without a point it is an integer; an exponent below zero cuts digits off. */
SSMSPEC_MISREAD(exponent_cuts) {
    return look_at_numbers(scene, is_shifted, out);
}

static bool is_wrapped(const struct ssmspec_scene *scene, const struct ssmspec_json *number,
                       const struct ssmspec_constraint *range, struct ssmspec_misreading *out) {
    int64_t value = 0;
    if (!ssmspec_json_to_int64(number, &value) || (value >= INT32_MIN && value <= INT32_MAX)) {
        return false;
    }
    const int64_t low = (int64_t)((uint64_t)value & UINT32_MAX);
    const char *const text = ssmspec_arena_printf(scene->arena, "%" PRId64, low);
    *out = ssmspec_take_value(number, ssmspec_view_of(text == NULL ? "0" : text));
    return low >= range->min && low <= range->max;
}

/* The range is checked once the number has been put into 32 bits. */
SSMSPEC_MISREAD(range_wraps) {
    return look_at_numbers(scene, is_wrapped, out);
}
