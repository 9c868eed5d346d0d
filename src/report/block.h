/* What the writers for people share: one result in a few lines, results by operation. */
#ifndef SSMSPEC_SRC_REPORT_BLOCK_H
#define SSMSPEC_SRC_REPORT_BLOCK_H

#include "src/base/bytes.h"
#include "src/run/result.h"

/* The indented lines under a result's headline: why, expected, got, control, rule, source, repeat.
 * Plain text. */
void ssmspec_block_write(const struct ssmspec_run_record *record,
                         const struct ssmspec_result *result, struct ssmspec_bytes *out);

/* "MUST", "SHOULD", "MAY", "" */
const char *ssmspec_level_word(enum ssmspec_level level);

/* The operation, "any" for frame cases. */
struct ssmspec_view ssmspec_operation_word(struct ssmspec_view operation);

/* Results of one operation. */
struct ssmspec_group {
    struct ssmspec_view operation;
    struct ssmspec_counts counts;
    size_t size;
    long long microseconds; /* whole ones, so that a sum is the same whoever adds it up */
};

struct ssmspec_groups {
    struct ssmspec_group *rows; /* by first appearance */
    size_t count, cap;
    size_t *of; /* which group each result of the record is in */
};

/* SSMSPEC_ERR_NOMEM only; clear in either case. */
enum ssmspec_err ssmspec_groups_make(const struct ssmspec_run_record *record,
                                     struct ssmspec_groups *out) SSMSPEC_MUST_USE;
void ssmspec_groups_clear(struct ssmspec_groups *groups);

#endif
