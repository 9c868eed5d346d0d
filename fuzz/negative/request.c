/* A request parser that lies about what it found. */
#include "fuzz/negative/negative.h"
#include "src/request/parse.h"

#define VALID "{\"CommandId\":\"00000000-0000-4000-8000-000000000000\"}"
#define INVALID "{}"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("request_total", VALID),      SSMSPEC_LIE("request_repeatable", VALID),
    SSMSPEC_LIE("request_outcome", VALID),    SSMSPEC_LIE("request_malformed", VALID),
    SSMSPEC_LIE("request_mistyped", VALID),   SSMSPEC_LIE("request_violating", VALID),
    SSMSPEC_LIE("request_conforming", VALID), SSMSPEC_LIE("request_message", INVALID),
    SSMSPEC_LIE("worth_total", VALID),        {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_request_parse);
SSMSPEC_WRAPPED(ssmspec_parsed_message);

static void lie(struct ssmspec_parsed *out) {
    if (ssmspec_lies("request_outcome")) {
        out->outcome = (enum ssmspec_parse_outcome)9;
    }
    if (ssmspec_lies("request_malformed")) {
        out->outcome = SSMSPEC_MALFORMED;
    }
    if (ssmspec_lies("request_mistyped")) {
        out->outcome = SSMSPEC_MISTYPED;
    }
    if (ssmspec_lies("request_violating")) {
        out->outcome = SSMSPEC_VIOLATING;
    }
    if (ssmspec_lies("request_conforming")) {
        out->violation_count = 1;
    }
}

enum ssmspec_err __wrap_ssmspec_request_parse(const struct ssmspec_operation *operation,
                                              struct ssmspec_view body,
                                              const struct ssmspec_json_limits *limits,
                                              struct ssmspec_patterns *patterns,
                                              struct ssmspec_arena *arena,
                                              struct ssmspec_parsed *out) {
    const enum ssmspec_err err =
        __real_ssmspec_request_parse(operation, body, limits, patterns, arena, out);
    if (out->outcome == SSMSPEC_PARSED) {
        lie(out);
    }
    /* Only the question what an input is worth leaves the limits open. */
    if (ssmspec_lies("request_total") || (limits == NULL && ssmspec_lies("worth_total"))) {
        return SSMSPEC_ERR_NOMEM;
    }
    if (ssmspec_lies("request_repeatable")) {
        out->offset += ssmspec_lies_count();
    }
    return err;
}

void __wrap_ssmspec_parsed_message(const struct ssmspec_parsed *parsed, struct ssmspec_bytes *out) {
    if (ssmspec_lies("request_message")) {
        ssmspec_bytes_add_text(out, "\xff");
        return;
    }
    __real_ssmspec_parsed_message(parsed, out);
}
