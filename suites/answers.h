/* What every answer looks like, whatever it says, and whether an operation answers at all. */
#ifndef SSMSPEC_SUITES_ANSWERS_H
#define SSMSPEC_SUITES_ANSWERS_H

#include "src/case/derive.h"

extern const struct ssmspec_row ssmspec_answer_rows[];
extern const struct ssmspec_row ssmspec_surface_rows[]; /* what clients trip over */

#endif
