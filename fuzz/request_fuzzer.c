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

static void tell(const struct ssmspec_parsed *parsed, size_t size, struct ssmspec_bytes *out) {
    ssmspec_bytes_reset(out);
    ssmspec_check_outcome(parsed, size);
    ssmspec_describe_outcome(parsed, out);
}

static void expect_same(const struct ssmspec_operation *operation,
                        const struct ssmspec_bytes *before, const struct ssmspec_bytes *after) {
    SSMSPEC_ORACLE(request_repeatable,
                   ssmspec_view_eq(ssmspec_bytes_view(before), ssmspec_bytes_view(after)),
                   "%s: %s, then %s", operation->name, before->ptr, after->ptr);
}

/* Once more, with a NUL behind the body, which must not matter. */
static void check_again(const struct ssmspec_operation *operation, struct ssmspec_view body,
                        const struct ssmspec_bytes *before, struct ssmspec_bytes *after) {
    static struct ssmspec_arena arena;
    struct ssmspec_parsed parsed;
    char *const copy = ssmspec_fuzz_copy_with_end(body, '\0');
    parse(operation, (struct ssmspec_view){copy, body.len}, &arena, &parsed);
    tell(&parsed, body.len, after);
    expect_same(operation, before, after);
    ssmspec_arena_reset(&arena);
    free(copy);
}

/* The document, read already, before another operation. */
static void check_operation(const struct ssmspec_operation *operation, struct ssmspec_view body,
                            const struct ssmspec_json *root, struct ssmspec_arena *arena,
                            struct ssmspec_bytes *out) {
    struct ssmspec_parsed parsed;
    const enum ssmspec_err err =
        ssmspec_request_check(operation, body, root, patterns, arena, &parsed);
    SSMSPEC_ORACLE(request_total, err == SSMSPEC_OK, "%s: %s", operation->name,
                   ssmspec_err_text(err));
    tell(&parsed, body.len, out);
}

static size_t count_operations(void) {
    size_t count = 1; /* a service without operations has no parser */
    while (ssmspec_run_command.operations[count] != NULL) {
        count++;
    }
    return count;
}

/* The bytes are read for one operation, which depends on the input alone, and the document they
 * make is shown to the others: reading is what takes the time, and the same for all. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_arena arena;
    static struct ssmspec_bytes said;
    static struct ssmspec_bytes other;
    const struct ssmspec_view body = ssmspec_fuzz_view(data, size);
    const size_t count = count_operations();
    const struct ssmspec_operation *const one = ssmspec_run_command.operations[size % count];
    struct ssmspec_parsed parsed;
    parse(one, body, &arena, &parsed);
    tell(&parsed, size, &said);
    check_again(one, body, &said, &other);
    if (parsed.root != NULL) {
        check_operation(&ssmspec_invented_operation, body, parsed.root, &arena, &other);
    }
    for (size_t i = 0; parsed.root != NULL && i < count; i++) {
        check_operation(ssmspec_run_command.operations[i], body, parsed.root, &arena, &other);
        if (i == size % count) {
            expect_same(one, &said, &other);
        }
    }
    ssmspec_arena_reset(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    return ssmspec_request_worth(patterns, ssmspec_fuzz_view(data, size));
}
