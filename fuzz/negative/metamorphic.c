/* Parsers that take a request's spelling for its meaning. */
#include "fuzz/negative/negative.h"
#include "include/ssmspec_parser.h"
#include "src/request/canonical.h"
#include "src/request/parse.h"

#define ID "\"CommandId\":\"00000000-0000-4000-8000-000000000000\""
#define VALID "{" ID ",\"InstanceIds\":[\"i-0a1b2c3d\",\"i-0a1b2c3e\"]}"
#define INVALID "{\"InstanceIds\":[\"i-0a1b2c3d\",\"i-0a1b2c3e\"]}"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("metamorphic_outcome", VALID),
    SSMSPEC_LIE("metamorphic_violations", INVALID),
    SSMSPEC_LIE("metamorphic_meaning", VALID),
    SSMSPEC_LIE("metamorphic_total", VALID),
    SSMSPEC_LIE("metamorphic_memory", VALID),
    SSMSPEC_LIE("metamorphic_plugged_verdict", VALID),
    SSMSPEC_LIE("metamorphic_plugged_meaning", VALID),
    SSMSPEC_LIE("metamorphic_plugged_unknown", INVALID),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_request_parse);
SSMSPEC_WRAPPED(ssmspec_request_canonical);
SSMSPEC_WRAPPED(ssmspec_bytes_add_text);
SSMSPEC_WRAPPED(ssmspec_parser);

static bool is_respelled(struct ssmspec_view body) {
    return !ssmspec_view_eq(body, ssmspec_lies_input());
}

enum ssmspec_err __wrap_ssmspec_request_parse(const struct ssmspec_operation *operation,
                                              struct ssmspec_view body,
                                              const struct ssmspec_json_limits *limits,
                                              struct ssmspec_patterns *patterns,
                                              struct ssmspec_arena *arena,
                                              struct ssmspec_parsed *out) {
    const enum ssmspec_err err =
        __real_ssmspec_request_parse(operation, body, limits, patterns, arena, out);
    if (is_respelled(body) && ssmspec_lies("metamorphic_outcome")) {
        out->outcome = SSMSPEC_MALFORMED;
    }
    if (is_respelled(body) && ssmspec_lies("metamorphic_violations")) {
        out->violation_count = 0;
    }
    return ssmspec_lies("metamorphic_total") ? SSMSPEC_ERR_NOMEM : err;
}

enum ssmspec_err __wrap_ssmspec_request_canonical(const struct ssmspec_operation *operation,
                                                  const struct ssmspec_json *root,
                                                  struct ssmspec_arena *arena,
                                                  struct ssmspec_bytes *out) {
    if (ssmspec_lies("metamorphic_meaning") && ssmspec_lies_count() > 1) {
        ssmspec_bytes_add_text(out, "something else: ");
    }
    return __real_ssmspec_request_canonical(operation, root, arena, out);
}

void __wrap_ssmspec_bytes_add_text(struct ssmspec_bytes *bytes, const char *text) {
    if (strstr(text, "?ssmspec") != NULL && ssmspec_lies("metamorphic_memory")) {
        bytes->failed = true;
    }
    __real_ssmspec_bytes_add_text(bytes, text);
}

static void parse(const char *operation, const unsigned char *bytes, size_t length,
                  struct ssmspec_parser_result *result) {
    const struct ssmspec_view body = {(const char *)bytes, length};
    const bool has_unknown = ssmspec_view_find(body, SSMSPEC_VIEW("?ssmspec")) < length;
    (void)operation;
    result->verdict = SSMSPEC_PARSER_REJECT;
    if (is_respelled(body) && ssmspec_lies("metamorphic_plugged_verdict")) {
        result->verdict = SSMSPEC_PARSER_ACCEPT;
    }
    if (has_unknown && ssmspec_lies("metamorphic_plugged_unknown")) {
        result->verdict = SSMSPEC_PARSER_ACCEPT;
    }
    if (ssmspec_lies("metamorphic_plugged_meaning")) {
        result->verdict = SSMSPEC_PARSER_ACCEPT;
        result->canonical = is_respelled(body) ? "{\"MaxResults\":1}" : "{}";
        result->canonical_length = strlen(result->canonical);
    }
}

const struct ssmspec_parser *__wrap_ssmspec_parser(void) {
    static const struct ssmspec_parser parser = {
        .abi = SSMSPEC_PARSER_ABI, .name = "liar", .parse = parse};
    return &parser;
}
