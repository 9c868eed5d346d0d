/* The same request in the bytes of real clients. */
#ifndef SSMSPEC_SUITES_CLIENT_H
#define SSMSPEC_SUITES_CLIENT_H

#include "src/case/derive.h"

extern const struct ssmspec_row ssmspec_client_rows[];

#endif
