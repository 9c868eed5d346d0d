#include "src/case/catalogue.h"

#include "src/case/address.h"
#include "src/case/template.h"

#include <stdlib.h>
#include <string.h>

/* A frame case is the sentinel's request with something wrong. */
static const struct ssmspec_shape *output_of(const struct ssmspec_suite *suite,
                                             const struct ssmspec_operation *operation) {
    if (operation == NULL && suite->sentinel.operation != NULL) {
        operation = ssmspec_service_operation(suite->service, suite->sentinel.operation);
    }
    return operation == NULL ? NULL : operation->output;
}

enum ssmspec_err ssmspec_catalogue_address(struct ssmspec_catalogue *catalogue,
                                           const struct ssmspec_operation *operation,
                                           struct ssmspec_case *row) {
    row->model = operation;
    row->operation = operation == NULL ? NULL : operation->name;
    row->output = output_of(catalogue->suite, operation);
    const char *name = operation == NULL ? catalogue->suite->sentinel.operation : operation->name;
    GUARD(ssmspec_address(catalogue->suite->service, name, catalogue->arena, &row->request));
    row->control = row->request;
    row->foil = row->request;
    return SSMSPEC_OK;
}

static bool is_about_another(const struct ssmspec_operation *operation, struct ssmspec_view word) {
    const bool is_page = ssmspec_view_starts(word, SSMSPEC_VIEW("API:")) ||
                         ssmspec_view_starts(word, SSMSPEC_VIEW("NET:"));
    return is_page && ssmspec_view_find(word, ssmspec_view_of(operation->name)) == word.len;
}

const char *ssmspec_catalogue_source(struct ssmspec_catalogue *catalogue,
                                     const struct ssmspec_operation *operation,
                                     const char *source) {
    struct ssmspec_view rest = ssmspec_view_of(source);
    struct ssmspec_bytes kept = {0};
    while (rest.len > 0) {
        const size_t blank = ssmspec_view_find(rest, SSMSPEC_VIEW(" "));
        const struct ssmspec_view word = ssmspec_view_sub(rest, 0, blank);
        if (!is_about_another(operation, word)) {
            ssmspec_bytes_add_text(&kept, kept.len == 0 ? "" : " ");
            ssmspec_bytes_add(&kept, word);
        }
        rest = ssmspec_view_sub(rest, blank + 1, rest.len);
    }
    const char *text =
        kept.len == 0 ? source : ssmspec_arena_text(catalogue->arena, ssmspec_bytes_view(&kept));
    ssmspec_bytes_clear(&kept);
    return text;
}

static enum ssmspec_err check_roles(struct ssmspec_catalogue *catalogue, const char *id,
                                    struct ssmspec_view text) {
    const struct ssmspec_view unknown = ssmspec_template_unknown(text, catalogue->suite->roles);
    if (unknown.ptr == NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(catalogue->why, "case %s names the unknown role %.*s", id,
                         (int)unknown.len, unknown.ptr);
    return SSMSPEC_ERR_TABLE;
}

static enum ssmspec_err grow(struct ssmspec_catalogue *catalogue) {
    const size_t cap = catalogue->cap == 0 ? 1024 : catalogue->cap * 2;
    struct ssmspec_case *rows = ssmspec_arena_raw(catalogue->arena, cap * sizeof *rows);
    ENSURE(rows != NULL, SSMSPEC_ERR_NOMEM);
    if (catalogue->count > 0) {
        memcpy(rows, catalogue->rows, catalogue->count * sizeof *rows);
    }
    catalogue->rows = rows;
    catalogue->cap = cap;
    return SSMSPEC_OK;
}

static enum ssmspec_err check_signing(struct ssmspec_catalogue *catalogue, const char *id,
                                      const struct ssmspec_signing *how) {
    if (how == NULL) {
        return SSMSPEC_OK;
    }
    GUARD(check_roles(catalogue, id, ssmspec_view_of(how->access_key_id)));
    GUARD(check_roles(catalogue, id, ssmspec_view_of(how->secret)));
    return check_roles(catalogue, id, ssmspec_view_of(how->session_token));
}

enum ssmspec_err ssmspec_catalogue_add(struct ssmspec_catalogue *catalogue,
                                       const struct ssmspec_case *row) {
    if (catalogue->count == catalogue->cap) {
        GUARD(grow(catalogue));
    }
    struct ssmspec_case *kept = &catalogue->rows[catalogue->count];
    *kept = *row;
    kept->id = ssmspec_arena_printf(catalogue->arena, "%s/%s/%s/%s",
                                    row->model == NULL ? "any" : row->model->slug, row->path,
                                    row->kind, row->probe);
    ENSURE(kept->id != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(check_roles(catalogue, kept->id, row->request.body));
    GUARD(check_roles(catalogue, kept->id, row->control.body));
    GUARD(check_roles(catalogue, kept->id, row->foil.body));
    GUARD(check_signing(catalogue, kept->id, row->request.signing));
    for (size_t i = 0; i < row->request.header_count; i++) {
        GUARD(check_roles(catalogue, kept->id, row->request.headers[i].name));
        GUARD(check_roles(catalogue, kept->id, row->request.headers[i].value));
    }
    catalogue->count++;
    return SSMSPEC_OK;
}

static int by_id(const void *left, const void *right) {
    const struct ssmspec_case *const *a = left;
    const struct ssmspec_case *const *b = right;
    return strcmp((*a)->id, (*b)->id);
}

static enum ssmspec_err check_unique(const struct ssmspec_catalogue *catalogue,
                                     const struct ssmspec_case **sorted) {
    for (size_t i = 0; i < catalogue->count; i++) {
        sorted[i] = &catalogue->rows[i];
    }
    qsort(sorted, catalogue->count, sizeof(const struct ssmspec_case *), by_id);
    for (size_t i = 1; i < catalogue->count; i++) {
        if (strcmp(sorted[i - 1]->id, sorted[i]->id) == 0) {
            ssmspec_bytes_printf(catalogue->why, "two cases are called %s", sorted[i]->id);
            return SSMSPEC_ERR_TABLE;
        }
    }
    return SSMSPEC_OK;
}

static bool is_gathered(const struct ssmspec_case *rows, size_t at) {
    for (size_t i = at; i > 0; i--) {
        if (rows[i - 1].model == rows[at].model) {
            return true;
        }
    }
    return false;
}

/* Cases of one operation stand together: a run sends them with their controls operation by
 * operation. The order among them stays. */
static enum ssmspec_err gather(struct ssmspec_catalogue *catalogue) {
    struct ssmspec_case *rows =
        ssmspec_arena_raw(catalogue->arena, (catalogue->count + 1) * sizeof *rows);
    ENSURE(rows != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (size_t first = 0; count < catalogue->count; first++) {
        const struct ssmspec_operation *const model = catalogue->rows[first].model;
        if (is_gathered(catalogue->rows, first)) {
            continue;
        }
        for (size_t i = first; i < catalogue->count; i++) {
            if (catalogue->rows[i].model == model) {
                rows[count++] = catalogue->rows[i];
            }
        }
    }
    catalogue->rows = rows;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_catalogue_finish(struct ssmspec_catalogue *catalogue,
                                          struct ssmspec_cases *out) {
    GUARD(gather(catalogue));
    const struct ssmspec_case **sorted =
        ssmspec_arena_raw(catalogue->arena, (catalogue->count + 1) * sizeof *sorted);
    ENSURE(sorted != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(check_unique(catalogue, sorted));
    *out = (struct ssmspec_cases){.rows = catalogue->rows, .count = catalogue->count};
    return SSMSPEC_OK;
}
