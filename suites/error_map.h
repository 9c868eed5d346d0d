/* Every error of the operations with the request that provokes it, and beside each the request that
 * must not. */
#ifndef SSMSPEC_SUITES_ERROR_MAP_H
#define SSMSPEC_SUITES_ERROR_MAP_H

#include "src/case/derive.h"

extern const struct ssmspec_row ssmspec_cancel_error_map_rows[];
extern const struct ssmspec_row ssmspec_read_error_map_rows[];
extern const struct ssmspec_row ssmspec_send_error_map_rows[];
extern const struct ssmspec_row ssmspec_send_option_error_map_rows[];
extern const struct ssmspec_row ssmspec_fault_error_map_rows[];

#endif
