#include "fuzz/plugged/ask.h"

#include "fuzz/harness.h"
#include "src/request/canonical.h"
#include "suites/service.h"

SSMSPEC_ORACLE_ID(plugged_abi);
SSMSPEC_ORACLE_ID(plugged_mute);
SSMSPEC_ORACLE_ID(plugged_memory);
SSMSPEC_ORACLE_ID(plugged_verdict);
SSMSPEC_ORACLE_ID(plugged_error);
SSMSPEC_ORACLE_ID(plugged_canonical);
SSMSPEC_ORACLE_ID(plugged_end);

#define MEMORY_OK(call) SSMSPEC_ORACLE(plugged_memory, (call) == SSMSPEC_OK, "%s", #call)

static bool is_word(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            return false;
        }
    }
    return text.len > 0;
}

static void take_error(const char *name, const struct ssmspec_parser_result *result,
                       struct ssmspec_arena *arena, struct ssmspec_view *out) {
    if (result->error == NULL) {
        return;
    }
    SSMSPEC_ORACLE(plugged_error, result->verdict == SSMSPEC_PARSER_REJECT,
                   "%s: an error without a rejection", name);
    MEMORY_OK(ssmspec_arena_copy(arena, ssmspec_view_of(result->error), out));
    SSMSPEC_ORACLE(plugged_error, is_word(*out), "%s: '%s' is no error type", name, out->ptr);
}

static struct ssmspec_view read_meaning(const struct ssmspec_plugged *plugged,
                                        const struct ssmspec_operation *operation,
                                        struct ssmspec_view said, struct ssmspec_arena *arena) {
    struct ssmspec_parsed parsed;
    struct ssmspec_bytes written = {0};
    struct ssmspec_view meaning = said;
    MEMORY_OK(ssmspec_request_parse(operation, said, NULL, plugged->patterns, arena, &parsed));
    /* One that breaks rules is still JSON; which rules is the differential's business. */
    SSMSPEC_ORACLE(plugged_canonical, parsed.outcome != SSMSPEC_MALFORMED,
                   "%s: the canonical form is no JSON object: %s at %zu: %.*s", operation->name,
                   parsed.fault.reason, parsed.offset, (int)said.len, said.ptr);
    if (parsed.outcome == SSMSPEC_PARSED) {
        MEMORY_OK(ssmspec_request_canonical(operation, parsed.root, arena, &written));
        MEMORY_OK(ssmspec_arena_copy(arena, ssmspec_bytes_view(&written), &meaning));
        ssmspec_bytes_clear(&written);
    }
    return meaning;
}

static void take_meaning(const struct ssmspec_plugged *plugged,
                         const struct ssmspec_operation *operation,
                         const struct ssmspec_parser_result *result,
                         const struct ssmspec_plugged_answer *known, struct ssmspec_arena *arena,
                         struct ssmspec_plugged_answer *out) {
    if (result->canonical == NULL) {
        return;
    }
    const struct ssmspec_view text = {result->canonical, result->canonical_length};
    SSMSPEC_ORACLE(plugged_canonical, result->verdict == SSMSPEC_PARSER_ACCEPT,
                   "%s: a canonical form without acceptance", operation->name);
    /* known itself is not compared with NULL: where the stack is, the engine would see and try. */
    if (known->said.ptr != NULL && ssmspec_view_eq(known->said, text)) {
        out->said = known->said;
        out->meaning = known->meaning;
        return;
    }
    MEMORY_OK(ssmspec_arena_copy(arena, text, &out->said));
    out->meaning = read_meaning(plugged, operation, out->said, arena);
}

static void ask(const struct ssmspec_plugged *plugged, const struct ssmspec_operation *operation,
                struct ssmspec_view body, const struct ssmspec_plugged_answer *known,
                struct ssmspec_arena *arena, struct ssmspec_plugged_answer *out) {
    struct ssmspec_parser_result result = {0};
    *out = (struct ssmspec_plugged_answer){0};
    plugged->parser->parse(operation->name, (const unsigned char *)body.ptr, body.len, &result);
    SSMSPEC_ORACLE(plugged_verdict,
                   result.verdict == SSMSPEC_PARSER_UNKNOWN ||
                       result.verdict == SSMSPEC_PARSER_ACCEPT ||
                       result.verdict == SSMSPEC_PARSER_REJECT,
                   "%s: verdict %d", operation->name, result.verdict);
    out->verdict = result.verdict;
    take_error(operation->name, &result, arena, &out->error);
    take_meaning(plugged, operation, &result, known, arena, out);
    if (plugged->parser->release != NULL) {
        plugged->parser->release(&result);
    }
}

static bool is_same(const struct ssmspec_plugged_answer *a,
                    const struct ssmspec_plugged_answer *b) {
    return a->verdict == b->verdict && ssmspec_view_eq(a->error, b->error) &&
           (a->meaning.ptr == NULL) == (b->meaning.ptr == NULL) &&
           ssmspec_view_eq(a->meaning, b->meaning);
}

void ssmspec_plugged_ask_once(const struct ssmspec_plugged *plugged,
                              const struct ssmspec_operation *operation, struct ssmspec_view body,
                              const struct ssmspec_plugged_answer *known,
                              struct ssmspec_arena *arena, struct ssmspec_plugged_answer *out) {
    char *const exact = ssmspec_fuzz_copy_exact(body);
    ask(plugged, operation, (struct ssmspec_view){exact, body.len}, known, arena, out);
    free(exact);
}

void ssmspec_plugged_ask(const struct ssmspec_plugged *plugged,
                         const struct ssmspec_operation *operation, struct ssmspec_view body,
                         const struct ssmspec_plugged_answer *known, struct ssmspec_arena *arena,
                         struct ssmspec_plugged_answer *out) {
    struct ssmspec_plugged_answer again;
    ssmspec_plugged_ask_once(plugged, operation, body, known, arena, out);
    char *const ended = ssmspec_fuzz_copy_with_end(body, '\0');
    ask(plugged, operation, (struct ssmspec_view){ended, body.len}, out, arena, &again);
    SSMSPEC_ORACLE(plugged_end, is_same(out, &again),
                   "%s: verdict %d %.*s, with a NUL behind the body %d %.*s", operation->name,
                   out->verdict, (int)out->meaning.len, out->meaning.ptr, again.verdict,
                   (int)again.meaning.len, again.meaning.ptr);
    free(ended);
}

void ssmspec_plugged_start(struct ssmspec_plugged *plugged) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_plugged_answer nothing = {0};
    bool is_heard = false;
    plugged->parser = ssmspec_parser();
    SSMSPEC_ORACLE(
        plugged_abi,
        plugged->parser != NULL && plugged->parser->abi == SSMSPEC_PARSER_ABI &&
            plugged->parser->name != NULL && plugged->parser->parse != NULL,
        "the plugged parser speaks another version of ssmspec_parser.h, or is incomplete");
    MEMORY_OK(ssmspec_patterns_new(&plugged->patterns));
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        struct ssmspec_plugged_answer answer;
        ssmspec_plugged_ask(plugged, ssmspec_run_command.operations[i], SSMSPEC_VIEW("{}"),
                            &nothing, &arena, &answer);
        is_heard = is_heard || answer.verdict != SSMSPEC_PARSER_UNKNOWN;
    }
    SSMSPEC_ORACLE(plugged_mute, is_heard, "%s reads no operation", plugged->parser->name);
    ssmspec_arena_clear(&arena);
}
