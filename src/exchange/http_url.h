/* An endpoint's URL taken apart once, so that what is signed, sent and shown agrees. Private to the
 * http files. */
#ifndef SSMSPEC_SRC_EXCHANGE_HTTP_URL_H
#define SSMSPEC_SRC_EXCHANGE_HTTP_URL_H

#include "src/base/arena.h"
#include "src/base/bytes.h"

/* Everything lives in the arena it was read into. */
struct ssmspec_http_url {
    const char *text;         /* for curl to connect to: without user and password */
    struct ssmspec_view path; /* as it is sent, at least "/" */
    struct ssmspec_view shown;
    struct ssmspec_view host;        /* bare: no brackets, no port */
    struct ssmspec_view host_header; /* OBS:C-07: with the port unless it is the scheme's */
    bool is_loopback;
    bool is_encrypted;
};

/* SSMSPEC_ERR_USAGE with a sentence in *why (which may be NULL) when url cannot be an endpoint. */
enum ssmspec_err ssmspec_http_url_read(struct ssmspec_view url, struct ssmspec_arena *arena,
                                       struct ssmspec_http_url *out,
                                       struct ssmspec_bytes *why) SSMSPEC_MUST_USE;

#endif
