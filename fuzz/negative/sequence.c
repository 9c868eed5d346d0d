/* An endpoint that lies about its state. */
#include "fixtures/endpoint/call.h"
#include "fuzz/negative/negative.h"
#include "src/json/json.h"

/* Four bytes a step: fuzz/sequence/steps.c. */
#define SEND "\0\0\0\0"
#define CANCEL_NOTHING "\2\377\0\0"
#define LIST "\4\377\0\0"
#define WAIT "\7\1\0\0"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("world_setup", SEND),
    SSMSPEC_LIE("world_answered", SEND),
    SSMSPEC_LIE("world_listed", SEND WAIT),
    SSMSPEC_LIE("world_final_stays", WAIT WAIT),
    SSMSPEC_LIE("sequence_unchanged", SEND LIST),
    SSMSPEC_LIE("sequence_unknown_id", CANCEL_NOTHING),
    SSMSPEC_LIE("sequence_unique_id", SEND SEND),
    SSMSPEC_LIE("sequence_same_refusal", CANCEL_NOTHING),
    SSMSPEC_LIE("sequence_json", SEND),
    SSMSPEC_LIE("sequence_ends", SEND),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_endpoint_new);
SSMSPEC_WRAPPED(ssmspec_endpoint_answer);

enum ssmspec_err __wrap_ssmspec_endpoint_new(const struct ssmspec_endpoint_options *options,
                                             struct ssmspec_endpoint **out) {
    return ssmspec_lies("world_setup") ? SSMSPEC_ERR_NOMEM
                                       : __real_ssmspec_endpoint_new(options, out);
}

/* "lists": what it says of a command with another state each time, or always the same. */
static struct ssmspec_view list_lie(void) {
    if (ssmspec_lies("world_final_stays")) {
        return ssmspec_lies_count() < 3
                   ? SSMSPEC_VIEW("{\"Commands\":[{\"CommandId\":\"x\",\"Status\":\"Success\"}]}")
                   : SSMSPEC_VIEW("{\"Commands\":[{\"CommandId\":\"x\",\"Status\":\"Failed\"}]}");
    }
    if (ssmspec_lies("sequence_ends")) {
        return SSMSPEC_VIEW("{\"Commands\":[{\"CommandId\":\"x\",\"Status\":\"InProgress\"}]}");
    }
    return (struct ssmspec_view){NULL, 0};
}

static struct ssmspec_view cancel_lie(void) {
    if (ssmspec_lies("sequence_unknown_id")) {
        return SSMSPEC_VIEW("{\"__type\":\"InvalidInstanceId\"}");
    }
    if (ssmspec_lies("sequence_same_refusal") && ssmspec_lies_count() > 1) {
        return SSMSPEC_VIEW("{\"__type\":\"InvalidCommandId\",\"Message\":\"Again?\"}");
    }
    return (struct ssmspec_view){NULL, 0};
}

/* One id for all. */
static struct ssmspec_view send_lie(void) {
    if (ssmspec_lies("sequence_json")) {
        return SSMSPEC_VIEW("<html>");
    }
    if (ssmspec_lies("sequence_unique_id")) {
        return SSMSPEC_VIEW(
            "{\"Command\":{\"CommandId\":\"00000000-0000-4000-8000-000000000000\"}}");
    }
    return (struct ssmspec_view){NULL, 0};
}

static bool is_for(const struct ssmspec_request *request, const char *operation) {
    const struct ssmspec_view target = request->target;
    return ssmspec_view_find(target, ssmspec_view_of(operation)) < target.len;
}

static void change_newest(struct ssmspec_endpoint *endpoint) {
    struct ssmspec_command *const command =
        ssmspec_store_at(&endpoint->store, endpoint->store.newest);
    if (command != NULL) {
        command->timeout_seconds++;
    }
}

enum ssmspec_err __wrap_ssmspec_endpoint_answer(void *context,
                                                const struct ssmspec_request *request,
                                                struct ssmspec_arena *arena,
                                                struct ssmspec_response *response) {
    const enum ssmspec_err err = __real_ssmspec_endpoint_answer(context, request, arena, response);
    const bool is_listing = is_for(request, "List");
    const struct ssmspec_view lie = is_listing                       ? list_lie()
                                    : is_for(request, "SendCommand") ? send_lie()
                                                                     : cancel_lie();
    if (lie.ptr != NULL) {
        response->body = lie;
    }
    if (is_listing && ssmspec_lies("sequence_unchanged")) {
        change_newest(context);
    }
    if (is_listing && ssmspec_lies("world_listed")) {
        response->status = 400;
    }
    if (ssmspec_lies("world_answered")) {
        response->status = 503;
    }
    return err;
}
