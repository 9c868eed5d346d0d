#include "src/json/document.h"

#include "src/json/write.h"

#define NAME_SHOWN 60

void ssmspec_document_place(struct ssmspec_view text, size_t offset, size_t *line, size_t *column) {
    *line = 1;
    *column = 1;
    for (size_t i = 0; i < offset && i < text.len; i++) {
        (*column)++;
        if (text.ptr[i] == '\n') {
            (*line)++;
            *column = 1;
        }
    }
}

enum ssmspec_err ssmspec_document_wrong(const struct ssmspec_document *document, size_t offset,
                                        const char *what, struct ssmspec_view name) {
    size_t line;
    size_t column;
    ssmspec_document_place(document->text, offset, &line, &column);
    ssmspec_bytes_printf(document->why, "%zu:%zu: %s", line, column, what);
    if (name.ptr != NULL) {
        ssmspec_bytes_add_char(document->why, ' ');
        ssmspec_json_write_string(document->why, ssmspec_view_sub(name, 0, NAME_SHOWN));
    }
    return SSMSPEC_ERR_CONFIG;
}

enum ssmspec_err ssmspec_document_once(const struct ssmspec_document *document,
                                       const struct ssmspec_json *object,
                                       const struct ssmspec_json *item) {
    for (const struct ssmspec_json *other = object->first; other != item; other = other->next) {
        if (ssmspec_view_eq(other->name, item->name)) {
            return ssmspec_document_wrong(document, item->offset, "given twice:", item->name);
        }
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_document_read(const struct ssmspec_document *document,
                                       const struct ssmspec_json_limits *limits,
                                       const struct ssmspec_json **root) {
    struct ssmspec_json_fault fault = {0};
    const enum ssmspec_err err =
        ssmspec_json_read(document->text, limits, document->arena, root, &fault);
    if (err == SSMSPEC_ERR_SYNTAX || err == SSMSPEC_ERR_LIMIT) {
        return ssmspec_document_wrong(document, fault.offset, fault.reason,
                                      (struct ssmspec_view){0});
    }
    return err;
}
