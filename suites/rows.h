/* The vocabulary of hand-written rows, for the tables of this folder alone. */
#ifndef SSMSPEC_SUITES_ROWS_H
#define SSMSPEC_SUITES_ROWS_H

#include "src/case/derive.h"

#define MUST SSMSPEC_MUST
#define SHOULD SSMSPEC_SHOULD
#define MAY SSMSPEC_MAY

/* Accepted outcomes. */
#define SUCCEEDS \
    { .kind = SSMSPEC_SUCCESS }
#define FAILS_AS(type) \
    { .kind = SSMSPEC_ERROR, .status = 400, .error = (type) }
#define IS_REJECTED \
    { .kind = SSMSPEC_CLIENT_ERROR }
#define IS_REFUSED \
    { .kind = SSMSPEC_CLIENT_STATUS } /* with whatever body */
#define HAS_STATUS(code) \
    { .kind = SSMSPEC_STATUS, .status = (code) }
#define IS_ANSWERED \
    { .kind = SSMSPEC_ANSWERED }
#define GETS_NO_ANSWER \
    { .kind = SSMSPEC_NO_ANSWER }

/* Tolerated ones, with the level they break and its source. */
#define MAYBE_SUCCEEDS(level, from) \
    { .kind = SSMSPEC_SUCCESS, .breaks = (level), .source = (from) }
#define MAYBE_REJECTED(level, from) \
    { .kind = SSMSPEC_CLIENT_ERROR, .breaks = (level), .source = (from) }

#define MAYBE_REFUSED(level, from) \
    { .kind = SSMSPEC_CLIENT_STATUS, .breaks = (level), .source = (from) }
#define MAYBE_NO_ANSWER(level, from) \
    { .kind = SSMSPEC_NO_ANSWER, .breaks = (level), .source = (from) }
#define MAYBE_ANSWERED(level, from) \
    { .kind = SSMSPEC_ANSWERED, .breaks = (level), .source = (from) }

/* An error that the documents name without anyone having recorded what draws it: that error passes,
 * any other answer that is well-formed deviates (as every documented error whose cause nobody
 * recorded). */
#define FAILS_AS_DOCUMENTED(type, from) \
    SSMSPEC_EXPECT(FAILS_AS(type), MAYBE_SUCCEEDS(SHOULD, from), MAYBE_REJECTED(SHOULD, from))

/* The request's own words, see src/case/row.h. */
#define EVERY SSMSPEC_EVERY_OPERATION
#define ABSENT ssmspec_absent

#define END_OF_ROWS \
    { .kind = NULL }

/* A target that no node matches: a command is recorded, nothing runs (OBS:S-19). */
#define NO_NODE "\"Targets\":[{\"Key\":\"tag:ssmspec-none\",\"Values\":[\"none\"]}]"
#define NODES(nodes) "\"InstanceIds\":[" nodes "]"
#define DOCUMENT "\"DocumentName\":\"${linux_document}\""
#define COMMANDS "\"Parameters\":{\"commands\":[\"exit 0\"]}"

/* A live command and what is said about it. */
#define LIVE "\"CommandId\":\"${live_command}\""

#endif
