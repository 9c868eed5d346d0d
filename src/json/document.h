/* A JSON file that a user wrote: read whole, and complained about by line and column. */
#ifndef SSMSPEC_SRC_JSON_DOCUMENT_H
#define SSMSPEC_SRC_JSON_DOCUMENT_H

#include "src/base/bytes.h"
#include "src/json/json.h"

struct ssmspec_document {
    struct ssmspec_view text;
    struct ssmspec_arena *arena;
    struct ssmspec_bytes *why;
};

/* SSMSPEC_ERR_CONFIG with "LINE:COLUMN: what is wrong" in the document's why, SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_document_read(const struct ssmspec_document *document,
                                       const struct ssmspec_json_limits *limits,
                                       const struct ssmspec_json **root) SSMSPEC_MUST_USE;

/* Gives SSMSPEC_ERR_CONFIG and says the place of a byte offset and what is wrong there. name, where
 * it has a ptr, is shown in quotes behind that. */
enum ssmspec_err ssmspec_document_wrong(const struct ssmspec_document *document, size_t offset,
                                        const char *what,
                                        struct ssmspec_view name) SSMSPEC_MUST_USE;

/* Whether no member before item has its name: readers differ on which of two wins, and whoever
 * wrote the file meant one. For objects whose names are known to be few. */
enum ssmspec_err ssmspec_document_once(const struct ssmspec_document *document,
                                       const struct ssmspec_json *object,
                                       const struct ssmspec_json *item) SSMSPEC_MUST_USE;

/* Line and column of a byte offset, both from 1. */
void ssmspec_document_place(struct ssmspec_view text, size_t offset, size_t *line, size_t *column);

#endif
