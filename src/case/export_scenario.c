/* Scenarios in an export. */
#include "src/case/exporting.h"
#include "src/case/kinds.h"

static void add_text(struct ssmspec_pen *pen, const char *name, const char *text) {
    ssmspec_pen_text(pen, name, ssmspec_view_of(text));
}

static void add_count(struct ssmspec_pen *pen, const char *name, unsigned count) {
    if (count != 0) {
        ssmspec_pen_number(pen, name, count);
    }
}

static void add_bounds(struct ssmspec_pen *pen, const struct ssmspec_claim *claim) {
    const bool has_min = claim->kind == SSMSPEC_CLAIM_NUMBER || claim->kind == SSMSPEC_CLAIM_COUNT;
    if (has_min) {
        ssmspec_pen_number(pen, "min", claim->min);
    }
    if (has_min || claim->kind == SSMSPEC_CLAIM_BRIEF) {
        ssmspec_pen_number(pen, "max", claim->max);
    }
    add_text(pen, "plus", claim->plus);
}

static void add_claim(struct ssmspec_pen *pen, const struct ssmspec_claim *claim) {
    ssmspec_pen_open(pen, NULL, '{');
    add_text(pen, "path", claim->path);
    add_text(pen, "claim", ssmspec_claim_kinds[claim->kind]);
    add_text(pen, "text", claim->text);
    if (claim->texts != NULL) {
        ssmspec_pen_open(pen, "texts", '[');
        for (const char *const *text = claim->texts; *text != NULL; text++) {
            add_text(pen, NULL, *text);
        }
        ssmspec_pen_close(pen, ']');
    }
    add_bounds(pen, claim);
    ssmspec_pen_flag(pen, "of_every", claim->is_of_every);
    ssmspec_pen_flag(pen, "may_be_absent", claim->may_be_absent);
    if (claim->breaks != SSMSPEC_NONE) {
        add_text(pen, "breaks", ssmspec_level_name(claim->breaks));
        add_text(pen, "source", claim->source);
    }
    ssmspec_pen_close(pen, '}');
}

static void add_claims(struct ssmspec_pen *pen, const char *name,
                       const struct ssmspec_claims *claims) {
    if (claims->count == 0) {
        return;
    }
    ssmspec_pen_open(pen, name, '[');
    for (size_t i = 0; i < claims->count; i++) {
        add_claim(pen, &claims->rows[i]);
    }
    ssmspec_pen_close(pen, ']');
}

static void add_captures(struct ssmspec_pen *pen, const struct ssmspec_step *step) {
    if (step->capture_count == 0) {
        return;
    }
    ssmspec_pen_open(pen, "captures", '[');
    for (size_t i = 0; i < step->capture_count; i++) {
        ssmspec_pen_open(pen, NULL, '{');
        add_text(pen, "role", step->captures[i].role);
        add_text(pen, "path", step->captures[i].path);
        ssmspec_pen_flag(pen, "optional", step->captures[i].is_optional);
        ssmspec_pen_flag(pen, "in_upper_case", step->captures[i].in_upper_case);
        ssmspec_pen_close(pen, '}');
    }
    ssmspec_pen_close(pen, ']');
}

static void add_stretch(struct ssmspec_pen *pen, const struct ssmspec_step *step) {
    if (step->stretch != 0) {
        ssmspec_pen_open(pen, "stretch", '{');
        add_text(pen, "text", step->stretch_text == NULL ? "x" : step->stretch_text);
        ssmspec_pen_number(pen, "times", step->stretch);
        ssmspec_pen_close(pen, '}');
    }
}

static void add_pages(struct ssmspec_pen *pen, const struct ssmspec_pages *pages) {
    if (pages != NULL) {
        ssmspec_pen_open(pen, "pages", '{');
        add_text(pen, "token", pages->token);
        ssmspec_pen_base64(pen, "body_base64", ssmspec_view_of(pages->body));
        ssmspec_pen_number(pen, "most", pages->most);
        ssmspec_pen_close(pen, '}');
    }
}

static void add_sending(struct ssmspec_pen *pen, const struct ssmspec_step *step) {
    add_text(pen, "operation", step->operation);
    ssmspec_pen_base64(pen, "body_base64", ssmspec_view_of(step->body));
    add_stretch(pen, step);
    if (step->header_name != NULL) {
        ssmspec_export_header(pen, "header",
                              (struct ssmspec_header){ssmspec_view_of(step->header_name),
                                                      ssmspec_view_of(step->header_value)});
    }
    ssmspec_export_signing(pen, step->signing);
    ssmspec_export_wire(pen, step->wire);
    add_count(pen, "after_ms", step->after_ms);
    add_count(pen, "within_ms", step->within_ms);
    add_count(pen, "copies", step->copies);
    add_pages(pen, step->pages);
}

static void add_step(struct ssmspec_pen *pen, const struct ssmspec_step *step) {
    ssmspec_pen_open(pen, NULL, '{');
    add_text(pen, "name", step->name);
    add_sending(pen, step);
    ssmspec_export_outcomes(pen, step->outcomes, step->outcome_count);
    add_claims(pen, "claims", &step->claims);
    add_claims(pen, "always", &step->always);
    add_captures(pen, step);
    ssmspec_pen_flag(pen, "prerequisite", step->is_prerequisite);
    ssmspec_pen_flag(pen, "provocation", step->is_provocation);
    ssmspec_pen_close(pen, '}');
}

void ssmspec_export_scenario(struct ssmspec_pen *pen, const struct ssmspec_scenario *scenario) {
    ssmspec_pen_open(pen, "scenario", '{');
    ssmspec_pen_flag(pen, "slow", scenario->is_slow);
    ssmspec_pen_flag(pen, "alone", scenario->is_alone);
    ssmspec_pen_open(pen, "steps", '[');
    for (size_t i = 0; i < scenario->step_count; i++) {
        add_step(pen, &scenario->steps[i]);
    }
    ssmspec_pen_close(pen, ']');
    ssmspec_pen_close(pen, '}');
}
