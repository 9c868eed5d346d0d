/* What the judge's parts share while they look at one case; inside src/judge only. */
#ifndef SSMSPEC_SRC_JUDGE_JUDGING_H
#define SSMSPEC_SRC_JUDGE_JUDGING_H

#include "src/judge/judge.h"

struct ssmspec_judging {
    const struct ssmspec_service *service;
    const struct ssmspec_case *the_case;
    const struct ssmspec_exchange *exchange;
    struct ssmspec_answer answer;          /* when the exchange was delivered */
    const struct ssmspec_reading *control; /* NULL: none, or not sent */
    const struct ssmspec_reading *foil;    /* NULL: none, or not sent */
    enum ssmspec_match match;
    struct ssmspec_arena *arena;
    bool is_success;           /* a 200 that fits */
    enum ssmspec_level broken; /* the level broken so far */
    struct ssmspec_verdict *out;
};

/* A part's finding. code NULL: nothing found. text NULL with a code: out of memory. */
struct ssmspec_finding {
    const char *code;
    const char *text;   /* of any length and content; made plain when concluded */
    const char *source; /* NULL: the case's own */
};

/* Breaking that level gives FAIL, DEVIATION or INFO; a level that breaks nothing is recorded. */
enum ssmspec_outcome_verdict ssmspec_verdict_of(enum ssmspec_level level);

/* Write the verdict. level is the one it names. */
enum ssmspec_err ssmspec_conclude(struct ssmspec_judging *judging,
                                  enum ssmspec_outcome_verdict verdict, enum ssmspec_level level,
                                  struct ssmspec_finding finding) SSMSPEC_MUST_USE;

/* Write the verdict that breaking level earns, unless something as bad was found before. */
enum ssmspec_err ssmspec_worsen(struct ssmspec_judging *judging, enum ssmspec_level level,
                                struct ssmspec_finding finding) SSMSPEC_MUST_USE;

/* judge.c: whether a 200 to the case holds anything; one of an operation that sends nothing back is
 * as easily given as any error. */
bool ssmspec_success_tells(const struct ssmspec_case *the_case);

/* control.c: whether the control allows an answer that is an error to earn a verdict. */
enum ssmspec_err ssmspec_control_weigh(struct ssmspec_judging *judging,
                                       struct ssmspec_finding *out) SSMSPEC_MUST_USE;

/* control.c: whether the control, a request that is to be taken, was answered just as the case's
 * own was. */
bool ssmspec_control_is_alike(const struct ssmspec_judging *judging);

/* control.c: that the case's twin was answered in another way, where it has one. */
struct ssmspec_finding ssmspec_twin_look(const struct ssmspec_judging *judging);

/* match.c: whether an accepted rejection's message says what the match strength asks for. */
struct ssmspec_finding ssmspec_match_look(const struct ssmspec_judging *judging);

/* answer_check.c: the case's further look at its answer. */
struct ssmspec_finding ssmspec_answer_look(const struct ssmspec_judging *judging);

/* answer_surface.c: more of them. */
struct ssmspec_finding ssmspec_surface_look(const struct ssmspec_judging *judging);

/* answer_head.c: those at its headers. */
struct ssmspec_finding ssmspec_head_look(const struct ssmspec_judging *judging);

/* unmet.c: the verdict on an answer that is none of the case's outcomes. misfit is NULL or says
 * what is wrong with a 200. */
enum ssmspec_err ssmspec_unmet_judge(struct ssmspec_judging *judging,
                                     const char *misfit) SSMSPEC_MUST_USE;

#endif
