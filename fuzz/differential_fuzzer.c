/* Our parser against the plugged one (include/ssmspec_parser.h), on a raw body and every operation
 * that the plugged one reads. Each direction has oracles of its own:
 *   lenient_*  ours rejects, so the plugged one must reject
 *   strict_*   ours accepts, so the plugged one must accept
 *   meaning_*  both accept, so both must have understood the same
 *   error_*    both reject and the plugged one says how, so it must be the same type of error
 * What sources leave open is no finding in any direction.
 * Mutator: fuzz/mutator/libfuzzer.c */
#include "fuzz/differential/features.h"
#include "fuzz/differential/lenient.h"
#include "fuzz/harness.h"
#include "fuzz/plugged/ask.h"
#include "fuzz/request_worth.h"
#include "src/request/canonical.h"
#include "suites/service.h"

SSMSPEC_ORACLE_ID(differential_total);
SSMSPEC_ORACLE_ID(strict_unknown);
SSMSPEC_ORACLE_ID(strict_null);
SSMSPEC_ORACLE_ID(strict_plain);
SSMSPEC_ORACLE_ID(meaning_duplicates);
SSMSPEC_ORACLE_ID(meaning_nul);
SSMSPEC_ORACLE_ID(meaning_decimals);
SSMSPEC_ORACLE_ID(meaning_plain);
SSMSPEC_ORACLE_ID(error_type);

static struct ssmspec_plugged plugged;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc;
    (void)argv;
    ssmspec_plugged_start(&plugged);
    return 0;
}

/* Free to be rejected: duplicates (RFC 8259, section 4), great depth (9), numbers that are no plain
 * integers (6; disagreement 8 of OBSERVATIONS.md), U+0000 (P-40). */
static const unsigned free_to_reject =
    SSMSPEC_HAS_DUPLICATES | SSMSPEC_HAS_DEPTH | SSMSPEC_HAS_DECIMALS | SSMSPEC_HAS_NUL;

#define REFUSED "operation=%s ours=accept plugged=reject: "

static void check_strict(const char *name, unsigned features) {
    if ((features & free_to_reject) != 0) {
        return;
    }
    SSMSPEC_ORACLE(strict_unknown, (features & SSMSPEC_HAS_UNKNOWN) == 0,
                   REFUSED "has members unknown to it", name);
    SSMSPEC_ORACLE(strict_null, (features & SSMSPEC_HAS_NULL) == 0,
                   REFUSED "has members that are null", name);
    SSMSPEC_ORACLE(strict_plain, false, REFUSED "nothing about it is unusual", name);
}

static void check_meaning(const char *name, unsigned features, struct ssmspec_view ours,
                          struct ssmspec_view theirs) {
    const bool is_free = (plugged.parser->choices & SSMSPEC_PARSER_DUPLICATES_DIFFER) != 0;
    if (ssmspec_view_eq(ours, theirs) || ((features & SSMSPEC_HAS_DUPLICATES) != 0 && is_free)) {
        return;
    }
#define MEANING(id, what)                                                                 \
    SSMSPEC_ORACLE(id, false, "operation=%s " what ":\nours    %.*s\nplugged %.*s", name, \
                   (int)ours.len, ours.ptr, (int)theirs.len, theirs.ptr)
    if ((features & SSMSPEC_HAS_DUPLICATES) != 0) {
        MEANING(meaning_duplicates, "of duplicates another one than the last counts");
    }
    if ((features & SSMSPEC_HAS_NUL) != 0) {
        MEANING(meaning_nul, "a character U+0000 was not kept");
    }
    if ((features & SSMSPEC_HAS_DECIMALS) != 0) {
        MEANING(meaning_decimals, "a number changed its value");
    }
    MEANING(meaning_plain, "understood otherwise");
}

static void check_accepted(const struct ssmspec_operation *operation,
                           const struct ssmspec_parsed *ours,
                           const struct ssmspec_plugged_answer *theirs,
                           struct ssmspec_view meaning) {
    const unsigned features = ssmspec_features_of(operation, ours->root);
    if (theirs->verdict == SSMSPEC_PARSER_REJECT) {
        check_strict(operation->name, features);
        return;
    }
    if (theirs->meaning.ptr != NULL) {
        check_meaning(operation->name, features, meaning, theirs->meaning);
    }
}

/* An identifier that breaks a rule may be called unknown instead (disagreement 4 of
 * OBSERVATIONS.md), and an integer that is too large either (9). */
static bool is_error_free(const struct ssmspec_parsed *ours) {
    bool is_free =
        ours->outcome == SSMSPEC_MISTYPED && strstr(ours->type_text, "an Integer") != NULL;
    for (size_t i = 0; ours->outcome == SSMSPEC_VIOLATING && i < ours->violation_count; i++) {
        const struct ssmspec_violation *const row = &ours->violations[i];
        is_free = is_free || row->shape->is_identifier || row->kind == SSMSPEC_RANGE;
    }
    return is_free;
}

static void check_rejected(const struct ssmspec_operation *operation, struct ssmspec_view body,
                           const struct ssmspec_parsed *ours,
                           const struct ssmspec_plugged_answer *theirs) {
    if (ssmspec_is_rejection_free(body, ours)) {
        return;
    }
    if (theirs->verdict == SSMSPEC_PARSER_ACCEPT) {
        ssmspec_report_lenient(operation, body, ours);
    }
    const char *const expected =
        ours->outcome == SSMSPEC_VIOLATING ? "ValidationException" : "SerializationException";
    SSMSPEC_ORACLE(error_type,
                   theirs->error.ptr == NULL || is_error_free(ours) ||
                       ssmspec_view_is(theirs->error, expected),
                   "operation=%s ours=%s plugged=%.*s", operation->name, expected,
                   (int)theirs->error.len, theirs->error.ptr);
}

static void expect_done(enum ssmspec_err err) {
    SSMSPEC_ORACLE(differential_total, err == SSMSPEC_OK, "%s", ssmspec_err_text(err));
}

static void check_operation(const struct ssmspec_operation *operation, struct ssmspec_view body,
                            const struct ssmspec_parsed *ours, bool is_twice,
                            struct ssmspec_arena *arena) {
    static struct ssmspec_bytes meant;
    struct ssmspec_plugged_answer theirs = {.verdict = SSMSPEC_PARSER_REJECT};
    const bool is_accepted = ours->outcome == SSMSPEC_PARSED;
    struct ssmspec_view meaning = {NULL, 0};
    if (is_accepted) {
        ssmspec_bytes_reset(&meant);
        expect_done(ssmspec_request_canonical(operation, ours->root, arena, &meant));
        meaning = ssmspec_bytes_view(&meant);
    }
    const struct ssmspec_plugged_answer known = {.said = meaning, .meaning = meaning};
    (is_twice ? ssmspec_plugged_ask : ssmspec_plugged_ask_once)(&plugged, operation, body, &known,
                                                                arena, &theirs);
    if (theirs.verdict == SSMSPEC_PARSER_UNKNOWN) {
        return;
    }
    if (is_accepted) {
        check_accepted(operation, ours, &theirs, meaning);
    } else {
        check_rejected(operation, body, ours, &theirs);
    }
}

/* We read the bytes once: without a document it is the same for every operation. A NUL behind them
 * is shown to one operation, which depends on the input alone. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_arena arena;
    const struct ssmspec_view body = ssmspec_fuzz_view(data, size);
    const struct ssmspec_operation *const *const operations = ssmspec_run_command.operations;
    struct ssmspec_parsed ours;
    size_t count = 0;
    while (operations[count] != NULL) {
        count++;
    }
    expect_done(ssmspec_request_parse(operations[0], body, NULL, plugged.patterns, &arena, &ours));
    const struct ssmspec_json *const root = ours.root;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && root != NULL) {
            expect_done(
                ssmspec_request_check(operations[i], body, root, plugged.patterns, &arena, &ours));
        }
        check_operation(operations[i], body, &ours, i == size % count, &arena);
    }
    ssmspec_arena_reset(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    return ssmspec_request_worth(plugged.patterns, ssmspec_fuzz_view(data, size));
}
