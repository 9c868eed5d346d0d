/* What a connection that was not made means: curl's many codes become the few kinds of a transport.
 * Private to the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_OUTCOME_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_OUTCOME_H

#include "src/exchange/exchange.h"

#include <curl/curl.h>

/* has_sent: the request was sent before, on a connection that died with it: then the endpoint was
 * reachable. */
enum ssmspec_transport ssmspec_http_outcome(CURLcode code, bool has_sent);

/* One printable line from arena: curl's message, or its sentence for the code. */
enum ssmspec_err ssmspec_http_detail(CURLcode code, const char *message,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_view *out) SSMSPEC_MUST_USE;

#endif
