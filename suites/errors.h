/* Words shared by the operations' tables: modelled errors and what proves that validation was
 * passed. */
#ifndef SSMSPEC_SUITES_ERRORS_H
#define SSMSPEC_SUITES_ERRORS_H

#include "src/rule/shape.h"

/* One modelled error. The model states no status; the API reference's is 400 (OBS:P-16). */
#define CLIENT_FAULT(error, from) \
    { .name = (error), .status = 400, .source = (from) }
#define SERVER_FAULT(error, from) \
    { .name = (error), .status = 500, .source = (from) }
#define END_OF_FAULTS \
    { .name = NULL }

#endif
