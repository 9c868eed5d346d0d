/* Controls are sent once per operation and distinct bytes, before the cases that lean on them.
 * Private to src/run. */
#ifndef SSMSPEC_SRC_RUN_CONTROLS_H
#define SSMSPEC_SRC_RUN_CONTROLS_H

#include "src/run/carrier.h"
#include "src/run/keep.h"
#include "src/run/plan.h"
#include "src/run/result.h"

#define SSMSPEC_NO_CONTROL_INDEX ((size_t)-1)

/* One distinct request and what it was answered. */
struct ssmspec_control {
    const struct ssmspec_request *request;
    const struct ssmspec_operation *model; /* of the cases that lean on it */
    const struct ssmspec_shape *output;    /* what a success looks like */
    struct ssmspec_kept kept;
    struct ssmspec_seen seen; /* for people */
    bool is_in;               /* it was carried, whatever came of it */
    bool is_sent;
    bool has_killed; /* the endpoint has not answered since */
};

struct ssmspec_controls {
    size_t *of_case;      /* by case index: its control, or SSMSPEC_NO_CONTROL_INDEX */
    size_t *foil_of_case; /* likewise its foil */
    struct ssmspec_control *rows;
    size_t count;
};

/* List the controls of all cases for which is_sent holds, in the order of the cases. */
enum ssmspec_err ssmspec_controls_list(const struct ssmspec_cases *cases, const bool *is_sent,
                                       struct ssmspec_arena *arena,
                                       struct ssmspec_controls *out) SSMSPEC_MUST_USE;

/* Keep what the control at an index was answered. */
enum ssmspec_err ssmspec_controls_keep(struct ssmspec_controls *controls, size_t index,
                                       const struct ssmspec_carriage *carriage,
                                       const struct ssmspec_secrets *secrets,
                                       struct ssmspec_arena *arena) SSMSPEC_MUST_USE;

/* A case's errand, which awaits that its control and its foil were carried. */
struct ssmspec_errand ssmspec_controls_errand(const struct ssmspec_controls *controls,
                                              const struct ssmspec_case *row, size_t case_index);

/* A case's control as read; NULL when it has none or it was not sent. */
const struct ssmspec_reading *ssmspec_control_of(const struct ssmspec_controls *controls,
                                                 size_t case_index);

/* What was seen of a case's control; NULL where there is no exchange of it. */
const struct ssmspec_seen *ssmspec_control_seen(const struct ssmspec_controls *controls,
                                                size_t case_index);
const struct ssmspec_reading *ssmspec_foil_of(const struct ssmspec_controls *controls,
                                              size_t case_index);

/* The first case that leans on a control that killed the endpoint; case_count when none did. */
size_t ssmspec_controls_killer(const struct ssmspec_controls *controls, size_t case_count);

#endif
