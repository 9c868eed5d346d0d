/* Taking a journal's lines apart, member by member; inside src/run only. Each function gives
 * SSMSPEC_OK and fills *out, or SSMSPEC_ERR_CONFIG with "LINE:COLUMN: ..." in reading->why, or
 * SSMSPEC_ERR_NOMEM. */
#ifndef SSMSPEC_SRC_RUN_JOURNAL_FIELDS_H
#define SSMSPEC_SRC_RUN_JOURNAL_FIELDS_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/json/json.h"
#include "src/run/result.h"

struct ssmspec_journal_reading {
    struct ssmspec_view rest;
    size_t line; /* 1-based, of the line last taken */
    struct ssmspec_arena *arena;
    struct ssmspec_bytes *why;
};

/* Both give SSMSPEC_ERR_CONFIG. column is 1-based, in bytes. */
enum ssmspec_err ssmspec_journal_wrong(const struct ssmspec_journal_reading *reading, size_t column,
                                       const char *what) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_wrong_member(const struct ssmspec_journal_reading *reading,
                                              const struct ssmspec_json *at,
                                              const char *name) SSMSPEC_MUST_USE;

/* A whole number from 0 to most. */
enum ssmspec_err ssmspec_journal_get_number(const struct ssmspec_journal_reading *reading,
                                            const struct ssmspec_json *object, const char *name,
                                            int64_t most, int64_t *out) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_get_truth(const struct ssmspec_journal_reading *reading,
                                           const struct ssmspec_json *object, const char *name,
                                           bool *out) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_get_seconds(const struct ssmspec_journal_reading *reading,
                                             const struct ssmspec_json *object,
                                             double *out) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_get_level(const struct ssmspec_journal_reading *reading,
                                           const struct ssmspec_json *object,
                                           enum ssmspec_level *out) SSMSPEC_MUST_USE;

/* A NUL-terminated text in arena, NULL when the member is absent. */
enum ssmspec_err ssmspec_journal_get_c_text(const struct ssmspec_journal_reading *reading,
                                            const struct ssmspec_json *object, const char *name,
                                            const char **out) SSMSPEC_MUST_USE;

/* The object's member `verdict`. */
enum ssmspec_err ssmspec_journal_get_verdict(const struct ssmspec_journal_reading *reading,
                                             const struct ssmspec_json *object,
                                             struct ssmspec_verdict *out) SSMSPEC_MUST_USE;

/* A list of strings. */
enum ssmspec_err ssmspec_journal_get_texts(const struct ssmspec_journal_reading *reading,
                                           const struct ssmspec_json *object, const char *name,
                                           const struct ssmspec_view **out,
                                           size_t *count) SSMSPEC_MUST_USE;

/* An object that is one itself. */
enum ssmspec_err ssmspec_journal_get_seen(const struct ssmspec_journal_reading *reading,
                                          const struct ssmspec_json *seen,
                                          struct ssmspec_seen *out) SSMSPEC_MUST_USE;

/* Decimal digits of up to 64 bits. */
bool ssmspec_journal_read_seed(struct ssmspec_view text, unsigned long long *out);

#endif
