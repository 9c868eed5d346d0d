#include "src/judge/judge.h"

#include "src/judge/judging.h"
#include "src/judge/outcome.h"
#include "src/judge/words.h"
#include "src/response/plain.h"

static const struct ssmspec_transport_row {
    const char *code;
    bool is_ours;         /* nothing to blame the subject for */
    const char *sentence; /* before the detail */
    const char *source;
} transport_rows[] = {
    [SSMSPEC_UNREACHABLE] = {"unreachable", true, "The endpoint could not be reached", NULL},
    [SSMSPEC_CLOSED] = {"connection-closed", false, "The connection ended before a whole response",
                        "OBS:F-68 RFC9112:9.5"},
    [SSMSPEC_TIMED_OUT] = {"timed-out", false, "No whole response in time", "OBS:F-68"},
    [SSMSPEC_NOT_HTTP] = {"not-http", false, "What came is not HTTP", "OBS:F-68 RFC9112:2.1"},
    [SSMSPEC_TOO_LARGE] = {"too-large", false, "The response has no reasonable end", "OBS:F-68"},
    [SSMSPEC_BROKEN] = {"unreachable", true, "The exchange failed on our side", NULL},
};

static enum ssmspec_err judge_transport(struct ssmspec_judging *judging) {
    const size_t transport = (size_t)judging->exchange->transport;
    const bool is_listed = transport < sizeof(transport_rows) / sizeof(transport_rows[0]);
    const struct ssmspec_transport_row *row =
        &transport_rows[is_listed ? transport : SSMSPEC_BROKEN];
    const char *detail =
        ssmspec_plain_text(judging->exchange->detail, SSMSPEC_PLAIN_MOST, judging->arena);
    ENSURE(detail != NULL, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_finding finding = {
        .code = row->code,
        .text = ssmspec_arena_printf(judging->arena, "%s%s%s.", row->sentence,
                                     detail[0] == '\0' ? "" : ": ", detail),
        .source = row->source,
    };
    if (row->is_ours) {
        return ssmspec_conclude(judging, SSMSPEC_INCONCLUSIVE, judging->the_case->level, finding);
    }
    return ssmspec_conclude(judging, SSMSPEC_FAIL, SSMSPEC_MUST, finding);
}

/* What was expected and what came stand beside it. */
static enum ssmspec_err judge_as_expected(struct ssmspec_judging *judging) {
    const struct ssmspec_finding finding = {.code = "as-expected", .text = "Answered as expected."};
    return ssmspec_conclude(judging, SSMSPEC_PASS, judging->the_case->level, finding);
}

static enum ssmspec_err judge_tolerated(struct ssmspec_judging *judging,
                                        const struct ssmspec_outcome *outcome) {
    static const char *const words[] = {[SSMSPEC_NONE] = "nothing",
                                        [SSMSPEC_MAY] = "a MAY",
                                        [SSMSPEC_SHOULD] = "a SHOULD",
                                        [SSMSPEC_MUST] = "a MUST"};
    const bool is_silence = outcome->kind == SSMSPEC_NO_ANSWER;
    const char *got =
        is_silence ? "nothing" : ssmspec_answer_words(&judging->answer, judging->arena);
    const char *wanted = ssmspec_expected_sentence(&judging->the_case->expect, judging->arena);
    ENSURE(got != NULL && wanted != NULL, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_finding finding = {
        .code = "tolerated",
        .text = ssmspec_arena_printf(judging->arena, "Answered %s instead of %s, which breaks %s.",
                                     got, wanted, words[outcome->breaks]),
        .source = outcome->source,
    };
    return ssmspec_worsen(judging, outcome->breaks, finding);
}

bool ssmspec_success_tells(const struct ssmspec_case *the_case) {
    const struct ssmspec_shape *output = the_case->output;
    for (size_t i = 0; output != NULL && i < output->member_count; i++) {
        if (output->members[i].is_always_sent) {
            return true;
        }
    }
    return output == NULL;
}

/* A refusal is told from the operation's own errors by a control that was let in and drew one. */
static bool was_let_in(const struct ssmspec_judging *judging,
                       const struct ssmspec_outcome *outcome) {
    return judging->the_case->needs_verifier && outcome->kind != SSMSPEC_SUCCESS &&
           ssmspec_control_is_alike(judging);
}

static enum ssmspec_err judge_let_in(struct ssmspec_judging *judging) {
    const char *words = ssmspec_answer_words(&judging->answer, judging->arena);
    ENSURE(words != NULL, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_finding finding = {
        .code = "accepted-invalid",
        .text = ssmspec_arena_printf(judging->arena,
                                     "Answered %s, as the same request signed right.", words),
    };
    const enum ssmspec_level level = judging->the_case->level;
    return ssmspec_conclude(judging, ssmspec_verdict_of(level), level, finding);
}

/* What an outcome that fits is worth, each further look only making it worse. */
static enum ssmspec_err judge_outcome(struct ssmspec_judging *judging,
                                      const struct ssmspec_outcome *outcome) {
    const enum ssmspec_level own_level = judging->the_case->level;
    const bool is_rejection = outcome->kind != SSMSPEC_SUCCESS;
    const bool has_twin = judging->the_case->control_kind == SSMSPEC_CONTROL_TWIN;
    const bool needs_control =
        is_rejection || has_twin || !ssmspec_success_tells(judging->the_case);
    struct ssmspec_finding weighed = {.code = NULL};
    if (needs_control) {
        GUARD(ssmspec_control_weigh(judging, &weighed));
    }
    if (weighed.code != NULL) {
        return ssmspec_conclude(judging, SSMSPEC_INCONCLUSIVE, own_level, weighed);
    }
    if (was_let_in(judging, outcome)) {
        return judge_let_in(judging);
    }
    GUARD(judge_as_expected(judging));
    if (!ssmspec_outcome_is_accepted(outcome)) {
        GUARD(judge_tolerated(judging, outcome));
    }
    if (is_rejection) {
        GUARD(ssmspec_worsen(judging, SSMSPEC_SHOULD, ssmspec_match_look(judging)));
    }
    GUARD(ssmspec_worsen(judging, own_level, ssmspec_twin_look(judging)));
    return ssmspec_worsen(judging, own_level, ssmspec_answer_look(judging));
}

/* Asked to slow down, or no longer let in: nothing was learned about the case, unless being let in
 * is what it is about. */
static const char *refusal_code(const struct ssmspec_judging *judging) {
    const struct ssmspec_view error = judging->answer.error;
    if (ssmspec_expects_error(&judging->the_case->expect, error)) {
        return NULL;
    }
    if (ssmspec_view_among(error, judging->service->throttle_errors)) {
        return "throttled";
    }
    const struct ssmspec_case *the_case = judging->the_case;
    const bool is_about_signing = the_case->needs_verifier || the_case->request.signing != NULL;
    const bool is_refused = ssmspec_view_among(error, judging->service->credential_errors);
    return is_refused && !is_about_signing ? "credentials" : NULL;
}

static enum ssmspec_err judge_refusal(struct ssmspec_judging *judging, const char *code) {
    const char *words = ssmspec_answer_words(&judging->answer, judging->arena);
    ENSURE(words != NULL, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_finding finding = {
        .code = code,
        .text = ssmspec_arena_printf(judging->arena, "Answered %s, whatever was asked.", words),
    };
    return ssmspec_conclude(judging, SSMSPEC_INCONCLUSIVE, judging->the_case->level, finding);
}

enum ssmspec_err ssmspec_judge(const struct ssmspec_service *service,
                               const struct ssmspec_case *the_case,
                               const struct ssmspec_reading *own,
                               const struct ssmspec_reading *control,
                               const struct ssmspec_reading *foil, enum ssmspec_match match,
                               struct ssmspec_arena *arena, struct ssmspec_verdict *out) {
    struct ssmspec_judging judging = {
        .service = service,
        .the_case = the_case,
        .exchange = own->exchange,
        .answer = own->answer,
        .is_success = own->is_success,
        .control = control,
        .foil = foil,
        .match = match,
        .arena = arena,
        .out = out,
    };
    const bool is_delivered = own->exchange->transport == SSMSPEC_DELIVERED;
    const struct ssmspec_outcome *outcome = ssmspec_outcome_find(&the_case->expect, false, own);
    if (!is_delivered && outcome == NULL) {
        return judge_transport(&judging);
    }
    const char *refusal = is_delivered ? refusal_code(&judging) : NULL;
    if (refusal != NULL) {
        return judge_refusal(&judging, refusal);
    }
    if (outcome == NULL) {
        return ssmspec_unmet_judge(&judging, own->misfit);
    }
    return judge_outcome(&judging, outcome);
}

bool ssmspec_says_not_implemented(const struct ssmspec_reading *reading) {
    const struct ssmspec_answer *answer = &reading->answer;
    if (reading->exchange->transport != SSMSPEC_DELIVERED) {
        return false;
    }
    const bool is_unknown = ssmspec_view_is(answer->error, "UnknownOperationException") ||
                            ssmspec_view_is(answer->error, "InvalidAction");
    return is_unknown || answer->status >= 500 || answer->body_kind == SSMSPEC_BODY_MARKUP;
}
