#include "src/rule/shape.h"

#include <string.h>

const char *ssmspec_kind_name(enum ssmspec_kind kind) {
    static const char *const names[SSMSPEC_KIND_COUNT] = {
        [SSMSPEC_REQUIRED] = "required", [SSMSPEC_TYPE] = "type",       [SSMSPEC_LENGTH] = "length",
        [SSMSPEC_RANGE] = "range",       [SSMSPEC_PATTERN] = "pattern", [SSMSPEC_COUNT] = "count",
        [SSMSPEC_ENUM] = "enum",
    };
    return (unsigned)kind < SSMSPEC_KIND_COUNT ? names[kind] : "?";
}

const char *ssmspec_type_name(enum ssmspec_type type) {
    static const char *const names[SSMSPEC_TYPE_COUNT] = {
        [SSMSPEC_STRING] = "string",       [SSMSPEC_INTEGER] = "integer",
        [SSMSPEC_BOOLEAN] = "boolean",     [SSMSPEC_TIMESTAMP] = "timestamp",
        [SSMSPEC_LIST] = "list",           [SSMSPEC_MAP] = "map",
        [SSMSPEC_STRUCTURE] = "structure",
    };
    return (unsigned)type < SSMSPEC_TYPE_COUNT ? names[type] : "?";
}

const struct ssmspec_operation *ssmspec_service_operation(const struct ssmspec_service *service,
                                                          const char *name) {
    for (size_t i = 0; service->operations[i] != NULL; i++) {
        if (strcmp(service->operations[i]->name, name) == 0) {
            return service->operations[i];
        }
    }
    return NULL;
}

const struct ssmspec_error *ssmspec_operation_error(const struct ssmspec_operation *operation,
                                                    struct ssmspec_view name) {
    const struct ssmspec_error *row = operation == NULL ? NULL : operation->modelled;
    for (; row != NULL && row->name != NULL; row++) {
        if (ssmspec_view_is(name, row->name)) {
            return row;
        }
    }
    return NULL;
}

const struct ssmspec_member *ssmspec_shape_member(const struct ssmspec_shape *shape,
                                                  const char *name) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const char *const own = shape->members[i].name;
        if (own[0] == name[0] && strcmp(own, name) == 0) { /* most differ at once */
            return &shape->members[i];
        }
    }
    return NULL;
}
