/* Exchanges over HTTP(S), several at once, signed by sigv4.h, on connections that are kept.
 * libcurl's multi interface resolves, connects, goes through proxies and encrypts; what is sent are
 * our own bytes (wire_text.h), and what comes is read by one reader (reply.h), because a client
 * that mends requests and forgives answers sees less of a server. Only http*.c see curl. A
 * request's own header takes the place of what would be sent anyway (Host, X-Amz-Date,
 * Authorization, ...); with a value whose ptr is NULL that header is not sent at all, so that an
 * own Authorization of NULL means: do not sign. A method, path or header that cannot be put on the
 * wire as it is makes the exchange SSMSPEC_BROKEN. A request on a kept connection that turns out
 * dead is sent once more on a new one. A proxy is asked for a tunnel. The process should ignore
 * SIGPIPE: TLS libraries write without suppressing it. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_H

#include "src/base/bytes.h"
#include "src/exchange/exchange.h"
#include "src/exchange/sigv4.h"

struct ssmspec_http_options {
    struct ssmspec_view url;                       /* endpoint, as given */
    const struct ssmspec_credentials *credentials; /* NULL: do not sign */
    struct ssmspec_scope scope;
    size_t jobs;                 /* requests under way at once */
    double timeout_seconds;      /* for one exchange; 0: 30 */
    double connect_seconds;      /* 0: as timeout_seconds */
    size_t response_limit;       /* bytes of one body; 0: 2 MiB */
    struct ssmspec_view ca_file; /* ptr NULL: the system's */
    bool skip_tls_verification;
    const volatile int *stop; /* when it turns non-zero, next returns SSMSPEC_ERR_INTERRUPTED */
};

/* SSMSPEC_ERR_USAGE with a sentence in *why (may be NULL) when the URL is none;
 * SSMSPEC_ERR_NETWORK, SSMSPEC_ERR_CRYPTO, SSMSPEC_ERR_NOMEM. options need not outlive the call,
 * stop excepted. */
enum ssmspec_err ssmspec_http_new(const struct ssmspec_http_options *options,
                                  struct ssmspec_transporter *out,
                                  struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* scheme://host[:port][/path] without user, password and query: what may be shown.
 * SSMSPEC_ERR_USAGE with a sentence in *why when url is none or not http(s). host gets the bare
 * host name. */
enum ssmspec_err ssmspec_url_check(struct ssmspec_view url, struct ssmspec_arena *arena,
                                   struct ssmspec_view *shown, struct ssmspec_view *host,
                                   struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

/* Whether a bare host is this machine and no other: localhost, *.localhost, 127.0.0.0/8, ::1. */
bool ssmspec_host_is_loopback(struct ssmspec_view host);

#endif
