/* What every exchange of a transporter starts from: where it goes and how it is signed. Private to
 * the http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_SENDER_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_SENDER_H

#include "src/exchange/http.h"
#include "src/exchange/http_url.h"

#include <curl/curl.h>

/* Leave with SSMSPEC_ERR_NETWORK when curl refuses a setting. */
#define SSMSPEC_HTTP_SET(easy, option, value) \
    ENSURE(curl_easy_setopt((easy), (option), (value)) == CURLE_OK, SSMSPEC_ERR_NETWORK)

/* Must outlive what uses it. */
struct ssmspec_http_sender {
    struct ssmspec_http_url url;
    struct ssmspec_signer *signer; /* NULL: do not sign */
    struct ssmspec_credentials credentials;
    struct ssmspec_scope scope;
    double timeout_seconds; /* of one exchange */
    size_t body_limit;      /* bytes */
};

/* A new handle that connects to the endpoint, and no more. */
enum ssmspec_err ssmspec_http_sender_open(const struct ssmspec_http_sender *sender,
                                          const struct ssmspec_http_options *options,
                                          CURL **easy) SSMSPEC_MUST_USE;

/* The limits that are not curl's own affair. */
void ssmspec_http_sender_limit(struct ssmspec_http_sender *sender,
                               const struct ssmspec_http_options *options);

/* The request with its path as it goes on the wire: the endpoint's own stands before it, as in the
 * AWS clients. What does not start with a slash ("*") is sent as it is. */
enum ssmspec_err ssmspec_http_sender_address(const struct ssmspec_http_sender *sender,
                                             const struct ssmspec_request *request,
                                             struct ssmspec_arena *arena,
                                             struct ssmspec_request *out) SSMSPEC_MUST_USE;

/* What signing adds to an addressed request; nothing where nothing is signed. */
enum ssmspec_err ssmspec_http_sender_sign(const struct ssmspec_http_sender *sender,
                                          const struct ssmspec_request *request,
                                          struct ssmspec_arena *arena,
                                          const struct ssmspec_header **added,
                                          size_t *added_count) SSMSPEC_MUST_USE;

#endif
