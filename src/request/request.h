/* A request as it goes over the wire, before signing: bytes, never "message". */
#ifndef SSMSPEC_SRC_REQUEST_REQUEST_H
#define SSMSPEC_SRC_REQUEST_REQUEST_H

#include "src/base/view.h"
#include "src/request/signing.h"
#include "src/request/wire.h"

struct ssmspec_header {
    struct ssmspec_view name;
    struct ssmspec_view value;
};

struct ssmspec_request {
    struct ssmspec_view method;           /* "POST" */
    struct ssmspec_view path;             /* "/" */
    struct ssmspec_view target;           /* value of X-Amz-Target; ptr NULL: header left out */
    struct ssmspec_view content_type;     /* ptr NULL: header left out */
    const struct ssmspec_header *headers; /* further headers, in order */
    size_t header_count;
    struct ssmspec_view body;
    const struct ssmspec_signing *signing; /* NULL: right; static memory */
    const struct ssmspec_wire_step *wire;  /* NULL: sent as clients do; else as these steps say */
};

/* The value of the first header of that name, case-insensitive; {NULL, 0} when there is none. */
struct ssmspec_view ssmspec_headers_find(const struct ssmspec_header *headers, size_t count,
                                         const char *name);

#endif
