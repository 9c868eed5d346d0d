#include "src/json/write.h"
#include "src/rule/constraint.h"

#define DEPTH_MAX 16

static enum ssmspec_err write_example(const struct ssmspec_shape *shape, unsigned depth,
                                      struct ssmspec_bytes *out);

static const struct ssmspec_constraint *find_row(const struct ssmspec_shape *shape,
                                                 enum ssmspec_kind kind) {
    for (size_t i = 0; i < shape->constraint_count; i++) {
        if (shape->constraints[i].kind == kind) {
            return &shape->constraints[i];
        }
    }
    return NULL;
}

static enum ssmspec_err write_members(const struct ssmspec_shape *shape, unsigned depth,
                                      struct ssmspec_bytes *out) {
    bool is_first = true;
    ssmspec_bytes_add_char(out, '{');
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct ssmspec_member *member = &shape->members[i];
        if (!member->is_required) {
            continue;
        }
        ssmspec_bytes_add_text(out, is_first ? "" : ",");
        is_first = false;
        ssmspec_json_write_string(out, ssmspec_view_of(member->name));
        ssmspec_bytes_add_char(out, ':');
        GUARD(write_example(member->shape, depth + 1, out));
    }
    ssmspec_bytes_add_char(out, '}');
    return SSMSPEC_OK;
}

/* As many entries as its count asks for, at least one. */
static enum ssmspec_err write_entries(const struct ssmspec_shape *shape, unsigned depth,
                                      struct ssmspec_bytes *out) {
    const struct ssmspec_constraint *row = find_row(shape, SSMSPEC_COUNT);
    const unsigned count = row != NULL && row->min > 1 ? (unsigned)row->min : 1;
    const bool is_map = shape->type == SSMSPEC_MAP;
    ssmspec_bytes_add_char(out, is_map ? '{' : '[');
    for (unsigned i = 0; i < count; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "" : ",");
        if (is_map) {
            GUARD(ssmspec_shape_series(shape->key, i, out));
            ssmspec_bytes_add_char(out, ':');
        }
        if (shape->element->series != NULL) {
            GUARD(ssmspec_shape_series(shape->element, i, out));
            continue;
        }
        GUARD(write_example(shape->element, depth + 1, out));
    }
    ssmspec_bytes_add_char(out, is_map ? '}' : ']');
    return SSMSPEC_OK;
}

static enum ssmspec_err write_string(const struct ssmspec_shape *shape, struct ssmspec_bytes *out) {
    const struct ssmspec_constraint *set = find_row(shape, SSMSPEC_ENUM);
    if (set != NULL) {
        ssmspec_json_write_string(out, ssmspec_view_of(set->values[0]));
        return SSMSPEC_OK;
    }
    ENSURE(shape->series != NULL, SSMSPEC_ERR_TABLE);
    return ssmspec_shape_series(shape, 0, out);
}

static enum ssmspec_err write_integer(const struct ssmspec_shape *shape,
                                      struct ssmspec_bytes *out) {
    const struct ssmspec_constraint *row = find_row(shape, SSMSPEC_RANGE);
    const bool has_min = row != NULL && row->min != SSMSPEC_NO_MIN;
    ssmspec_bytes_printf(out, "%lld", has_min ? (long long)row->min : 1);
    return SSMSPEC_OK;
}

static enum ssmspec_err write_example(const struct ssmspec_shape *shape, unsigned depth,
                                      struct ssmspec_bytes *out) {
    ENSURE(depth < DEPTH_MAX, SSMSPEC_ERR_TABLE);
    if (shape->example != NULL) {
        ssmspec_bytes_add_text(out, shape->example);
        return SSMSPEC_OK;
    }
    switch (shape->type) {
    case SSMSPEC_STRUCTURE:
        return write_members(shape, depth, out);
    case SSMSPEC_LIST:
    case SSMSPEC_MAP:
        return write_entries(shape, depth, out);
    case SSMSPEC_STRING:
        return write_string(shape, out);
    case SSMSPEC_INTEGER:
        return write_integer(shape, out);
    case SSMSPEC_BOOLEAN:
        ssmspec_bytes_add_text(out, "true");
        return SSMSPEC_OK;
    default:
        return SSMSPEC_ERR_TABLE;
    }
}

enum ssmspec_err ssmspec_shape_example(const struct ssmspec_shape *shape,
                                       struct ssmspec_bytes *out) {
    GUARD(write_example(shape, 0, out));
    return ssmspec_bytes_status(out);
}

/* Every run of # becomes index, with leading zeros to the run's width. */
static void number_runs(const char *series, unsigned index, struct ssmspec_bytes *out) {
    while (*series != '\0') {
        const size_t width = strspn(series, "#");
        if (width > 0) {
            ssmspec_bytes_printf(out, "%0*u", (int)width, index);
            series += width;
            continue;
        }
        const size_t plain = strcspn(series, "#");
        ssmspec_bytes_add(out, (struct ssmspec_view){series, plain});
        series += plain;
    }
}

enum ssmspec_err ssmspec_shape_series(const struct ssmspec_shape *shape, unsigned index,
                                      struct ssmspec_bytes *out) {
    if (shape->series == NULL) {
        return ssmspec_shape_example(shape, out);
    }
    struct ssmspec_bytes text = {0};
    number_runs(shape->series, index, &text);
    enum ssmspec_err err = ssmspec_bytes_status(&text);
    const struct ssmspec_view numbered = ssmspec_bytes_view(&text);
    const bool is_json = numbered.len > 0 && (numbered.ptr[0] == '"' || numbered.ptr[0] == '{');
    if (err == SSMSPEC_OK && is_json) {
        ssmspec_bytes_add(out, numbered);
    } else if (err == SSMSPEC_OK) {
        ssmspec_json_write_string(out, numbered);
    }
    ssmspec_bytes_clear(&text);
    return err == SSMSPEC_OK ? ssmspec_bytes_status(out) : err;
}
