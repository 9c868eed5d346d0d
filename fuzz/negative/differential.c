/* A plugged parser that is wrong in every way that the differential harness tells apart. */
#include "fuzz/negative/negative.h"
#include "include/ssmspec_parser.h"
#include "src/request/parse.h"

#include <stdlib.h>

#define ID "\"CommandId\":\"00000000-0000-4000-8000-000000000000\""
#define CANCEL(more) "{" ID more "}"
#define SEND(more) "{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":" more "}"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("lenient_grammar", CANCEL(",")),
    SSMSPEC_LIE("lenient_number", SEND("060")),
    SSMSPEC_LIE("lenient_literal", CANCEL(",\"x\":nul")),
    SSMSPEC_LIE("lenient_escape", CANCEL(",\"x\":\"\\x\"")),
    SSMSPEC_LIE("lenient_control", CANCEL(",\"x\":\"\n\"")),
    SSMSPEC_LIE("lenient_between", CANCEL("\f")),
    SSMSPEC_LIE("lenient_behind", "{" ID "}x"),
    SSMSPEC_LIE("lenient_unclosed", "{" ID),
    SSMSPEC_LIE("lenient_top", "[{" ID "}]"),
    SSMSPEC_LIE("lenient_type", "{\"CommandId\":{}}"),
    SSMSPEC_LIE("lenient_integer", SEND("99999999999999999999")),
    SSMSPEC_LIE("lenient_required", "{}"),
    SSMSPEC_LIE("lenient_length", "{\"CommandId\":\"0\"}"),
    SSMSPEC_LIE("lenient_range", SEND("29")),
    SSMSPEC_LIE("lenient_pattern", CANCEL(",\"InstanceIds\":[\"x-12345678\"]")),
    SSMSPEC_LIE("lenient_count", SEND("60,\"Targets\":[{},{},{},{},{},{}]")),
    SSMSPEC_LIE("lenient_enum", SEND("60,\"DocumentHashType\":\"MD5\"")),
    SSMSPEC_LIE("strict_plain", CANCEL("")),
    SSMSPEC_LIE("strict_unknown", CANCEL(",\"x\":1")),
    SSMSPEC_LIE("strict_null", CANCEL(",\"InstanceIds\":null")),
    SSMSPEC_LIE("meaning_plain", CANCEL("")),
    SSMSPEC_LIE("meaning_duplicates", CANCEL("," ID)),
    SSMSPEC_LIE("meaning_nul", SEND("60,\"Comment\":\"\\u0000\"")),
    SSMSPEC_LIE("meaning_decimals", SEND("6e1")),
    SSMSPEC_LIE("error_type", "[]"),
    SSMSPEC_LIE("differential_total", CANCEL("")),
    SSMSPEC_LIE_AT_START("plugged_abi", CANCEL("")),
    SSMSPEC_LIE_AT_START("plugged_mute", CANCEL("")),
    SSMSPEC_LIE("plugged_memory", CANCEL("")),
    SSMSPEC_LIE("plugged_verdict", CANCEL("")),
    SSMSPEC_LIE("plugged_error", CANCEL("")),
    SSMSPEC_LIE("plugged_canonical", CANCEL("")),
    SSMSPEC_LIE("plugged_end", CANCEL("   ")), /* so long that this operation is asked twice */
    SSMSPEC_LIE("harness_memory", CANCEL("")),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_parser);
SSMSPEC_WRAPPED(ssmspec_request_parse);
SSMSPEC_WRAPPED(malloc);

static bool is_sending(void) {
    const struct ssmspec_view input = ssmspec_lies_input();
    return ssmspec_view_find(input, SSMSPEC_VIEW("DocumentName")) < input.len;
}

/* What it says of the operation that the input is addressed to, by how the lie's name begins. */
static const struct {
    const char *lie;
    struct ssmspec_parser_result says;
} answers[] = {
    {"lenient_", {.verdict = SSMSPEC_PARSER_ACCEPT}},
    {"strict_", {.verdict = SSMSPEC_PARSER_REJECT}},
    {"meaning_", {.verdict = SSMSPEC_PARSER_ACCEPT, .canonical = "{}", .canonical_length = 2}},
    {"error_type", {.verdict = SSMSPEC_PARSER_REJECT, .error = "ValidationException"}},
    {"differential_total", {.verdict = SSMSPEC_PARSER_ACCEPT}},
    {"plugged_memory",
     {.verdict = SSMSPEC_PARSER_ACCEPT, .canonical = "{}", .canonical_length = 2}},
    {"plugged_verdict", {.verdict = 7}},
    {"plugged_error", {.verdict = SSMSPEC_PARSER_ACCEPT, .error = "ValidationException"}},
    {"plugged_canonical",
     {.verdict = SSMSPEC_PARSER_ACCEPT, .canonical = "{", .canonical_length = 1}},
};

/* While it does not lie it knows of one thing alone: that {} lacks something. */
static void parse(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result) {
    const bool is_empty = length == 2 && memcmp(body, "{}", 2) == 0;
    if (strcmp(operation, is_sending() ? "SendCommand" : "CancelCommand") != 0 ||
        ssmspec_lies("plugged_mute")) {
        return;
    }
    result->verdict = is_empty ? SSMSPEC_PARSER_REJECT : SSMSPEC_PARSER_UNKNOWN;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        if (strncmp(ssmspec_lie(), answers[i].lie, strlen(answers[i].lie)) == 0) {
            *result = answers[i].says;
        }
    }
    if (ssmspec_lies("plugged_end")) {
        result->verdict =
            ssmspec_lies_count() % 2 == 0 ? SSMSPEC_PARSER_ACCEPT : SSMSPEC_PARSER_REJECT;
    }
}

const struct ssmspec_parser *__wrap_ssmspec_parser(void) {
    static struct ssmspec_parser parser = {.name = "liar", .parse = parse};
    parser.abi = ssmspec_lies("plugged_abi") ? 0 : SSMSPEC_PARSER_ABI;
    return &parser;
}

enum ssmspec_err __wrap_ssmspec_request_parse(const struct ssmspec_operation *operation,
                                              struct ssmspec_view body,
                                              const struct ssmspec_json_limits *limits,
                                              struct ssmspec_patterns *patterns,
                                              struct ssmspec_arena *arena,
                                              struct ssmspec_parsed *out) {
    const enum ssmspec_err err =
        __real_ssmspec_request_parse(operation, body, limits, patterns, arena, out);
    /* The body is read first, what the plugged parser makes of it then. */
    const bool is_late = ssmspec_lies("plugged_memory") && ssmspec_lies_count() > 1;
    return ssmspec_lies("differential_total") || is_late ? SSMSPEC_ERR_NOMEM : err;
}

void *__wrap_malloc(size_t size) {
    const bool is_copy = size == ssmspec_lies_input().len;
    return is_copy && ssmspec_lies("harness_memory") ? NULL : __real_malloc(size);
}
