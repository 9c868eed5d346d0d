/* The reader of bindings documents: all of one is merged, or nothing; what is bound fills a
 * template. */
#include "fixtures/bindings/reference.h"
#include "fuzz/harness.h"
#include "src/case/template.h"
#include "suites/roles.h"

SSMSPEC_ORACLE_ID(bindings_total);
SSMSPEC_ORACLE_ID(bindings_reason);
SSMSPEC_ORACLE_ID(bindings_all_or_nothing);
SSMSPEC_ORACLE_ID(bindings_repeatable);
SSMSPEC_ORACLE_ID(bindings_template);
SSMSPEC_ORACLE_ID(bindings_known);

/* Every role's values, as text. */
static void describe(const struct ssmspec_bindings *bindings, struct ssmspec_bytes *out) {
    ssmspec_bytes_reset(out);
    ssmspec_bytes_printf(out, "%d %zu ", (int)bindings->sigv4, bindings->count);
    ssmspec_bytes_add(out, bindings->name);
    for (size_t i = 0; i < bindings->count; i++) {
        const struct ssmspec_binding *const row = &bindings->rows[i];
        ssmspec_bytes_printf(out, "\n%d %zu ", row->is_list, row->value_count);
        ssmspec_bytes_add(out, row->role);
        for (size_t value = 0; value < row->value_count; value++) {
            ssmspec_bytes_printf(out, " %zu:", row->values[value].len);
            ssmspec_bytes_add(out, row->values[value]);
        }
    }
}

static void check_templates(const struct ssmspec_bindings *bindings, struct ssmspec_arena *arena) {
    for (const struct ssmspec_role *role = ssmspec_run_command_roles; role->name != NULL; role++) {
        const char *const name = role->name;
        const char *const text =
            ssmspec_arena_printf(arena, "\"${%s...}\" ${%s[1]} ${%s.key}", name, name, name);
        struct ssmspec_bytes out = {0};
        struct ssmspec_view missing = {NULL, 0};
        const enum ssmspec_err err =
            ssmspec_template_fill(ssmspec_view_of(text), bindings, NULL, NULL, &out, &missing);
        SSMSPEC_ORACLE(bindings_template, err == SSMSPEC_OK || err == SSMSPEC_ERR_UNBOUND, "%s: %s",
                       name, ssmspec_err_text(err));
        SSMSPEC_ORACLE(bindings_template, err == SSMSPEC_OK || missing.len > 0, "%s: nothing named",
                       name);
        ssmspec_bytes_clear(&out);
    }
}

static enum ssmspec_err merge(struct ssmspec_bindings *bindings, struct ssmspec_view document,
                              struct ssmspec_bytes *why) {
    ssmspec_bytes_reset(why);
    return ssmspec_bindings_merge(bindings, document, ssmspec_run_command_roles, why);
}

static void check_refusal(enum ssmspec_err err, const struct ssmspec_bytes *why,
                          const struct ssmspec_bytes *before, const struct ssmspec_bytes *after) {
    SSMSPEC_ORACLE(bindings_total, err == SSMSPEC_ERR_CONFIG, "%s", ssmspec_err_text(err));
    SSMSPEC_ORACLE(bindings_reason, why->len > 4 && strchr(why->ptr, ':') != NULL, "no place");
    SSMSPEC_ORACLE(bindings_all_or_nothing,
                   ssmspec_view_eq(ssmspec_bytes_view(before), ssmspec_bytes_view(after)), "%s",
                   why->ptr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_bytes before = {0};
    struct ssmspec_bytes after = {0};
    struct ssmspec_bindings bindings;
    ssmspec_bindings_init(&bindings, &arena);
    SSMSPEC_ORACLE(bindings_total, ssmspec_bindings_reference(&bindings) == SSMSPEC_OK, "defaults");
    describe(&bindings, &before);
    const size_t roles = bindings.count;
    const struct ssmspec_view document = ssmspec_fuzz_view(data, size);
    const enum ssmspec_err err = merge(&bindings, document, &why);
    describe(&bindings, &after);
    if (err == SSMSPEC_OK) {
        /* The reference binds every role that can be bound: nothing is added to it. */
        SSMSPEC_ORACLE(bindings_known, bindings.count == roles, "%zu roles", bindings.count);
        describe(&bindings, &before);
        SSMSPEC_ORACLE(bindings_repeatable, merge(&bindings, document, &why) == SSMSPEC_OK, "%s",
                       why.ptr);
        describe(&bindings, &after);
        SSMSPEC_ORACLE(bindings_repeatable,
                       ssmspec_view_eq(ssmspec_bytes_view(&before), ssmspec_bytes_view(&after)),
                       "the second time it says something else");
        check_templates(&bindings, &arena);
    } else {
        check_refusal(err, &why, &before, &after);
    }
    ssmspec_bytes_clear(&why);
    ssmspec_bytes_clear(&before);
    ssmspec_bytes_clear(&after);
    ssmspec_arena_clear(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_bindings bindings;
    ssmspec_bindings_init(&bindings, &arena);
    const enum ssmspec_err err = merge(&bindings, ssmspec_fuzz_view(data, size), &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return err == SSMSPEC_OK ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
