/* A course is a scenario under way: which step is next and when, what was captured, what has come
 * of it so far. Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_COURSE_H
#define SSMSPEC_SRC_RUN_COURSE_H

#include "src/judge/claim.h"
#include "src/run/flight.h"
#include "src/run/mask.h"
#include "src/run/result.h"

/* What all courses of a run share. */
struct ssmspec_course_kit {
    const struct ssmspec_suite *suite;
    const struct ssmspec_bindings *bindings;
    const struct ssmspec_secrets *secrets;
    struct ssmspec_patterns *patterns;
    struct ssmspec_arena *arena; /* of results */
    uint64_t seed;
    double patience; /* as ssmspec_run_options has it, never 0 */
};

struct ssmspec_captured;

struct ssmspec_course {
    const struct ssmspec_course_kit *kit;
    const struct ssmspec_case *the_case;
    struct ssmspec_result *result;
    struct ssmspec_arena arena;       /* of everything below */
    struct ssmspec_request *requests; /* by step, templates */
    const struct ssmspec_captured *newest;
    struct ssmspec_memory memory;
    char mark[37];
    size_t at;               /* the step at hand */
    size_t launched, landed; /* of its copies */
    unsigned rounds;         /* how often it was repeated */
    double begun;            /* all times as ssmspec_clock_seconds has them */
    double due;              /* the step at hand is not sent before */
    double deadline;         /* until when it is repeated; 0: it is not, or not yet sent */
    bool is_moot; /* what nobody guarantees did not come about: there is nothing to look at */
    bool is_over;
};

/* Start at the first step. number tells courses of one run apart. result is filled in as the
 * verdict falls. */
enum ssmspec_err ssmspec_course_open(struct ssmspec_course *course,
                                     const struct ssmspec_course_kit *kit,
                                     const struct ssmspec_case *the_case, size_t number,
                                     struct ssmspec_result *result) SSMSPEC_MUST_USE;
void ssmspec_course_close(struct ssmspec_course *course);

const struct ssmspec_step *ssmspec_course_step(const struct ssmspec_course *course);

/* Whether the verdict can get no worse, so that no further step is sent. */
bool ssmspec_course_is_decided(const struct ssmspec_course *course);

/* Whether a request of it may be sent now. */
bool ssmspec_course_is_ready(const struct ssmspec_course *course);

/* The next request; the course must be ready. */
void ssmspec_course_launch(struct ssmspec_course *course, size_t index, struct ssmspec_errand *out);

/* Take what came of one. missing as in ssmspec_delivery. */
enum ssmspec_err ssmspec_course_land(struct ssmspec_course *course,
                                     const struct ssmspec_exchange *exchange, const char *missing,
                                     struct ssmspec_arena *scratch) SSMSPEC_MUST_USE;

/* End it with a verdict about the step at hand that no answer gave. */
enum ssmspec_err ssmspec_course_end(struct ssmspec_course *course,
                                    enum ssmspec_outcome_verdict verdict, const char *code,
                                    const char *text) SSMSPEC_MUST_USE;

/* A role's value by what was captured; {NULL, 0} when it is none of those. context is the course.
 */
struct ssmspec_view ssmspec_course_role(void *context, struct ssmspec_view role);

#endif
