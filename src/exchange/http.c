#include "src/exchange/http.h"

#include "src/base/clock.h"
#include "src/exchange/http_lines.h"
#include "src/exchange/http_outcome.h"
#include "src/exchange/http_reply.h"
#include "src/exchange/http_url.h"

#include <curl/curl.h>
#include <stdlib.h>

#define BODY_LIMIT ((size_t)16 << 20)
#define TIMEOUT_SECONDS 30.0
#define TIMEOUT_SECONDS_MAX 86400.0
#define LOOK_MS 100 /* how often a wait looks whether it should stop */
#define JOBS_MAX 1024

/* One exchange under way. Its handle is set up once and keeps its connection's settings; only what
 * differs from request to request is set again. */
struct slot {
    struct http *http;
    CURL *easy;
    struct ssmspec_request request; /* path: with the endpoint's own before it */
    struct ssmspec_arena *arena;
    struct ssmspec_exchange *result;
    void *tag;
    struct ssmspec_reply reply;
    bool is_busy;
    bool is_special; /* the handle holds settings that a plain POST must take back */
    char message[CURL_ERROR_SIZE];
};

struct http {
    CURLM *multi;
    struct slot *slots;
    size_t slot_count;
    struct slot **idle; /* a stack of slots to use */
    size_t idle_count;
    struct slot **broken; /* slots whose request could not be sent, until next tells of them */
    size_t broken_count;
    struct ssmspec_signer *signer;
    struct ssmspec_credentials credentials;
    bool is_signing;
    struct ssmspec_scope scope;
    struct ssmspec_http_url url;
    struct ssmspec_http_tail tail;
    const volatile int *stop;
    struct ssmspec_arena arena;
    bool has_curl;
};

static size_t on_line(char *bytes, size_t size, size_t count, void *self) {
    struct slot *const slot = self;
    return ssmspec_reply_line(&slot->reply, (struct ssmspec_view){bytes, size * count})
               ? size * count
               : 0;
}

static size_t on_piece(char *bytes, size_t size, size_t count, void *self) {
    struct slot *const slot = self;
    return ssmspec_reply_piece(&slot->reply, (struct ssmspec_view){bytes, size * count})
               ? size * count
               : CURL_WRITEFUNC_ERROR;
}
