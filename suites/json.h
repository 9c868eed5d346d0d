/* What a body must be before anything in it counts: the syntax of the document, the spelling of its
 * members, and what is no fault at all. */
#ifndef SSMSPEC_SUITES_JSON_H
#define SSMSPEC_SUITES_JSON_H

#include "src/case/derive.h"

extern const struct ssmspec_row ssmspec_json_syntax_rows[];
extern const struct ssmspec_row ssmspec_json_text_rows[];
extern const struct ssmspec_row ssmspec_json_member_rows[];

#endif
