/* The parser of src/request behind the ABI that anyone's parser stands behind: what the harnesses
 * link unless another one is named, and the example of a correct one. */
#include "include/ssmspec_parser.h"
#include "src/request/canonical.h"
#include "src/request/parse.h"
#include "suites/service.h"

/* What outlives a request: memory for the next one, and compiled patterns, which are all the same.
 * The ABI has one thread. */
struct reading {
    struct ssmspec_arena arena;
    struct ssmspec_bytes canonical;
    struct ssmspec_patterns *patterns;
};

static struct reading reading;

/* What a real service answers: syntax and types first, then rules. */
static const char *error_of(enum ssmspec_parse_outcome outcome) {
    return outcome == SSMSPEC_VIOLATING ? "ValidationException" : "SerializationException";
}

/* Out of memory: nothing is said. */
static void answer(const struct ssmspec_operation *operation, struct ssmspec_view body,
                   struct ssmspec_parser_result *result) {
    struct ssmspec_parsed parsed;
    if (ssmspec_request_parse(operation, body, &ssmspec_json_default_limits, reading.patterns,
                              &reading.arena, &parsed) != SSMSPEC_OK) {
        return;
    }
    if (parsed.outcome != SSMSPEC_PARSED) {
        result->verdict = SSMSPEC_PARSER_REJECT;
        result->error = error_of(parsed.outcome);
        return;
    }
    if (ssmspec_request_canonical(operation, parsed.root, &reading.arena, &reading.canonical) !=
        SSMSPEC_OK) {
        return;
    }
    result->verdict = SSMSPEC_PARSER_ACCEPT;
    result->canonical = reading.canonical.ptr;
    result->canonical_length = reading.canonical.len;
}

static void parse(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result) {
    const struct ssmspec_operation *const row =
        ssmspec_service_operation(&ssmspec_run_command, operation);
    const bool can_start =
        reading.patterns != NULL || ssmspec_patterns_new(&reading.patterns) == SSMSPEC_OK;
    if (row != NULL && can_start) {
        answer(row, (struct ssmspec_view){(const char *)body, length}, result);
    }
}

static void release(struct ssmspec_parser_result *result) {
    (void)result;
    ssmspec_bytes_reset(&reading.canonical);
    ssmspec_arena_reset(&reading.arena);
}

const struct ssmspec_parser *ssmspec_parser(void) {
    static const struct ssmspec_parser parser = {
        .abi = SSMSPEC_PARSER_ABI, .name = "reference", .parse = parse, .release = release};
    return &parser;
}
