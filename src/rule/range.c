#include "src/rule/bounds.h"
#include "src/rule/probing.h"

#define BEYOND_INT32 INT64_C(2147483648)

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)shape;
    (void)patterns;
    int64_t number = 0;
    if (value->type != SSMSPEC_JSON_NUMBER || !ssmspec_json_to_int64(value, &number)) {
        return SSMSPEC_WITHIN;
    }
    return ssmspec_bounds_side(constraint, number);
}

/* An overflow is a range error to some, a type error to others: both are right. */
#define OVERFLOW_ERROR "SerializationException"

static enum ssmspec_err send_number(const struct ssmspec_probing *probing, const char *name,
                                    int64_t number, enum ssmspec_stance stance) {
    const bool is_overflow = number >= BEYOND_INT32 && stance == SSMSPEC_REJECT;
    const struct ssmspec_probe probe = {
        .name = name, .stance = stance, .also = is_overflow ? OVERFLOW_ERROR : NULL};
    struct ssmspec_bytes value = {0};
    ssmspec_bytes_printf(&value, "%lld", (long long)number);
    return ssmspec_probing_send_bytes(probing, probe, &value);
}

static bool is_planned(const struct ssmspec_bound *rows, size_t count, int64_t number) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i].value == number) {
            return true;
        }
    }
    return false;
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    static const struct ssmspec_bound extras[] = {
        {.name = "zero", .value = 0},
        {.name = "negative", .value = -1},
        {.name = "beyond-int32", .value = BEYOND_INT32},
    };
    const struct ssmspec_probing probing = {site, sink, context};
    struct ssmspec_bound rows[SSMSPEC_BOUNDS_MAX];
    const size_t count = ssmspec_bounds_plan(site->constraint, false, rows);
    for (size_t i = 0; i < count; i++) {
        GUARD(send_number(&probing, rows[i].name, rows[i].value, rows[i].stance));
    }
    for (size_t i = 0; i < sizeof extras / sizeof extras[0]; i++) {
        const int64_t number = extras[i].value;
        const bool is_within = ssmspec_bounds_side(site->constraint, number) == SSMSPEC_WITHIN;
        if (is_planned(rows, count, number)) {
            continue;
        }
        GUARD(send_number(&probing, extras[i].name, number,
                          is_within && number < BEYOND_INT32 ? SSMSPEC_ACCEPT : SSMSPEC_REJECT));
    }
    return ssmspec_probing_send(&probing, "beyond-int64", "9223372036854775808", SSMSPEC_REJECT,
                                NULL, OVERFLOW_ERROR);
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    (void)shape;
    ssmspec_bounds_describe(constraint, "value", side, out);
}

const struct ssmspec_constraint_kind ssmspec_range_kind = {
    .kind = SSMSPEC_RANGE, .check = check, .probe = probe, .describe = describe};
