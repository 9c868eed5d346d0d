/* The parts of a pinned case's reader. Private to src/case. */
#ifndef SSMSPEC_SRC_CASE_CASE_READING_H
#define SSMSPEC_SRC_CASE_CASE_READING_H

#include "src/case/case_file.h"
#include "src/json/document.h"

struct ssmspec_case_reading {
    struct ssmspec_document document;
    const struct ssmspec_suite *suite;
};

/* Refuses what is no object, and members that are not among keys (NULL-terminated) or stand
 * twice. */
enum ssmspec_err ssmspec_case_keys(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *value,
                                   const char *const *keys) SSMSPEC_MUST_USE;

/* A member that must be there, refused at its object otherwise. */
enum ssmspec_err ssmspec_case_member(const struct ssmspec_case_reading *reading,
                                     const struct ssmspec_json *object, const char *name,
                                     const struct ssmspec_json **out) SSMSPEC_MUST_USE;

/* A member that must be a text without NUL, as a C string in the arena. */
enum ssmspec_err ssmspec_case_text(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *object, const char *name,
                                   const char **out) SSMSPEC_MUST_USE;

/* A member that must be one of words (NULL-terminated): its index. */
enum ssmspec_err ssmspec_case_word(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *object, const char *name,
                                   const char *const *words, int *out) SSMSPEC_MUST_USE;

/* Put a request's own method, path, headers, signature and body in the place of the operation's. */
enum ssmspec_err ssmspec_case_request(const struct ssmspec_case_reading *reading,
                                      const struct ssmspec_json *value,
                                      struct ssmspec_request *out) SSMSPEC_MUST_USE;

/* "body" or "body_base64" of an object, whose every role the suite knows. */
enum ssmspec_err ssmspec_case_body(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *object,
                                   struct ssmspec_view *out) SSMSPEC_MUST_USE;

/* Add a list's outcomes; tolerated ones say what they break. An empty list is refused. */
enum ssmspec_err ssmspec_case_outcomes(const struct ssmspec_case_reading *reading,
                                       const struct ssmspec_json *list, bool is_tolerated,
                                       struct ssmspec_expectation *out) SSMSPEC_MUST_USE;

#endif
