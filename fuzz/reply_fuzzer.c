/* A hostile server's bytes, read as answers until none is left: nothing is read beyond them or kept
 * beyond the limits, what a part of them ends as, all of them begin with, and in pieces they read
 * as they do at once. */
#include "fuzz/harness.h"
#include "src/exchange/reply.h"

SSMSPEC_ORACLE_ID(reply_total);
SSMSPEC_ORACLE_ID(reply_extent);
SSMSPEC_ORACLE_ID(reply_prefix);
SSMSPEC_ORACLE_ID(reply_over);
SSMSPEC_ORACLE_ID(reply_pieces);

#define BODY_LIMIT ((size_t)4096)
#define PREFIXES_MAX 64

static struct ssmspec_reply read_as(struct ssmspec_view bytes, bool is_over, bool is_to_head,
                                    struct ssmspec_arena *arena) {
    const struct ssmspec_reply_reading how = {
        .is_over = is_over, .is_to_head = is_to_head, .body_limit = BODY_LIMIT};
    struct ssmspec_reply reply;
    const enum ssmspec_err err = ssmspec_reply_read(bytes, &how, arena, &reply);
    SSMSPEC_ORACLE(reply_total, err == SSMSPEC_OK, "%s", ssmspec_err_text(err));
    const bool has_reason = reply.state == SSMSPEC_REPLY_PARTIAL ||
                            reply.state == SSMSPEC_REPLY_WHOLE || reply.why != NULL;
    SSMSPEC_ORACLE(reply_total, has_reason, "state %d without a reason", (int)reply.state);
    return reply;
}

static void check_extent(struct ssmspec_view bytes, const struct ssmspec_reply *reply) {
    const struct ssmspec_response *const response = &reply->response;
    SSMSPEC_ORACLE(reply_extent, reply->used > 0 && reply->used <= bytes.len, "%zu of %zu",
                   reply->used, bytes.len);
    SSMSPEC_ORACLE(reply_extent, response->status >= 200 && response->status <= 999, "%d",
                   response->status);
    SSMSPEC_ORACLE(reply_extent,
                   response->body.len <= BODY_LIMIT &&
                       response->header_count <= SSMSPEC_REPLY_HEADERS_MAX,
                   "body %zu, headers %zu", response->body.len, response->header_count);
    for (size_t i = 0; i < response->header_count; i++) {
        const struct ssmspec_header *const header = &response->headers[i];
        SSMSPEC_ORACLE(reply_extent,
                       header->name.len > 0 &&
                           ssmspec_view_find(header->value, SSMSPEC_VIEW("\n")) ==
                               header->value.len,
                       "header %zu", i);
    }
}

/* More bytes may end what was partial, but change nothing that had ended. */
static void check_prefixes(struct ssmspec_view bytes, const struct ssmspec_reply *whole,
                           struct ssmspec_arena *arena) {
    const size_t step = 1 + bytes.len / PREFIXES_MAX;
    for (size_t len = 0; len < bytes.len; len += step) {
        char *const exact = ssmspec_fuzz_copy_exact(ssmspec_view_sub(bytes, 0, len));
        const struct ssmspec_view part = {exact, len};
        const struct ssmspec_reply early = read_as(part, false, false, arena);
        const bool agrees = early.state == SSMSPEC_REPLY_PARTIAL ||
                            (early.state == whole->state && early.used == whole->used);
        SSMSPEC_ORACLE(reply_prefix, agrees, "%zu bytes: state %d, all: state %d", len,
                       (int)early.state, (int)whole->state);
        free(exact);
    }
}

/* One reader, more bytes each time. */
static void check_pieces(struct ssmspec_view bytes, const struct ssmspec_reply *whole,
                         struct ssmspec_arena *arena) {
    const struct ssmspec_reply_reading how = {.body_limit = BODY_LIMIT};
    const size_t step = 1 + bytes.len / PREFIXES_MAX;
    struct ssmspec_reply_reader reader;
    struct ssmspec_reply reply = {.state = SSMSPEC_REPLY_PARTIAL};
    ssmspec_reply_begin(&reader);
    for (size_t len = 0; reply.state == SSMSPEC_REPLY_PARTIAL && len < bytes.len + step;
         len += step) {
        const struct ssmspec_view part = ssmspec_view_sub(bytes, 0, len);
        const enum ssmspec_err err = ssmspec_reply_go_on(&reader, part, &how, arena, &reply);
        SSMSPEC_ORACLE(reply_total, err == SSMSPEC_OK, "%s", ssmspec_err_text(err));
    }
    const bool agrees =
        reply.state == whole->state &&
        (reply.state != SSMSPEC_REPLY_WHOLE ||
         (reply.used == whole->used && reply.response.status == whole->response.status &&
          reply.response.header_count == whole->response.header_count &&
          ssmspec_view_eq(reply.response.body, whole->response.body)));
    SSMSPEC_ORACLE(reply_pieces, agrees, "pieces: state %d, %zu bytes; at once: state %d, %zu",
                   (int)reply.state, reply.used, (int)whole->state, whole->used);
}

/* Once the bytes are over nothing is partial, and nothing is cut before. */
static void check_over(struct ssmspec_view bytes, const struct ssmspec_reply *open,
                       struct ssmspec_arena *arena) {
    const struct ssmspec_reply over = read_as(bytes, true, false, arena);
    const bool is_ended = over.state != SSMSPEC_REPLY_PARTIAL && open->state != SSMSPEC_REPLY_CUT;
    SSMSPEC_ORACLE(reply_over,
                   is_ended && (open->state == SSMSPEC_REPLY_PARTIAL || over.state == open->state),
                   "state %d while open, %d once over", (int)open->state, (int)over.state);
}

static void read_all(struct ssmspec_view bytes, struct ssmspec_arena *arena) {
    while (bytes.len > 0) {
        const struct ssmspec_reply reply = read_as(bytes, true, false, arena);
        if (reply.state != SSMSPEC_REPLY_WHOLE) {
            return;
        }
        check_extent(bytes, &reply);
        bytes = ssmspec_view_sub(bytes, reply.used, bytes.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    char *const exact = ssmspec_fuzz_copy_exact(ssmspec_fuzz_view(data, size));
    const struct ssmspec_view bytes = {exact, size};
    const struct ssmspec_reply open = read_as(bytes, false, false, &arena);
    if (open.state == SSMSPEC_REPLY_WHOLE) {
        check_extent(bytes, &open);
    }
    (void)read_as(bytes, true, true, &arena);
    check_prefixes(bytes, &open, &arena);
    check_pieces(bytes, &open, &arena);
    check_over(bytes, &open, &arena);
    read_all(bytes, &arena);
    free(exact);
    ssmspec_arena_clear(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_reply reply = read_as(ssmspec_fuzz_view(data, size), true, false, &arena);
    ssmspec_arena_clear(&arena);
    return reply.state == SSMSPEC_REPLY_WHOLE ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
