/* What the files of the reader share; private to src/json. Each of the functions below starts at
 * reader->at, leaves it one past what it read, and returns false after it recorded a fault. */
#ifndef SSMSPEC_SRC_JSON_READER_H
#define SSMSPEC_SRC_JSON_READER_H

#include "src/json/json.h"

struct ssmspec_json_reader {
    const char *start, *at, *end;
    struct ssmspec_arena *arena;
    const struct ssmspec_json_limits *limits;
    struct ssmspec_json *spare, *spare_end; /* nodes taken from the arena and not used yet */
    uint32_t nodes;                         /* taken from the arena so far */
    uint32_t depth;                         /* open containers */
    struct ssmspec_json *root;
    struct ssmspec_json *container; /* innermost open one; while open, its `next` is its parent */
    struct ssmspec_json *last;      /* its newest child */
    struct ssmspec_json *node;      /* of the value to come */
    enum ssmspec_err err;
    const char *reason;
    const char *fault_at;
};

/* Records the fault; always false, so that `return ..._fault(...)` leaves. */
bool ssmspec_json_reader_fault(struct ssmspec_json_reader *reader, enum ssmspec_err err,
                               const char *at, const char *reason);

/* at: the opening quote. */
bool ssmspec_json_read_string(struct ssmspec_json_reader *reader, struct ssmspec_view *out);

/* at: '-' or a digit. */
bool ssmspec_json_read_number(struct ssmspec_json_reader *reader, struct ssmspec_view *out);

/* One escape in a string. at: its backslash; *to receives one to four bytes and moves behind them.
 * Returns one past the escape, or NULL after a fault. */
const char *ssmspec_json_read_escape(struct ssmspec_json_reader *reader, const char *at, char **to);

/* The first byte in [at, end) that is a quote, a backslash, a control character or not ASCII; end
 * when there is none. */
const char *ssmspec_json_skip_plain(const char *at, const char *end);

#endif
