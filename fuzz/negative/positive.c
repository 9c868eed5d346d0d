/* Parsers and a builder that lie. */
#include "fuzz/negative/negative.h"
#include "fuzz/positive/build.h"
#include "include/ssmspec_parser.h"
#include "src/request/canonical.h"
#include "src/request/parse.h"

#define ANY "\1\0\0\0"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("positive_built", ANY),         SSMSPEC_LIE("positive_accepted", ANY),
    SSMSPEC_LIE("positive_equal", ANY),         SSMSPEC_LIE("positive_plugged_accepted", ANY),
    SSMSPEC_LIE("positive_plugged_equal", ANY), {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_build_request);
SSMSPEC_WRAPPED(ssmspec_request_parse);
SSMSPEC_WRAPPED(ssmspec_request_canonical);
SSMSPEC_WRAPPED(ssmspec_parser);

struct ssmspec_node *__wrap_ssmspec_build_request(struct ssmspec_tree *tree,
                                                  const struct ssmspec_operation *operation,
                                                  struct ssmspec_choices *choices) {
    return ssmspec_lies("positive_built") ? NULL
                                          : __real_ssmspec_build_request(tree, operation, choices);
}

enum ssmspec_err __wrap_ssmspec_request_parse(const struct ssmspec_operation *operation,
                                              struct ssmspec_view body,
                                              const struct ssmspec_json_limits *limits,
                                              struct ssmspec_patterns *patterns,
                                              struct ssmspec_arena *arena,
                                              struct ssmspec_parsed *out) {
    const enum ssmspec_err err =
        __real_ssmspec_request_parse(operation, body, limits, patterns, arena, out);
    if (ssmspec_lies("positive_accepted")) {
        out->outcome = SSMSPEC_MALFORMED;
    }
    return err;
}

enum ssmspec_err __wrap_ssmspec_request_canonical(const struct ssmspec_operation *operation,
                                                  const struct ssmspec_json *root,
                                                  struct ssmspec_arena *arena,
                                                  struct ssmspec_bytes *out) {
    if (ssmspec_lies("positive_equal")) {
        ssmspec_bytes_add_text(out, "{}");
        return SSMSPEC_OK;
    }
    return __real_ssmspec_request_canonical(operation, root, arena, out);
}

static void parse(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result) {
    (void)operation;
    (void)body;
    (void)length;
    result->verdict = SSMSPEC_PARSER_ACCEPT;
    if (ssmspec_lies("positive_plugged_accepted")) {
        result->verdict = SSMSPEC_PARSER_REJECT;
    }
    if (ssmspec_lies("positive_plugged_equal")) {
        result->canonical = "{}";
        result->canonical_length = 2;
    }
}

const struct ssmspec_parser *__wrap_ssmspec_parser(void) {
    static const struct ssmspec_parser parser = {
        .abi = SSMSPEC_PARSER_ABI, .name = "liar", .parse = parse};
    return &parser;
}
