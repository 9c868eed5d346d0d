/* The journal: NDJSON, one header line, one line a result, one tail line, each appended and flushed
 * at once. It is the only source of truth about a run; a killed run leaves a journal without tail,
 * and a run that goes on with it takes the tail off and says so in a line of its own.
 * Reading gives the record back so exactly that every report of it has the same bytes. */
#ifndef SSMSPEC_SRC_RUN_JOURNAL_H
#define SSMSPEC_SRC_RUN_JOURNAL_H

#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/run/result.h"

#define SSMSPEC_JOURNAL_SCHEMA "ssmspec.journal/1"

struct ssmspec_journal; /* an open file */

/* Create or empty the file at path, which is this run's alone until it is closed: while another run
 * writes to it, it is left as it is. SSMSPEC_ERR_WRITE with a sentence in *why, SSMSPEC_ERR_NOMEM.
 */
enum ssmspec_err ssmspec_journal_open(const char *path, struct ssmspec_journal **out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* What a journal holds. */
struct ssmspec_journal_content {
    struct ssmspec_run_record record;
    const size_t *lines; /* the line each result stands in, from 1 */
    size_t resumed;      /* how often a run went on with it */
    size_t bytes;        /* up to where a run goes on: tail and torn line left out; 0: no header */
};

/* Open the journal of an earlier run and read it, changing nothing. A run that was killed before
 * its header was whole leaves 0 bytes to go on from. SSMSPEC_ERR_READ, also for what is no file (a
 * pipe would be waited for for ever), SSMSPEC_ERR_WRITE while another run writes to it,
 * SSMSPEC_ERR_CONFIG with "PATH:LINE:COLUMN: what is wrong" in *why, SSMSPEC_ERR_NOMEM. Everything
 * in *content lives in arena. */
enum ssmspec_err ssmspec_journal_reopen(const char *path, struct ssmspec_arena *arena,
                                        struct ssmspec_journal **out,
                                        struct ssmspec_journal_content *content,
                                        struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Instead of start, for a reopened one: take off what stands behind the content's bytes, and note
 * when (RFC 3339) the run goes on. SSMSPEC_ERR_WRITE or SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_journal_resume(struct ssmspec_journal *journal,
                                        const struct ssmspec_journal_content *content,
                                        struct ssmspec_view when) SSMSPEC_MUST_USE;

/* One line each, in this order: start once, add for each result, end once. start uses what is known
 * of the record before the first result; end its completeness, exit code and seconds. A journal
 * NULL takes nothing and succeeds. SSMSPEC_ERR_WRITE or SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_journal_start(struct ssmspec_journal *journal,
                                       const struct ssmspec_run_record *record) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_add(struct ssmspec_journal *journal,
                                     const struct ssmspec_result *result) SSMSPEC_MUST_USE;
enum ssmspec_err ssmspec_journal_end(struct ssmspec_journal *journal,
                                     const struct ssmspec_run_record *record) SSMSPEC_MUST_USE;

/* Why a line could not be written, for people; static text or the C library's. Accepts NULL. */
const char *ssmspec_journal_fault(const struct ssmspec_journal *journal);

/* SSMSPEC_ERR_WRITE when any line did not reach the file. Accepts NULL. */
enum ssmspec_err ssmspec_journal_close(struct ssmspec_journal *journal) SSMSPEC_MUST_USE;

/* The same lines as bytes, each with its line feed. */
void ssmspec_journal_write_start(const struct ssmspec_run_record *record,
                                 struct ssmspec_bytes *out);
void ssmspec_journal_write_resumed(struct ssmspec_view when, struct ssmspec_bytes *out);
void ssmspec_journal_write_result(const struct ssmspec_result *result, struct ssmspec_bytes *out);
void ssmspec_journal_write_end(const struct ssmspec_run_record *record, struct ssmspec_bytes *out);

/* A whole journal's bytes back to what it holds, which lives in arena and in bytes. A last line
 * without line feed was being written when the run was killed and is left out; without a tail the
 * record is not complete. SSMSPEC_ERR_CONFIG with "LINE:COLUMN: what is wrong" in *why (two results
 * of one case included), SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_journal_read(struct ssmspec_view bytes, struct ssmspec_arena *arena,
                                      struct ssmspec_journal_content *out,
                                      struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
