/* The header lines of a request in curl's list form, from few allocations. Private to the http
 * files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_LINES_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_LINES_H

#include "src/base/arena.h"
#include "src/request/request.h"

#include <curl/curl.h>

/* The lines that some requests end with. Each line costs curl as much as a short body, so that they
 * stand only where they are needed: Host where curl would spell it otherwise, Expect taken out of
 * bodies large enough for curl to ask first. */
struct ssmspec_http_tail {
    char expect_line[sizeof "Expect:"]; /* curl's list wants writable text */
    bool has_host;
    struct curl_slist host, host_and_expect, expect;
};

/* *tail keeps host_header, "Host: ..." ending in NUL, and points into itself. */
void ssmspec_http_tail_init(struct ssmspec_http_tail *tail, char *host_header);

/* Content-Type, X-Amz-Target, the request's own headers, the added ones, and the tail; what the
 * request leaves out is also kept from being added by curl. The list lives in arena.
 * SSMSPEC_ERR_USAGE when a header holds a byte that cannot be sent in one. */
enum ssmspec_err ssmspec_http_lines(const struct ssmspec_request *request,
                                    const struct ssmspec_header *added, size_t added_count,
                                    struct ssmspec_http_tail *tail, struct ssmspec_arena *arena,
                                    struct curl_slist **out) SSMSPEC_MUST_USE;

#endif
