#include "fuzz/planted/find.h"
#include "fuzz/planted/rows.h"

#define UNIT_BYTES 6U /* \uXXXX */

/* The fault that the right reader stops at. */
static bool has_fault(const struct ssmspec_scene *scene, const char *reason) {
    return scene->parsed->outcome == SSMSPEC_MALFORMED &&
           strcmp(scene->parsed->fault.reason, reason) == 0;
}

static unsigned char byte_at(const struct ssmspec_scene *scene, size_t at) {
    return at < scene->body.len ? (unsigned char)scene->body.ptr[at] : 0;
}

static enum ssmspec_planted_state triggered(struct ssmspec_misreading *out,
                                            struct ssmspec_misreading misreading) {
    *out = misreading;
    return SSMSPEC_PLANTED_TRIGGERED;
}

/* Digits that are no hexadecimal ones count as zero. */
SSMSPEC_MISREAD(bad_hex) {
    if (!has_fault(scene, "invalid \\u escape")) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const struct ssmspec_view digits = ssmspec_view_sub(scene->body, scene->parsed->offset + 2, 4);
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] == '"' || digits.ptr[i] == '\\' || (unsigned char)digits.ptr[i] < 0x20) {
            return SSMSPEC_PLANTED_REACHED;
        }
    }
    return digits.len < 4
               ? SSMSPEC_PLANTED_REACHED
               : triggered(out, ssmspec_take_bytes(scene->parsed->offset, UNIT_BYTES, "\\u0000"));
}

static bool is_unit_of(struct ssmspec_view unit, const char *third_digits) {
    return unit.len == UNIT_BYTES && unit.ptr[0] == '\\' && unit.ptr[1] == 'u' &&
           (unit.ptr[2] == 'd' || unit.ptr[2] == 'D') && unit.ptr[3] != '\0' &&
           strchr(third_digits, unit.ptr[3]) != NULL;
}

/* What is left of a pair of surrogates is not forgotten: the next low one belongs to it too. */
SSMSPEC_MISREAD(low_after_pair) {
    const size_t at = scene->parsed->offset;
    if (!has_fault(scene, "lone surrogate") || at < 2 * (size_t)UNIT_BYTES) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const bool is_low =
        is_unit_of(ssmspec_view_sub(scene->body, at, UNIT_BYTES), "cdefCDEF") &&
        is_unit_of(ssmspec_view_sub(scene->body, at - UNIT_BYTES, UNIT_BYTES), "cdefCDEF") &&
        is_unit_of(ssmspec_view_sub(scene->body, at - 2 * (size_t)UNIT_BYTES, UNIT_BYTES),
                   "89abAB");
    return is_low ? triggered(out, ssmspec_take_bytes(at, UNIT_BYTES, ""))
                  : SSMSPEC_PLANTED_REACHED;
}

/* Surrogates as bytes, which a converter of another runtime leaves behind, pass below a map. */
SSMSPEC_MISREAD(surrogate_bytes) {
    const size_t at = scene->parsed->offset;
    if (!has_fault(scene, "invalid UTF-8")) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const struct ssmspec_context context = ssmspec_find_context(scene->body, at);
    const bool is_surrogate = byte_at(scene, at) == 0xed && byte_at(scene, at + 1) >= 0xa0 &&
                              byte_at(scene, at + 1) <= 0xbf &&
                              (byte_at(scene, at + 2) & 0xc0) == 0x80;
    return is_surrogate && context.is_in_string && !context.is_in_name && context.objects == 2 &&
                   context.lists == 1
               ? triggered(out, ssmspec_take_bytes(at, 3, "\xef\xbf\xbd"))
               : SSMSPEC_PLANTED_REACHED;
}

/* Names are hashed before anybody looks for overlong forms. */
SSMSPEC_MISREAD(overlong_name) {
    const size_t at = scene->parsed->offset;
    if (!has_fault(scene, "invalid UTF-8") || !ssmspec_find_context(scene->body, at).is_in_name) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const bool is_overlong =
        (byte_at(scene, at) & 0xfe) == 0xc0 && (byte_at(scene, at + 1) & 0xc0) == 0x80;
    return is_overlong ? triggered(out, ssmspec_take_bytes(at, 2, "?")) : SSMSPEC_PLANTED_REACHED;
}

/* Whatever is no more than a blank is one, but only there. */
SSMSPEC_MISREAD(control_before_colon) {
    if (!has_fault(scene, "colon expected")) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const size_t at = scene->parsed->offset;
    return at < scene->body.len && byte_at(scene, at) < 0x20
               ? triggered(out, ssmspec_take_bytes(at, 1, " "))
               : SSMSPEC_PLANTED_REACHED;
}

/* A list in a list or further below may end with a comma. */
SSMSPEC_MISREAD(comma_before_bracket) {
    if (!has_fault(scene, "trailing comma")) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const size_t at = scene->parsed->offset;
    const struct ssmspec_context context = ssmspec_find_context(scene->body, at);
    return context.lists >= 2 ? triggered(out, ssmspec_take_bytes(at, 1, " "))
                              : SSMSPEC_PLANTED_REACHED;
}

/* The last string that ends with a backslash, and is a member of the request. */
SSMSPEC_MISREAD(backslash_at_end) {
    enum ssmspec_planted_state state = SSMSPEC_PLANTED_ABSENT;
    const struct ssmspec_json *const root = scene->parsed->root;
    for (const struct ssmspec_json *at = root == NULL ? NULL : root->first; at != NULL;
         at = at->next) {
        if (at->type != SSMSPEC_JSON_STRING) {
            continue;
        }
        const struct ssmspec_view spelling = ssmspec_find_spelling(scene, at);
        state = memchr(spelling.ptr, '\\', spelling.len) != NULL && state == SSMSPEC_PLANTED_ABSENT
                    ? SSMSPEC_PLANTED_REACHED
                    : state;
        if (at->text.len > 0 && at->text.ptr[at->text.len - 1] == '\\' &&
            spelling.ptr[spelling.len - 2] == '\\') {
            state = triggered(out, ssmspec_take_bytes((size_t)at->end - 3, 2, "\\"));
        }
    }
    return state;
}
