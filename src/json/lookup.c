#include "src/json/json.h"

const struct ssmspec_json *ssmspec_json_member(const struct ssmspec_json *object,
                                               const char *name) {
    if (object == NULL || object->type != SSMSPEC_JSON_OBJECT) {
        return NULL;
    }
    const struct ssmspec_view wanted = ssmspec_view_of(name);
    const struct ssmspec_json *found = NULL;
    for (const struct ssmspec_json *member = object->first; member != NULL; member = member->next) {
        if (ssmspec_view_eq(member->name, wanted)) {
            found = member;
        }
    }
    return found;
}

struct ssmspec_view ssmspec_json_member_text(const struct ssmspec_json *object, const char *name) {
    const struct ssmspec_json *const member = ssmspec_json_member(object, name);
    if (member == NULL || member->type != SSMSPEC_JSON_STRING) {
        return (struct ssmspec_view){NULL, 0};
    }
    return member->text;
}

const char *ssmspec_json_type_name(enum ssmspec_json_type type) {
    static const char *const NAMES[] = {
        [SSMSPEC_JSON_NULL] = "null",     [SSMSPEC_JSON_BOOLEAN] = "boolean",
        [SSMSPEC_JSON_NUMBER] = "number", [SSMSPEC_JSON_STRING] = "string",
        [SSMSPEC_JSON_LIST] = "list",     [SSMSPEC_JSON_OBJECT] = "object",
    };
    const size_t index = (size_t)type;
    return index < sizeof NAMES / sizeof *NAMES ? NAMES[index] : "unknown";
}
