/* What a finished transfer means: curl's many codes become the few kinds of a transport. Private to
 * the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_OUTCOME_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_OUTCOME_H

#include "src/exchange/exchange.h"

#include <curl/curl.h>

/* message  what curl says about it, "" when nothing
 * has_sent whether any byte of a request went out: then the endpoint was reachable */
enum ssmspec_transport ssmspec_http_outcome(CURLcode code, const char *message, bool has_sent);

/* One printable line from arena: curl's message, or its sentence for the code. */
enum ssmspec_err ssmspec_http_detail(CURLcode code, const char *message,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_view *out) SSMSPEC_MUST_USE;

#endif
