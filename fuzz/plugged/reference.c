/* The parser of src/request behind the ABI that anyone's parser stands behind: what the harnesses
 * link unless another one is named, and the example of a correct one. */
#include "include/ssmspec_parser.h"
#include "src/request/canonical.h"
#include "src/request/parse.h"
#include "suites/service.h"

#include <stdlib.h>

/* One request; it dies in release. */
struct reading {
    struct ssmspec_arena arena;
    struct ssmspec_bytes canonical;
};

/* Compiled patterns outlive a request: they are all the same. */
static struct ssmspec_patterns *patterns;

/* What a real service answers: syntax and types first, then rules. */
static const char *error_of(enum ssmspec_parse_outcome outcome) {
    return outcome == SSMSPEC_VIOLATING ? "ValidationException" : "SerializationException";
}

/* false: out of memory. */
static bool answer(const struct ssmspec_operation *operation, struct ssmspec_view body,
                   struct reading *reading, struct ssmspec_parser_result *result) {
    struct ssmspec_parsed parsed;
    if (ssmspec_request_parse(operation, body, &ssmspec_json_default_limits, patterns,
                              &reading->arena, &parsed) != SSMSPEC_OK) {
        return false;
    }
    if (parsed.outcome != SSMSPEC_PARSED) {
        result->verdict = SSMSPEC_PARSER_REJECT;
        result->error = error_of(parsed.outcome);
        return true;
    }
    if (ssmspec_request_canonical(operation, parsed.root, &reading->arena, &reading->canonical) !=
        SSMSPEC_OK) {
        return false;
    }
    result->verdict = SSMSPEC_PARSER_ACCEPT;
    result->canonical = reading->canonical.ptr;
    result->canonical_length = reading->canonical.len;
    return true;
}

static void parse(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result) {
    const struct ssmspec_operation *const row =
        ssmspec_service_operation(&ssmspec_run_command, operation);
    struct reading *const reading = calloc(1, sizeof *reading);
    result->mine = reading;
    const bool can_start =
        reading != NULL && (patterns != NULL || ssmspec_patterns_new(&patterns) == SSMSPEC_OK);
    if (row != NULL && can_start) {
        (void)answer(row, (struct ssmspec_view){(const char *)body, length}, reading, result);
    }
}

static void release(struct ssmspec_parser_result *result) {
    struct reading *const reading = result->mine;
    if (reading != NULL) {
        ssmspec_bytes_clear(&reading->canonical);
        ssmspec_arena_clear(&reading->arena);
        free(reading);
    }
}

const struct ssmspec_parser *ssmspec_parser(void) {
    static const struct ssmspec_parser parser = {
        .abi = SSMSPEC_PARSER_ABI, .name = "reference", .parse = parse, .release = release};
    return &parser;
}
