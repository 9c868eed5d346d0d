#include "src/rule/constraint.h"

const struct ssmspec_constraint_kind *ssmspec_constraint_kind(enum ssmspec_kind kind) {
    static const struct ssmspec_constraint_kind *const kinds[SSMSPEC_KIND_COUNT] = {
        [SSMSPEC_REQUIRED] = &ssmspec_required_kind, [SSMSPEC_TYPE] = &ssmspec_type_kind,
        [SSMSPEC_LENGTH] = &ssmspec_length_kind,     [SSMSPEC_RANGE] = &ssmspec_range_kind,
        [SSMSPEC_PATTERN] = &ssmspec_pattern_kind,   [SSMSPEC_COUNT] = &ssmspec_count_kind,
        [SSMSPEC_ENUM] = &ssmspec_enum_kind,
    };
    return kinds[kind];
}
