#include "src/rule/bounds.h"
#include "src/rule/probing.h"

#define BOUND_MAX 10000 /* entries; bounds beyond this are not probed */

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)patterns;
    const bool is_map = shape->type == SSMSPEC_MAP;
    if (value->type != (is_map ? SSMSPEC_JSON_OBJECT : SSMSPEC_JSON_LIST)) {
        return SSMSPEC_WITHIN;
    }
    return ssmspec_bounds_side(constraint, value->count);
}

static enum ssmspec_err write_entries(const struct ssmspec_shape *shape, int64_t count,
                                      struct ssmspec_bytes *out) {
    const bool is_map = shape->type == SSMSPEC_MAP;
    ssmspec_bytes_add_char(out, is_map ? '{' : '[');
    for (int64_t i = 0; i < count; i++) {
        if (i > 0) {
            ssmspec_bytes_add_char(out, ',');
        }
        if (is_map) {
            GUARD(ssmspec_shape_series(shape->key, (unsigned)i, out));
            ssmspec_bytes_add_char(out, ':');
        }
        GUARD(ssmspec_shape_series(shape->element, (unsigned)i, out));
    }
    ssmspec_bytes_add_char(out, is_map ? '}' : ']');
    return ssmspec_bytes_status(out);
}

static enum ssmspec_err send_entries(const struct ssmspec_probing *probing, const char *name,
                                     int64_t count, enum ssmspec_stance stance) {
    struct ssmspec_bytes value = {0};
    const enum ssmspec_err err = write_entries(probing->site->shape, count, &value);
    if (err != SSMSPEC_OK) {
        ssmspec_bytes_clear(&value);
        return err;
    }
    const struct ssmspec_probe probe = {.name = name, .stance = stance};
    return ssmspec_probing_send_bytes(probing, probe, &value);
}

/* An empty one is legal unless there is a min; a min of one calls it below-min. */
static enum ssmspec_err probe_empty(const struct ssmspec_probing *probing) {
    const struct ssmspec_constraint *constraint = probing->site->constraint;
    if (constraint->min == 1) {
        return SSMSPEC_OK;
    }
    if (constraint->min > 1) {
        return send_entries(probing, "empty", 0, SSMSPEC_REJECT);
    }
    return send_entries(probing, "empty", 0,
                        constraint->is_min_unsettled ? SSMSPEC_UNSETTLED : SSMSPEC_ACCEPT);
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    const struct ssmspec_probing probing = {site, sink, context};
    GUARD(probe_empty(&probing));
    struct ssmspec_bound rows[SSMSPEC_BOUNDS_MAX];
    const size_t count = ssmspec_bounds_plan(site->constraint, true, rows);
    for (size_t i = 0; i < count; i++) {
        const bool is_empty = rows[i].value == 0 && rows[i].stance != SSMSPEC_REJECT;
        if (!is_empty && rows[i].value <= BOUND_MAX) {
            GUARD(send_entries(&probing, rows[i].name, rows[i].value, rows[i].stance));
        }
    }
    const int64_t max = site->constraint->max;
    if (max < 1 || max > BOUND_MAX / 10) {
        return SSMSPEC_OK;
    }
    return send_entries(&probing, "far-above", max * 10, SSMSPEC_REJECT);
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    (void)shape;
    ssmspec_bounds_describe(constraint, "length", side, out);
}

const struct ssmspec_constraint_kind ssmspec_count_kind = {
    .kind = SSMSPEC_COUNT, .check = check, .probe = probe, .describe = describe};
