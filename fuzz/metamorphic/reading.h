/* What our parser says of a request, without anything that depends on how it is spelled. */
#ifndef SSMSPEC_FUZZ_METAMORPHIC_READING_H
#define SSMSPEC_FUZZ_METAMORPHIC_READING_H

#include "src/request/parse.h"

struct ssmspec_reading_of_request {
    enum ssmspec_parse_outcome outcome;
    struct ssmspec_view violations; /* path and kind of each, sorted; only their number where there
                                       may be more than are reported */
    struct ssmspec_view meaning;    /* canonical form; ptr NULL unless it conforms */
};

/* Of a document that was read from body already. What *out points to lives in arena. */
void ssmspec_look_at_request(const struct ssmspec_operation *operation, struct ssmspec_view body,
                             const struct ssmspec_json *root, struct ssmspec_patterns *patterns,
                             struct ssmspec_arena *arena, struct ssmspec_reading_of_request *out);

/* body is copied into a block of its size first. What *out points to lives in arena. */
void ssmspec_read_request(const struct ssmspec_operation *operation, struct ssmspec_view body,
                          struct ssmspec_patterns *patterns, struct ssmspec_arena *arena,
                          struct ssmspec_reading_of_request *out);

#endif
