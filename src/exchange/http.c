#include "src/exchange/http.h"

#include "src/base/clock.h"
#include "src/exchange/http_slot.h"

#include <curl/curl.h>
#include <stdlib.h>

#define JOBS_MAX 1024
#define LOOK_MS 100 /* how often a wait looks whether it should stop */

struct http {
    struct ssmspec_http_sender sender;
    CURLM *multi;
    struct ssmspec_http_slot *slots;
    size_t slot_count;
    struct ssmspec_http_slot **idle; /* a stack: the slot used last is the warmest */
    size_t idle_count;
    struct ssmspec_http_slot **finished; /* until next tells of them */
    size_t finished_count;
    struct ssmspec_http_slot **talking; /* connected, with an exchange under way */
    size_t talking_count;
    struct curl_waitfd *waits; /* as many: what they wait for */
    size_t connecting;
    const volatile int *stop;
    struct ssmspec_arena arena;
    bool has_curl;
};

static enum ssmspec_err dial(struct http *http, struct ssmspec_http_slot *slot) {
    ENSURE(curl_multi_add_handle(http->multi, slot->easy) == CURLM_OK, SSMSPEC_ERR_NETWORK);
    http->connecting++;
    return SSMSPEC_OK;
}

/* The connection goes with the handle. */
static enum ssmspec_err hang_up(struct http *http, struct ssmspec_http_slot *slot) {
    slot->is_connected = false;
    ENSURE(curl_multi_remove_handle(http->multi, slot->easy) == CURLM_OK, SSMSPEC_ERR_NETWORK);
    return SSMSPEC_OK;
}

static void finish(struct http *http, struct ssmspec_http_slot *slot) {
    *slot->result = slot->end;
    http->finished[http->finished_count++] = slot;
}

static enum ssmspec_err end_talk(struct http *http, struct ssmspec_http_slot *slot) {
    size_t at = 0;
    while (http->talking[at] != slot) {
        at++;
    }
    http->talking[at] = http->talking[--http->talking_count];
    if (ssmspec_http_slot_should_repeat(slot)) {
        GUARD(hang_up(http, slot));
        ssmspec_http_slot_repeat(slot);
        return dial(http, slot);
    }
    slot->is_kept = ssmspec_http_slot_can_keep(slot);
    if (!slot->is_kept) {
        GUARD(hang_up(http, slot));
    }
    ssmspec_http_slot_empty(slot);
    finish(http, slot);
    return SSMSPEC_OK;
}

static enum ssmspec_err begin_talk(struct http *http, struct ssmspec_http_slot *slot) {
    http->talking[http->talking_count++] = slot;
    return ssmspec_http_slot_run(slot, ssmspec_clock_seconds()) ? end_talk(http, slot) : SSMSPEC_OK;
}

/* A request that cannot be sent is a finished exchange; anything else is our own failure. */
static enum ssmspec_err start(struct http *http, struct ssmspec_http_slot *slot,
                              const struct ssmspec_request *request) {
    const enum ssmspec_err err = ssmspec_http_slot_load(slot, request);
    if (err == SSMSPEC_ERR_USAGE || err == SSMSPEC_ERR_LIMIT) {
        (void)ssmspec_http_slot_end(slot, SSMSPEC_BROKEN,
                                    "the request holds bytes that cannot be sent there");
        finish(http, slot);
        return SSMSPEC_OK;
    }
    GUARD(err);
    if (ssmspec_http_slot_is_ready(slot)) {
        return begin_talk(http, slot);
    }
    if (slot->is_connected) {
        GUARD(hang_up(http, slot));
    }
    return dial(http, slot);
}

static enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                               void *tag) {
    struct http *const http = self;
    ENSURE(http->idle_count > 0, SSMSPEC_ERR_LIMIT);
    struct ssmspec_http_slot *const slot = http->idle[--http->idle_count];
    slot->arena = arena;
    slot->result = result;
    slot->tag = tag;
    const enum ssmspec_err err = start(http, slot, request);
    if (err != SSMSPEC_OK) {
        http->idle[http->idle_count++] = slot;
    }
    return err;
}

/* Until one is finished: what the others were answered stays where it is meanwhile, so that large
 * answers are not all held at once. */
static enum ssmspec_err run_talks(struct http *http) {
    const double now = ssmspec_clock_seconds();
    for (size_t i = http->talking_count; i-- > 0 && http->finished_count == 0;) {
        struct ssmspec_http_slot *const slot = http->talking[i];
        if (ssmspec_http_slot_can_move(slot, now) && ssmspec_http_slot_run(slot, now)) {
            GUARD(end_talk(http, slot));
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err take_connection(struct http *http, CURL *easy, CURLcode code) {
    char *private = NULL;
    ENSURE(curl_easy_getinfo(easy, CURLINFO_PRIVATE, &private) == CURLE_OK, SSMSPEC_ERR_NETWORK);
    struct ssmspec_http_slot *const slot = (struct ssmspec_http_slot *)(void *)private;
    http->connecting--;
    if (ssmspec_http_slot_connected(slot, code)) {
        return begin_talk(http, slot);
    }
    GUARD(hang_up(http, slot));
    finish(http, slot);
    return SSMSPEC_OK;
}

static enum ssmspec_err take_connections(struct http *http) {
    int left = 0;
    if (http->connecting == 0) {
        return SSMSPEC_OK;
    }
    ENSURE(curl_multi_perform(http->multi, &left) == CURLM_OK, SSMSPEC_ERR_NETWORK);
    const CURLMsg *message = NULL;
    while ((message = curl_multi_info_read(http->multi, &left)) != NULL) {
        if (message->msg == CURLMSG_DONE) {
            GUARD(take_connection(http, message->easy_handle, message->data.result));
        }
    }
    return SSMSPEC_OK;
}

static bool take_finished(struct http *http, void **tag) {
    if (http->finished_count == 0) {
        return false;
    }
    struct ssmspec_http_slot *const slot = http->finished[--http->finished_count];
    http->idle[http->idle_count++] = slot;
    *tag = slot->tag;
    return true;
}

static bool should_stop(const struct http *http) {
    return http->stop != NULL && *http->stop != 0;
}

static int slice_ms(double deadline, double now) {
    const double left = (deadline - now) * 1000;
    if (left <= 0) {
        return 0;
    }
    return left < LOOK_MS ? (int)left + 1 : LOOK_MS;
}

/* Until something moves, but not beyond the time that one of them waits for. */
static enum ssmspec_err wait_for_news(struct http *http, int wait, double now) {
    const size_t count = http->talking_count;
    for (size_t i = 0; i < count; i++) {
        ssmspec_http_slot_wants(http->talking[i], &http->waits[i]);
        const int due = slice_ms(ssmspec_http_slot_due(http->talking[i]), now);
        wait = due < wait ? due : wait;
    }
    ENSURE(curl_multi_poll(http->multi, http->waits, (unsigned)count, wait, NULL) == CURLM_OK,
           SSMSPEC_ERR_NETWORK);
    for (size_t i = 0; i < count; i++) {
        http->talking[i]->is_readable |= http->waits[i].revents != 0;
    }
    return should_stop(http) ? SSMSPEC_ERR_INTERRUPTED : SSMSPEC_OK;
}

static enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    struct http *const http = self;
    *tag = NULL;
    ENSURE(!should_stop(http), SSMSPEC_ERR_INTERRUPTED);
    if (take_finished(http, tag)) {
        return SSMSPEC_OK;
    }
    const double deadline = ssmspec_clock_seconds() + (double)wait_ms / 1000;
    for (;;) {
        GUARD(take_connections(http));
        GUARD(run_talks(http));
        if (take_finished(http, tag)) {
            return SSMSPEC_OK;
        }
        const double now = ssmspec_clock_seconds();
        const int wait = slice_ms(deadline, now);
        if (wait == 0) {
            return SSMSPEC_OK;
        }
        GUARD(wait_for_news(http, wait, now));
    }
}

static void release(void *self) {
    struct http *const http = self;
    if (http == NULL) {
        return;
    }
    for (size_t i = 0; i < http->slot_count; i++) {
        (void)curl_multi_remove_handle(http->multi, http->slots[i].easy); /* if it is there */
        ssmspec_http_slot_close(&http->slots[i]);
    }
    (void)curl_multi_cleanup(http->multi);
    ssmspec_signer_free(http->sender.signer);
    free(http->slots);
    free((void *)http->idle);
    free((void *)http->finished);
    free((void *)http->talking);
    free(http->waits);
    ssmspec_arena_clear(&http->arena);
    if (http->has_curl) {
        curl_global_cleanup();
    }
    free(http);
}

static enum ssmspec_err copy(struct http *http, struct ssmspec_view from, struct ssmspec_view *to) {
    *to = from;
    return from.ptr == NULL ? SSMSPEC_OK : ssmspec_arena_copy(&http->arena, from, to);
}

static enum ssmspec_err read_identity(struct http *http,
                                      const struct ssmspec_http_options *options) {
    struct ssmspec_http_sender *const sender = &http->sender;
    if (options->credentials == NULL) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_credentials *const given = options->credentials;
    GUARD(copy(http, given->access_key_id, &sender->credentials.access_key_id));
    GUARD(copy(http, given->secret_access_key, &sender->credentials.secret_access_key));
    GUARD(copy(http, given->session_token, &sender->credentials.session_token));
    GUARD(copy(http, options->scope.region, &sender->scope.region));
    GUARD(copy(http, options->scope.service, &sender->scope.service));
    return ssmspec_signer_new(&sender->signer);
}

static enum ssmspec_err open_slots(struct http *http, const struct ssmspec_http_options *options) {
    http->idle = (struct ssmspec_http_slot **)calloc(options->jobs, sizeof *http->idle);
    http->finished = (struct ssmspec_http_slot **)calloc(options->jobs, sizeof *http->finished);
    http->slots = calloc(options->jobs, sizeof *http->slots);
    http->talking = (struct ssmspec_http_slot **)calloc(options->jobs, sizeof *http->talking);
    http->waits = calloc(options->jobs, sizeof *http->waits);
    const bool is_made = http->idle != NULL && http->finished != NULL && http->slots != NULL &&
                         http->talking != NULL && http->waits != NULL;
    ENSURE(is_made, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < options->jobs; i++) {
        http->slot_count = i + 1;
        GUARD(ssmspec_http_slot_open(&http->slots[i], &http->sender, options));
        http->idle[http->idle_count++] = &http->slots[i];
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err open_curl(struct http *http, size_t jobs) {
    ENSURE(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, SSMSPEC_ERR_NETWORK);
    http->has_curl = true;
    http->multi = curl_multi_init();
    ENSURE(http->multi != NULL, SSMSPEC_ERR_NOMEM);
    /* One connection a slot, and room to spare: beyond this curl closes what it takes for idle. */
    return curl_multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, (long)(2 * jobs)) == CURLM_OK
               ? SSMSPEC_OK
               : SSMSPEC_ERR_NETWORK;
}

static enum ssmspec_err open_all(struct http *http, const struct ssmspec_http_options *options,
                                 struct ssmspec_bytes *why) {
    http->stop = options->stop;
    GUARD(open_curl(http, options->jobs));
    ssmspec_http_sender_limit(&http->sender, options);
    GUARD(ssmspec_http_url_read(options->url, &http->arena, &http->sender.url, why));
    GUARD(read_identity(http, options));
    return open_slots(http, options);
}

enum ssmspec_err ssmspec_http_new(const struct ssmspec_http_options *options,
                                  struct ssmspec_transporter *out, struct ssmspec_bytes *why) {
    ENSURE(options->jobs >= 1 && options->jobs <= JOBS_MAX, SSMSPEC_ERR_USAGE);
    struct http *const http = calloc(1, sizeof *http);
    ENSURE(http != NULL, SSMSPEC_ERR_NOMEM);
    const enum ssmspec_err err = open_all(http, options, why);
    if (err != SSMSPEC_OK) {
        release(http);
        return err;
    }
    *out = (struct ssmspec_transporter){.self = http,
                                        .capacity = options->jobs,
                                        .has_wire = true,
                                        .submit = submit,
                                        .next = next,
                                        .free = release};
    return SSMSPEC_OK;
}
