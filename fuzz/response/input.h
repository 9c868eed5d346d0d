/* Answers as files: "STATUS CASE" on the first line, header lines "Name: value" up to an empty
 * line, then the body. Any bytes are such a file. */
#ifndef SSMSPEC_FUZZ_RESPONSE_INPUT_H
#define SSMSPEC_FUZZ_RESPONSE_INPUT_H

#include "src/exchange/exchange.h"

#define SSMSPEC_INPUT_HEADERS_MAX 16

/* Returns CASE, the number of the case that is answered; 0 where there is none. */
size_t ssmspec_input_read(struct ssmspec_view rest,
                          struct ssmspec_header headers[SSMSPEC_INPUT_HEADERS_MAX],
                          struct ssmspec_response *out);

#endif
