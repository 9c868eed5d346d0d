#include "src/json/path.h"
#include "src/run/course_step.h"

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

/* *out is text with its roles filled in; NULL stays NULL. */
static enum ssmspec_err fill(const struct ssmspec_weighing *weighing, const char *text,
                             const char **out) {
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

static enum ssmspec_err fill_claim(const struct ssmspec_weighing *weighing,
                                   const struct ssmspec_claim *claim, struct ssmspec_claim *out) {
    *out = *claim;
    GUARD(fill(weighing, claim->path, &out->path));
    GUARD(fill(weighing, claim->plus, &out->plus));
    return claim->kind == SSMSPEC_CLAIM_MATCHES ? SSMSPEC_OK
                                                : fill(weighing, claim->text, &out->text);
}

/* A claim that does not hold. */
static enum ssmspec_err find_broken(const struct ssmspec_weighing *weighing,
                                    const struct ssmspec_claim *claim, const char *why,
                                    bool was_awaited) {
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
    const double seconds = weighing->step->within_ms / 1000.0 * course->kit->patience;
    const char *place = ssmspec_course_place(weighing);
    ENSURE(place != NULL, SSMSPEC_ERR_NOMEM);
    const char *text = was_awaited ? ssmspec_arena_printf(weighing->scratch,
                                                          "%s, even after %.1f s.", why, seconds)
                                   : ssmspec_arena_printf(weighing->scratch, "%s%s.", why, place);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_bytes words = {0};
    ssmspec_claim_words(claim, &words);
    enum ssmspec_err err = ssmspec_bytes_status(&words);
    if (err == SSMSPEC_OK) {
        err = ssmspec_course_find(weighing, verdict, text, ssmspec_bytes_view(&words));
    }
    ssmspec_bytes_clear(&words);
    return err;
}

static enum ssmspec_err check(const struct ssmspec_weighing *weighing,
                              const struct ssmspec_claim *claim, const char **why) {
    const struct ssmspec_claiming claiming = {.patterns = weighing->course->kit->patterns,
                                              .memory = &weighing->course->memory,
                                              .now = (double)time(NULL),
                                              .arena = weighing->scratch};
    return ssmspec_claim_check(&claiming, claim, weighing->reading.answer.root, why);
}

/* A role without value was not captured: an earlier step's answer did not have it. */
enum ssmspec_err ssmspec_course_claims(const struct ssmspec_weighing *weighing,
                                       const struct ssmspec_claims *claims, bool is_awaitable,
                                       bool *is_awaited) {
    const bool may_wait =
        is_awaitable && (weighing->may_repeat || ssmspec_course_may_turn(weighing));
    const bool is_repeated = weighing->step->within_ms > 0;
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
            GUARD(find_broken(weighing, &claim, why, is_awaitable && is_repeated));
        }
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_course_keep(struct ssmspec_course *course,
                                     const struct ssmspec_capture_row *row,
                                     const struct ssmspec_json *value) {
    struct ssmspec_captured *kept = ssmspec_arena_alloc(&course->arena, sizeof *kept);
    ENSURE(kept != NULL, SSMSPEC_ERR_NOMEM);
    kept->older = course->newest;
    kept->role = row->role;
    char *const text = ssmspec_arena_text(&course->arena, value->text);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; row->in_upper_case && i < value->text.len; i++) {
        text[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
    }
    kept->text = (struct ssmspec_view){text, value->text.len};
    course->newest = kept;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_course_capture(const struct ssmspec_weighing *weighing, bool *is_awaited) {
    for (size_t i = 0; i < weighing->step->capture_count; i++) {
        const struct ssmspec_capture_row *row = &weighing->step->captures[i];
        const char *path = NULL;
        GUARD(fill(weighing, row->path, &path));
        const struct ssmspec_json *value =
            ssmspec_json_at(weighing->reading.answer.root, ssmspec_view_of(path));
        const bool is_usable = value != NULL && (value->type == SSMSPEC_JSON_STRING ||
                                                 value->type == SSMSPEC_JSON_NUMBER);
        if (is_usable && value->text.len > SSMSPEC_CAPTURE_MAX) {
            return ssmspec_course_note(weighing->course, SSMSPEC_INCONCLUSIVE,
                                       weighing->course->the_case->level, "prerequisite",
                                       "an answer's text is too long to be sent again", NULL);
        }
        if (is_usable) {
            GUARD(ssmspec_course_keep(weighing->course, row, value));
            continue;
        }
        if (row->is_optional) {
            continue;
        }
        *is_awaited = weighing->may_repeat;
        const struct ssmspec_claim there = {.kind = SSMSPEC_CLAIM_THERE, .path = path};
        const char *why =
            ssmspec_arena_printf(weighing->scratch, "%s should be there, it is not", path);
        ENSURE(why != NULL, SSMSPEC_ERR_NOMEM);
        return *is_awaited ? SSMSPEC_OK
                           : find_broken(weighing, &there, why, weighing->step->within_ms > 0);
    }
    return SSMSPEC_OK;
}
