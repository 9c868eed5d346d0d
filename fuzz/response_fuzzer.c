/* A hostile server's answer, read and judged. */
#include "fuzz/harness.h"
#include "fuzz/response/input.h"
#include "src/base/utf8.h"
#include "src/judge/judge.h"
#include "src/response/plain.h"
#include "suites/service.h"
#include "suites/suite.h"

SSMSPEC_ORACLE_ID(response_total);
SSMSPEC_ORACLE_ID(response_misfit);
SSMSPEC_ORACLE_ID(response_success);
SSMSPEC_ORACLE_ID(response_server_error);
SSMSPEC_ORACLE_ID(response_sentence);
SSMSPEC_ORACLE_ID(response_level);

#define RUN_OK(call) SSMSPEC_ORACLE(response_total, (call) == SSMSPEC_OK, "%s", #call)

/* The suite's cases, derived once. */
static struct ssmspec_arena tables;
static struct ssmspec_cases cases;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    struct ssmspec_bytes why = {0};
    (void)argc;
    (void)argv;
    RUN_OK(ssmspec_cases_derive(&ssmspec_run_command_suite, &tables, &cases, &why));
    ssmspec_bytes_clear(&why);
    return 0;
}

static bool expects_status(const struct ssmspec_case *the_case, int status) {
    for (size_t i = 0; i < the_case->expect.count; i++) {
        const struct ssmspec_outcome *const row = &the_case->expect.outcomes[i];
        const bool names_status = row->kind == SSMSPEC_ERROR || row->kind == SSMSPEC_STATUS;
        if (names_status && row->status == status) {
            return true;
        }
    }
    return false;
}

/* Asked to slow down, or not let in at all: nothing is known of the case, whatever the status. */
static bool is_refusal(const struct ssmspec_verdict *verdict) {
    return verdict->verdict == SSMSPEC_INCONCLUSIVE &&
           (strcmp(verdict->code, "throttled") == 0 || strcmp(verdict->code, "credentials") == 0);
}

static void judge(const struct ssmspec_case *the_case, const struct ssmspec_reading *own,
                  const struct ssmspec_reading *control, struct ssmspec_arena *arena) {
    for (int match = SSMSPEC_MATCH_CODE; match <= SSMSPEC_MATCH_EXACT; match++) {
        struct ssmspec_verdict verdict = {.verdict = SSMSPEC_VERDICT_COUNT};
        RUN_OK(ssmspec_judge(&ssmspec_run_command, the_case, own, control, control,
                             (enum ssmspec_match)match, arena, &verdict));
        const int status = own->exchange->response.status;
        size_t count = 0;
        size_t bad = 0;
        SSMSPEC_ORACLE(response_total,
                       verdict.verdict <= SSMSPEC_INCONCLUSIVE && verdict.code != NULL,
                       "verdict %d", (int)verdict.verdict);
        SSMSPEC_ORACLE(response_server_error,
                       status < 500 || expects_status(the_case, status) ||
                           verdict.verdict == SSMSPEC_FAIL || is_refusal(&verdict),
                       "%s: %d is %s", the_case->id, status, ssmspec_verdict_name(verdict.verdict));
        SSMSPEC_ORACLE(response_sentence,
                       ssmspec_utf8_count(verdict.text, &count, &bad) == SSMSPEC_OK && count > 0 &&
                           count <= SSMSPEC_PLAIN_MOST &&
                           memchr(verdict.text.ptr, '\x1b', verdict.text.len) == NULL,
                       "%zu characters, bad at %zu", count, bad);
        SSMSPEC_ORACLE(response_level,
                       verdict.verdict != SSMSPEC_FAIL || verdict.level == SSMSPEC_MUST,
                       "a fail breaks level %d", (int)verdict.level);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_header headers[SSMSPEC_INPUT_HEADERS_MAX];
    struct ssmspec_exchange exchange = {.transport = SSMSPEC_DELIVERED};
    const struct ssmspec_exchange quiet = {.transport = SSMSPEC_TIMED_OUT};
    struct ssmspec_reading own;
    struct ssmspec_reading none;
    const size_t number =
        ssmspec_input_read(ssmspec_fuzz_view(data, size), headers, &exchange.response);
    const struct ssmspec_case *const the_case = &cases.rows[number % cases.count];
    const struct ssmspec_shape *const output =
        the_case->model == NULL ? NULL : the_case->model->output;
    RUN_OK(ssmspec_reading_of(&exchange, output, &arena, &own));
    RUN_OK(ssmspec_reading_of(&quiet, output, &arena, &none));
    SSMSPEC_ORACLE(response_success, !own.is_success || exchange.response.status == 200,
                   "%d is no success", exchange.response.status);
    SSMSPEC_ORACLE(response_misfit,
                   own.is_success || exchange.response.status != 200 || own.misfit != NULL,
                   "a 200 that does not fit, without a reason");
    judge(the_case, &own, NULL, &arena);
    judge(the_case, &own, &own, &arena);
    judge(the_case, &own, &none, &arena);
    ssmspec_arena_clear(&arena);
    return 0;
}
