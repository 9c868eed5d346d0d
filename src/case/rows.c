/* Hand-written rows as cases. */
#include "src/case/catalogue.h"
#include "src/case/expect.h"

#include <string.h>

/* The run of # in a body stands for a text of wanted length. */
static enum ssmspec_err stretch(struct ssmspec_arena *arena, const char *body, unsigned bytes,
                                struct ssmspec_view *out) {
    const struct ssmspec_view text = ssmspec_view_of(body);
    const size_t at = ssmspec_view_find(text, SSMSPEC_VIEW("#"));
    ENSURE(at < text.len, SSMSPEC_ERR_TABLE);
    char *stretched = ssmspec_arena_raw(arena, text.len - 1 + bytes);
    ENSURE(stretched != NULL, SSMSPEC_ERR_NOMEM);
    memcpy(stretched, text.ptr, at);
    memset(stretched + at, 'x', bytes);
    memcpy(stretched + at + bytes, text.ptr + at + 1, text.len - at - 1);
    *out = (struct ssmspec_view){stretched, text.len - 1 + bytes};
    return SSMSPEC_OK;
}

static enum ssmspec_err add_body(struct ssmspec_arena *arena, const struct ssmspec_row *row,
                                 struct ssmspec_case *made) {
    const char *body = row->body;
    if (body == NULL && made->model != NULL) {
        body = made->model->base;
    }
    if (row->body_repeat_bytes > 0) {
        return stretch(arena, body, row->body_repeat_bytes, &made->request.body);
    }
    made->request.body = ssmspec_view_of(body);
    return SSMSPEC_OK;
}

static enum ssmspec_err add_header(struct ssmspec_arena *arena, const struct ssmspec_row *row,
                                   struct ssmspec_case *made) {
    if (row->header_name == NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_header *header = ssmspec_arena_alloc(arena, sizeof *header);
    ENSURE(header != NULL, SSMSPEC_ERR_NOMEM);
    header->name = ssmspec_view_of(row->header_name);
    header->value = ssmspec_view_of(row->header_value);
    made->request.headers = header;
    made->request.header_count = 1;
    return SSMSPEC_OK;
}

static bool is_accepted_error(const struct ssmspec_expectation *expect, const char *error) {
    for (size_t i = 0; i < expect->count; i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && outcome->breaks == SSMSPEC_NONE &&
            strcmp(outcome->error, error) == 0) {
            return true;
        }
    }
    return false;
}

/* What the control may answer: the operation's acceptance less the very error that the case is
 * about, or an endpoint that always gives that error would earn itself a pass; what names real
 * nodes has no excuse but lag. */
static enum ssmspec_err expect_control(const struct ssmspec_row *row, struct ssmspec_case *made) {
    struct ssmspec_expectation all = {0};
    const bool is_live = row->effect == SSMSPEC_EFFECT_EXECUTE && !row->may_lag;
    GUARD(ssmspec_expect_accepted(made->model, is_live, NULL, SSMSPEC_NONE, &all));
    for (size_t i = 0; i < all.count; i++) {
        const struct ssmspec_outcome *outcome = &all.outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && is_accepted_error(&made->expect, outcome->error)) {
            continue;
        }
        GUARD(ssmspec_expect_add(&made->control_expect, *outcome));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err add_control(const struct ssmspec_row *row, struct ssmspec_case *made) {
    made->control_kind = row->control_kind;
    if (row->control_kind == SSMSPEC_NO_CONTROL || made->model == NULL) {
        return SSMSPEC_OK;
    }
    if (row->control_kind == SSMSPEC_CONTROL_FOIL) {
        made->control.body =
            ssmspec_view_of(row->control != NULL ? row->control : made->model->foil);
        return SSMSPEC_OK;
    }
    made->control.body = ssmspec_view_of(row->control != NULL ? row->control : made->model->base);
    made->foil.body = ssmspec_view_of(made->model->foil);
    return expect_control(row, made);
}

static enum ssmspec_err add_outcomes(const struct ssmspec_row *row, struct ssmspec_case *made) {
    for (size_t i = 0; i < row->outcome_count; i++) {
        GUARD(ssmspec_expect_add(&made->expect, row->outcomes[i]));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err add_row(struct ssmspec_catalogue *catalogue,
                                const struct ssmspec_operation *operation,
                                const struct ssmspec_row *row) {
    struct ssmspec_case made = {
        .path = row->path == NULL ? "-" : row->path,
        .kind = row->kind,
        .probe = row->probe,
        .rule = row->rule,
        .level = row->level,
        .source = row->source,
        .effect = row->effect,
        .check = row->check,
    };
    GUARD(ssmspec_catalogue_address(catalogue, operation, &made));
    GUARD(add_body(catalogue->arena, row, &made));
    GUARD(add_header(catalogue->arena, row, &made));
    GUARD(add_outcomes(row, &made));
    GUARD(add_control(row, &made));
    return ssmspec_catalogue_add(catalogue, &made);
}

static bool is_of(const struct ssmspec_row *row, const struct ssmspec_operation *operation) {
    if (row->operation == NULL || operation == NULL) {
        return row->operation == NULL && operation == NULL;
    }
    return strcmp(row->operation, operation->name) == 0;
}

enum ssmspec_err ssmspec_catalogue_rows(struct ssmspec_catalogue *catalogue,
                                        const struct ssmspec_suite *suite,
                                        const struct ssmspec_operation *operation) {
    for (const struct ssmspec_row *const *table = suite->tables; *table != NULL; table++) {
        for (const struct ssmspec_row *row = *table; row->kind != NULL; row++) {
            if (is_of(row, operation)) {
                GUARD(add_row(catalogue, operation, row));
            }
        }
    }
    return SSMSPEC_OK;
}
