/* What an answer to a scenario's step is worth. Private to the course files. */
#ifndef SSMSPEC_SRC_RUN_COURSE_STEP_H
#define SSMSPEC_SRC_RUN_COURSE_STEP_H

#include "src/run/course.h"
#include "src/run/keep.h"

/* One answer being weighed. */
struct ssmspec_weighing {
    struct ssmspec_course *course;
    const struct ssmspec_step *step;
    struct ssmspec_reading reading;
    struct ssmspec_arena *scratch;
    bool may_repeat;
    const struct ssmspec_json *next_page; /* what names it; NULL: there is none */
};

/* Judge an answer to the step at hand, take its captures and write a verdict where it is worse than
 * what was found before. On entry *is_awaited says whether the step may be repeated; on return
 * whether it must be: then nothing was written. */
enum ssmspec_err ssmspec_course_weigh(struct ssmspec_course *course,
                                      const struct ssmspec_exchange *exchange,
                                      struct ssmspec_arena *scratch,
                                      bool *is_awaited) SSMSPEC_MUST_USE;

/* Write a verdict about the step at hand, unless something worse was found before. level is the
 * one broken; source NULL: the case's own. */
enum ssmspec_err ssmspec_course_note(struct ssmspec_course *course,
                                     enum ssmspec_outcome_verdict verdict, enum ssmspec_level level,
                                     const char *code, const char *text,
                                     const char *source) SSMSPEC_MUST_USE;

/* A finding about this answer, with what was expected and seen; found.text and a NULL source are
 * filled in. What a prerequisite does wrong says nothing about the case. */
enum ssmspec_err ssmspec_course_find(const struct ssmspec_weighing *weighing,
                                     struct ssmspec_verdict found, const char *text,
                                     struct ssmspec_view expected) SSMSPEC_MUST_USE;

/* course_claims.c: hold the answer against claims. Where they are awaitable and the step may be
 * repeated, *is_awaited says that one does not hold yet, and nothing is written. */
enum ssmspec_err ssmspec_course_claims(const struct ssmspec_weighing *weighing,
                                       const struct ssmspec_claims *claims, bool is_awaitable,
                                       bool *is_awaited) SSMSPEC_MUST_USE;

/* course_claims.c: keep a text or number of the answer for later requests. */
enum ssmspec_err ssmspec_course_keep(struct ssmspec_course *course,
                                     const struct ssmspec_capture_row *row,
                                     const struct ssmspec_json *value) SSMSPEC_MUST_USE;

/* The longest text that is kept and sent again: no source names a limit of tokens, but endpoints
 * that send megabytes must not fill our memory. */
#define SSMSPEC_CAPTURE_MAX ((size_t)16 * 1024)

/* course_pages.c: find what names the page behind this answer's. */
void ssmspec_course_find_page(struct ssmspec_weighing *weighing);

/* Whether that page is to be looked at, should this one not do. */
bool ssmspec_course_may_turn(const struct ssmspec_weighing *weighing);

/* Ask for that page next. */
enum ssmspec_err ssmspec_course_turn(const struct ssmspec_weighing *weighing) SSMSPEC_MUST_USE;

/* Whether an answer refuses a page that an earlier one named. Nobody can tell then what stands on
 * it, and that tokens are good is another case's matter. */
bool ssmspec_course_lost_page(const struct ssmspec_weighing *weighing);

/* A sentence's end: on which page, in scratch; "" on the first, NULL when out of memory. */
const char *ssmspec_course_place(const struct ssmspec_weighing *weighing);

/* course_claims.c: keep what the step captures. */
enum ssmspec_err ssmspec_course_capture(const struct ssmspec_weighing *weighing,
                                        bool *is_awaited) SSMSPEC_MUST_USE;

/* Nothing was found. */
enum ssmspec_err ssmspec_course_pass(struct ssmspec_course *course) SSMSPEC_MUST_USE;

#endif
