/* The rows' functions, by class. */
#ifndef SSMSPEC_FUZZ_PLANTED_ROWS_H
#define SSMSPEC_FUZZ_PLANTED_ROWS_H

#include "fuzz/planted/planted.h"

#define SSMSPEC_MISREAD(name)                                                            \
    enum ssmspec_planted_state ssmspec_misread_##name(const struct ssmspec_scene *scene, \
                                                      struct ssmspec_misreading *out)

/* lexical.c */
SSMSPEC_MISREAD(bad_hex);
SSMSPEC_MISREAD(low_after_pair);
SSMSPEC_MISREAD(surrogate_bytes);
SSMSPEC_MISREAD(overlong_name);
SSMSPEC_MISREAD(control_before_colon);
SSMSPEC_MISREAD(comma_before_bracket);
SSMSPEC_MISREAD(backslash_at_end);

/* names.c */
SSMSPEC_MISREAD(name_ends_at_nul);
SSMSPEC_MISREAD(escaped_twin);
SSMSPEC_MISREAD(case_blind_below);

/* limits.c */
SSMSPEC_MISREAD(distinct_count);
SSMSPEC_MISREAD(length_in_utf16);
SSMSPEC_MISREAD(length_as_spelled);
SSMSPEC_MISREAD(later_lists_uncounted);
SSMSPEC_MISREAD(tenth_violation);
SSMSPEC_MISREAD(depth_of_lists);

/* numbers.c */
SSMSPEC_MISREAD(number_buffer);
SSMSPEC_MISREAD(exponent_cuts);
SSMSPEC_MISREAD(range_wraps);

/* cross_field.c */
SSMSPEC_MISREAD(null_keeps_first);
SSMSPEC_MISREAD(first_key_counts);
SSMSPEC_MISREAD(required_seen_before);
SSMSPEC_MISREAD(rules_end_at_structure);
SSMSPEC_MISREAD(all_hides_events);
SSMSPEC_MISREAD(hash_type_alone);
SSMSPEC_MISREAD(violation_before_type);
SSMSPEC_MISREAD(nodes_beside_targets);

#define SSMSPEC_JUDGE_MOMENT(name)                                                        \
    enum ssmspec_planted_state ssmspec_moment_##name(const struct ssmspec_moment *moment, \
                                                     const struct ssmspec_snapshot *named)

/* moments.c */
SSMSPEC_JUDGE_MOMENT(subset_of_ended);
SSMSPEC_JUDGE_MOMENT(second_cancel);
SSMSPEC_JUDGE_MOMENT(half_done);
SSMSPEC_JUDGE_MOMENT(stale_token);
SSMSPEC_JUDGE_MOMENT(undelivered);
SSMSPEC_JUDGE_MOMENT(middle_of_three);

#endif
