#include "src/exchange/http_sender.h"

#define BODY_LIMIT ((size_t)2 << 20)
#define TIMEOUT_SECONDS 30.0
#define TIMEOUT_SECONDS_MAX 86400.0
#define AGE_SECONDS_MAX (366L * 86400)
#define SET SSMSPEC_HTTP_SET

static long milliseconds(double seconds, double otherwise) {
    double kept = seconds > 0 ? seconds : otherwise;
    kept = kept > TIMEOUT_SECONDS_MAX ? TIMEOUT_SECONDS_MAX : kept;
    return kept < 0.001 ? 1 : (long)(kept * 1000);
}

static enum ssmspec_err set_limits(CURL *easy, const struct ssmspec_http_options *options) {
    SET(easy, CURLOPT_TIMEOUT_MS, milliseconds(options->timeout_seconds, TIMEOUT_SECONDS));
    if (options->connect_seconds > 0) {
        SET(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options->connect_seconds, 0));
    }
    SET(easy, CURLOPT_NOSIGNAL, 1L);
    return SSMSPEC_OK;
}

static enum ssmspec_err set_tls(CURL *easy, const struct ssmspec_http_options *options,
                                struct ssmspec_arena *scratch) {
    if (options->ca_file.ptr != NULL) {
        const char *const path = ssmspec_arena_text(scratch, options->ca_file);
        ENSURE(path != NULL, SSMSPEC_ERR_NOMEM);
        SET(easy, CURLOPT_CAINFO, path); /* curl copies it */
    }
    if (options->skip_tls_verification) {
        SET(easy, CURLOPT_SSL_VERIFYPEER, 0L);
        SET(easy, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    return SSMSPEC_OK;
}

/* Through a proxy it is a tunnel: one that reads requests would change them. */
static enum ssmspec_err set_place(CURL *easy, const struct ssmspec_http_sender *sender) {
    SET(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    SET(easy, CURLOPT_URL, sender->url.text);
    SET(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1); /* else TLS may agree on 2 */
    SET(easy, CURLOPT_TCP_NODELAY, 1L);
    SET(easy, CURLOPT_CONNECT_ONLY, 1L);
    SET(easy, CURLOPT_FRESH_CONNECT, 1L);
    SET(easy, CURLOPT_MAXAGE_CONN, AGE_SECONDS_MAX); /* curl takes it for idle since it connected */
    SET(easy, CURLOPT_HTTPPROXYTUNNEL, 1L);
    if (sender->url.is_loopback) {
        SET(easy, CURLOPT_PROXY, "");
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err set_all(CURL *easy, const struct ssmspec_http_sender *sender,
                                const struct ssmspec_http_options *options) {
    struct ssmspec_arena scratch = {0};
    const enum ssmspec_err err = set_tls(easy, options, &scratch);
    ssmspec_arena_clear(&scratch);
    GUARD(err);
    GUARD(set_limits(easy, options));
    return set_place(easy, sender);
}

enum ssmspec_err ssmspec_http_sender_open(const struct ssmspec_http_sender *sender,
                                          const struct ssmspec_http_options *options, CURL **easy) {
    *easy = curl_easy_init();
    ENSURE(*easy != NULL, SSMSPEC_ERR_NOMEM);
    return set_all(*easy, sender, options);
}

void ssmspec_http_sender_limit(struct ssmspec_http_sender *sender,
                               const struct ssmspec_http_options *options) {
    sender->timeout_seconds =
        (double)milliseconds(options->timeout_seconds, TIMEOUT_SECONDS) / 1000;
    sender->body_limit = options->response_limit != 0 ? options->response_limit : BODY_LIMIT;
}

static enum ssmspec_err join_path(struct ssmspec_view base, struct ssmspec_view path,
                                  struct ssmspec_arena *arena, struct ssmspec_view *out) {
    if (path.len == 0 || ssmspec_view_is(path, "/")) {
        *out = base;
        return SSMSPEC_OK;
    }
    const bool is_absolute = path.ptr[0] == '/';
    const size_t kept = is_absolute ? base.len - (base.ptr[base.len - 1] == '/' ? 1 : 0) : 0;
    char *const joined = ssmspec_arena_raw(arena, kept + path.len + 1);
    ENSURE(joined != NULL, SSMSPEC_ERR_NOMEM);
    memcpy(joined, base.ptr, kept);
    memcpy(joined + kept, path.ptr, path.len);
    joined[kept + path.len] = '\0';
    *out = (struct ssmspec_view){joined, kept + path.len};
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_http_sender_address(const struct ssmspec_http_sender *sender,
                                             const struct ssmspec_request *request,
                                             struct ssmspec_arena *arena,
                                             struct ssmspec_request *out) {
    *out = *request;
    return join_path(sender->url.path, request->path, arena, &out->path);
}

enum ssmspec_err ssmspec_http_sender_sign(const struct ssmspec_http_sender *sender,
                                          const struct ssmspec_request *request,
                                          struct ssmspec_arena *arena,
                                          const struct ssmspec_header **added,
                                          size_t *added_count) {
    *added = NULL;
    *added_count = 0;
    if (sender->signer == NULL) {
        return SSMSPEC_OK;
    }
    return ssmspec_sign_request(sender->signer, &sender->credentials, &sender->scope, time(NULL),
                                sender->url.host_header, request, arena, added, added_count);
}
