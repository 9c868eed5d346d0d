/* What a case accepts, tolerates and refuses. */
#ifndef SSMSPEC_SRC_CASE_EXPECTATION_H
#define SSMSPEC_SRC_CASE_EXPECTATION_H

#include "src/rule/level.h"
#include "src/rule/shape.h"

enum ssmspec_outcome_kind {
    SSMSPEC_SUCCESS,       /* status 200 and a body that fits the operation's output */
    SSMSPEC_ERROR,         /* exactly this status and this error type */
    SSMSPEC_CLIENT_ERROR,  /* any 4xx with a JSON object naming any error type */
    SSMSPEC_CLIENT_STATUS, /* any 4xx, whatever its body */
    SSMSPEC_STATUS,        /* exactly this status, whatever its body */
    SSMSPEC_ANSWERED,      /* any answer at all whose status is below 500 */
    SSMSPEC_NO_ANSWER,     /* none: the connection ended, or the time did */
};

/* One outcome a case knows. */
struct ssmspec_outcome {
    enum ssmspec_outcome_kind kind;
    int status;                /* SSMSPEC_ERROR, SSMSPEC_STATUS */
    const char *error;         /* SSMSPEC_ERROR: the type's bare name */
    enum ssmspec_level breaks; /* SSMSPEC_NONE: accepted; else tolerated, at this level */
    const char *source;        /* of that level, NULL: the case's own */
};

#define SSMSPEC_OUTCOMES_MAX 12

/* Accepted outcomes first, then tolerated ones; the first that fits counts. Anything else breaks
 * the case's own level. */
struct ssmspec_expectation {
    struct ssmspec_outcome outcomes[SSMSPEC_OUTCOMES_MAX];
    size_t count;
    const char *member; /* lowerCamel path a rejection should name, or NULL */
    const char *phrase; /* the constraint phrase an exact match looks for, or NULL */
};

/* Whether any outcome, even a tolerated one, is an error of that bare type, whatever its status. */
bool ssmspec_expects_error(const struct ssmspec_expectation *expect, struct ssmspec_view error);

/* A further look at the answer. */
enum ssmspec_answer_check {
    SSMSPEC_CHECK_OUTCOME_ONLY,
    SSMSPEC_CHECK_CONTENT_TYPE,   /* application/x-amz-json-1.1, parameters tolerated: OBS:P-07 */
    SSMSPEC_CHECK_REQUEST_ID,     /* x-amzn-RequestId is there and a UUID: OBS:P-09 */
    SSMSPEC_CHECK_BARE_TYPE,      /* no # and no : in __type: OBS:P-13 */
    SSMSPEC_CHECK_KNOWN_TYPE,     /* __type is modelled for the operation or common */
    SSMSPEC_CHECK_HEADER_TYPE,    /* X-Amzn-Errortype absent or agreeing: OBS:P-12 */
    SSMSPEC_CHECK_NO_NULLS,       /* no null members in a 200: OBS:P-32 */
    SSMSPEC_CHECK_ONE_ANSWER,     /* no second answer on the connection: RFC9112:6.3 */
    SSMSPEC_CHECK_CLOSE_SAID,     /* a connection that ends was said to: RFC9112:9.3 */
    SSMSPEC_CHECK_TYPED,          /* the error stands in __type itself: CLIENT:1 */
    SSMSPEC_CHECK_NO_QUERY_ERROR, /* no x-amzn-query-error: CLIENT:2 */
    SSMSPEC_CHECK_NO_ERROR_IN_SUCCESS, /* no __type in a 200: CLIENT:4 */
    SSMSPEC_CHECK_MESSAGE_TEXT,        /* message or Message is a text or absent: OBS:P-19 */
    SSMSPEC_CHECK_CASING,              /* no modelled member in another case: CLIENT:6 */
    SSMSPEC_CHECK_NO_TRACE,            /* nothing that looks like a stack trace */
    SSMSPEC_CHECK_NO_INJECTION,        /* no header and no error called SSMSPEC_INJECTED */
    SSMSPEC_CHECK_OWN_REQUEST_ID,      /* another x-amzn-RequestId than the control's: OBS:P-09 */
    SSMSPEC_CHECK_FRAMING,             /* one right Content-Length, or none: OBS:P-08 */
    SSMSPEC_CHECK_SINGLE_HEADERS,      /* what may stand once stands once: RFC9110:5.3 */
    SSMSPEC_CHECK_CRC32,               /* x-amz-crc32 is absent or that of the body: OBS:P-11 */
    SSMSPEC_CHECK_NO_CORS,             /* nothing for pages of other origins: OBS:P-47 */
    SSMSPEC_CHECK_TRUE_CODING,         /* Content-Encoding is absent or true: RFC9110:8.4 */
};

/* The name under which requests try to smuggle something into their answer. */
#define SSMSPEC_INJECTED "X-Ssmspec-Injected"

#endif
