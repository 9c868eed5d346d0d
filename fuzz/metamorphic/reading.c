#include "fuzz/metamorphic/reading.h"

#include "fuzz/harness.h"
#include "src/request/canonical.h"

SSMSPEC_ORACLE_ID(metamorphic_total);

#define TOTAL_OK(call) SSMSPEC_ORACLE(metamorphic_total, (call) == SSMSPEC_OK, "%s", #call)

static int compare_texts(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static struct ssmspec_view list_violations(const struct ssmspec_parsed *parsed,
                                           struct ssmspec_arena *arena) {
    const char *lines[SSMSPEC_VIOLATIONS_MAX] = {NULL};
    struct ssmspec_bytes text = {0};
    struct ssmspec_view kept = {NULL, 0};
    size_t count = 0;
    for (size_t i = 0; i < parsed->violation_count; i++) {
        const struct ssmspec_violation *const row = &parsed->violations[i];
        lines[count] = ssmspec_arena_printf(arena, "%.*s:%s:%d", (int)row->path.len, row->path.ptr,
                                            ssmspec_kind_name(row->kind), (int)row->is_key);
        SSMSPEC_ORACLE(metamorphic_total, lines[count] != NULL, "out of memory");
        count++;
    }
    qsort(lines, count, sizeof *lines, compare_texts);
    ssmspec_bytes_printf(&text, "%zu", count);
    for (size_t i = 0; i < count && count < SSMSPEC_VIOLATIONS_MAX; i++) {
        ssmspec_bytes_printf(&text, " %s", lines[i]);
    }
    TOTAL_OK(ssmspec_arena_copy(arena, ssmspec_bytes_view(&text), &kept));
    ssmspec_bytes_clear(&text);
    return kept;
}

static struct ssmspec_view write_meaning(const struct ssmspec_operation *operation,
                                         const struct ssmspec_parsed *parsed,
                                         struct ssmspec_arena *arena) {
    struct ssmspec_bytes text = {0};
    struct ssmspec_view kept = {NULL, 0};
    TOTAL_OK(ssmspec_request_canonical(operation, parsed->root, arena, &text));
    TOTAL_OK(ssmspec_arena_copy(arena, ssmspec_bytes_view(&text), &kept));
    ssmspec_bytes_clear(&text);
    return kept;
}

static void describe(const struct ssmspec_operation *operation, const struct ssmspec_parsed *parsed,
                     struct ssmspec_arena *arena, struct ssmspec_reading_of_request *out) {
    *out = (struct ssmspec_reading_of_request){.outcome = parsed->outcome};
    if (parsed->outcome == SSMSPEC_VIOLATING) {
        out->violations = list_violations(parsed, arena);
    }
    if (parsed->outcome == SSMSPEC_PARSED) {
        out->meaning = write_meaning(operation, parsed, arena);
    }
}

void ssmspec_look_at_request(const struct ssmspec_operation *operation, struct ssmspec_view body,
                             const struct ssmspec_json *root, struct ssmspec_patterns *patterns,
                             struct ssmspec_arena *arena, struct ssmspec_reading_of_request *out) {
    struct ssmspec_parsed parsed;
    TOTAL_OK(ssmspec_request_check(operation, body, root, patterns, arena, &parsed));
    describe(operation, &parsed, arena, out);
}

void ssmspec_read_request(const struct ssmspec_operation *operation, struct ssmspec_view body,
                          struct ssmspec_patterns *patterns, struct ssmspec_arena *arena,
                          struct ssmspec_reading_of_request *out) {
    struct ssmspec_parsed parsed;
    char *const exact = ssmspec_fuzz_copy_exact(body);
    TOTAL_OK(ssmspec_request_parse(operation, (struct ssmspec_view){exact, body.len}, NULL,
                                   patterns, arena, &parsed));
    describe(operation, &parsed, arena, out);
    free(exact);
}
