/* Where requests begin and end in a stream of bytes: however the bytes arrive, the same requests
 * and the same fault come of them; and the endpoint, checking signatures, answers each. */
#include "fixtures/endpoint/endpoint.h"
#include "fuzz/frame/stream.h"
#include "fuzz/harness.h"

SSMSPEC_ORACLE_ID(frame_setup);
SSMSPEC_ORACLE_ID(frame_split);
SSMSPEC_ORACLE_ID(frame_answered);

#define PIECES_MAX 256

static struct ssmspec_endpoint *endpoint;

/* On the day and at the hour when the requests in fixtures/captures were signed. */
static int64_t fixed_time(void *context) {
    (void)context;
    return INT64_C(1795261844000);
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    const struct ssmspec_endpoint_options options = {
        .clock = fixed_time, .verify = true, .seed = 1, .command_limit = 2};
    (void)argc;
    (void)argv;
    SSMSPEC_ORACLE(frame_setup, ssmspec_endpoint_new(&options, &endpoint) == SSMSPEC_OK, "failed");
    return 0;
}

static void answer(const struct ssmspec_head *head, struct ssmspec_view body) {
    static struct ssmspec_arena arena;
    struct ssmspec_response response = {0};
    const struct ssmspec_request request = {.method = head->method,
                                            .path = head->path,
                                            .target = head->target,
                                            .content_type = head->content_type,
                                            .headers = head->headers,
                                            .header_count = head->header_count,
                                            .body = body};
    const enum ssmspec_err err = ssmspec_endpoint_answer(endpoint, &request, &arena, &response);
    SSMSPEC_ORACLE(frame_answered, err == SSMSPEC_OK, "%s", ssmspec_err_text(err));
    const bool wants_fault =
        ssmspec_headers_find(head->headers, head->header_count, "X-Ssmspec-Fault").ptr != NULL;
    SSMSPEC_ORACLE(frame_answered, response.status >= 200 && (response.status < 500 || wants_fault),
                   "%d", response.status);
    ssmspec_arena_reset(&arena);
}

/* A point that depends on all bytes. */
static size_t point_in(struct ssmspec_view bytes) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < bytes.len; i++) {
        hash = (hash ^ (unsigned char)bytes.ptr[i]) * 16777619u;
    }
    return 1 + hash % bytes.len;
}

static void check_split(struct ssmspec_view bytes, struct ssmspec_view whole, size_t first,
                        size_t step) {
    static struct ssmspec_stream split;
    ssmspec_stream_run(&split, bytes, first, step, NULL);
    const struct ssmspec_view story = ssmspec_bytes_view(&split.story);
    SSMSPEC_ORACLE(frame_split, ssmspec_view_eq(whole, story),
                   "in pieces of %zu and %zu: %.*s\nwhole: %.*s", first, step, (int)story.len,
                   story.ptr, (int)whole.len, whole.ptr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_stream whole;
    const struct ssmspec_view bytes = ssmspec_fuzz_view(data, size);
    if (size == 0) {
        return 0;
    }
    ssmspec_stream_run(&whole, bytes, size, size, answer);
    const struct ssmspec_view story = ssmspec_bytes_view(&whole.story);
    check_split(bytes, story, point_in(bytes), size);
    check_split(bytes, story, 1, 1 + size / PIECES_MAX);
    return 0;
}
