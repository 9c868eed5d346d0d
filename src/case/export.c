#include "src/case/export.h"

#include "src/case/exporting.h"
#include "src/case/kinds.h"

static void add_text(struct ssmspec_pen *pen, const char *name, const char *text) {
    ssmspec_pen_text(pen, name, ssmspec_view_of(text));
}

static void add_outcome(struct ssmspec_pen *pen, const struct ssmspec_outcome *outcome) {
    ssmspec_pen_open(pen, NULL, '{');
    add_text(pen, "answer", ssmspec_answer_kinds[outcome->kind]);
    if (outcome->kind == SSMSPEC_ERROR || outcome->kind == SSMSPEC_STATUS) {
        ssmspec_pen_number(pen, "status", outcome->status);
    }
    if (outcome->kind == SSMSPEC_ERROR) {
        add_text(pen, "error", outcome->error);
    }
    if (outcome->breaks != SSMSPEC_NONE) {
        add_text(pen, "breaks", ssmspec_level_name(outcome->breaks));
        add_text(pen, "source", outcome->source);
    }
    ssmspec_pen_close(pen, '}');
}

/* Nothing when there are none on that side. */
static void add_side(struct ssmspec_pen *pen, const char *name,
                     const struct ssmspec_outcome *outcomes, size_t count, bool is_tolerated) {
    bool is_open = false;
    for (size_t i = 0; i < count; i++) {
        if ((outcomes[i].breaks != SSMSPEC_NONE) != is_tolerated) {
            continue;
        }
        if (!is_open) {
            ssmspec_pen_open(pen, name, '[');
            is_open = true;
        }
        add_outcome(pen, &outcomes[i]);
    }
    if (is_open) {
        ssmspec_pen_close(pen, ']');
    }
}

void ssmspec_export_outcomes(struct ssmspec_pen *pen, const struct ssmspec_outcome *outcomes,
                             size_t count) {
    add_side(pen, "accepted", outcomes, count, false);
    add_side(pen, "tolerated", outcomes, count, true);
}

static void add_control(struct ssmspec_pen *pen, const struct ssmspec_case *row) {
    if (row->control_kind == SSMSPEC_NO_CONTROL) {
        return;
    }
    ssmspec_pen_open(pen, "control", '{');
    add_text(pen, "must_be", ssmspec_control_kinds[row->control_kind]);
    ssmspec_export_request(pen, "request", &row->control);
    ssmspec_export_outcomes(pen, row->control_expect.outcomes, row->control_expect.count);
    ssmspec_pen_close(pen, '}');
}

static void add_exchange(struct ssmspec_pen *pen, const struct ssmspec_case *row) {
    ssmspec_export_request(pen, "request", &row->request);
    ssmspec_export_outcomes(pen, row->expect.outcomes, row->expect.count);
    add_text(pen, "member", row->expect.member);
    add_text(pen, "phrase", row->expect.phrase);
    if (row->check != SSMSPEC_CHECK_OUTCOME_ONLY) {
        add_text(pen, "check", ssmspec_check_kinds[row->check]);
    }
    add_control(pen, row);
    if (row->foil.body.ptr != NULL) {
        ssmspec_export_request(pen, "foil", &row->foil);
    }
}

static void add_case(struct ssmspec_pen *pen, const struct ssmspec_case *row) {
    ssmspec_pen_open(pen, NULL, '{');
    add_text(pen, "id", row->id);
    add_text(pen, "operation", row->operation == NULL ? "any" : row->operation);
    add_text(pen, "path", row->path);
    add_text(pen, "kind", row->kind);
    add_text(pen, "probe", row->probe);
    add_text(pen, "rule", row->rule);
    add_text(pen, "level", ssmspec_level_name(row->level));
    add_text(pen, "source", row->source);
    add_text(pen, "effect", ssmspec_effect_name(row->effect));
    ssmspec_pen_flag(pen, "needs_verifier", row->needs_verifier);
    if (row->scenario != NULL) {
        ssmspec_export_scenario(pen, row->scenario);
    } else {
        add_exchange(pen, row);
    }
    ssmspec_pen_close(pen, '}');
}

enum ssmspec_err ssmspec_export_cases(const struct ssmspec_cases *cases,
                                      struct ssmspec_bytes *out) {
    struct ssmspec_pen pen = {.out = out};
    ssmspec_pen_open(&pen, NULL, '{');
    add_text(&pen, "schema", SSMSPEC_EXPORT_SCHEMA);
    ssmspec_pen_open(&pen, "cases", '[');
    for (size_t i = 0; i < cases->count; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "\n" : ",\n");
        pen.has_sibling = false;
        add_case(&pen, &cases->rows[i]);
    }
    ssmspec_bytes_add_text(out, "\n");
    ssmspec_pen_close(&pen, ']');
    ssmspec_pen_close(&pen, '}');
    ssmspec_bytes_add_text(out, "\n");
    return ssmspec_bytes_status(out);
}
