#include "runner/exits.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/report/trace.h"
#include "suites/statements.h"
#include "suites/suite.h"

#include <stdio.h>

static enum ssmspec_err load(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                             struct ssmspec_cases *cases, struct ssmspec_trace *out,
                             struct ssmspec_bytes *why) {
    GUARD(ssmspec_load_cases(options, arena, cases, why));
    return ssmspec_trace_make(cases, ssmspec_run_command_suite.service,
                              ssmspec_run_command_statements, arena, out);
}

static enum ssmspec_err check(const struct ssmspec_trace *trace, struct ssmspec_bytes *text,
                              size_t *gaps) {
    GUARD(ssmspec_trace_check(trace, text, gaps));
    ssmspec_bytes_printf(text, "%zu rules, %zu cases, %zu %s\n", trace->rule_count,
                         trace->cases->count, *gaps, *gaps == 1 ? "gap" : "gaps");
    return ssmspec_bytes_status(text);
}

static enum ssmspec_err write(const struct ssmspec_options *options,
                              const struct ssmspec_trace *trace, size_t *gaps) {
    struct ssmspec_bytes text = {0};
    enum ssmspec_err err;
    if (ssmspec_is_given(options, SSMSPEC_FLAG_CHECK)) {
        err = check(trace, &text, gaps);
    } else if (ssmspec_is_given(options, SSMSPEC_FLAG_JSON)) {
        err = ssmspec_trace_json(trace, &text);
    } else {
        err = ssmspec_trace_markdown(trace, &text);
    }
    if (err == SSMSPEC_OK) {
        (void)fwrite(text.ptr, 1, text.len, stdout);
    }
    ssmspec_bytes_clear(&text);
    return err;
}

int ssmspec_verb_trace(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_cases cases;
    struct ssmspec_trace trace;
    size_t gaps = 0;
    enum ssmspec_err err = load(options, &arena, &cases, &trace, &why);
    if (err == SSMSPEC_OK) {
        err = write(options, &trace, &gaps);
    }
    int code = gaps > 0 ? SSMSPEC_EXIT_OWN_FAULT : SSMSPEC_EXIT_OK;
    if (err != SSMSPEC_OK) {
        code = ssmspec_complain(err, &why);
    }
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return code;
}
