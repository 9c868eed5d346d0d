#include "src/run/course_step.h"

#include "src/judge/judge.h"
#include "src/judge/words.h"
#include "src/response/plain.h"
#include "src/run/keep.h"
#include "src/run/seen.h"

static unsigned rank_of(enum ssmspec_outcome_verdict verdict) {
    static const unsigned ranks[SSMSPEC_VERDICT_COUNT] = {[SSMSPEC_PASS] = 0,
                                                          [SSMSPEC_INFO] = 1,
                                                          [SSMSPEC_DEVIATION] = 2,
                                                          [SSMSPEC_INCONCLUSIVE] = 3,
                                                          [SSMSPEC_FAIL] = 4};
    return ranks[verdict];
}

/* Step and sentence, safe to show. */
static enum ssmspec_err write_text(struct ssmspec_course *course, const char *text,
                                   struct ssmspec_view *out) {
    const struct ssmspec_course_kit *kit = course->kit;
    const char *sentence = ssmspec_arena_printf(kit->arena, "Step %zu, %s: %s", course->at + 1,
                                                ssmspec_course_step(course)->name, text);
    ENSURE(sentence != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_view masked = ssmspec_view_of(sentence);
    GUARD(ssmspec_mask(kit->secrets, kit->arena, &masked));
    return ssmspec_plain_copy(masked, SSMSPEC_PLAIN_MOST, kit->arena, out);
}

enum ssmspec_err ssmspec_course_note(struct ssmspec_course *course,
                                     enum ssmspec_outcome_verdict verdict, enum ssmspec_level level,
                                     const char *code, const char *text, const char *source) {
    struct ssmspec_verdict *best = &course->result->verdict;
    if (rank_of(verdict) <= rank_of(best->verdict)) {
        return SSMSPEC_OK;
    }
    *best = (struct ssmspec_verdict){
        .verdict = verdict,
        .level = level,
        .code = code,
        .source = ssmspec_view_of(source == NULL ? course->the_case->source : source),
    };
    return write_text(course, text, &best->text);
}

enum ssmspec_err ssmspec_course_pass(struct ssmspec_course *course) {
    struct ssmspec_verdict *verdict = &course->result->verdict;
    *verdict = (struct ssmspec_verdict){.verdict = SSMSPEC_PASS,
                                        .level = course->the_case->level,
                                        .code = "as-expected",
                                        .source = ssmspec_view_of(course->the_case->source)};
    verdict->text = SSMSPEC_VIEW("Every step was answered as expected.");
    return SSMSPEC_OK;
}

static enum ssmspec_err note_expected(const struct ssmspec_weighing *weighing,
                                      struct ssmspec_view text) {
    struct ssmspec_result *result = weighing->course->result;
    struct ssmspec_view *one = ssmspec_arena_alloc(weighing->course->kit->arena, sizeof *one);
    ENSURE(one != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(ssmspec_plain_copy(text, SSMSPEC_PLAIN_MOST, weighing->course->kit->arena, one));
    result->expected = one;
    result->expected_count = 1;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_course_find(const struct ssmspec_weighing *weighing,
                                     struct ssmspec_verdict found, const char *text,
                                     struct ssmspec_view expected) {
    struct ssmspec_course *course = weighing->course;
    const enum ssmspec_outcome_verdict before = course->result->verdict.verdict;
    if (weighing->step->is_prerequisite) {
        const bool is_bad = found.verdict == SSMSPEC_FAIL ||
                            found.verdict == SSMSPEC_INCONCLUSIVE ||
                            found.level == course->the_case->level;
        course->is_moot = !is_bad && found.verdict == SSMSPEC_INFO;
        found.verdict = is_bad            ? SSMSPEC_INCONCLUSIVE
                        : course->is_moot ? SSMSPEC_INFO
                                          : SSMSPEC_PASS;
        found.level = course->is_moot ? SSMSPEC_MAY : course->the_case->level;
        found.code = "prerequisite";
    }
    const char *source = found.source.ptr;
    GUARD(ssmspec_course_note(course, found.verdict, found.level, found.code, text, source));
    if (rank_of(course->result->verdict.verdict) > rank_of(before)) {
        GUARD(ssmspec_seen_of(&weighing->reading, course->kit->arena, &course->result->actual));
        return note_expected(weighing, expected);
    }
    return SSMSPEC_OK;
}

/* The step as a case of its own, as far as the judge looks. */
static struct ssmspec_case case_of(const struct ssmspec_weighing *weighing) {
    const struct ssmspec_step *step = weighing->step;
    struct ssmspec_case row = *weighing->course->the_case;
    row.operation = step->operation;
    row.model = ssmspec_service_operation(weighing->course->kit->suite->service, step->operation);
    row.expect.count = step->outcome_count;
    for (size_t i = 0; i < step->outcome_count; i++) {
        row.expect.outcomes[i] = step->outcomes[i];
    }
    return row;
}

/* Time heals lag, not a broken connection, a fault of the server or a malformed answer. */
static bool may_heal(const struct ssmspec_reading *reading) {
    return reading->exchange->transport == SSMSPEC_DELIVERED && reading->answer.status < 500 &&
           reading->misfit == NULL;
}

/* *is_awaited: not the wanted outcome yet. */
static enum ssmspec_err weigh_outcome(const struct ssmspec_weighing *weighing, bool *is_awaited) {
    const struct ssmspec_course *course = weighing->course;
    const struct ssmspec_case row = case_of(weighing);
    struct ssmspec_verdict verdict;
    GUARD(ssmspec_judge(course->kit->suite->service, &row, &weighing->reading, NULL, NULL,
                        SSMSPEC_MATCH_CODE, weighing->scratch, &verdict));
    *is_awaited =
        weighing->may_repeat && verdict.verdict != SSMSPEC_PASS && may_heal(&weighing->reading);
    if (*is_awaited || verdict.verdict == SSMSPEC_PASS) {
        return SSMSPEC_OK;
    }
    if (ssmspec_course_lost_page(weighing)) {
        verdict.verdict = SSMSPEC_INFO;
        verdict.level = SSMSPEC_MAY;
    }
    const char *text = ssmspec_arena_text(weighing->scratch, verdict.text);
    const char *wanted = ssmspec_expected_sentence(&row.expect, weighing->scratch);
    ENSURE(text != NULL && wanted != NULL, SSMSPEC_ERR_NOMEM);
    return ssmspec_course_find(weighing, verdict, text, ssmspec_view_of(wanted));
}

static enum ssmspec_err weigh_all(const struct ssmspec_weighing *weighing, bool *is_awaited) {
    if (weighing->step->is_provocation) {
        return SSMSPEC_OK;
    }
    GUARD(weigh_outcome(weighing, is_awaited));
    const bool is_told = weighing->reading.exchange->transport == SSMSPEC_DELIVERED &&
                         weighing->reading.answer.status == 200;
    if (*is_awaited || !is_told || ssmspec_course_is_decided(weighing->course)) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_course_claims(weighing, &weighing->step->always, false, is_awaited));
    GUARD(ssmspec_course_capture(weighing, is_awaited));
    if (*is_awaited) {
        return SSMSPEC_OK;
    }
    return ssmspec_course_claims(weighing, &weighing->step->claims, true, is_awaited);
}

enum ssmspec_err ssmspec_course_weigh(struct ssmspec_course *course,
                                      const struct ssmspec_exchange *exchange,
                                      struct ssmspec_arena *scratch, bool *is_awaited) {
    struct ssmspec_weighing weighing = {.course = course,
                                        .step = ssmspec_course_step(course),
                                        .scratch = scratch,
                                        .may_repeat = *is_awaited};
    *is_awaited = false;
    const struct ssmspec_operation *model =
        ssmspec_service_operation(course->kit->suite->service, weighing.step->operation);
    GUARD(ssmspec_look(exchange, model->output, course->kit->secrets, scratch, &weighing.reading));
    ssmspec_course_find_page(&weighing);
    GUARD(weigh_all(&weighing, is_awaited));
    if (*is_awaited && weighing.next_page != NULL) {
        return ssmspec_course_turn(&weighing);
    }
    if (*is_awaited || course->result->verdict.verdict != SSMSPEC_PASS) {
        return SSMSPEC_OK;
    }
    return ssmspec_seen_of(&weighing.reading, course->kit->arena, &course->result->actual);
}
