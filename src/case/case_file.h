/* Pinned cases: written by hand as JSON, independent of every table, so that a wrong row of a table
 * cannot agree with itself. The document:
 *
 *   {"schema": "ssmspec.cases/1", "cases": [CASE...]}
 *
 *   CASE     {"id": "SLUG/PATH/pinned/PROBE", "rule": SENTENCE, "level": must | should | may,
 *             "source": WORDS, "effect": none | create | execute, "request": REQUEST,
 *             "accepted": [ANSWER...], "tolerated": [ANSWER...], "control": CONTROL}
 *   REQUEST  {"method": "POST", "path": "/", "signed": true, "headers": [[NAME, VALUE]...],
 *             "body": TEXT or "body_base64": TEXT}
 *   ANSWER   {"answer": success}, {"answer": error, "status": 400, "error": NAME},
 *            {"answer": rejection}: any 4xx with a JSON error, {"answer": refusal}: any 4xx,
 *            {"answer": status, "status": 404}, {"answer": any}: below 500, {"answer": none};
 *            a tolerated one also says "breaks": LEVEL and may say its "source"
 *   CONTROL  {"must_be": accepted | different | alike, "body": TEXT or "body_base64": TEXT,
 *             "accepted": [ANSWER...]}, the last where it must be accepted, and success by default
 *
 * SLUG is an operation's or `any`. "tolerated", "control", "method", "path" and "signed" may be
 * left out. Headers are sent as they stand, and a request without Content-Type or X-Amz-Target has
 * none. Bodies and headers are templates (template.h). A control is sent as the operation's own
 * request, only with its own body. "effect" is what happens if everything is taken, also what is
 * meant to be rejected: a case that lives on a command, or sends one to a node that is there
 * (reach.h), says execute or is refused. */
#ifndef SSMSPEC_SRC_CASE_CASE_FILE_H
#define SSMSPEC_SRC_CASE_CASE_FILE_H

#include "src/case/derive.h"

#define SSMSPEC_CASES_SCHEMA "ssmspec.cases/1"
#define SSMSPEC_KIND_PINNED "pinned"

/* The document's cases, all of them or none; they live in arena, which keeps copies of everything
 * but the suite. SSMSPEC_ERR_CONFIG with "NAME:LINE:COLUMN: what is wrong" in *why. */
enum ssmspec_err ssmspec_case_file_read(const struct ssmspec_suite *suite,
                                        const struct ssmspec_case_file *file,
                                        struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
