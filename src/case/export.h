/* The cases as language-neutral JSON, schema ssmspec.export/1: what others need to send and judge
 * them without this program. One case a line, in suite order; the same cases give the same bytes,
 * and the suite's digest is those bytes' SHA-256. Requests and answers are spelled as in pinned
 * cases. */
#ifndef SSMSPEC_SRC_CASE_EXPORT_H
#define SSMSPEC_SRC_CASE_EXPORT_H

#include "src/base/bytes.h"
#include "src/case/case.h"

#define SSMSPEC_EXPORT_SCHEMA "ssmspec.export/1"

enum ssmspec_err ssmspec_export_cases(const struct ssmspec_cases *cases,
                                      struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

/* Its JSON Schema (draft 2020-12). */
enum ssmspec_err ssmspec_export_schema(struct ssmspec_bytes *out) SSMSPEC_MUST_USE;

#endif
