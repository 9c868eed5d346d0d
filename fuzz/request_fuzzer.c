/* The request parser: the raw body against every operation.
 * Mutator: fuzz/mutator/libfuzzer.c */
#include "fuzz/harness.h"
#include "fuzz/request/checks.h"
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

/* The second time a NUL stands behind the body, which must not matter. */
static void check_operation(const struct ssmspec_operation *operation, struct ssmspec_view body,
                            struct ssmspec_view copy, struct ssmspec_arena *arena) {
    struct ssmspec_parsed parsed;
    struct ssmspec_bytes once = {0};
    struct ssmspec_bytes twice = {0};
    parse(operation, body, arena, &parsed);
    ssmspec_check_outcome(&parsed, body.len);
    ssmspec_describe_outcome(&parsed, &once);
    parse(operation, copy, arena, &parsed);
    ssmspec_describe_outcome(&parsed, &twice);
    SSMSPEC_ORACLE(request_repeatable,
                   ssmspec_view_eq(ssmspec_bytes_view(&once), ssmspec_bytes_view(&twice)),
                   "%s: %s, then %s", operation->name, once.ptr, twice.ptr);
    ssmspec_bytes_clear(&once);
    ssmspec_bytes_clear(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_arena arena;
    const struct ssmspec_view body = ssmspec_fuzz_view(data, size);
    char *const copy = ssmspec_fuzz_copy_with_end(body, '\0');
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        check_operation(ssmspec_run_command.operations[i], body, (struct ssmspec_view){copy, size},
                        &arena);
        ssmspec_arena_reset(&arena);
    }
    free(copy);
    return 0;
}

/* Some operation takes it. */
enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    bool is_accepted = false;
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        struct ssmspec_parsed parsed;
        parse(ssmspec_run_command.operations[i], ssmspec_fuzz_view(data, size), &arena, &parsed);
        is_accepted = is_accepted || parsed.outcome == SSMSPEC_PARSED;
    }
    ssmspec_arena_clear(&arena);
    return is_accepted ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
