/* How long an answer says that its body is. Private to src/exchange. */
#ifndef SSMSPEC_SRC_EXCHANGE_BODY_LENGTH_H
#define SSMSPEC_SRC_EXCHANGE_BODY_LENGTH_H

#include "src/base/view.h"

/* Zero-initialise for each answer. */
struct ssmspec_body_length {
    bool is_given;
    size_t bytes;
    const char *fault; /* static text: without a transfer coding nobody knows where it ends */
};

/* The value of one Content-Length. The same length may be said again, in a header of its own or
 * behind a comma: that leaves nothing in doubt. Source: RFC9112:6.3, RFC9110:8.6. */
void ssmspec_body_length_add(struct ssmspec_body_length *length, struct ssmspec_view value);

#endif
