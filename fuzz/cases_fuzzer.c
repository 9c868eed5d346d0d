/* The reader of case files: all cases of a document or none, each whole, and the same every time.
 * Options: max_len=4096 */
#include "fuzz/harness.h"
#include "src/case/case_file.h"
#include "src/case/template.h"
#include "suites/suite.h"

SSMSPEC_ORACLE_ID(cases_total);
SSMSPEC_ORACLE_ID(cases_reason);
SSMSPEC_ORACLE_ID(cases_none);
SSMSPEC_ORACLE_ID(cases_whole);
SSMSPEC_ORACLE_ID(cases_sendable);
SSMSPEC_ORACLE_ID(cases_known_roles);
SSMSPEC_ORACLE_ID(cases_repeatable);

#define NAME "input"

static enum ssmspec_err read_document(struct ssmspec_view text, struct ssmspec_arena *arena,
                                      struct ssmspec_cases *out, struct ssmspec_bytes *why) {
    const struct ssmspec_case_file file = {NAME, text};
    return ssmspec_case_file_read(&ssmspec_run_command_suite, &file, arena, out, why);
}

static void check_refusal(enum ssmspec_err err, const struct ssmspec_cases *cases,
                          const struct ssmspec_bytes *why) {
    static const char start[] = NAME ":";
    SSMSPEC_ORACLE(cases_total, err == SSMSPEC_ERR_CONFIG, "%s", ssmspec_err_text(err));
    SSMSPEC_ORACLE(cases_reason,
                   why->len > sizeof start && strncmp(why->ptr, start, sizeof start - 1) == 0,
                   "no place");
    SSMSPEC_ORACLE(cases_none, cases->rows == NULL, "cases of a document that is refused");
}

static bool is_pinned(const char *id) {
    return ssmspec_case_matches(id, SSMSPEC_VIEW("*/*/" SSMSPEC_KIND_PINNED "/*"));
}

static void check_whole(const struct ssmspec_case *row) {
    SSMSPEC_ORACLE(cases_whole, row->id != NULL && is_pinned(row->id), "no id");
    SSMSPEC_ORACLE(cases_whole, row->rule != NULL && row->source != NULL, "%s", row->id);
    SSMSPEC_ORACLE(cases_whole, row->level >= SSMSPEC_MAY && row->level <= SSMSPEC_MUST, "%s",
                   row->id);
    SSMSPEC_ORACLE(cases_whole,
                   row->expect.count > 0 && row->expect.count <= SSMSPEC_OUTCOMES_MAX &&
                       row->expect.outcomes[0].breaks == SSMSPEC_NONE,
                   "%s", row->id);
    SSMSPEC_ORACLE(cases_whole,
                   row->control_kind != SSMSPEC_CONTROL_ACCEPTED || row->control_expect.count > 0,
                   "%s", row->id);
}

/* Nothing but a header's own line is in it. */
static bool is_line(struct ssmspec_view text) {
    return text.len == 0 ||
           (memchr(text.ptr, '\r', text.len) == NULL && memchr(text.ptr, '\n', text.len) == NULL &&
            memchr(text.ptr, '\0', text.len) == NULL);
}

static void check_sendable(const char *id, const struct ssmspec_request *request) {
    SSMSPEC_ORACLE(cases_sendable, request->method.len > 0 && is_line(request->method), "%s", id);
    SSMSPEC_ORACLE(cases_sendable, request->path.len > 0 && is_line(request->path), "%s", id);
    SSMSPEC_ORACLE(cases_sendable, is_line(request->target) && is_line(request->content_type), "%s",
                   id);
    for (size_t i = 0; i < request->header_count; i++) {
        const struct ssmspec_header *header = &request->headers[i];
        SSMSPEC_ORACLE(cases_sendable, header->name.len > 0 && is_line(header->name), "%s", id);
        SSMSPEC_ORACLE(cases_sendable, is_line(header->value), "%s", id);
    }
}

static bool is_known(void *context, struct ssmspec_view role) {
    (void)context;
    SSMSPEC_ORACLE(cases_known_roles,
                   ssmspec_role_find(ssmspec_run_command_suite.roles, role) != NULL, "%.*s",
                   (int)role.len, role.ptr);
    return true;
}

static void check_roles(const struct ssmspec_case *row) {
    ssmspec_template_roles(row->request.body, is_known, NULL);
    ssmspec_template_roles(row->control.body, is_known, NULL);
    ssmspec_template_roles(row->request.target, is_known, NULL);
    for (size_t i = 0; i < row->request.header_count; i++) {
        ssmspec_template_roles(row->request.headers[i].value, is_known, NULL);
    }
}

static void check_case(const struct ssmspec_case *row) {
    check_whole(row);
    check_sendable(row->id, &row->request);
    check_roles(row);
}

static bool is_same(const struct ssmspec_case *a, const struct ssmspec_case *b) {
    return strcmp(a->id, b->id) == 0 && a->effect == b->effect && a->level == b->level &&
           a->expect.count == b->expect.count && a->control_kind == b->control_kind &&
           ssmspec_view_eq(a->request.body, b->request.body) &&
           ssmspec_view_eq(a->control.body, b->control.body);
}

static void check_again(struct ssmspec_view document, const struct ssmspec_cases *first,
                        struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    struct ssmspec_cases second = {0};
    SSMSPEC_ORACLE(cases_repeatable, read_document(document, arena, &second, why) == SSMSPEC_OK,
                   "%s", why->len == 0 ? "" : why->ptr);
    SSMSPEC_ORACLE(cases_repeatable, first->count == second.count, "%zu cases, then %zu",
                   first->count, second.count);
    for (size_t i = 0; i < first->count; i++) {
        SSMSPEC_ORACLE(cases_repeatable, is_same(&first->rows[i], &second.rows[i]), "%s",
                       first->rows[i].id);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_cases cases = {0};
    const struct ssmspec_view document = ssmspec_fuzz_view(data, size);
    const enum ssmspec_err err = read_document(document, &arena, &cases, &why);
    if (err == SSMSPEC_OK) {
        for (size_t i = 0; i < cases.count; i++) {
            check_case(&cases.rows[i]);
        }
        check_again(document, &cases, &arena, &why);
    } else {
        check_refusal(err, &cases, &why);
    }
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_cases cases = {0};
    const enum ssmspec_err err = read_document(ssmspec_fuzz_view(data, size), &arena, &cases, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return err == SSMSPEC_OK ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
