/* An endpoint and its front that lie. */
#include "fixtures/endpoint/endpoint.h"
#include "fixtures/endpoint/front/incoming.h"
#include "fuzz/negative/negative.h"

#define REQUEST "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"

/* The same report, told apart by how much of it is named. */
#define READS_ON "AddressSanitizer: use-after-poison"
#define LOOKS_BACK "AddressSanitizer: use-after-poison on address"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE_AT_START("frame_setup", REQUEST),
    SSMSPEC_LIE("frame_split", REQUEST),
    SSMSPEC_LIE("frame_answered", REQUEST),
    SSMSPEC_LIE("stream_total", REQUEST),
    SSMSPEC_LIE("stream_fault", REQUEST),
    SSMSPEC_LIE("stream_within", REQUEST),
    SSMSPEC_LIE(READS_ON, REQUEST),
    SSMSPEC_LIE(LOOKS_BACK, REQUEST),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_endpoint_new);
SSMSPEC_WRAPPED(ssmspec_endpoint_answer);
SSMSPEC_WRAPPED(ssmspec_incoming_next);

enum ssmspec_err __wrap_ssmspec_endpoint_new(const struct ssmspec_endpoint_options *options,
                                             struct ssmspec_endpoint **out) {
    return ssmspec_lies("frame_setup") ? SSMSPEC_ERR_NOMEM
                                       : __real_ssmspec_endpoint_new(options, out);
}

enum ssmspec_err __wrap_ssmspec_endpoint_answer(void *context,
                                                const struct ssmspec_request *request,
                                                struct ssmspec_arena *arena,
                                                struct ssmspec_response *response) {
    const enum ssmspec_err err = __real_ssmspec_endpoint_answer(context, request, arena, response);
    if (ssmspec_lies("frame_answered")) {
        response->status = 500;
    }
    return err;
}

/* Just behind the bytes that came, while others are still to come. */
static void read_on(const struct ssmspec_connection *connection) {
    static volatile char seen;
    if (ssmspec_lies(READS_ON) && connection->in_len < ssmspec_lies_input().len) {
        seen = connection->in[connection->in_len];
    }
    (void)seen;
}

/* Where the buffer was before it moved. */
static void look_back(const struct ssmspec_connection *connection) {
    static volatile char seen;
    static const char *before;
    if (!ssmspec_lies(LOOKS_BACK) || connection->in_len == ssmspec_lies_input().len) {
        return;
    }
    if (before != NULL && connection->in_len > 1) {
        seen = *before;
    }
    (void)seen;
    before = connection->in;
}

enum ssmspec_framing __wrap_ssmspec_incoming_next(struct ssmspec_connection *connection,
                                                  struct ssmspec_server *server,
                                                  struct ssmspec_view *body,
                                                  const struct ssmspec_framing_fault **fault) {
    read_on(connection);
    look_back(connection);
    const enum ssmspec_framing framing =
        __real_ssmspec_incoming_next(connection, server, body, fault);
    /* Loses patience with bytes that come one by one. */
    if (framing == SSMSPEC_FRAMING_PARTIAL && ssmspec_lies("frame_split")) {
        *fault = &ssmspec_fault_length;
        return SSMSPEC_FRAMING_BAD;
    }
    if (ssmspec_lies("stream_total")) {
        server->head.path.len = 0;
    }
    if (ssmspec_lies("stream_within")) {
        *body = SSMSPEC_VIEW("from elsewhere");
    }
    return ssmspec_lies("stream_fault") ? SSMSPEC_FRAMING_BAD : framing;
}
