/* A body that comes in chunks: RFC9112:7.1. Private to src/exchange. */
#ifndef SSMSPEC_SRC_EXCHANGE_REPLY_CHUNKS_H
#define SSMSPEC_SRC_EXCHANGE_REPLY_CHUNKS_H

#include "src/exchange/reply.h"

/* A pass over chunks. */
struct ssmspec_reply_chunks {
    struct ssmspec_view rest; /* behind those that are whole */
    char *to;                 /* where their data goes; NULL: only measure */
    size_t data_bytes;
    enum ssmspec_reply_state state;
    const char *why; /* static text */
};

/* Goes on as far as chunks->rest lets it. state is WHOLE behind the trailers, PARTIAL where bytes
 * are missing (what came last in part is still in rest), or BAD or TOO_LARGE with a reason in why.
 * limit is that of data_bytes. */
void ssmspec_reply_chunks_read(struct ssmspec_reply_chunks *chunks, size_t limit);

#endif
