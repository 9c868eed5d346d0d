/* The words of a wire script's texts put in. Private to src/exchange. */
#ifndef SSMSPEC_SRC_EXCHANGE_WIRE_TEXT_H
#define SSMSPEC_SRC_EXCHANGE_WIRE_TEXT_H

#include "src/base/bytes.h"
#include "src/request/request.h"

/* A request as it goes out: its path joined, its headers complete. */
struct ssmspec_wire_parts {
    const struct ssmspec_request *request;
    struct ssmspec_view host;                    /* the Host header's value */
    const struct ssmspec_header *signed_headers; /* what signing adds */
    size_t signed_count;
};

/* Whether every byte can be sent where it stands: nothing in the method, the path or a header ends
 * its line early. */
bool ssmspec_wire_is_sendable(const struct ssmspec_wire_parts *parts);

/* Whether the request itself says what becomes of the connection. */
bool ssmspec_wire_says_connection(const struct ssmspec_request *request);

/* Appends text with its words put in. */
void ssmspec_wire_text(const struct ssmspec_wire_parts *parts, struct ssmspec_view text,
                       struct ssmspec_bytes *out);

#endif
