#include "fuzz/request_worth.h"

#include "src/request/parse.h"
#include "suites/service.h"

SSMSPEC_ORACLE_ID(worth_total);

static size_t count_known(const struct ssmspec_operation *operation,
                          const struct ssmspec_json *root) {
    size_t known = 0;
    for (size_t i = 0; i < operation->input->member_count; i++) {
        known += ssmspec_json_member(root, operation->input->members[i].name) != NULL;
    }
    return known;
}

const struct ssmspec_operation *ssmspec_request_addressed(const struct ssmspec_json *root) {
    const struct ssmspec_operation *best = NULL;
    size_t most = 0;
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        const size_t known = count_known(ssmspec_run_command.operations[i], root);
        if (best == NULL || known > most) {
            best = ssmspec_run_command.operations[i];
            most = known;
        }
    }
    return best;
}

enum ssmspec_fuzz_worth ssmspec_request_worth(struct ssmspec_patterns *patterns,
                                              struct ssmspec_view body) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_parsed parsed = {.outcome = SSMSPEC_MALFORMED};
    const struct ssmspec_json *root = NULL;
    enum ssmspec_err err = ssmspec_json_read(body, NULL, &arena, &root, NULL);
    if (err == SSMSPEC_OK) {
        err = ssmspec_request_parse(ssmspec_request_addressed(root), body, NULL, patterns, &arena,
                                    &parsed);
    }
    SSMSPEC_ORACLE(worth_total,
                   err == SSMSPEC_OK || err == SSMSPEC_ERR_SYNTAX || err == SSMSPEC_ERR_LIMIT, "%s",
                   ssmspec_err_text(err));
    ssmspec_arena_clear(&arena);
    return parsed.outcome == SSMSPEC_PARSED ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
