/* The case files of suites/pinned, as the build found them. */
#ifndef SSMSPEC_SUITES_PINNED_H
#define SSMSPEC_SUITES_PINNED_H

#include "src/case/derive.h"

/* In the order of their names; ends with a NULL name. */
extern const struct ssmspec_case_file ssmspec_pinned_files[];

#endif
