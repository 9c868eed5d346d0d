/* Answers that are pages: the next one is asked for where this one does not settle it. */
#include "src/json/path.h"
#include "src/run/course_step.h"

void ssmspec_course_find_page(struct ssmspec_weighing *weighing) {
    const struct ssmspec_pages *const pages = weighing->step->pages;
    if (pages == NULL) {
        return;
    }
    const struct ssmspec_json *const token =
        ssmspec_json_at(weighing->reading.answer.root, ssmspec_view_of(pages->token));
    const bool is_usable = token != NULL && token->type == SSMSPEC_JSON_STRING &&
                           token->text.len > 0 && token->text.len <= SSMSPEC_CAPTURE_MAX;
    weighing->next_page = is_usable ? token : NULL;
}

bool ssmspec_course_may_turn(const struct ssmspec_weighing *weighing) {
    return weighing->next_page != NULL &&
           weighing->course->rounds + 1 < weighing->step->pages->most;
}

enum ssmspec_err ssmspec_course_turn(const struct ssmspec_weighing *weighing) {
    static const struct ssmspec_capture_row row = {.role = SSMSPEC_ROLE_PAGE};
    struct ssmspec_course *const course = weighing->course;
    course->requests[course->at].body = ssmspec_view_of(weighing->step->pages->body);
    return ssmspec_course_keep(course, &row, weighing->next_page);
}

static bool is_later_page(const struct ssmspec_weighing *weighing) {
    return weighing->step->pages != NULL && weighing->course->rounds > 0;
}

bool ssmspec_course_lost_page(const struct ssmspec_weighing *weighing) {
    const int status = weighing->reading.answer.status;
    return is_later_page(weighing) && weighing->reading.exchange->transport == SSMSPEC_DELIVERED &&
           status >= 400 && status < 500;
}

const char *ssmspec_course_place(const struct ssmspec_weighing *weighing) {
    if (!is_later_page(weighing)) {
        return "";
    }
    const bool is_bound = weighing->next_page != NULL && !ssmspec_course_may_turn(weighing);
    return ssmspec_arena_printf(weighing->scratch, ", on page %u%s", weighing->course->rounds + 1,
                                is_bound ? ", and no further one is looked at" : "");
}
