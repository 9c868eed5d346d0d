#include "fuzz/planted/rows.h"

/* A bug of how one request is read. */
#define MISREAD(class_name, row_id, name) \
    { .id = row_id, .class = SSMSPEC_PLANTED_##class_name, .misread = ssmspec_misread_##name }
#define LEXICAL(id, name) MISREAD(LEXICAL, id, name)
#define LIMITS(id, name) MISREAD(LIMITS, id, name)
#define CROSS_FIELD(id, name) MISREAD(CROSS_FIELD, id, name)

/* A bug of what a step does to the state. */
#define SEQUENCE(row_id, name) \
    { .id = row_id, .class = SSMSPEC_PLANTED_SEQUENCE, .judge = ssmspec_moment_##name }

const struct ssmspec_planted_bug ssmspec_planted_bugs[] = {
    LEXICAL("bad-hex-is-zero", bad_hex),
    LEXICAL("low-after-pair", low_after_pair),
    LEXICAL("surrogate-bytes-in-parameters", surrogate_bytes),
    LEXICAL("overlong-in-name", overlong_name),
    LEXICAL("control-before-colon", control_before_colon),
    LEXICAL("comma-before-inner-bracket", comma_before_bracket),
    LEXICAL("backslash-at-end", backslash_at_end),
    LEXICAL("name-ends-at-nul", name_ends_at_nul),
    LEXICAL("escaped-twin-unknown", escaped_twin),
    LEXICAL("case-blind-below", case_blind_below),
    LEXICAL("number-buffer-of-63", number_buffer),
    LEXICAL("negative-exponent-cuts", exponent_cuts),
    LIMITS("range-wraps-at-32-bits", range_wraps),
    LIMITS("count-of-distinct", distinct_count),
    LIMITS("length-in-utf16", length_in_utf16),
    LIMITS("length-as-spelled", length_as_spelled),
    LIMITS("later-lists-uncounted", later_lists_uncounted),
    LIMITS("tenth-violation-overwrites", tenth_violation),
    LIMITS("depth-of-lists-only", depth_of_lists),
    CROSS_FIELD("null-keeps-the-first", null_keeps_first),
    CROSS_FIELD("first-key-counts", first_key_counts),
    CROSS_FIELD("required-seen-before", required_seen_before),
    CROSS_FIELD("rules-end-at-a-structure", rules_end_at_structure),
    CROSS_FIELD("all-hides-bad-events", all_hides_events),
    CROSS_FIELD("hash-type-needs-hash", hash_type_alone),
    CROSS_FIELD("violation-before-type", violation_before_type),
    CROSS_FIELD("nodes-unchecked-beside-targets", nodes_beside_targets),
    SEQUENCE("subset-cancel-of-ended", subset_of_ended),
    SEQUENCE("second-cancel-restarts", second_cancel),
    SEQUENCE("refused-cancel-half-done", half_done),
    SEQUENCE("token-across-a-send", stale_token),
    SEQUENCE("cancel-of-undelivered", undelivered),
    SEQUENCE("middle-of-three-unlinked", middle_of_three),
    {.id = NULL},
};
