#include "src/exchange/in_process.h"

#include "src/base/clock.h"

#include <stdlib.h>

/* The subject answers inside submit; the exchange then waits here for next. */
struct in_process {
    ssmspec_subject_fn subject;
    void *context;
    void *tag;
    bool is_waiting;
};

/* As on the wire, a header is what it is called, however the request came by it. */
static struct ssmspec_request as_received(const struct ssmspec_request *sent) {
    struct ssmspec_request received = *sent;
    if (received.target.ptr == NULL) {
        received.target = ssmspec_headers_find(sent->headers, sent->header_count, "X-Amz-Target");
    }
    if (received.content_type.ptr == NULL) {
        received.content_type =
            ssmspec_headers_find(sent->headers, sent->header_count, "Content-Type");
    }
    return received;
}

static enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                               void *tag) {
    struct in_process *const in_process = self;
    ENSURE(!in_process->is_waiting, SSMSPEC_ERR_LIMIT);
    *result = (struct ssmspec_exchange){.transport = SSMSPEC_DELIVERED};
    const double start = ssmspec_clock_seconds();
    const struct ssmspec_request received = as_received(request);
    const enum ssmspec_err err =
        in_process->subject(in_process->context, &received, arena, &result->response);
    result->seconds = ssmspec_clock_seconds() - start;
    if (err != SSMSPEC_OK) {
        result->transport = SSMSPEC_BROKEN;
        result->detail = ssmspec_view_of(ssmspec_err_text(err));
        result->response = (struct ssmspec_response){0};
    }
    in_process->tag = tag;
    in_process->is_waiting = true;
    return SSMSPEC_OK;
}

static enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    (void)wait_ms;
    struct in_process *const in_process = self;
    *tag = in_process->is_waiting ? in_process->tag : NULL;
    in_process->is_waiting = false;
    return SSMSPEC_OK;
}

static void release(void *self) {
    free(self);
}

enum ssmspec_err ssmspec_in_process_new(ssmspec_subject_fn subject, void *context,
                                        struct ssmspec_transporter *out) {
    struct in_process *const self = calloc(1, sizeof *self);
    ENSURE(self != NULL, SSMSPEC_ERR_NOMEM);
    self->subject = subject;
    self->context = context;
    *out = (struct ssmspec_transporter){
        .self = self, .capacity = 1, .submit = submit, .next = next, .free = release};
    return SSMSPEC_OK;
}
