/* A wire script: what a request does on its connection where no client library would do it so.
 * Texts hold words in braces for the request's own parts: `{start}` the start line, `{head}` all
 * header lines but those of the framing, signature included, `{host}` the Host, `{path}` the path,
 * `{length}` the body's bytes in decimal and `{size}` in hexadecimal, `{body}` the body, and
 * `{request}` all of it as a client sends it. Behind an answer that says close nothing more is
 * sent, and that answer stands. */
#ifndef SSMSPEC_SRC_REQUEST_WIRE_H
#define SSMSPEC_SRC_REQUEST_WIRE_H

#include "src/base/view.h"

enum ssmspec_wire_verb {
    SSMSPEC_WIRE_END,        /* of the script: close, once answered */
    SSMSPEC_WIRE_SEND,       /* text, `times` over; an answer meanwhile ends the repeating */
    SSMSPEC_WIRE_DRIBBLE,    /* text byte by byte, `ms` apart; an answer meanwhile ends it */
    SSMSPEC_WIRE_PAUSE,      /* for `ms` */
    SSMSPEC_WIRE_HEAD,       /* wait for the head of any answer, at most `ms`: 100 will do */
    SSMSPEC_WIRE_ANSWER,     /* wait for a whole answer, the one judged so far */
    SSMSPEC_WIRE_LISTEN,     /* for `ms`, or till the close: further answers are only counted */
    SSMSPEC_WIRE_HALF_CLOSE, /* send no more, and say so where no answer comes for `ms` */
    SSMSPEC_WIRE_CLOSE,      /* go away, answered or not */
};

struct ssmspec_wire_step {
    enum ssmspec_wire_verb verb;
    struct ssmspec_view text;
    unsigned times; /* 0: once */
    unsigned ms;
};

#endif
