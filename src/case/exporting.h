/* The parts of an exported case. Private to src/case. */
#ifndef SSMSPEC_SRC_CASE_EXPORTING_H
#define SSMSPEC_SRC_CASE_EXPORTING_H

#include "src/case/case.h"
#include "src/json/pen.h"

void ssmspec_export_request(struct ssmspec_pen *pen, const char *name,
                            const struct ssmspec_request *request);

/* "signing"; nothing where the signature is right. */
void ssmspec_export_signing(struct ssmspec_pen *pen, const struct ssmspec_signing *signing);

/* "wire"; nothing where a client's usual way will do. */
void ssmspec_export_wire(struct ssmspec_pen *pen, const struct ssmspec_wire_step *step);

/* [NAME, VALUE], value.ptr NULL: no such header at all. */
void ssmspec_export_header(struct ssmspec_pen *pen, const char *name, struct ssmspec_header header);

/* "accepted" and "tolerated". */
void ssmspec_export_outcomes(struct ssmspec_pen *pen, const struct ssmspec_outcome *outcomes,
                             size_t count);

void ssmspec_export_scenario(struct ssmspec_pen *pen, const struct ssmspec_scenario *scenario);

#endif
