#include "fuzz/frame/stream.h"

#include "fuzz/frame/rooms.h"
#include "fuzz/harness.h"

SSMSPEC_ORACLE_ID(stream_total);
SSMSPEC_ORACLE_ID(stream_fault);
SSMSPEC_ORACLE_ID(stream_within);

static void check_within(const struct ssmspec_stream *stream, struct ssmspec_view part) {
    const struct ssmspec_connection *const connection = &stream->connection;
    SSMSPEC_ORACLE(stream_within,
                   part.len == 0 || (part.ptr >= connection->in &&
                                     part.ptr + part.len <= connection->in + connection->in_len),
                   "%zu bytes from elsewhere", part.len);
}

static void tell(struct ssmspec_stream *stream, struct ssmspec_view text) {
    ssmspec_bytes_printf(&stream->story, " %zu:", text.len);
    ssmspec_bytes_add(&stream->story, text);
}

static void tell_request(struct ssmspec_stream *stream, struct ssmspec_view body) {
    const struct ssmspec_head *const head = &stream->server.head;
    SSMSPEC_ORACLE(stream_total,
                   head->header_count <= SSMSPEC_HEAD_HEADERS_MAX && head->path.len > 0,
                   "%zu headers", head->header_count);
    SSMSPEC_ORACLE(stream_total, body.len <= SSMSPEC_STREAM_BODY_MAX, "a body of %zu bytes",
                   body.len);
    ssmspec_bytes_printf(&stream->story, "\n%d%d", head->is_chunked, head->keeps_alive);
    tell(stream, head->method);
    tell(stream, head->path);
    for (size_t i = 0; i < head->header_count; i++) {
        check_within(stream, head->headers[i].name);
        check_within(stream, head->headers[i].value);
        tell(stream, head->headers[i].name);
        tell(stream, head->headers[i].value);
    }
    check_within(stream, body);
    tell(stream, body);
}

static void take_requests(struct ssmspec_stream *stream) {
    while (!stream->is_over) {
        struct ssmspec_view body = {NULL, 0};
        const struct ssmspec_framing_fault *fault = NULL;
        const enum ssmspec_framing framing =
            ssmspec_incoming_next(&stream->connection, &stream->server, &body, &fault);
        if (framing == SSMSPEC_FRAMING_PARTIAL) {
            break;
        }
        SSMSPEC_ORACLE(stream_fault, (framing == SSMSPEC_FRAMING_BAD) == (fault != NULL),
                       "framing %d", (int)framing);
        if (fault != NULL) {
            ssmspec_bytes_printf(&stream->story, "\n%d %s", fault->status, fault->reason);
            stream->is_over = true;
            break;
        }
        tell_request(stream, body);
        if (stream->answer != NULL) {
            stream->answer(&stream->server.head, body);
        }
        stream->is_over = !stream->server.head.keeps_alive;
        ssmspec_incoming_consume(&stream->connection);
    }
    ssmspec_incoming_compact(&stream->connection, &stream->server);
}

/* The buffer has exactly the room of its bytes, so that reading on is noticed. */
static void receive(struct ssmspec_stream *stream, struct ssmspec_rooms *rooms,
                    struct ssmspec_view piece) {
    struct ssmspec_connection *const connection = &stream->connection;
    connection->in =
        ssmspec_rooms_move(rooms, (struct ssmspec_view){connection->in, connection->in_len}, piece);
    SSMSPEC_ORACLE(stream_total, connection->in != NULL, "no memory");
    connection->in_len += piece.len;
    connection->in_cap = connection->in_len;
    take_requests(stream);
    if (connection->in == NULL) {
        ssmspec_rooms_lost(rooms);
    }
}

void ssmspec_stream_run(struct ssmspec_stream *stream, struct ssmspec_view bytes, size_t first,
                        size_t step, ssmspec_stream_fn answer) {
    struct ssmspec_rooms rooms = {.most = bytes.len};
    ssmspec_bytes_reset(&stream->story);
    *stream = (struct ssmspec_stream){.connection = {.fd = -1},
                                      .server = {.body_limit = SSMSPEC_STREAM_BODY_MAX},
                                      .story = stream->story,
                                      .answer = answer};
    for (size_t at = 0; at < bytes.len && !stream->is_over;) {
        const struct ssmspec_view piece = ssmspec_view_sub(bytes, at, at == 0 ? first : step);
        receive(stream, &rooms, piece);
        at += piece.len;
    }
    ssmspec_rooms_clear(&rooms);
    ssmspec_bytes_clear(&stream->connection.out);
}
