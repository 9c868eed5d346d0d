/* An endpoint and its front that lie. */
#include "fixtures/endpoint/endpoint.h"
#include "fixtures/endpoint/front/incoming.h"
#include "fuzz/negative/negative.h"

#define REQUEST "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE_AT_START("frame_setup", REQUEST),
    SSMSPEC_LIE("frame_split", REQUEST),
    SSMSPEC_LIE("frame_answered", REQUEST),
    SSMSPEC_LIE("stream_total", REQUEST),
    SSMSPEC_LIE("stream_fault", REQUEST),
    SSMSPEC_LIE("stream_within", REQUEST),
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

enum ssmspec_framing __wrap_ssmspec_incoming_next(struct ssmspec_connection *connection,
                                                  struct ssmspec_server *server,
                                                  struct ssmspec_view *body,
                                                  const struct ssmspec_framing_fault **fault) {
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
