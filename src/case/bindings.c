#include "src/case/bindings.h"

void ssmspec_bindings_init(struct ssmspec_bindings *bindings, struct ssmspec_arena *arena) {
    *bindings = (struct ssmspec_bindings){.arena = arena};
}

static struct ssmspec_binding *find(const struct ssmspec_bindings *bindings,
                                    struct ssmspec_view role) {
    for (size_t i = 0; i < bindings->count; i++) {
        if (ssmspec_view_eq(bindings->rows[i].role, role)) {
            return &bindings->rows[i];
        }
    }
    return NULL;
}

static enum ssmspec_err grow(struct ssmspec_bindings *bindings) {
    const size_t cap = bindings->cap == 0 ? 32 : bindings->cap * 2;
    struct ssmspec_binding *rows = ssmspec_arena_alloc(bindings->arena, cap * sizeof *rows);
    ENSURE(rows != NULL, SSMSPEC_ERR_NOMEM);
    if (bindings->count > 0) {
        memcpy(rows, bindings->rows, bindings->count * sizeof *rows);
    }
    bindings->rows = rows;
    bindings->cap = cap;
    return SSMSPEC_OK;
}

static enum ssmspec_err row_for(struct ssmspec_bindings *bindings, struct ssmspec_view role,
                                struct ssmspec_binding **out) {
    *out = find(bindings, role);
    if (*out != NULL) {
        return SSMSPEC_OK;
    }
    if (bindings->count == bindings->cap) {
        GUARD(grow(bindings));
    }
    struct ssmspec_view name;
    GUARD(ssmspec_arena_copy(bindings->arena, role, &name));
    *out = &bindings->rows[bindings->count++];
    **out = (struct ssmspec_binding){.role = name};
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_bindings_set_list(struct ssmspec_bindings *bindings,
                                           struct ssmspec_view role,
                                           const struct ssmspec_view *values, size_t count) {
    struct ssmspec_view *copies =
        ssmspec_arena_alloc(bindings->arena, (count + 1) * sizeof *copies);
    ENSURE(copies != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < count; i++) {
        GUARD(ssmspec_arena_copy(bindings->arena, values[i], &copies[i]));
    }
    struct ssmspec_binding *row;
    GUARD(row_for(bindings, role, &row));
    row->values = copies;
    row->value_count = count;
    row->is_list = true;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_bindings_set(struct ssmspec_bindings *bindings, struct ssmspec_view role,
                                      struct ssmspec_view value) {
    GUARD(ssmspec_bindings_set_list(bindings, role, &value, value.ptr == NULL ? 0 : 1));
    find(bindings, role)->is_list = false;
    return SSMSPEC_OK;
}

const struct ssmspec_binding *ssmspec_bindings_get(const struct ssmspec_bindings *bindings,
                                                   struct ssmspec_view role) {
    const struct ssmspec_binding *row = find(bindings, role);
    return row == NULL || row->value_count == 0 ? NULL : row;
}
