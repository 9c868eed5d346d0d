/* Writing a JSON document member by member: compact, in the order of the calls. Names are words of
 * ours and need no escape; NULL writes an element of a list. */
#ifndef SSMSPEC_SRC_JSON_PEN_H
#define SSMSPEC_SRC_JSON_PEN_H

#include "src/base/bytes.h"

/* Zero-initialise but for out. */
struct ssmspec_pen {
    struct ssmspec_bytes *out;
    bool has_sibling; /* something stands before what comes next */
};

/* bracket is '{' or '[', and at the end '}' or ']'. */
void ssmspec_pen_open(struct ssmspec_pen *pen, const char *name, char bracket);
void ssmspec_pen_close(struct ssmspec_pen *pen, char bracket);

/* Nothing when text.ptr is NULL. text is UTF-8. */
void ssmspec_pen_text(struct ssmspec_pen *pen, const char *name, struct ssmspec_view text);

/* Bytes of any kind, as RFC4648:4 spells them. Nothing when bytes.ptr is NULL. */
void ssmspec_pen_base64(struct ssmspec_pen *pen, const char *name, struct ssmspec_view bytes);

void ssmspec_pen_null(struct ssmspec_pen *pen, const char *name);
void ssmspec_pen_number(struct ssmspec_pen *pen, const char *name, double number);

/* `true`, or nothing: what is not said is false. */
void ssmspec_pen_flag(struct ssmspec_pen *pen, const char *name, bool is_set);

#endif
