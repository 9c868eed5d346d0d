/* A client's bytes arriving in pieces, without a socket: what the front makes of them, as text. */
#ifndef SSMSPEC_FUZZ_FRAME_STREAM_H
#define SSMSPEC_FUZZ_FRAME_STREAM_H

#include "fixtures/endpoint/front/incoming.h"

#define SSMSPEC_STREAM_BODY_MAX 2048 /* small, so that the limit is met */

/* What is done with a whole request; NULL: nothing. */
typedef void (*ssmspec_stream_fn)(const struct ssmspec_head *head, struct ssmspec_view body);

struct ssmspec_stream {
    struct ssmspec_connection connection;
    struct ssmspec_server server;
    ssmspec_stream_fn answer;
    struct ssmspec_bytes story; /* requests and faults, as text */
    bool is_over;
};

/* All bytes, the first piece of another length than the others. *stream was zero at first; its
 * story's memory serves the next run. */
void ssmspec_stream_run(struct ssmspec_stream *stream, struct ssmspec_view bytes, size_t first,
                        size_t step, ssmspec_stream_fn answer);

#endif
