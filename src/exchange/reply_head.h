/* The head of an answer: status line and header lines. Private to src/exchange. */
#ifndef SSMSPEC_SRC_EXCHANGE_REPLY_HEAD_H
#define SSMSPEC_SRC_EXCHANGE_REPLY_HEAD_H

#include "src/exchange/reply.h"

/* Bytes of the head at the start, its empty line included; 0: it has not ended yet. */
size_t ssmspec_reply_head_find(struct ssmspec_view bytes);

/* Reads such a head; text's line ends within a folded value become blanks, and views point into it.
 * WHOLE, or BAD or TOO_LARGE with a reason in *why. */
enum ssmspec_reply_state ssmspec_reply_head_read(char *text, size_t len, bool is_to_head,
                                                 struct ssmspec_reply_head *out, const char **why);

/* Cuts a line off *rest, without its end; with or without a carriage return. */
struct ssmspec_view ssmspec_reply_line(struct ssmspec_view *rest);

#endif
