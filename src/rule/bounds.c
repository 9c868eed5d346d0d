#include "src/rule/bounds.h"

enum ssmspec_side ssmspec_bounds_side(const struct ssmspec_constraint *constraint, int64_t value) {
    if (value < constraint->min) {
        return SSMSPEC_BELOW;
    }
    return value > constraint->max ? SSMSPEC_ABOVE : SSMSPEC_WITHIN;
}

size_t ssmspec_bounds_plan(const struct ssmspec_constraint *constraint, bool is_size,
                           struct ssmspec_bound rows[SSMSPEC_BOUNDS_MAX]) {
    const int64_t min = constraint->min;
    const int64_t max = constraint->max;
    const bool has_min = min != SSMSPEC_NO_MIN;
    const bool has_max = max != SSMSPEC_NO_MAX;
    size_t count = 0;
    if (has_min && !(is_size && min <= 0)) {
        rows[count++] = (struct ssmspec_bound){"below-min", min - 1, SSMSPEC_REJECT};
    }
    if (has_min && min == max) {
        rows[count++] = (struct ssmspec_bound){"exact", min, SSMSPEC_ACCEPT};
    }
    if (has_min && min != max) {
        rows[count++] = (struct ssmspec_bound){
            "at-min", min, constraint->is_min_unsettled ? SSMSPEC_UNSETTLED : SSMSPEC_ACCEPT};
    }
    if (has_max && min != max) {
        rows[count++] = (struct ssmspec_bound){
            "at-max", max, constraint->is_max_unsettled ? SSMSPEC_UNSETTLED : SSMSPEC_ACCEPT};
    }
    if (has_max) {
        rows[count++] = (struct ssmspec_bound){"above-max", max + 1, SSMSPEC_REJECT};
    }
    return count;
}

void ssmspec_bounds_describe(const struct ssmspec_constraint *constraint, const char *noun,
                             enum ssmspec_side side, struct ssmspec_bytes *out) {
    const bool has_min = constraint->min != SSMSPEC_NO_MIN;
    const bool has_max = constraint->max != SSMSPEC_NO_MAX;
    const bool is_whole = side != SSMSPEC_BELOW && side != SSMSPEC_ABOVE;
    ssmspec_bytes_printf(out, "Member must have %s ", noun);
    if (is_whole && has_min && has_max) {
        ssmspec_bytes_printf(out, "between %lld and %lld", (long long)constraint->min,
                             (long long)constraint->max);
        return;
    }
    if (side == SSMSPEC_BELOW || (is_whole && has_min)) {
        ssmspec_bytes_printf(out, "greater than or equal to %lld", (long long)constraint->min);
        return;
    }
    ssmspec_bytes_printf(out, "less than or equal to %lld", (long long)constraint->max);
}
