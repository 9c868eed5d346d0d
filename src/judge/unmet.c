#include "src/judge/judging.h"
#include "src/judge/outcome.h"
#include "src/judge/words.h"

/* The finding's text for an answer that differs from what was expected. */
static struct ssmspec_finding differs(struct ssmspec_judging *judging, const char *code) {
    const char *got = ssmspec_answer_words(&judging->answer, judging->arena);
    const char *wanted = ssmspec_expected_sentence(&judging->the_case->expect, judging->arena);
    const char *text =
        got == NULL || wanted == NULL
            ? NULL
            : ssmspec_arena_printf(judging->arena, "Answered %s instead of %s.", got, wanted);
    return (struct ssmspec_finding){.code = code, .text = text};
}

/* By the case's own level, whatever the control says. A further look at an answer is another
 * matter: the answer it looks at did not come, and another case blames that. */
static enum ssmspec_err blame(struct ssmspec_judging *judging, struct ssmspec_finding finding) {
    const enum ssmspec_level level = judging->the_case->level;
    if (judging->the_case->check != SSMSPEC_CHECK_OUTCOME_ONLY) {
        finding.code = "not-shown";
        return ssmspec_conclude(judging, SSMSPEC_INCONCLUSIVE, level, finding);
    }
    return ssmspec_conclude(judging, ssmspec_verdict_of(level), level, finding);
}

static bool expects_rejection(const struct ssmspec_expectation *expect) {
    return ssmspec_expects_kind(expect, SSMSPEC_ERROR) ||
           ssmspec_expects_kind(expect, SSMSPEC_CLIENT_ERROR) ||
           ssmspec_expects_kind(expect, SSMSPEC_CLIENT_STATUS);
}

/* What has another reason than the tested one says nothing while the control fails too. */
static enum ssmspec_err blame_if_controlled(struct ssmspec_judging *judging,
                                            struct ssmspec_finding finding) {
    struct ssmspec_finding weighed = {.code = NULL};
    const enum ssmspec_control_kind kind = judging->the_case->control_kind;
    if (kind == SSMSPEC_CONTROL_ACCEPTED || kind == SSMSPEC_CONTROL_TWIN) {
        GUARD(ssmspec_control_weigh(judging, &weighed));
    }
    if (weighed.code != NULL) {
        return ssmspec_conclude(judging, SSMSPEC_INCONCLUSIVE, judging->the_case->level, weighed);
    }
    return blame(judging, finding);
}

static enum ssmspec_err blame_success(struct ssmspec_judging *judging, const char *misfit) {
    if (!ssmspec_expects_kind(&judging->the_case->expect, SSMSPEC_SUCCESS)) {
        return blame(judging, differs(judging, "accepted-invalid"));
    }
    if (misfit == NULL) {
        return blame(judging, differs(judging, "wrong-status"));
    }
    const struct ssmspec_finding finding = {
        .code = "malformed-answer",
        .text = ssmspec_arena_printf(judging->arena, "The 200 does not fit the model: %s.", misfit),
    };
    return blame_if_controlled(judging, finding);
}

static enum ssmspec_err blame_rejection(struct ssmspec_judging *judging) {
    const struct ssmspec_answer *answer = &judging->answer;
    const struct ssmspec_expectation *expect = &judging->the_case->expect;
    if (!expects_rejection(expect)) {
        return blame_if_controlled(judging, differs(judging, "rejected-valid"));
    }
    if (answer->body_kind != SSMSPEC_BODY_OBJECT) {
        return blame(judging, differs(judging, "not-json"));
    }
    if (answer->error.len == 0) {
        return blame(judging, differs(judging, "no-error-type"));
    }
    const bool is_named = ssmspec_expects_error(expect, answer->error);
    return blame_if_controlled(judging,
                               differs(judging, is_named ? "wrong-status" : "wrong-error"));
}

enum ssmspec_err ssmspec_unmet_judge(struct ssmspec_judging *judging, const char *misfit) {
    const int status = judging->answer.status;
    const bool is_success = status >= 200 && status < 300;
    const bool is_client_fault = status >= 400 && status < 500;
    if (is_success) {
        return blame_success(judging, misfit);
    }
    if (is_client_fault) {
        return blame_rejection(judging);
    }
    if (ssmspec_expects_status(&judging->the_case->expect, status)) {
        const bool is_object = judging->answer.body_kind == SSMSPEC_BODY_OBJECT;
        return blame(judging, differs(judging, is_object ? "wrong-error" : "not-json"));
    }
    const bool is_server_fault = status >= 500 && status < 600;
    struct ssmspec_finding finding =
        differs(judging, is_server_fault ? "server-error" : "impossible-status");
    finding.source = is_server_fault ? "OBS:F-68" : "SMITHY:awsJson1_1";
    return ssmspec_conclude(judging, SSMSPEC_FAIL, SSMSPEC_MUST, finding);
}
