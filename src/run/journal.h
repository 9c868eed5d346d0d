/* The journal: NDJSON, one header line, one line a result, one tail line, each appended and flushed
 * at once. It is the only source of truth about a run; a killed run leaves a journal without tail.
 * Reading gives the record back so exactly that every report of it has the same bytes. */
#ifndef SSMSPEC_SRC_RUN_JOURNAL_H
#define SSMSPEC_SRC_RUN_JOURNAL_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/run/result.h"

#define SSMSPEC_JOURNAL_SCHEMA "ssmspec.journal/1"

struct ssmspec_journal; /* an open file */

/* Create or empty the file at path. SSMSPEC_ERR_WRITE with a sentence in *why, SSMSPEC_ERR_NOMEM.
 */
enum ssmspec_err ssmspec_journal_open(const char *path, struct ssmspec_journal **out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* One line each, in this order: start once, add for each result, end once. start uses what is known
 * of the record before the first result; end its completeness, exit code and seconds. A journal
 * NULL takes nothing and succeeds. SSMSPEC_ERR_WRITE or SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_journal_start(struct ssmspec_journal *journal,
                                       const struct ssmspec_run_record *record) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_add(struct ssmspec_journal *journal,
                                     const struct ssmspec_result *result) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_end(struct ssmspec_journal *journal,
                                     const struct ssmspec_run_record *record) SSMSPEC_MUST_USE;

/* SSMSPEC_ERR_WRITE when any line did not reach the file. Accepts NULL. */
enum ssmspec_err ssmspec_journal_close(struct ssmspec_journal *journal) SSMSPEC_MUST_USE;

/* The same lines as bytes, each with its line feed. */
void ssmspec_journal_write_start(const struct ssmspec_run_record *record,
                                 struct ssmspec_bytes *out);
void ssmspec_journal_write_result(const struct ssmspec_result *result, struct ssmspec_bytes *out);
void ssmspec_journal_write_end(const struct ssmspec_run_record *record, struct ssmspec_bytes *out);

/* A whole journal's bytes back to a record, which lives in arena and in bytes. A last line without
 * line feed was being written when the run was killed and is left out; without a tail the record is
 * not complete. SSMSPEC_ERR_CONFIG with "LINE:COLUMN: what is wrong" in *why (two results of one
 * case included), SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_journal_read(struct ssmspec_view bytes, struct ssmspec_arena *arena,
                                      struct ssmspec_run_record *out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
