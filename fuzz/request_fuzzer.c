/* The request parser: the raw body against every operation, and one that no service has.
 * Mutator: fuzz/mutator/libfuzzer.c */
#include "fuzz/harness.h"
#include "fuzz/request/checks.h"
#include "fuzz/request/invented.h"
#include "fuzz/request_worth.h"
#include "suites/service.h"

SSMSPEC_ORACLE_ID(request_total);
SSMSPEC_ORACLE_ID(request_repeatable);

/* Compiled patterns outlive an input: they are all the same. */
static struct ssmspec_patterns *patterns;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc;
    (void)argv;
    SSMSPEC_ORACLE(request_total, ssmspec_patterns_new(&patterns) == SSMSPEC_OK, "no patterns");
    return 0;
}

static void parse(const struct ssmspec_operation *operation, struct ssmspec_view body,
                  struct ssmspec_arena *arena, struct ssmspec_parsed *out) {
    const enum ssmspec_err err =
        ssmspec_request_parse(operation, body, &ssmspec_json_default_limits, patterns, arena, out);
    SSMSPEC_ORACLE(request_total, err == SSMSPEC_OK, "%s: %s", operation->name,
                   ssmspec_err_text(err));
}

static enum ssmspec_parse_outcome check_operation(const struct ssmspec_operation *operation,
                                                  struct ssmspec_view body,
                                                  struct ssmspec_arena *arena,
                                                  struct ssmspec_bytes *out) {
    struct ssmspec_parsed parsed;
    ssmspec_bytes_reset(out);
    parse(operation, body, arena, &parsed);
    ssmspec_check_outcome(&parsed, body.len);
    ssmspec_describe_outcome(&parsed, out);
    ssmspec_arena_reset(arena);
    return parsed.outcome;
}

/* What is no JSON object is none to any operation: it is shown to one. */
static size_t check_operations(struct ssmspec_view body, struct ssmspec_arena *arena,
                               struct ssmspec_bytes *said) {
    bool is_object = true;
    size_t count = 0;
    for (; ssmspec_run_command.operations[count] != NULL; count++) {
        is_object = is_object && check_operation(ssmspec_run_command.operations[count], body, arena,
                                                 said) != SSMSPEC_MALFORMED;
    }
    if (is_object) {
        check_operation(&ssmspec_invented_operation, body, arena, said);
    }
    return count;
}

/* Once more, with a NUL behind the body, which must not matter. */
static void check_again(const struct ssmspec_operation *operation, struct ssmspec_view body,
                        const struct ssmspec_bytes *before, struct ssmspec_arena *arena) {
    struct ssmspec_bytes again = {0};
    char *const copy = ssmspec_fuzz_copy_with_end(body, '\0');
    check_operation(operation, (struct ssmspec_view){copy, body.len}, arena, &again);
    SSMSPEC_ORACLE(request_repeatable,
                   ssmspec_view_eq(ssmspec_bytes_view(before), ssmspec_bytes_view(&again)),
                   "%s: %s, then %s", operation->name, before->ptr, again.ptr);
    ssmspec_bytes_clear(&again);
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_arena arena;
    struct ssmspec_bytes said = {0};
    const struct ssmspec_view body = ssmspec_fuzz_view(data, size);
    const size_t count = check_operations(body, &arena, &said);
    SSMSPEC_ORACLE(request_total, count > 0, "no operations");
    /* Repeating each would halve the speed; which one it is depends on the input alone. */
    const struct ssmspec_operation *const one = ssmspec_run_command.operations[size % count];
    check_operation(one, body, &arena, &said);
    check_again(one, body, &said, &arena);
    ssmspec_bytes_clear(&said);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    return ssmspec_request_worth(patterns, ssmspec_fuzz_view(data, size));
}
