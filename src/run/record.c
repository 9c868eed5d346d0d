#include "src/run/record.h"

#include "src/judge/words.h"

enum ssmspec_err ssmspec_record_case(const struct ssmspec_case *row, enum ssmspec_effect effect,
                                     struct ssmspec_arena *arena, struct ssmspec_result *out) {
    *out = (struct ssmspec_result){
        .id = ssmspec_view_of(row->id),
        .operation = ssmspec_view_of(row->operation == NULL ? "" : row->operation),
        .kind = ssmspec_view_of(row->kind),
        .rule = ssmspec_view_of(row->rule),
        .case_source = ssmspec_view_of(row->source),
        .effect = ssmspec_view_of(ssmspec_effect_name(effect)),
        .case_level = row->level,
    };
    return ssmspec_case_words(row, arena, &out->expected, &out->expected_count);
}

enum ssmspec_err ssmspec_record_verdict(enum ssmspec_outcome_verdict verdict, const char *code,
                                        const char *text, const struct ssmspec_case *row,
                                        struct ssmspec_arena *arena, struct ssmspec_result *out) {
    out->verdict =
        (struct ssmspec_verdict){.verdict = verdict,
                                 .level = verdict == SSMSPEC_FAIL ? SSMSPEC_MUST : row->level,
                                 .code = code,
                                 .source = ssmspec_view_of(row->source)};
    return ssmspec_arena_copy(arena, ssmspec_view_of(text), &out->verdict.text);
}
