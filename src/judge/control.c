#include "src/judge/judging.h"
#include "src/judge/outcome.h"
#include "src/judge/words.h"
#include "src/response/plain.h"

static struct ssmspec_finding rejected(struct ssmspec_judging *judging, const char *got) {
    const struct ssmspec_case *the_case = judging->the_case;
    const bool is_foil = the_case->control_kind == SSMSPEC_CONTROL_FOIL;
    const char *wanted = is_foil
                             ? "any other answer"
                             : ssmspec_expected_sentence(&the_case->control_expect, judging->arena);
    const char *text =
        got == NULL || wanted == NULL
            ? NULL
            : ssmspec_arena_printf(judging->arena,
                                   "The control should get %s but got %s, so the answer proves "
                                   "nothing.",
                                   wanted, got);
    return (struct ssmspec_finding){.code = "control-rejected", .text = text};
}

static const char *transport_words(struct ssmspec_judging *judging) {
    const char *detail = ssmspec_plain_text(judging->control->exchange->detail,
                                            SSMSPEC_PLAIN_MOST / 3, judging->arena);
    if (detail == NULL) {
        return NULL;
    }
    const char *name = ssmspec_transport_name(judging->control->exchange->transport);
    return ssmspec_arena_printf(judging->arena, "no answer (%s%s%s)", name,
                                detail[0] == '\0' ? "" : ": ", detail);
}

static bool is_alike(const struct ssmspec_answer *a, const struct ssmspec_answer *b) {
    return a->status == b->status && ssmspec_view_eq(a->error, b->error);
}

bool ssmspec_control_is_alike(const struct ssmspec_judging *judging) {
    const struct ssmspec_reading *control = judging->control;
    return judging->the_case->control_kind == SSMSPEC_CONTROL_ACCEPTED && control != NULL &&
           control->exchange->transport == SSMSPEC_DELIVERED &&
           is_alike(&control->answer, &judging->answer);
}

struct ssmspec_finding ssmspec_twin_look(const struct ssmspec_judging *judging) {
    const struct ssmspec_reading *twin = judging->control;
    if (judging->the_case->control_kind != SSMSPEC_CONTROL_TWIN ||
        is_alike(&twin->answer, &judging->answer)) {
        return (struct ssmspec_finding){.code = NULL};
    }
    const char *own = ssmspec_answer_words(&judging->answer, judging->arena);
    const char *other = ssmspec_answer_words(&twin->answer, judging->arena);
    const char *text =
        own == NULL || other == NULL
            ? NULL
            : ssmspec_arena_printf(judging->arena,
                                   "Answered %s, but the same request in plain bytes got %s.", own,
                                   other);
    return (struct ssmspec_finding){.code = "answered-otherwise", .text = text};
}

static struct ssmspec_finding weigh_accepted(struct ssmspec_judging *judging) {
    const struct ssmspec_reading *control = judging->control;
    if (ssmspec_outcome_find(&judging->the_case->control_expect, true, control) != NULL) {
        return (struct ssmspec_finding){.code = NULL};
    }
    const char *words = ssmspec_answer_words(&control->answer, judging->arena);
    if (control->misfit != NULL && words != NULL) {
        words = ssmspec_arena_printf(judging->arena, "%s (%s)", words, control->misfit);
    }
    return rejected(judging, words);
}

static struct ssmspec_finding weigh_foil(struct ssmspec_judging *judging,
                                         const struct ssmspec_answer *foil) {
    const struct ssmspec_answer *own = &judging->answer;
    if (!is_alike(foil, own)) {
        return (struct ssmspec_finding){.code = NULL};
    }
    const char *words = ssmspec_answer_words(foil, judging->arena);
    const char *text = words == NULL
                           ? NULL
                           : ssmspec_arena_printf(judging->arena,
                                                  "A request that must be told apart got %s too, "
                                                  "so the answer proves nothing.",
                                                  words);
    return (struct ssmspec_finding){.code = "indistinguishable", .text = text};
}

/* Control and case got the same answer, which tells nothing by itself: only the foil can say
 * whether the endpoint tells anything apart. */
static struct ssmspec_finding weigh_alike(struct ssmspec_judging *judging) {
    if (judging->foil == NULL || judging->foil->exchange->transport != SSMSPEC_DELIVERED) {
        return (struct ssmspec_finding){.code = NULL};
    }
    return weigh_foil(judging, &judging->foil->answer);
}

/* A 200 that holds something is no accident, and one that does not fit is like no sound answer. */
static bool is_doubtful(const struct ssmspec_judging *judging) {
    const bool is_empty = judging->is_success && !ssmspec_success_tells(judging->the_case);
    return is_alike(&judging->control->answer, &judging->answer) &&
           (judging->answer.status != 200 || is_empty);
}

static struct ssmspec_finding weigh(struct ssmspec_judging *judging) {
    const enum ssmspec_control_kind kind = judging->the_case->control_kind;
    if (kind == SSMSPEC_NO_CONTROL) {
        return (struct ssmspec_finding){.code = NULL};
    }
    if (judging->control == NULL) {
        return (struct ssmspec_finding){.code = "control-missing",
                                        .text = "The control could not be sent, so the answer "
                                                "proves nothing."};
    }
    if (judging->control->exchange->transport != SSMSPEC_DELIVERED) {
        return rejected(judging, transport_words(judging));
    }
    const struct ssmspec_answer *answer = &judging->control->answer;
    if (answer->status >= 500) {
        return rejected(judging, ssmspec_answer_words(answer, judging->arena));
    }
    if (kind == SSMSPEC_CONTROL_FOIL) {
        return weigh_foil(judging, answer);
    }
    const struct ssmspec_finding finding = weigh_accepted(judging);
    return finding.code == NULL && is_doubtful(judging) ? weigh_alike(judging) : finding;
}

enum ssmspec_err ssmspec_control_weigh(struct ssmspec_judging *judging,
                                       struct ssmspec_finding *out) {
    *out = weigh(judging);
    return out->code != NULL && out->text == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}
