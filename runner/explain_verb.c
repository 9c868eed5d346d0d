#include "runner/exits.h"
#include "runner/explain_signing.h"
#include "runner/explain_steps.h"
#include "runner/explain_wire.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/judge/words.h"
#include "src/response/plain.h"

#include <stdio.h>

#define BODY_SHOWN 2000

static const struct ssmspec_case *find_case(const struct ssmspec_cases *cases,
                                            struct ssmspec_view id) {
    for (size_t i = 0; i < cases->count; i++) {
        if (ssmspec_view_is(id, cases->rows[i].id)) {
            return &cases->rows[i];
        }
    }
    return NULL;
}

/* The nearest help for a mistyped id: the cases that a pattern of it would meet. */
static void suggest(const struct ssmspec_cases *cases, struct ssmspec_view id,
                    struct ssmspec_bytes *why) {
    size_t shown = 0;
    for (size_t i = 0; i < cases->count && shown < 5; i++) {
        if (ssmspec_case_matches(cases->rows[i].id, id)) {
            ssmspec_bytes_printf(why, "%s %s", shown == 0 ? "; do you mean" : ",",
                                 cases->rows[i].id);
            shown++;
        }
    }
}

static void print_body(const char *what, struct ssmspec_view body) {
    struct ssmspec_bytes shown = {0};
    ssmspec_plain_add(&shown, body, BODY_SHOWN);
    (void)printf("%-9s %s\n", what, shown.len == 0 ? "(empty)" : ssmspec_bytes_view(&shown).ptr);
    ssmspec_bytes_clear(&shown);
}

static void print_header(struct ssmspec_view name, struct ssmspec_view value) {
    if (value.ptr == NULL) {
        (void)printf("          (no %.*s)\n", (int)name.len, name.ptr);
        return;
    }
    (void)printf("          %.*s: %.*s\n", (int)name.len, name.ptr, (int)value.len, value.ptr);
}

static void print_request(const struct ssmspec_request *request) {
    (void)printf("request   %.*s %.*s\n", (int)request->method.len, request->method.ptr,
                 (int)request->path.len, request->path.ptr);
    print_header(SSMSPEC_VIEW("X-Amz-Target"), request->target);
    print_header(SSMSPEC_VIEW("Content-Type"), request->content_type);
    for (size_t i = 0; i < request->header_count; i++) {
        const struct ssmspec_header *header = &request->headers[i];
        print_header(header->name, header->value);
    }
    print_body("body", request->body);
    ssmspec_explain_signing(request->signing, "");
    ssmspec_explain_wire(request->wire, "");
}

static void print_outcomes(const char *what, const struct ssmspec_expectation *expect) {
    for (size_t i = 0; i < expect->count; i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        struct ssmspec_bytes words = {0};
        ssmspec_outcome_words(outcome, &words);
        const char *text = words.len == 0 ? "" : ssmspec_bytes_view(&words).ptr;
        if (outcome->breaks == SSMSPEC_NONE) {
            (void)printf("%-9s %s\n", what, text);
        } else {
            (void)printf("%-9s %s (breaks a %s, %s)\n", "tolerated", text,
                         ssmspec_level_name(outcome->breaks),
                         outcome->source == NULL ? "the case's own source" : outcome->source);
        }
        ssmspec_bytes_clear(&words);
    }
}

/* A counterpart's body, and how it is signed where the case's own request is signed wrongly. */
static void print_counterpart(const struct ssmspec_case *row) {
    print_body("body", row->control.body);
    if (row->request.signing != NULL && row->control.signing == NULL) {
        (void)puts("signed    as it should be");
    }
    ssmspec_explain_signing(row->control.signing, "");
}

static void print_control(const struct ssmspec_case *row) {
    if (row->control_kind == SSMSPEC_NO_CONTROL) {
        (void)puts("control   none");
        return;
    }
    if (row->control_kind == SSMSPEC_CONTROL_FOIL) {
        (void)puts(
            "control   an error proves something only if this request is answered otherwise");
        print_counterpart(row);
        return;
    }
    (void)puts(row->control_kind == SSMSPEC_CONTROL_TWIN
                   ? "control   this request says the same and must be answered alike"
                   : "control   a rejection proves something only if this request is accepted");
    print_counterpart(row);
    print_outcomes("accepted", &row->control_expect);
}

static void print_exchange(const struct ssmspec_case *row) {
    print_request(&row->request);
    (void)puts("");
    print_outcomes("accepted", &row->expect);
    (void)printf("otherwise breaks a %s\n\n", ssmspec_level_name(row->level));
    print_control(row);
}

static void print_case(const struct ssmspec_case *row) {
    (void)printf("%s\n\n", row->id);
    (void)printf("rule      %s\n", row->rule);
    (void)printf("level     %s\n", ssmspec_level_name(row->level));
    (void)printf("source    %s\n", row->source);
    (void)printf("effect    %s\n\n", ssmspec_effect_name(row->effect));
    if (row->scenario != NULL) {
        ssmspec_explain_steps(row->scenario);
    } else {
        print_exchange(row);
    }
    (void)printf("\nrepeat    ssmspec run %s\n", row->id);
}

static enum ssmspec_err explain(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                                struct ssmspec_bytes *why) {
    struct ssmspec_cases cases;
    if (options->words.count == 0) {
        ssmspec_bytes_add_text(why, "explain takes the id of a case; ssmspec list prints them");
        return SSMSPEC_ERR_USAGE;
    }
    GUARD(ssmspec_load_cases(options, arena, &cases, why));
    const struct ssmspec_view id = options->words.items[0];
    const struct ssmspec_case *row = find_case(&cases, id);
    if (row == NULL) {
        ssmspec_bytes_printf(why, "there is no case \"%.*s\"", (int)id.len, id.ptr);
        suggest(&cases, id, why);
        return SSMSPEC_ERR_USAGE;
    }
    print_case(row);
    return SSMSPEC_OK;
}

int ssmspec_verb_explain(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    const enum ssmspec_err err = explain(options, &arena, &why);
    const int code = err == SSMSPEC_OK ? SSMSPEC_EXIT_OK : ssmspec_complain(err, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return code;
}
