/* What a request must look like before its body is read, and what in it means nothing: targets,
 * content types, methods and paths; then what no HTTP client would say. */
#ifndef SSMSPEC_SUITES_HTTP_H
#define SSMSPEC_SUITES_HTTP_H

#include "src/case/derive.h"

extern const struct ssmspec_row ssmspec_http_target_rows[];
extern const struct ssmspec_row ssmspec_http_content_rows[];
extern const struct ssmspec_row ssmspec_http_method_rows[];
extern const struct ssmspec_row ssmspec_http_framing_rows[];
extern const struct ssmspec_row ssmspec_http_connection_rows[];

#endif
