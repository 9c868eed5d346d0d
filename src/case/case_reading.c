#include "src/case/case_reading.h"

enum ssmspec_err ssmspec_case_keys(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *value, const char *const *keys) {
    if (value->type != SSMSPEC_JSON_OBJECT) {
        return ssmspec_document_wrong(&reading->document, value->offset,
                                      "an object is wanted here, not a value of type",
                                      ssmspec_view_of(ssmspec_json_type_name(value->type)));
    }
    for (const struct ssmspec_json *item = value->first; item != NULL; item = item->next) {
        if (!ssmspec_view_among(item->name, keys)) {
            return ssmspec_document_wrong(&reading->document, item->offset, "unknown key",
                                          item->name);
        }
        GUARD(ssmspec_document_once(&reading->document, value, item));
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_case_member(const struct ssmspec_case_reading *reading,
                                     const struct ssmspec_json *object, const char *name,
                                     const struct ssmspec_json **out) {
    *out = ssmspec_json_member(object, name);
    return *out != NULL ? SSMSPEC_OK
                        : ssmspec_document_wrong(&reading->document, object->offset, "this has no",
                                                 ssmspec_view_of(name));
}

static bool has_nul(struct ssmspec_view text) {
    return text.len > 0 && memchr(text.ptr, '\0', text.len) != NULL;
}

enum ssmspec_err ssmspec_case_text(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *object, const char *name,
                                   const char **out) {
    const struct ssmspec_json *value;
    GUARD(ssmspec_case_member(reading, object, name, &value));
    if (value->type != SSMSPEC_JSON_STRING || value->text.len == 0 || has_nul(value->text)) {
        return ssmspec_document_wrong(
            &reading->document, value->offset,
            "must be a text that is not empty and has no NUL:", ssmspec_view_of(name));
    }
    *out = ssmspec_arena_text(reading->document.arena, value->text);
    return *out == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_case_word(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *object, const char *name,
                                   const char *const *words, int *out) {
    const struct ssmspec_json *value;
    GUARD(ssmspec_case_member(reading, object, name, &value));
    for (int i = 0; words[i] != NULL; i++) {
        if (value->type == SSMSPEC_JSON_STRING && ssmspec_view_is(value->text, words[i])) {
            *out = i;
            return SSMSPEC_OK;
        }
    }
    const char *const what = ssmspec_arena_printf(reading->document.arena,
                                                  "not one of the words that \"%s\" knows:", name);
    ENSURE(what != NULL, SSMSPEC_ERR_NOMEM);
    return ssmspec_document_wrong(
        &reading->document, value->offset, what,
        ssmspec_view_sub(reading->document.text, value->offset, value->end - value->offset));
}
