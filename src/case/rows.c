/* Hand-written rows as cases. */
#include "src/case/catalogue.h"
#include "src/case/expect.h"
#include "src/case/spelling.h"

#include <string.h>

const char ssmspec_absent[] = "absent";

/* One row being made into the case of one operation. */
struct making {
    struct ssmspec_catalogue *catalogue;
    const struct ssmspec_row *row;
    struct ssmspec_spelling spelling;
    struct ssmspec_case made;
};

/* A text of the row as bytes of the request; NULL: what is there already stays. */
static enum ssmspec_err replace(struct making *making, const char *text, struct ssmspec_view *out) {
    if (text == NULL) {
        return SSMSPEC_OK;
    }
    if (text == ssmspec_absent) {
        *out = (struct ssmspec_view){NULL, 0};
        return SSMSPEC_OK;
    }
    return ssmspec_spell(&making->spelling, ssmspec_view_of(text), making->catalogue->arena, out);
}

static enum ssmspec_err add_body(struct making *making) {
    const struct ssmspec_row *row = making->row;
    struct ssmspec_view text = making->spelling.base;
    if (row->body != NULL) {
        text = ssmspec_view_of(row->body);
        text.len = row->body_bytes > 0 ? row->body_bytes : text.len;
    }
    return ssmspec_spell(&making->spelling, text, making->catalogue->arena,
                         &making->made.request.body);
}

static enum ssmspec_err add_headers(struct making *making) {
    const struct ssmspec_row_header *given = making->row->headers;
    struct ssmspec_request *request = &making->made.request;
    struct ssmspec_header *headers =
        ssmspec_arena_alloc(making->catalogue->arena, SSMSPEC_ROW_HEADERS_MAX * sizeof *headers);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < SSMSPEC_ROW_HEADERS_MAX && given[i].name != NULL; i++) {
        GUARD(replace(making, given[i].name, &headers[i].name));
        GUARD(replace(making, given[i].value, &headers[i].value));
        request->header_count++;
    }
    request->headers = headers;
    return SSMSPEC_OK;
}

static enum ssmspec_err add_request(struct making *making) {
    const struct ssmspec_row *row = making->row;
    struct ssmspec_request *request = &making->made.request;
    GUARD(replace(making, row->method, &request->method));
    GUARD(replace(making, row->request_path, &request->path));
    GUARD(replace(making, row->target, &request->target));
    GUARD(replace(making, row->content_type, &request->content_type));
    request->signing = row->signing;
    GUARD(add_body(making));
    request->wire = row->wire;
    return row->headers[0].name == NULL ? SSMSPEC_OK : add_headers(making);
}

/* Whether the case is about that error: a row of its own accepts it. */
static bool is_about(const struct ssmspec_row *row, const char *error) {
    for (size_t i = 0; i < row->outcome_count; i++) {
        const struct ssmspec_outcome *outcome = &row->outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && outcome->breaks == SSMSPEC_NONE &&
            strcmp(outcome->error, error) == 0) {
            return true;
        }
    }
    return false;
}

/* What a frame case or an operation's base may be answered. */
static enum ssmspec_err expect_base(const struct making *making, bool is_live,
                                    struct ssmspec_expectation *expect) {
    if (making->made.model == NULL) {
        return ssmspec_expect_add(expect, (struct ssmspec_outcome){.kind = SSMSPEC_SUCCESS});
    }
    return ssmspec_expect_accepted(making->made.model, is_live, NULL, SSMSPEC_NONE, expect);
}

/* What the control may answer: the operation's acceptance less the very error that the case is
 * about, or an endpoint that always gives that error would earn itself a pass; what names real
 * nodes has no excuse but lag. */
static enum ssmspec_err expect_control(struct making *making) {
    const struct ssmspec_row *row = making->row;
    struct ssmspec_expectation all = {0};
    GUARD(expect_base(making, row->effect == SSMSPEC_EFFECT_EXECUTE && !row->may_lag, &all));
    for (size_t i = 0; i < all.count; i++) {
        const struct ssmspec_outcome *outcome = &all.outcomes[i];
        if (outcome->kind == SSMSPEC_ERROR && is_about(row, outcome->error)) {
            continue;
        }
        GUARD(ssmspec_expect_add(&making->made.control_expect, *outcome));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err add_control(struct making *making) {
    struct ssmspec_case *made = &making->made;
    const struct ssmspec_view foil =
        ssmspec_view_of(made->model == NULL ? NULL : made->model->foil);
    made->control_kind = making->row->control_kind;
    switch (made->control_kind) {
    case SSMSPEC_NO_CONTROL:
        return SSMSPEC_OK;
    case SSMSPEC_CONTROL_FOIL:
        made->control.body = foil;
        return replace(making, making->row->control, &made->control.body);
    case SSMSPEC_CONTROL_ACCEPTED:
        made->control.body = making->spelling.base;
        made->foil.body = foil;
        GUARD(replace(making, making->row->control, &made->control.body));
        return expect_control(making);
    case SSMSPEC_CONTROL_TWIN:
        made->control.body = making->spelling.base;
        made->foil.body = foil;
        made->control_expect = made->expect;
        return replace(making, making->row->control, &made->control.body);
    }
    return SSMSPEC_ERR_TABLE;
}

static enum ssmspec_err add_outcomes(struct making *making) {
    const struct ssmspec_row *row = making->row;
    if (row->is_valid) {
        GUARD(expect_base(making, row->effect == SSMSPEC_EFFECT_EXECUTE, &making->made.expect));
    }
    making->made.expect.member = row->member;
    for (size_t i = 0; i < row->outcome_count; i++) {
        GUARD(ssmspec_expect_add(&making->made.expect, row->outcomes[i]));
    }
    return SSMSPEC_OK;
}

static struct ssmspec_spelling spelling_of(const struct ssmspec_suite *suite,
                                           const struct ssmspec_operation *operation,
                                           const struct ssmspec_row *row) {
    const struct ssmspec_errand_row *sentinel = &suite->sentinel;
    return (struct ssmspec_spelling){
        .service = ssmspec_view_of(suite->service->target_prefix),
        .operation = ssmspec_view_of(operation == NULL ? sentinel->operation : operation->name),
        .base = ssmspec_view_of(operation == NULL ? sentinel->body : operation->base),
        .stretch = row->stretch,
        .stretch_count = sizeof row->stretch / sizeof row->stretch[0],
    };
}

static enum ssmspec_err add_row(struct ssmspec_catalogue *catalogue,
                                const struct ssmspec_operation *operation,
                                const struct ssmspec_row *row) {
    struct making making = {
        .catalogue = catalogue,
        .row = row,
        .spelling = spelling_of(catalogue->suite, operation, row),
        .made = {.path = row->path == NULL ? "-" : row->path,
                 .kind = row->kind,
                 .probe = row->probe,
                 .rule = row->rule,
                 .level = row->level,
                 .source = row->source,
                 .effect = row->effect,
                 .check = row->check,
                 .needs_verifier = row->needs_verifier},
    };
    GUARD(ssmspec_catalogue_address(catalogue, operation, &making.made));
    GUARD(add_request(&making));
    GUARD(add_outcomes(&making));
    GUARD(add_control(&making));
    return ssmspec_catalogue_add(catalogue, &making.made);
}

static bool is_of(const struct ssmspec_row *row, const struct ssmspec_operation *operation) {
    if (row->operation == NULL || operation == NULL) {
        return row->operation == NULL && operation == NULL;
    }
    return strcmp(row->operation, SSMSPEC_EVERY_OPERATION) == 0 ||
           strcmp(row->operation, operation->name) == 0;
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
