#include "src/run/course_step.h"

#include "src/base/clock.h"
#include "src/json/path.h"
#include "src/judge/judge.h"
#include "src/judge/words.h"
#include "src/response/plain.h"
#include "src/run/keep.h"
#include "src/run/seen.h"

#include <time.h>

struct ssmspec_captured {
    const struct ssmspec_captured *older;
    const char *role;
    struct ssmspec_view text;
};

struct ssmspec_view ssmspec_course_role(void *context, struct ssmspec_view role) {
    const struct ssmspec_course *course = context;
    for (const struct ssmspec_captured *at = course->newest; at != NULL; at = at->older) {
        if (ssmspec_view_is(role, at->role)) {
            return at->text;
        }
    }
    return ssmspec_view_is(role, SSMSPEC_ROLE_MARK) ? ssmspec_view_of(course->mark)
                                                    : (struct ssmspec_view){0};
}

/* One answer being weighed. */
struct weighing {
    struct ssmspec_course *course;
    const struct ssmspec_step *step;
    struct ssmspec_reading reading;
    struct ssmspec_arena *scratch;
    bool may_repeat;
};

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
    const char *text =
        ssmspec_arena_printf(course->kit->arena, "All %zu steps were answered as expected.",
                             course->the_case->scenario->step_count);
    verdict->text = ssmspec_view_of(text);
    return text == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

static enum ssmspec_err note_expected(const struct weighing *weighing, struct ssmspec_view text) {
    struct ssmspec_result *result = weighing->course->result;
    struct ssmspec_view *one = ssmspec_arena_alloc(weighing->course->kit->arena, sizeof *one);
    ENSURE(one != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(ssmspec_plain_copy(text, SSMSPEC_PLAIN_MOST, weighing->course->kit->arena, one));
    result->expected = one;
    result->expected_count = 1;
    return SSMSPEC_OK;
}

/* A finding about this answer, with what was expected and seen. What a prerequisite does wrong says
 * nothing about the case. */
static enum ssmspec_err find(const struct weighing *weighing, struct ssmspec_verdict found,
                             const char *text, struct ssmspec_view expected) {
    struct ssmspec_course *course = weighing->course;
    const enum ssmspec_outcome_verdict before = course->result->verdict.verdict;
    if (weighing->step->is_prerequisite) {
        const bool is_bad = found.verdict == SSMSPEC_FAIL || found.verdict == SSMSPEC_INCONCLUSIVE;
        found.verdict = is_bad ? SSMSPEC_INCONCLUSIVE : SSMSPEC_PASS;
        found.level = course->the_case->level;
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
static struct ssmspec_case case_of(const struct weighing *weighing) {
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

static bool is_server_fault(const struct ssmspec_reading *reading) {
    return reading->exchange->transport != SSMSPEC_DELIVERED || reading->answer.status >= 500;
}

/* *is_awaited: not the wanted outcome yet. */
static enum ssmspec_err weigh_outcome(const struct weighing *weighing, bool *is_awaited) {
    const struct ssmspec_course *course = weighing->course;
    const struct ssmspec_case row = case_of(weighing);
    struct ssmspec_verdict verdict;
    GUARD(ssmspec_judge(course->kit->suite->service, &row, &weighing->reading, NULL, NULL,
                        SSMSPEC_MATCH_CODE, weighing->scratch, &verdict));
    *is_awaited = weighing->may_repeat && verdict.verdict != SSMSPEC_PASS &&
                  !is_server_fault(&weighing->reading);
    if (*is_awaited || verdict.verdict == SSMSPEC_PASS) {
        return SSMSPEC_OK;
    }
    const char *text = ssmspec_arena_text(weighing->scratch, verdict.text);
    const char *wanted = ssmspec_expected_sentence(&row.expect, weighing->scratch);
    ENSURE(text != NULL && wanted != NULL, SSMSPEC_ERR_NOMEM);
    return find(weighing, verdict, text, ssmspec_view_of(wanted));
}

/* *out is text with its roles filled in; NULL stays NULL. */
static enum ssmspec_err fill(const struct weighing *weighing, const char *text, const char **out) {
    *out = NULL;
    if (text == NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_bytes filled = {0};
    enum ssmspec_err err =
        ssmspec_template_fill(ssmspec_view_of(text), weighing->course->kit->bindings,
                              ssmspec_course_role, weighing->course, &filled, NULL);
    if (err == SSMSPEC_OK) {
        *out = ssmspec_arena_text(weighing->scratch, ssmspec_bytes_view(&filled));
        err = *out == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
    }
    ssmspec_bytes_clear(&filled);
    return err;
}

static enum ssmspec_err fill_claim(const struct weighing *weighing,
                                   const struct ssmspec_claim *claim, struct ssmspec_claim *out) {
    *out = *claim;
    GUARD(fill(weighing, claim->path, &out->path));
    GUARD(fill(weighing, claim->plus, &out->plus));
    return claim->kind == SSMSPEC_CLAIM_MATCHES ? SSMSPEC_OK
                                                : fill(weighing, claim->text, &out->text);
}

/* A claim that does not hold. */
static enum ssmspec_err find_broken(const struct weighing *weighing,
                                    const struct ssmspec_claim *claim, const char *why) {
    const struct ssmspec_course *course = weighing->course;
    const enum ssmspec_level level =
        claim->breaks == SSMSPEC_NONE ? course->the_case->level : claim->breaks;
    const struct ssmspec_verdict verdict = {
        .verdict = level == SSMSPEC_MUST     ? SSMSPEC_FAIL
                   : level == SSMSPEC_SHOULD ? SSMSPEC_DEVIATION
                                             : SSMSPEC_INFO,
        .level = level,
        .code = "wrong-state",
        .source = ssmspec_view_of(claim->source),
    };
    const bool is_late = weighing->step->within_ms > 0;
    const char *text = is_late ? ssmspec_arena_printf(weighing->scratch, "%s (asked for %.1f s).",
                                                      why, weighing->step->within_ms / 1000.0)
                               : ssmspec_arena_printf(weighing->scratch, "%s.", why);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_bytes words = {0};
    ssmspec_claim_words(claim, &words);
    enum ssmspec_err err = ssmspec_bytes_status(&words);
    if (err == SSMSPEC_OK) {
        err = find(weighing, verdict, text, ssmspec_bytes_view(&words));
    }
    ssmspec_bytes_clear(&words);
    return err;
}

static enum ssmspec_err check(const struct weighing *weighing, const struct ssmspec_claim *claim,
                              const char **why) {
    const struct ssmspec_claiming claiming = {.patterns = weighing->course->kit->patterns,
                                              .memory = &weighing->course->memory,
                                              .now = (double)time(NULL),
                                              .arena = weighing->scratch};
    return ssmspec_claim_check(&claiming, claim, weighing->reading.answer.root, why);
}

/* A role without value in a claim was not captured: an earlier step's answer did not have it. */
static enum ssmspec_err weigh_claims(const struct weighing *weighing,
                                     const struct ssmspec_claims *claims, bool may_wait,
                                     bool *is_awaited) {
    for (size_t i = 0; i < claims->count && !*is_awaited; i++) {
        struct ssmspec_claim claim;
        const char *why = NULL;
        const enum ssmspec_err err = fill_claim(weighing, &claims->rows[i], &claim);
        if (err == SSMSPEC_ERR_UNBOUND) {
            return ssmspec_course_note(weighing->course, SSMSPEC_INCONCLUSIVE,
                                       weighing->course->the_case->level, "prerequisite",
                                       "nothing was captured to compare it with", NULL);
        }
        GUARD(err);
        GUARD(check(weighing, &claim, &why));
        *is_awaited = why != NULL && may_wait;
        if (why != NULL && !may_wait) {
            GUARD(find_broken(weighing, &claim, why));
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err keep_capture(const struct weighing *weighing,
                                     const struct ssmspec_capture_row *row,
                                     const struct ssmspec_json *value) {
    struct ssmspec_course *course = weighing->course;
    struct ssmspec_captured *kept = ssmspec_arena_alloc(&course->arena, sizeof *kept);
    ENSURE(kept != NULL, SSMSPEC_ERR_NOMEM);
    kept->older = course->newest;
    kept->role = row->role;
    GUARD(ssmspec_arena_copy(&course->arena, value->text, &kept->text));
    course->newest = kept;
    return SSMSPEC_OK;
}

static enum ssmspec_err capture(const struct weighing *weighing, bool *is_awaited) {
    for (size_t i = 0; i < weighing->step->capture_count; i++) {
        const struct ssmspec_capture_row *row = &weighing->step->captures[i];
        const char *path = NULL;
        GUARD(fill(weighing, row->path, &path));
        const struct ssmspec_json *value =
            ssmspec_json_at(weighing->reading.answer.root, ssmspec_view_of(path));
        const bool is_usable = value != NULL && (value->type == SSMSPEC_JSON_STRING ||
                                                 value->type == SSMSPEC_JSON_NUMBER);
        if (is_usable) {
            GUARD(keep_capture(weighing, row, value));
            continue;
        }
        if (row->is_optional) {
            continue;
        }
        *is_awaited = weighing->may_repeat;
        const struct ssmspec_claim there = {.kind = SSMSPEC_CLAIM_THERE, .path = path};
        return *is_awaited
                   ? SSMSPEC_OK
                   : find_broken(weighing, &there,
                                 ssmspec_arena_printf(weighing->scratch,
                                                      "%s should be there, it is not", path));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err weigh_all(const struct weighing *weighing, bool *is_awaited) {
    GUARD(weigh_outcome(weighing, is_awaited));
    if (*is_awaited || !weighing->reading.is_success) {
        return SSMSPEC_OK;
    }
    GUARD(weigh_claims(weighing, &weighing->step->always, false, is_awaited));
    GUARD(capture(weighing, is_awaited));
    if (*is_awaited) {
        return SSMSPEC_OK;
    }
    return weigh_claims(weighing, &weighing->step->claims, weighing->may_repeat, is_awaited);
}

enum ssmspec_err ssmspec_course_weigh(struct ssmspec_course *course,
                                      const struct ssmspec_exchange *exchange,
                                      struct ssmspec_arena *scratch, bool *is_awaited) {
    struct weighing weighing = {.course = course,
                                .step = ssmspec_course_step(course),
                                .scratch = scratch,
                                .may_repeat = *is_awaited};
    *is_awaited = false;
    const struct ssmspec_operation *model =
        ssmspec_service_operation(course->kit->suite->service, weighing.step->operation);
    GUARD(ssmspec_look(exchange, model->output, course->kit->secrets, scratch, &weighing.reading));
    GUARD(weigh_all(&weighing, is_awaited));
    if (*is_awaited || course->result->verdict.verdict != SSMSPEC_PASS) {
        return SSMSPEC_OK;
    }
    return ssmspec_seen_of(&weighing.reading, course->kit->arena, &course->result->actual);
}
