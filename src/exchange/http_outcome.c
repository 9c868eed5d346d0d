#include "src/exchange/http_outcome.h"

struct meaning {
    CURLcode code;
    enum ssmspec_transport transport;
};

static const struct meaning meanings[] = {
    {CURLE_OK, SSMSPEC_DELIVERED},
    {CURLE_COULDNT_RESOLVE_PROXY, SSMSPEC_UNREACHABLE},
    {CURLE_COULDNT_RESOLVE_HOST, SSMSPEC_UNREACHABLE},
    {CURLE_COULDNT_CONNECT, SSMSPEC_UNREACHABLE},
    {CURLE_PROXY, SSMSPEC_UNREACHABLE},
    {CURLE_INTERFACE_FAILED, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_CONNECT_ERROR, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_ENGINE_NOTFOUND, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_CERTPROBLEM, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_CIPHER, SSMSPEC_UNREACHABLE},
    {CURLE_PEER_FAILED_VERIFICATION, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_CACERT_BADFILE, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_CRL_BADFILE, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_ISSUER_ERROR, SSMSPEC_UNREACHABLE},
    {CURLE_SSL_INVALIDCERTSTATUS, SSMSPEC_UNREACHABLE},
    {CURLE_GOT_NOTHING, SSMSPEC_CLOSED},
    {CURLE_SEND_ERROR, SSMSPEC_CLOSED},
    {CURLE_RECV_ERROR, SSMSPEC_CLOSED},
    {CURLE_PARTIAL_FILE, SSMSPEC_CLOSED},
    {CURLE_SSL_SHUTDOWN_FAILED, SSMSPEC_CLOSED},
    {CURLE_OPERATION_TIMEDOUT, SSMSPEC_TIMED_OUT},
    {CURLE_UNSUPPORTED_PROTOCOL, SSMSPEC_NOT_HTTP},
    {CURLE_WEIRD_SERVER_REPLY, SSMSPEC_NOT_HTTP},
    {CURLE_BAD_CONTENT_ENCODING, SSMSPEC_NOT_HTTP},
    {CURLE_HTTP2, SSMSPEC_NOT_HTTP},
    {CURLE_HTTP2_STREAM, SSMSPEC_NOT_HTTP},
    {CURLE_HTTP3, SSMSPEC_NOT_HTTP},
    {CURLE_RANGE_ERROR, SSMSPEC_NOT_HTTP},
    {CURLE_FILESIZE_EXCEEDED, SSMSPEC_TOO_LARGE},
};

static enum ssmspec_transport meaning_of(CURLcode code) {
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
        if (meanings[i].code == code) {
            return meanings[i].transport;
        }
    }
    return SSMSPEC_BROKEN;
}

/* curl reports a malformed chunk as if reading had failed; only its message tells them apart. */
static bool is_about_chunks(const char *message) {
    const struct ssmspec_view text = ssmspec_view_of(message);
    return ssmspec_view_find(text, SSMSPEC_VIEW("hunked-")) < text.len ||
           ssmspec_view_find(text, SSMSPEC_VIEW("chunk hex")) < text.len;
}

enum ssmspec_transport ssmspec_http_outcome(CURLcode code, const char *message, bool has_sent) {
    const enum ssmspec_transport transport = meaning_of(code);
    if (code == CURLE_OPERATION_TIMEDOUT) {
        return has_sent ? SSMSPEC_TIMED_OUT : SSMSPEC_UNREACHABLE;
    }
    if (code == CURLE_RECV_ERROR && is_about_chunks(message)) {
        return SSMSPEC_NOT_HTTP;
    }
    /* A request went out on a kept connection and died with it, and no new one could be made. */
    if (transport == SSMSPEC_UNREACHABLE && has_sent) {
        return SSMSPEC_CLOSED;
    }
    /* Header blocks beyond curl's own limits look to it as if memory had run out. */
    if (code == CURLE_OUT_OF_MEMORY && has_sent) {
        return SSMSPEC_TOO_LARGE;
    }
#if LIBCURL_VERSION_NUM >= 0x080600
    if (code == CURLE_TOO_LARGE) {
        return SSMSPEC_TOO_LARGE;
    }
#endif
    return transport;
}

enum ssmspec_err ssmspec_http_detail(CURLcode code, const char *message,
                                     struct ssmspec_arena *arena, struct ssmspec_view *out) {
    const char *const said = message[0] != '\0' ? message : curl_easy_strerror(code);
    char *const text = ssmspec_arena_text(arena, ssmspec_view_of(said));
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    for (char *at = text; *at != '\0'; at++) {
        if (*at < ' ' || *at > '~') {
            *at = *at == '\n' || *at == '\r' || *at == '\t' ? ' ' : '?';
        }
    }
    *out = ssmspec_view_trim(ssmspec_view_of(text));
    return SSMSPEC_OK;
}
