#include "src/run/course.h"

#include "src/base/clock.h"
#include "src/run/course_step.h"

#define FIRST_PAUSE 0.02
#define PAUSE_GROWTH 1.5
#define LONGEST_PAUSE 0.5

const struct ssmspec_step *ssmspec_course_step(const struct ssmspec_course *course) {
    return &course->the_case->scenario->steps[course->at];
}

static size_t copies_of(const struct ssmspec_step *step) {
    return step->copies == 0 ? 1 : step->copies;
}

static void begin_step(struct ssmspec_course *course) {
    course->launched = 0;
    course->landed = 0;
    course->rounds = 0;
    course->deadline = 0;
    course->due = ssmspec_clock_seconds() + ssmspec_course_step(course)->after_ms / 1000.0;
}

/* The body with its # stretched. */
static const char *body_of(struct ssmspec_course *course, const struct ssmspec_step *step) {
    const char *at = step->stretch == 0 ? NULL : strchr(step->body, '#');
    if (at == NULL) {
        return step->body;
    }
    const struct ssmspec_view unit =
        ssmspec_view_of(step->stretch_text == NULL ? "x" : step->stretch_text);
    const size_t before = (size_t)(at - step->body);
    const size_t behind = strlen(at + 1);
    char *body = ssmspec_arena_raw(&course->arena, before + step->stretch * unit.len + behind + 1);
    if (body == NULL) {
        return NULL;
    }
    memcpy(body, step->body, before);
    char *end = body + before;
    for (unsigned i = 0; i < step->stretch; i++, end += unit.len) {
        memcpy(end, unit.ptr, unit.len);
    }
    memcpy(end, at + 1, behind + 1);
    return body;
}

static enum ssmspec_err address_step(struct ssmspec_course *course, size_t at) {
    const struct ssmspec_step *step = &course->the_case->scenario->steps[at];
    const struct ssmspec_errand_row row = {.operation = step->operation,
                                           .body = body_of(course, step)};
    ENSURE(row.body != NULL, SSMSPEC_ERR_NOMEM);
    struct ssmspec_request *request = &course->requests[at];
    GUARD(ssmspec_flight_address(course->kit->suite->service, &row, &course->arena, request));
    request->signing = step->signing;
    request->wire = step->wire;
    if (step->header_name == NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_header *header = ssmspec_arena_alloc(&course->arena, sizeof *header);
    ENSURE(header != NULL, SSMSPEC_ERR_NOMEM);
    *header = (struct ssmspec_header){ssmspec_view_of(step->header_name),
                                      ssmspec_view_of(step->header_value)};
    request->headers = header;
    request->header_count = 1;
    return SSMSPEC_OK;
}

static enum ssmspec_err address_steps(struct ssmspec_course *course) {
    const struct ssmspec_scenario *scenario = course->the_case->scenario;
    course->requests =
        ssmspec_arena_alloc(&course->arena, scenario->step_count * sizeof *course->requests);
    ENSURE(course->requests != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < scenario->step_count; i++) {
        GUARD(address_step(course, i));
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_course_open(struct ssmspec_course *course,
                                     const struct ssmspec_course_kit *kit,
                                     const struct ssmspec_case *the_case, size_t number,
                                     struct ssmspec_result *result) {
    *course = (struct ssmspec_course){
        .kit = kit, .the_case = the_case, .result = result, .begun = ssmspec_clock_seconds()};
    course->memory.arena = &course->arena;
    ssmspec_fresh_id(kit->seed ^ UINT64_C(0x636f75727365), number, course->mark);
    result->verdict = (struct ssmspec_verdict){.verdict = SSMSPEC_PASS};
    begin_step(course);
    return address_steps(course);
}

void ssmspec_course_close(struct ssmspec_course *course) {
    ssmspec_arena_clear(&course->arena);
}

bool ssmspec_course_is_ready(const struct ssmspec_course *course) {
    return !course->is_over && course->launched < copies_of(ssmspec_course_step(course)) &&
           ssmspec_clock_seconds() >= course->due;
}

void ssmspec_course_launch(struct ssmspec_course *course, size_t index,
                           struct ssmspec_errand *out) {
    const struct ssmspec_step *step = ssmspec_course_step(course);
    if (step->within_ms > 0 && course->deadline == 0) {
        course->deadline =
            ssmspec_clock_seconds() + step->within_ms / 1000.0 * course->kit->patience;
    }
    course->launched++;
    *out = (struct ssmspec_errand){.request = &course->requests[course->at],
                                   .index = index,
                                   .role = ssmspec_course_role,
                                   .role_context = course};
}

static void repeat_step(struct ssmspec_course *course) {
    double pause = FIRST_PAUSE;
    for (unsigned round = 0; round < course->rounds && pause < LONGEST_PAUSE; round++) {
        pause *= PAUSE_GROWTH;
    }
    course->rounds++;
    course->launched = 0;
    course->landed = 0;
    course->due =
        ssmspec_clock_seconds() + (ssmspec_course_step(course)->pages == NULL ? pause : 0);
}

static enum ssmspec_err finish(struct ssmspec_course *course) {
    course->is_over = true;
    course->result->seconds = ssmspec_clock_seconds() - course->begun;
    return course->result->verdict.verdict == SSMSPEC_PASS ? ssmspec_course_pass(course)
                                                           : SSMSPEC_OK;
}

static enum ssmspec_err move_on(struct ssmspec_course *course) {
    if (course->landed < copies_of(ssmspec_course_step(course))) {
        return SSMSPEC_OK;
    }
    if (course->at + 1 == course->the_case->scenario->step_count) {
        return finish(course);
    }
    course->at++;
    begin_step(course);
    return SSMSPEC_OK;
}

bool ssmspec_course_is_decided(const struct ssmspec_course *course) {
    const enum ssmspec_outcome_verdict verdict = course->result->verdict.verdict;
    return verdict == SSMSPEC_FAIL || verdict == SSMSPEC_INCONCLUSIVE || course->is_moot;
}

enum ssmspec_err ssmspec_course_land(struct ssmspec_course *course,
                                     const struct ssmspec_exchange *exchange, const char *missing,
                                     struct ssmspec_arena *scratch) {
    course->landed++;
    if (course->is_over) {
        return SSMSPEC_OK;
    }
    if (missing != NULL) {
        return ssmspec_course_end(course, SSMSPEC_INCONCLUSIVE, "prerequisite", missing);
    }
    bool is_awaited = course->deadline > 0 && ssmspec_clock_seconds() < course->deadline;
    GUARD(ssmspec_course_weigh(course, exchange, scratch, &is_awaited));
    if (ssmspec_course_is_decided(course)) {
        return finish(course);
    }
    if (is_awaited) {
        repeat_step(course);
        return SSMSPEC_OK;
    }
    return move_on(course);
}

enum ssmspec_err ssmspec_course_end(struct ssmspec_course *course,
                                    enum ssmspec_outcome_verdict verdict, const char *code,
                                    const char *text) {
    GUARD(ssmspec_course_note(course, verdict, SSMSPEC_MUST, code, text, NULL));
    return finish(course);
}
