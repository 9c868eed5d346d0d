#include "src/exchange/http_outcome.h"

/* The other side's, or the way there: whatever is not listed is our own fault. */
static const CURLcode unreachable[] = {
    CURLE_COULDNT_RESOLVE_PROXY,
    CURLE_COULDNT_RESOLVE_HOST,
    CURLE_COULDNT_CONNECT,
    CURLE_PROXY,
    CURLE_INTERFACE_FAILED,
    CURLE_OPERATION_TIMEDOUT,
    CURLE_GOT_NOTHING,
    CURLE_SEND_ERROR,
    CURLE_RECV_ERROR,
    CURLE_WEIRD_SERVER_REPLY,
    CURLE_SSL_CONNECT_ERROR,
    CURLE_SSL_ENGINE_NOTFOUND,
    CURLE_SSL_CERTPROBLEM,
    CURLE_SSL_CIPHER,
    CURLE_PEER_FAILED_VERIFICATION,
    CURLE_SSL_CACERT_BADFILE,
    CURLE_SSL_CRL_BADFILE,
    CURLE_SSL_ISSUER_ERROR,
    CURLE_SSL_INVALIDCERTSTATUS,
};

enum ssmspec_transport ssmspec_http_outcome(CURLcode code, bool has_sent) {
    for (size_t i = 0; i < sizeof unreachable / sizeof unreachable[0]; i++) {
        if (unreachable[i] == code) {
            return has_sent ? SSMSPEC_CLOSED : SSMSPEC_UNREACHABLE;
        }
    }
    return SSMSPEC_BROKEN;
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
