/* Values at a path of a document: "Command.Status", "Commands.0.Status", "Commands.*.Status",
 * "Nodes.Name=left.Status". A part is a member's name, an element's place, `*` for every element,
 * or NAME=TEXT for the first element whose member of that name is that text. */
#ifndef SSMSPEC_SRC_JSON_PATH_H
#define SSMSPEC_SRC_JSON_PATH_H

#include "src/json/json.h"

/* False: enough seen. */
typedef bool (*ssmspec_json_visit_fn)(void *context, const struct ssmspec_json *value);

/* Calls visit for each value at path, in document order; an empty path is the root itself. A path
 * of more than 16 parts meets nothing. root may be NULL. */
void ssmspec_json_visit(const struct ssmspec_json *root, struct ssmspec_view path,
                        ssmspec_json_visit_fn visit, void *context);

/* The first value at path, NULL when there is none. */
const struct ssmspec_json *ssmspec_json_at(const struct ssmspec_json *root,
                                           struct ssmspec_view path);

#endif
