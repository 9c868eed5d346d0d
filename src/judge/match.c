#include "src/judge/judging.h"
#include "src/judge/phrase.h"

static struct ssmspec_finding unnamed(const struct ssmspec_judging *judging, bool has_message) {
    const char *text =
        ssmspec_arena_printf(judging->arena,
                             has_message ? "The rejection's message does not name '%s'."
                                         : "The rejection has no message that names '%s'.",
                             judging->the_case->expect.member);
    return (struct ssmspec_finding){"member-not-named", text, "OBS:V-07"};
}

static struct ssmspec_finding misworded(const struct ssmspec_judging *judging, bool has_message) {
    const char *text =
        ssmspec_arena_printf(judging->arena,
                             has_message ? "The rejection's message does not say '%s'."
                                         : "The rejection has no message that says '%s'.",
                             judging->the_case->expect.phrase);
    return (struct ssmspec_finding){"wording", text, "OBS:V-01"};
}

/* Wording is the first outcome's: another error that is accepted too has its own. */
static bool is_worded(const struct ssmspec_judging *judging) {
    const struct ssmspec_outcome *first = &judging->the_case->expect.outcomes[0];
    return first->kind != SSMSPEC_ERROR || ssmspec_view_is(judging->answer.error, first->error);
}

struct ssmspec_finding ssmspec_match_look(const struct ssmspec_judging *judging) {
    const struct ssmspec_expectation *expect = &judging->the_case->expect;
    const struct ssmspec_view message = judging->answer.message;
    const bool has_message = message.ptr != NULL;
    if (judging->match == SSMSPEC_MATCH_CODE || !is_worded(judging)) {
        return (struct ssmspec_finding){.code = NULL};
    }
    if (expect->member != NULL && !ssmspec_message_names(message, expect->member)) {
        return unnamed(judging, has_message);
    }
    if (judging->match == SSMSPEC_MATCH_EXACT && expect->phrase != NULL &&
        !ssmspec_message_says(message, expect->phrase)) {
        return misworded(judging, has_message);
    }
    return (struct ssmspec_finding){.code = NULL};
}
