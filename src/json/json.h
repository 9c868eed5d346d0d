/* The strict JSON reader: RFC 8259 and UTF-8, nothing else. It reads requests, responses and our
 * own files alike. One pass, no recursion on input, explicit limits; strings without escapes and
 * numbers are views into the caller's bytes, everything else comes from the caller's arena. It
 * does not interpret numbers. Source: RFC8259.
 *
 * Where that leaves a choice (each line has its test in policy_test.c, its cases in
 * suites/json_*.c and its inputs in corpus/json):
 *   byte order mark      a fault (section 8.1 would let it be ignored)
 *   malformed UTF-8      a fault, in names and strings and anywhere else (8.1)
 *   lone surrogates      a fault: they have no UTF-8 (8.2)
 *   \u0000               a character like any other, also in names; a view holds it
 *   duplicate members    kept, in document order; who looks for a member finds the last one (4;
 *                        OBS:P-35)
 *   numbers              kept as they are spelled, of any size and precision, never a double (6);
 *                        as integers, 60.0 and 6e1 are 60, and a fraction or what does not fit 64
 *                        bits is none (ssmspec_json_to_int64); -0 is 0
 *   size, depth, nodes   the caller's limits; beyond them a fault that is_limit (9) */
#ifndef SSMSPEC_SRC_JSON_JSON_H
#define SSMSPEC_SRC_JSON_JSON_H

#include "src/base/arena.h"
#include "src/base/err.h"
#include "src/base/view.h"

#include <stdint.h>

enum ssmspec_json_type {
    SSMSPEC_JSON_NULL,
    SSMSPEC_JSON_BOOLEAN,
    SSMSPEC_JSON_NUMBER,
    SSMSPEC_JSON_STRING,
    SSMSPEC_JSON_LIST,
    SSMSPEC_JSON_OBJECT,
};

struct ssmspec_json {
    enum ssmspec_json_type type;
    bool truth;                       /* of a boolean */
    uint32_t offset;                  /* byte offset of the value's first byte */
    uint32_t end;                     /* byte offset one past its last byte */
    uint32_t count;                   /* of a list or object: direct children */
    struct ssmspec_view name;         /* decoded member name; ptr NULL outside objects */
    struct ssmspec_view text;         /* string: decoded UTF-8; number: its spelling */
    const struct ssmspec_json *first; /* first child, in document order */
    const struct ssmspec_json *next;  /* next sibling */
};

struct ssmspec_json_limits {
    size_t bytes;
    uint32_t depth; /* 1 admits scalars at the top and nothing inside them */
    uint32_t nodes;
};

/* 16 MiB, depth 512, one million nodes. */
extern const struct ssmspec_json_limits ssmspec_json_default_limits;

struct ssmspec_json_fault {
    const char *reason; /* static phrase such as "trailing comma", never NULL after a fault */
    size_t offset;      /* bytes from the start */
    size_t line;        /* 1-based */
    size_t column;      /* 1-based, bytes */
    bool is_limit;      /* not a fault of grammar: one of the limits */
};

/* Read one whole document (leading and trailing whitespace allowed, nothing else).
 * limits may be NULL: the default. *root lives in arena and in bytes. A fault stands at the first
 * byte that cannot be; of something unterminated, where it was opened. Returns SSMSPEC_OK;
 * SSMSPEC_ERR_SYNTAX or SSMSPEC_ERR_LIMIT with *fault filled (fault may be NULL);
 * SSMSPEC_ERR_NOMEM. */
enum ssmspec_err ssmspec_json_read(struct ssmspec_view bytes,
                                   const struct ssmspec_json_limits *limits,
                                   struct ssmspec_arena *arena, const struct ssmspec_json **root,
                                   struct ssmspec_json_fault *fault) SSMSPEC_MUST_USE;

/* The last member of that exact name (Java parsers take the last of duplicates: OBS:P-35), or NULL.
 * Accepts NULL and non-objects, which have no members. */
const struct ssmspec_json *ssmspec_json_member(const struct ssmspec_json *object, const char *name);

/* A member that is a string; {NULL, 0} otherwise. */
struct ssmspec_view ssmspec_json_member_text(const struct ssmspec_json *object, const char *name);

/* The number as an integer when it is one ("60", "6e1", "60.0"), whatever its spelling.
 * false when it has a fraction or does not fit int64. */
bool ssmspec_json_to_int64(const struct ssmspec_json *number, int64_t *out);

/* "null", "boolean", "number", "string", "list", "object". */
const char *ssmspec_json_type_name(enum ssmspec_json_type type);

#endif
