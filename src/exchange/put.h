/* Writing text of known size: the places are computed first, then filled. Private to this folder.
 */
#ifndef SSMSPEC_SRC_EXCHANGE_PUT_H
#define SSMSPEC_SRC_EXCHANGE_PUT_H

#include "src/base/view.h"

/* Copies v to at, where there must be room, and returns the place behind it. */
static inline char *ssmspec_put(char *at, struct ssmspec_view v) {
    if (v.len > 0) {
        memcpy(at, v.ptr, v.len);
    }
    return at + v.len;
}

#endif
