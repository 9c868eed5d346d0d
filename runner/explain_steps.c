#include "runner/explain_steps.h"

#include "runner/explain_signing.h"
#include "runner/explain_wire.h"
#include "src/judge/claim.h"
#include "src/judge/words.h"

#include <stdio.h>

static void print_words(const char *what, const struct ssmspec_bytes *words, const char *tail) {
    (void)printf("   %-9s %s%s\n", what, words->len == 0 ? "" : words->ptr, tail);
}

static void print_outcomes(const struct ssmspec_step *step) {
    for (size_t i = 0; i < step->outcome_count; i++) {
        const struct ssmspec_outcome *outcome = &step->outcomes[i];
        struct ssmspec_bytes words = {0};
        ssmspec_outcome_words(outcome, &words);
        const bool is_accepted = ssmspec_outcome_is_accepted(outcome);
        if (!is_accepted) {
            ssmspec_bytes_printf(&words, " (breaks a %s, %s)", ssmspec_level_name(outcome->breaks),
                                 outcome->source == NULL ? "the case's own source"
                                                         : outcome->source);
        }
        print_words(is_accepted ? "accepted" : "tolerated", &words, "");
        ssmspec_bytes_clear(&words);
    }
}

static void print_claims(const struct ssmspec_claims *claims, const char *when) {
    for (size_t i = 0; i < claims->count; i++) {
        const struct ssmspec_claim *claim = &claims->rows[i];
        struct ssmspec_bytes words = {0};
        ssmspec_claim_words(claim, &words);
        if (claim->breaks != SSMSPEC_NONE) {
            ssmspec_bytes_printf(&words, " (else breaks a %s, %s)",
                                 ssmspec_level_name(claim->breaks),
                                 claim->source == NULL ? "the case's own source" : claim->source);
        }
        print_words("claim", &words, when);
        ssmspec_bytes_clear(&words);
    }
}

static void print_step(const struct ssmspec_step *step, size_t number) {
    (void)printf("%zu  %s%s\n", number, step->name,
                 step->is_prerequisite  ? " (a prerequisite)"
                 : step->is_provocation ? " (whatever it is answered)"
                                        : "");
    if (step->after_ms > 0) {
        (void)printf("   after     %.1f s\n", step->after_ms / 1000.0);
    }
    (void)printf("   request   %s %s\n", step->operation, step->body);
    if (step->header_name != NULL) {
        (void)printf("             %s: %s\n", step->header_name, step->header_value);
    }
    if (step->stretch > 0) {
        (void)printf("             where # stands for %u times %s\n", step->stretch,
                     step->stretch_text == NULL ? "x" : step->stretch_text);
    }
    ssmspec_explain_signing(step->signing, "   ");
    ssmspec_explain_wire(step->wire, "   ");
    if (step->copies > 1) {
        (void)printf("   copies    %u at once\n", step->copies);
    }
    if (step->pages != NULL) {
        (void)printf("   pages     %s, with ${page} from %s, until it is so, at most %u in all\n",
                     step->pages->body, step->pages->token, step->pages->most);
    }
    if (step->within_ms > 0) {
        (void)printf("   repeat    until it is so, for %.1f s\n", step->within_ms / 1000.0);
    }
    print_outcomes(step);
    print_claims(&step->always, step->pages == NULL ? ", in every answer" : ", on every page");
    print_claims(&step->claims, "");
    for (size_t i = 0; i < step->capture_count; i++) {
        (void)printf("   capture   ${%s} is %s\n", step->captures[i].role, step->captures[i].path);
    }
}

void ssmspec_explain_steps(const struct ssmspec_scenario *scenario) {
    for (size_t i = 0; i < scenario->step_count; i++) {
        print_step(&scenario->steps[i], i + 1);
    }
}
