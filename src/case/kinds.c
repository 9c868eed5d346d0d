#include "src/case/kinds.h"

#include "src/case/case.h"

const char *const ssmspec_answer_kinds[] = {
    [SSMSPEC_SUCCESS] = "success",        [SSMSPEC_ERROR] = "error",
    [SSMSPEC_CLIENT_ERROR] = "rejection", [SSMSPEC_CLIENT_STATUS] = "refusal",
    [SSMSPEC_STATUS] = "status",          [SSMSPEC_ANSWERED] = "any",
    [SSMSPEC_NO_ANSWER] = "none",         NULL,
};

const char *const ssmspec_check_kinds[] = {
    [SSMSPEC_CHECK_OUTCOME_ONLY] = "outcome-only",
    [SSMSPEC_CHECK_CONTENT_TYPE] = "content-type",
    [SSMSPEC_CHECK_REQUEST_ID] = "request-id",
    [SSMSPEC_CHECK_BARE_TYPE] = "bare-type",
    [SSMSPEC_CHECK_KNOWN_TYPE] = "known-type",
    [SSMSPEC_CHECK_HEADER_TYPE] = "header-type",
    [SSMSPEC_CHECK_NO_NULLS] = "no-nulls",
    [SSMSPEC_CHECK_ONE_ANSWER] = "one-answer",
    [SSMSPEC_CHECK_CLOSE_SAID] = "close-said",
    [SSMSPEC_CHECK_TYPED] = "typed",
    [SSMSPEC_CHECK_NO_QUERY_ERROR] = "no-query-error",
    [SSMSPEC_CHECK_NO_ERROR_IN_SUCCESS] = "no-error-in-success",
    [SSMSPEC_CHECK_MESSAGE_TEXT] = "message-text",
    [SSMSPEC_CHECK_CASING] = "casing",
    [SSMSPEC_CHECK_NO_TRACE] = "no-trace",
    [SSMSPEC_CHECK_NO_INJECTION] = "no-injection",
    [SSMSPEC_CHECK_OWN_REQUEST_ID] = "own-request-id",
    [SSMSPEC_CHECK_FRAMING] = "framing",
    [SSMSPEC_CHECK_SINGLE_HEADERS] = "single-headers",
    [SSMSPEC_CHECK_CRC32] = "crc32",
    [SSMSPEC_CHECK_NO_CORS] = "no-cors",
    [SSMSPEC_CHECK_TRUE_CODING] = "true-coding",
    NULL,
};

const char *const ssmspec_control_kinds[] = {
    [SSMSPEC_NO_CONTROL] = "-",
    [SSMSPEC_CONTROL_ACCEPTED] = "accepted",
    [SSMSPEC_CONTROL_FOIL] = "different",
    [SSMSPEC_CONTROL_TWIN] = "alike",
    NULL,
};

const char *const ssmspec_wire_verbs[] = {
    [SSMSPEC_WIRE_END] = "end",         [SSMSPEC_WIRE_SEND] = "send",
    [SSMSPEC_WIRE_DRIBBLE] = "dribble", [SSMSPEC_WIRE_PAUSE] = "pause",
    [SSMSPEC_WIRE_HEAD] = "head",       [SSMSPEC_WIRE_ANSWER] = "answer",
    [SSMSPEC_WIRE_LISTEN] = "listen",   [SSMSPEC_WIRE_HALF_CLOSE] = "half-close",
    [SSMSPEC_WIRE_CLOSE] = "close",     NULL,
};

const char *const ssmspec_claim_kinds[] = {
    [SSMSPEC_CLAIM_THERE] = "there",
    [SSMSPEC_CLAIM_ABSENT] = "absent",
    [SSMSPEC_CLAIM_IS] = "is",
    [SSMSPEC_CLAIM_IS_NOT] = "is-not",
    [SSMSPEC_CLAIM_ONE_OF] = "one-of",
    [SSMSPEC_CLAIM_MATCHES] = "matches",
    [SSMSPEC_CLAIM_BRIEF] = "brief",
    [SSMSPEC_CLAIM_NUMBER] = "number",
    [SSMSPEC_CLAIM_RECENT] = "recent",
    [SSMSPEC_CLAIM_COUNT] = "count",
    [SSMSPEC_CLAIM_NEW] = "new",
    [SSMSPEC_CLAIM_RISES] = "rises",
    NULL,
};
