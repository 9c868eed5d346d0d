/* Report writers: one file a format, each a pure function from the record to bytes. Nothing that an
 * endpoint sent is live in any of them. */
#ifndef SSMSPEC_SRC_REPORT_REPORT_H
#define SSMSPEC_SRC_REPORT_REPORT_H

#include "src/base/bytes.h"
#include "src/run/result.h"

struct ssmspec_report_format {
    const char *name; /* "json", "junit", "text" */
    enum ssmspec_err (*write)(const struct ssmspec_run_record *record, struct ssmspec_bytes *out);
};

/* NULL when there is none of that name. */
const struct ssmspec_report_format *ssmspec_report_format(struct ssmspec_view name);

/* All of them, ending with a NULL name. */
extern const struct ssmspec_report_format ssmspec_report_formats[];

/* Write to a temporary file beside path, then rename: either the whole file or nothing.
 * SSMSPEC_ERR_WRITE with a sentence in *why. */
enum ssmspec_err ssmspec_file_write(const char *path, struct ssmspec_view bytes,
                                    struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
